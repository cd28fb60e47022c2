import { describe, expect, test } from 'vitest';
import {
  ACTION,
  ASK_ACTIONS,
  askAction,
  factBlockId,
  factIdsIn,
  readGiven,
  readPressed,
  readWhy,
  UNKNOWN_ACTIONS,
  VOTE_ACTIONS,
  writeGiven,
  writePressed,
  writeWhy,
} from '../../src/slack/ids.ts';
import { BLOCK_ID } from '../../src/slack/limits.ts';

const given = { question: 'Who said "no"? \\ 😀', factIds: ['bridge-closes', 'lorry-ban'] };

describe('what buttons carry is read back as it was written', () => {
  test('a question to press', () => {
    const pressed = { ...given, to: 'asker' as const };
    expect(readPressed(writePressed(pressed))).toEqual(pressed);
  });

  test('an answer', () => {
    expect(readGiven(writeGiven(given))).toEqual(given);
  });

  test('an answer with its explanation, or without one that does not fit', () => {
    const short = { ...given, lines: ['a', 'b'] };
    expect(readWhy(writeWhy(short))).toEqual(short);
    const long = { ...given, lines: ['x'.repeat(2000)] };
    expect(readWhy(writeWhy(long))).toEqual({ ...given, lines: undefined });
  });

  test.each([
    ['a question', '?'],
    ['quotes, which JSON doubles', '"'],
    ['emoji', '😀'],
  ])('%s of 10,000 characters is cut to what a button holds, and the facts are not', (_, character) => {
    const value = writeGiven({ ...given, question: character.repeat(10_000) });
    expect(value.length).toBeLessThanOrEqual(2000);
    expect(readGiven(value)?.factIds).toEqual(given.factIds);
    expect(readGiven(value)?.question).toMatch(/…$/);
  });

  test.each([undefined, '', 'no json', '[]', '{}', '{"q":1,"f":[]}', '{"q":"?","f":"x"}', 'null'])(
    '%s is refused',
    (value) => {
      expect(readGiven(value)).toBeUndefined();
      expect(readPressed(value)).toBeUndefined();
      expect(readWhy(value)).toBeUndefined();
    },
  );
});

test('fact ids travel in block ids, in order', () => {
  const blocks = [
    { block_id: 'questions' },
    { block_id: factBlockId('lorry-ban', 0) },
    {},
    { block_id: factBlockId('closed-2018', 1) },
    { block_id: 'fact:x:nonsense' },
  ];
  expect(factIdsIn(blocks)).toEqual(['lorry-ban', 'closed-2018']);
  expect(factBlockId('x'.repeat(60), 99).length).toBeLessThanOrEqual(BLOCK_ID);
});

test('every action has a listener of its own, and only others are unknown', () => {
  for (const id of [...Object.values(ACTION), askAction(0), askAction(12)])
    expect(id).not.toMatch(UNKNOWN_ACTIONS);
  for (const id of ['ask', 'ask:x', 'why?', 'edit']) expect(id).toMatch(UNKNOWN_ACTIONS);
  expect(askAction(3)).toMatch(ASK_ACTIONS);
  expect(ACTION.voteUp).toMatch(VOTE_ACTIONS);
  expect(ACTION.voteDown).toMatch(VOTE_ACTIONS);
});
