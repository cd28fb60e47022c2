import { describe, expect, test } from 'vitest';
import { splitQuestions } from '../../src/answer/several.ts';
import { ask, idsOf } from './harbour.ts';

describe('one message, several questions', () => {
  test.each([
    [
      'When does the bridge shut? Who runs the ferries?',
      ['When does the bridge shut', 'Who runs the ferries?'],
    ],
    ['when does it shut and who runs the ferries', ['when does it shut', 'who runs the ferries']],
    ['Who is the mayor, and what does he want?', ['Who is the mayor', 'and what does he want?']],
  ])('%s', (text, parts) => expect(splitQuestions(text)).toEqual(parts));

  test.each([
    ['Who runs the ferries?', 'there is one'],
    ['How many cars and people fit on a ferry?', 'two things are counted by one question'],
    ['My boss wants this by noon. When does the bridge shut?', 'the first sentence asks nothing'],
    ['The place from which the ferries leave', 'a question word that asks nothing'],
    ['Does the ferry run when there is a strike?', 'a clause'],
    ['', 'there is none'],
  ])('%s: %s', (text) => expect(splitQuestions(text)).toBeUndefined());

  test('nobody asks more than three at once', () => {
    const text = 'Who runs the ferries? '.repeat(50);
    expect(splitQuestions(text)).toHaveLength(3);
  });
});

describe('each is answered', () => {
  test('in order, with its own fact', () => {
    expect(idsOf(ask('When does the bridge shut, and who runs the ferries?'))).toEqual([
      'bridge-closes',
      'ferry-operator',
    ]);
  });

  test('the second in the light of the first', () => {
    expect(idsOf(ask('Who leads the union? When is its strike?'))).toEqual([
      'dismissals',
      'union-strike-called',
    ]);
  });

  test('what the report does not hold is admitted beside what it does', () => {
    const reply = ask('Who runs the ferries and who painted the bridge?');
    expect(idsOf(reply)).toEqual(['ferry-operator']);
    expect(reply).toMatchObject({ kind: 'answer', correction: expect.stringContaining('painted') });
  });

  test('where it holds none of them, nothing is answered', () => {
    expect(ask('Who painted the bridge and who designed the pillars?').kind).toBe('unknown');
  });

  test('what was answered is not suggested as the next question', () => {
    const reply = ask('When does the bridge shut, and why is it closing?');
    const suggested = reply.kind === 'answer' ? reply.suggestions.flatMap(({ factIds }) => factIds) : [];
    for (const id of idsOf(reply)) expect(suggested).not.toContain(id);
  });

  test('the explanation keeps the questions apart', () => {
    const reply = ask('When does the bridge shut, and who runs the ferries?');
    const lines = 'explanation' in reply ? reply.explanation.lines : [];
    expect(lines.filter((line) => /^Question \d:$/.test(line))).toEqual(['Question 1:', 'Question 2:']);
  });
});
