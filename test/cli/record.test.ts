import { describe, expect, test } from 'vitest';
import { toRecord } from '../../src/cli/record.ts';
import { answerWith, choices, REPLIES, sourced, statedUnknown, unknown } from '../support/replies.ts';

const said = (id: string): string => sourced(id).fact.statement;

describe('a reply as one flat record', () => {
  test('an answer: its own words, its facts, and where they are from', () => {
    expect(toRecord('When does it shut?', answerWith('bridge-closes'))).toEqual({
      question: 'When does it shut?',
      outcome: 'answer',
      text: said('bridge-closes'),
      facts: ['bridge-closes'],
      source: expect.stringMatching(/^NCA.*, 2025-09-18, paragraph 1$/),
      choices: [],
    });
  });

  test('what is set right comes first, then what the facts amount to, then the facts', () => {
    const reply = {
      ...answerWith('plan-repair', 'plan-tunnel'),
      correction: 'The report says 14, not 25.',
      lead: 'The repair is cheaper.',
    };
    expect(toRecord('', reply).text).toBe(
      `The report says 14, not 25. The repair is cheaper. ${said('plan-repair')} ${said('plan-tunnel')}`,
    );
  });

  test('facts of one paragraph name it once', () => {
    const { source } = toRecord('', answerWith('plan-repair', 'plan-tunnel'));
    expect(source.split('; ')).toHaveLength(1);
    expect(toRecord('', answerWith('bridge-closes', 'plan-tunnel')).source.split('; ')).toHaveLength(2);
  });

  test('choices are the questions to choose from, and say nothing themselves', () => {
    expect(toRecord('closure', choices)).toMatchObject({
      outcome: 'choices',
      text: '',
      facts: [],
      choices: choices.choices.map(({ question }) => question),
    });
  });

  test('what the report does not hold is `unknown`, also where a fact says so', () => {
    expect(toRecord('casinos?', unknown)).toMatchObject({
      outcome: 'unknown',
      text: unknown.text,
      facts: [],
      source: '',
    });
    expect(toRecord('who inspected it?', statedUnknown)).toMatchObject({
      outcome: 'unknown',
      text: said('inspection-by'),
      facts: ['inspection-by'],
    });
  });

  test('silence is silent', () => {
    expect(toRecord('thanks', REPLIES.silent)).toMatchObject({ outcome: 'silent', text: '', choices: [] });
  });

  test('the origin of an answer, a topic and the timeline are answers', () => {
    for (const kind of ['provenance', 'about', 'timeline'] as const) {
      const record = toRecord('', REPLIES[kind]);
      expect([kind, record.outcome]).toEqual([kind, 'answer']);
      expect(record.text).not.toBe('');
      expect(record.facts.length).toBeGreaterThan(0);
    }
  });

  test('help and lists answer no question', () => {
    for (const kind of ['help', 'topics', 'sources'] as const)
      expect(toRecord('', REPLIES[kind])).toMatchObject({ outcome: 'unknown', text: '', facts: [] });
  });
});
