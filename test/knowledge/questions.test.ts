/** The evaluation's questions are kept apart from the base they judge, and from each other. */
import { expect, test } from 'vitest';
import { readSets } from '../../src/cli/question-sets.ts';
import { fold } from '../../src/search/tokens.ts';
import { loadBase } from '../../src/storage/knowledge-files.ts';

const { base } = await loadBase('knowledge');
const sets = await readSets('knowledge/questions');

const questionsOf = ({ answerable, unanswerable }: (typeof sets)[number]): readonly string[] => [
  ...answerable.map(({ q }) => q),
  ...unanswerable.map(({ q }) => q),
];

/** Its words alone, so that a question mark or a capital hides no copy. */
const wordsOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}']+/u)
    .map(fold)
    .filter((word) => word !== '')
    .join(' ');

test('there are hundreds of questions to tune by, and hundreds kept aside', () => {
  expect(sets.map(({ name }) => name)).toEqual(['development', 'held', 'tune']);
  const sizes = new Map(sets.map((set) => [set.name, questionsOf(set).length]));
  expect(sizes.get('tune') ?? 0).toBeGreaterThanOrEqual(700);
  expect(sizes.get('held') ?? 0).toBeGreaterThanOrEqual(200);
  for (const { threads } of sets) expect(threads.length).toBeGreaterThanOrEqual(30);
});

test('no question of five words or more is a way of asking in the base', () => {
  const asks = new Set(
    base.topics.flatMap(({ facts, digests }) =>
      [...facts, ...digests].flatMap((one) => one.asks.map(wordsOf)),
    ),
  );
  const copied = sets.flatMap((set) => {
    const long = questionsOf(set).filter((question) => wordsOf(question).split(' ').length >= 5);
    return long
      .filter((question) => asks.has(wordsOf(question)))
      .map((question) => `${set.name}: ${question}`);
  });
  expect(copied).toEqual([]);
});

test('no question stands in two sets, nor twice in one', () => {
  const places = new Map<string, string>();
  const repeated: string[] = [];
  for (const set of sets)
    for (const question of questionsOf(set)) {
      const words = wordsOf(question);
      const before = places.get(words);
      if (before !== undefined && words.split(' ').length >= 4)
        repeated.push(`${before} and ${set.name}: ${question}`);
      places.set(words, set.name);
    }
  expect(repeated).toEqual([]);
});

test('every pattern that judges an answer can match something', () => {
  for (const { answerable, unanswerable, threads } of sets) {
    const patterns = [
      ...answerable.flatMap(({ must, mustNot }) => [...must.flat(), ...mustNot]),
      ...unanswerable.flatMap(({ wrongIf, okIf }) => [...wrongIf, ...okIf]),
      ...threads.flatMap(({ turns }) => turns.flatMap(({ must, mustNot }) => [...must.flat(), ...mustNot])),
    ];
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'i')).not.toThrow();
    // One that matches the empty text would call every answer right, or every one wrong.
    expect(patterns.filter((pattern) => new RegExp(pattern, 'i').test(''))).toEqual([]);
  }
});

test('what is judged has something to be judged by', () => {
  for (const { answerable, threads } of sets) {
    expect(answerable.filter(({ must }) => must.length === 0).map(({ id }) => id)).toEqual([]);
    const turns = threads.flatMap(({ id, turns: said }) => said.map((turn) => ({ id, ...turn })));
    expect(
      turns
        .filter(({ expect: wanted, must }) => wanted === 'answer' && must.length === 0)
        .map(({ id }) => id),
    ).toEqual([]);
  }
});
