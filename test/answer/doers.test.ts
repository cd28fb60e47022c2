import { describe, expect, test } from 'vitest';
import { entityTerm } from '../../src/answer/base-words.ts';
import { doerOf } from '../../src/answer/doers.ts';
import { engine, read } from './harbour.ts';

const doer = (question: string): readonly string[] | undefined => {
  const { tokens, items } = read(question).reading;
  return doerOf({ tokens: tokens.map(({ text }) => text), items })?.terms;
};

describe('who does what a question speaks of', () => {
  test.each(['Did Kaldor Works inspect the bridge?', 'Why did Kaldor Works inspect the bridge?'])(
    '%s',
    (question) => expect(doer(question)).toContain(entityTerm('kaldor-works')),
  );

  test.each([
    'Did anybody inspect the bridge?',
    'kaldor works inspection',
    'kaldor: did Kaldor Works leave?',
  ])('none, or one named before: %s', (question) => expect(doer(question)).toBeUndefined());

  test('a fact is no answer where the question has another one do it', () => {
    expect(engine.ask('Did Oresk Lines inspect the bridge?').reply.kind).not.toBe('answer');
  });
});
