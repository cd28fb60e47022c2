import { describe, expect, test } from 'vitest';
import { entityTerm } from '../../src/answer/base-words.ts';
import { doerOf, friendsOf, spokenOf } from '../../src/answer/doers.ts';
import { scoreCandidate } from '../../src/answer/score.ts';
import { compiled, engine, read } from './harbour.ts';

const doer = (question: string): readonly string[] | undefined => {
  const { tokens, items } = read(question).reading;
  return doerOf({ tokens: tokens.map(({ text }) => text), items })?.terms;
};

describe('who does what a question speaks of', () => {
  test.each([
    'Did Kaldor Works inspect the bridge?',
    'Why did Kaldor Works inspect the bridge?',
    'explain why Kaldor Works inspected the bridge',
  ])('%s', (question) => expect(doer(question)).toContain(entityTerm('kaldor-works')));

  test.each([
    'Did anybody inspect the bridge?',
    'kaldor works inspection',
    'kaldor: did Kaldor Works leave?',
    'why with Kaldor Works',
  ])('none, or one named before: %s', (question) => expect(doer(question)).toBeUndefined());

  test('a fact is no answer where the question has another one do it', () => {
    expect(engine.ask('Did Oresk Lines inspect the bridge?').reply.kind).not.toBe('answer');
  });
});

describe('on whose side', () => {
  test.each(['Why did they fight on the side of Kaldor Works?', 'Who stood beside Kaldor Works?'])(
    '%s',
    (question) => {
      const friends = friendsOf(spokenOf(read(question).reading));
      expect(friends.flatMap(({ terms }) => terms)).toContain(entityTerm('kaldor-works'));
    },
  );

  test('a fact that has somebody against one does not explain who is at its side', () => {
    const id = 'dismissals';
    const [fact] = compiled.answerables.filter((each) => each.id === id);
    expect([...(fact?.foes ?? [])]).toContain(entityTerm('port-authority'));
    const explained = (question: string): string[] =>
      (fact === undefined ? [] : scoreCandidate(read(question), fact, compiled).explained).map(
        ({ item }) => item.text,
      );
    expect(explained('Are the dismissals by the port authority?')).toContain('the port authority');
    expect(explained('Is the union on the side of the port authority?')).not.toContain('the port authority');
  });
});
