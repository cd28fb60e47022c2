import { expect, test } from 'vitest';
import { speakOut } from '../../src/answer/speak-out.ts';
import { compiled, read } from './harbour.ts';

test('a pronoun gives way to a name, where it stood', () => {
  const spoken = speakOut(
    read('what does he want for it'),
    [
      { at: 2, entities: ['jorun-halvik'] },
      { at: 5, entities: ['harbour-tunnel'] },
    ],
    compiled,
  );
  const named = spoken.pieces.filter(({ item }) => item.terms.some((term) => term.startsWith('e:')));
  expect(named.map(({ item }) => [item.at, item.terms])).toEqual([
    [2, ['e:jorun-halvik']],
    [5, ['e:harbour-tunnel']],
  ]);
  expect(named.every(({ isHard }) => isHard)).toBe(true);
});

test('several that were spoken of together are a piece each: an answer explains them all', () => {
  const { pieces } = speakOut(read('they'), [{ at: 0, entities: ['ostholm', 'old-quay'] }], compiled);
  expect(pieces.map(({ item }) => item.terms)).toEqual([['e:ostholm'], ['e:old-quay']]);
});

test('in `how many of them` they are what is counted', () => {
  const { focus } = speakOut(
    read('how many of them are new'),
    [{ at: 3, entities: ['ferry-service'] }],
    compiled,
  );
  expect(focus.flatMap(({ terms }) => terms)).toContain('e:ferry-service');
});
