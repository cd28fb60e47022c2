import { describe, expect, test } from 'vitest';
import { createLexicon, type LexiconEntry, type PhraseMatch, wordsOf } from '../../src/search/lexicon.ts';

const ENTRIES: readonly LexiconEntry[] = [
  { term: 'e:harbour', phrases: ['North Harbour', 'the Old Port'], isName: true },
  { term: 'e:council', phrases: ['North Harbour Council', 'NHC'], isName: true },
  { term: 'e:mayor', phrases: ['Rashid al-Hamdan', 'Hamdan'], isName: true },
  { term: 'e:mayor', phrases: ['the mayor', 'head of the council'], isName: false },
  { term: 'w:leave', phrases: ['leave', 'pull out', 'withdraw', 'get out of'], isName: false },
  { term: 'w:close', phrases: ['close', 'shut down'], isName: false },
  { term: 'w:end', phrases: ['end', 'close'], isName: false },
  { term: 'w:south-east', phrases: ['south-east'], isName: false },
];
const lexicon = createLexicon(ENTRIES, ['al', 'el']);
const match = (text: string, at = 0): PhraseMatch | undefined => lexicon.match(wordsOf(text), at);
const short = (text: string, at = 0): string | undefined => {
  const found = match(text, at);
  return found && `${found.length} ${found.terms.join(' ')}`;
};

describe('a phrase', () => {
  test.each([
    ['north harbour', '2 e:harbour', 'as it is written'],
    ['north harbour council', '3 e:council', 'the longest one wins'],
    ['north harbour councils', '3 e:council', 'in any form'],
    ['north harbour opens', '2 e:harbour', 'and nothing after it'],
    ['pulling out', '2 w:leave', 'in any form'],
    ['withdrew', '1 w:leave', 'in an irregular form'],
    ['pull-out', '2 w:leave', 'with a hyphen'],
    ['pullout', '1 w:leave', 'in one word'],
    ['with draw', '2 w:leave', 'in two'],
    ['southeast', '1 w:south-east', 'in one word where two are usual'],
    ['n h c', '3 e:council', 'letter by letter'],
    ['get out of', '3 w:leave', 'with words of grammar'],
    ['closing', '1 w:close w:end', 'that stands for two things'],
  ])('%s → %s: %s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  test.each(['north', 'harbour', 'the', 'al', 'pull', 'out', ''])('%s alone: nothing', (text) => {
    expect(match(text)).toBeUndefined();
  });

  test('is found where it starts, and nowhere else', () => {
    expect(short('did north harbour open', 1)).toBe('2 e:harbour');
    expect(short('did north harbour open', 0)).toBeUndefined();
    expect(short('did north harbour open', 2)).toBeUndefined();
  });
});

describe('a name', () => {
  test.each([
    ['the north harbour', '3 e:harbour', 'takes an article'],
    ['old port', '2 e:harbour', 'loses one'],
    ['rashid hamdan', '2 e:mayor', 'loses a particle of the base'],
    ['al hamdan', '2 e:mayor', 'takes one'],
    ['el hamdan', '2 e:mayor', 'takes another'],
    ['rashid el hamdan', '3 e:mayor', 'has another'],
    ['hamdan al', '1 e:mayor', 'leaves one to what follows'],
  ])('%s → %s: %s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  test('keeps its particle to itself: other phrases start at their first word', () => {
    expect(short('el pull out')).toBeUndefined();
    expect(short('el pull out', 1)).toBe('2 w:leave');
  });

  test('is told from a description, and so is what is known by both', () => {
    expect(match('hamdan')?.isName).toBe(true);
    expect(match('the mayor')?.isName).toBe(true);
    expect(match('withdraw')?.isName).toBe(false);
    expect([...lexicon.nameWords].sort()).toEqual([
      'council',
      'hamdan',
      'harbour',
      'nhc',
      'north',
      'old',
      'port',
      'rashid',
    ]);
  });
});

describe('a verb with its particle in the distance', () => {
  const split = (text: string): number | undefined => lexicon.matchSplit(wordsOf(text), 0)?.particleAt;

  test.each([
    ['pulled their troops out', 3],
    ['pull all of the remaining troops out', 6],
    ['shut it down', 2],
  ])('%s: at word %d', (text, at) => {
    expect(split(text)).toBe(at);
  });

  test.each([
    ['pull out', 'side by side they are a phrase'],
    ['pull all of the many remaining troops out', 'too far away'],
    ['pull the troops over', 'another particle'],
    ['push the troops out', 'another verb'],
  ])('%s: none, %s', (text) => {
    expect(split(text)).toBeUndefined();
  });
});

test('an empty lexicon knows nothing', () => {
  expect(createLexicon([]).match(['the', 'ferry'], 0)).toBeUndefined();
  expect(createLexicon([]).matchSplit(['pull', 'it', 'out'], 0)).toBeUndefined();
});

test('phrases written with typographic marks are those that people type', () => {
  const typeset = createLexicon([{ term: 'e:qasim', phrases: ['Qa’sim\u00a0Bridge'], isName: true }]);
  expect(typeset.match(wordsOf("qa'sim bridge"), 0)?.length).toBe(2);
  expect(wordsOf('the mayor’s U.S. visit')).toEqual(['the', 'mayor', 'us', 'visit']);
});
