import { describe, expect, test } from 'vitest';
import { plainReply } from '../../src/local/plain.ts';
import { answerWith, base } from './harbour.ts';

const shown = (reply: Parameters<typeof plainReply>[0]) => plainReply(reply, base);

describe('a reply as plain text', () => {
  test('an answer has its caveat, who said it, the date, the paragraph, and what to ask next', () => {
    expect(shown(answerWith('ferries-now'))).toBe(
      [
        'Twelve ferries sail each day.',
        '  Note: The report does not say whether that counts both ways.',
        '  NCA, citing the port office, as of September 18, 2025, paragraph 2',
        '',
        '  1. when did it reopen',
      ].join('\n'),
    );
  });

  test('a correction comes before the fact it corrects', () => {
    const reply = { ...answerWith('ferries-now'), correction: 'The report says twelve, not twenty.' };
    expect(shown(reply)).toMatch(/^The report says twelve, not twenty\.\nTwelve ferries/);
  });

  test('a timeline gives each fact the date it has, no more precise than known', () => {
    const answer = answerWith('reopening');
    if (answer.kind !== 'answer') throw new Error('not an answer');
    expect(shown({ kind: 'timeline', facts: answer.facts })).toMatch(/^September 2025: The harbour reopened/);
  });

  test('choices are numbered', () => {
    const choices = [
      { question: 'when did it reopen?', factIds: ['reopening'] },
      { question: 'how many ferries sail?', factIds: ['ferries-now'] },
    ];
    const text = shown({ kind: 'choices', choices, explanation: { lines: [] } });
    expect(text).toBe('Which of these do you mean?\n\n  1. when did it reopen?\n  2. how many ferries sail?');
  });

  test('help greets, gives examples and names the command of this base', () => {
    const text = shown({ kind: 'help' });
    for (const part of [base.bot.greeting, 'how many ferries sail?', '/harbour topics']) {
      expect(text).toContain(part);
    }
  });
});
