import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/search/edit-distance.ts';
import { isEnglish } from '../../src/search/english/dictionary.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { readText } from '../../src/search/reader.ts';
import { allowedEdits, createSpeller } from '../../src/search/spelling.ts';

const KNOWN =
  'withdrawal withdraw widen government troops troop ferry ferries harbour council bridge the tram train mayor rashid'.split(
    ' ',
  );
const speller = createSpeller(KNOWN.map((word) => ({ word, rank: 0 })));
const repair = (word: string): string | undefined => speller.repair(word)?.word;

describe('a slip is repaired', () => {
  test.each([
    ['withdrawl', 'withdrawal', 'a letter lost'],
    ['witdrawal', 'withdrawal', 'another one'],
    ['widrawal', 'withdrawal', 'two letters lost'],
    ['goverment', 'government', 'a letter lost in the middle'],
    ['govenrment', 'government', 'two letters swapped'],
    ['brigde', 'bridge', 'likewise'],
    ['brideg', 'bridge', 'all its letters in another order'],
    ['troopps', 'troops', 'a letter doubled'],
    ['ferrry', 'ferry', 'likewise'],
    ['fery', 'ferry', 'a double letter single'],
    ['harbpur', 'harbour', 'the next key'],
    ['rsahid', 'rashid', 'a swap'],
    ['teh', 'the', 'a swap in a short word'],
    ['eferry', 'ferry', 'a letter before the first'],
    ['arbour', 'harbour', 'the first letter lost'],
    ['fferry', 'ferry', 'the first letter doubled'],
    ['efrry', 'ferry', 'the first two swapped'],
  ])('%s → %s: %s', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  test.each([
    ['biden', 'the first letter is never another one'],
    ['tha', 'three letters allow only a swap'],
    ['th', 'two letters say nothing'],
    ['ferryx9', 'what has a digit is no word'],
    ['brxdgx', 'two slips are too many for six letters'],
    ['zzzzzzzz', 'nothing is near'],
    ['', 'nothing was typed'],
  ])('%s is not: %s', (typed) => {
    expect(repair(typed)).toBeUndefined();
  });

  test('where two words are as near, the likelier one is meant', () => {
    const ranked = (train: number, tram: number) =>
      createSpeller([
        { word: 'coast', rank: train },
        { word: 'cost', rank: tram },
      ]).repair('coost');
    expect(ranked(0, 5)?.word).toBe('coast');
    expect(
      createSpeller([
        { word: 'form', rank: 2 },
        { word: 'from', rank: 0 },
      ]).repair('frmo')?.word,
    ).toBe('from');
  });

  test('of a word given twice, the better rank counts', () => {
    const words = [
      { word: 'boats', rank: 9 },
      { word: 'boots', rank: 1 },
      { word: 'boats', rank: 0 },
    ];
    expect(createSpeller(words).repair('bohts')?.word).toBe('boats');
  });
});

test('real English words stay as they are, whatever they resemble', () => {
  const lexicon = createLexicon([]);
  const read = readText('did the garment widen the faerie bride', { lexicon, speller, isEnglish });
  expect(read.repaired).toEqual([]);
});

const letters = fc.string({ unit: fc.constantFrom(...'abcdeinorst'), minLength: 1, maxLength: 10 });
const long = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstu'), minLength: 6, maxLength: 12 });
const vocabulary = fc.uniqueArray(long, { minLength: 1, maxLength: 20 });

type Edit = (word: string, at: number, letter: string) => string;
const EDITS: readonly Edit[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
];

describe('the speller', () => {
  test('finds every known word itself', () => {
    fc.assert(
      fc.property(vocabulary, (words) => {
        const own = createSpeller(words.map((word) => ({ word, rank: 0 })));
        for (const word of words) {
          expect(own.has(word)).toBe(true);
          expect(own.repair(word)).toEqual({ word, edits: 0 });
        }
      }),
    );
  });

  test('repairs one slip in a long word to that word, or to another that is as near', () => {
    fc.assert(
      fc.property(
        vocabulary,
        fc.nat(),
        fc.constantFrom(...EDITS),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(...'abcdefghi'),
        (words, which, edit, at, letter) => {
          const word = words[which % words.length] ?? '';
          const typed = edit(word, Math.min(at, word.length - 2), letter);
          const repaired = createSpeller(words.map((known) => ({ word: known, rank: 0 }))).repair(typed);
          const nearest = words.filter(
            (known) => slowDistance(typed, known) <= (words.includes(typed) ? 0 : 1),
          );
          expect(nearest).toContain(repaired?.word);
        },
      ),
    );
  });

  test('never repairs beyond what may be a slip', () => {
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 30 }), letters, (words, typed) => {
        const repaired = createSpeller(words.map((word) => ({ word, rank: 0 }))).repair(typed);
        if (repaired === undefined) return;
        expect(repaired.edits).toBe(slowDistance(typed, repaired.word));
        expect(repaired.edits).toBeLessThanOrEqual(allowedEdits(typed, repaired.word));
      }),
    );
  });
});

/** The distance as it is defined: the least of all ways, each way looked at once. */
function slowDistance(a: string, b: string, known = new Map<string, number>()): number {
  if (a === '' || b === '') return a.length + b.length;
  const key = `${a} ${b}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const distance = (lessOfA: number, lessOfB: number) =>
    slowDistance(a.slice(0, a.length - lessOfA), b.slice(0, b.length - lessOfB), known);
  const change = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [distance(1, 0) + 1, distance(0, 1) + 1, distance(1, 1) + change];
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwapped) ways.push(distance(2, 2) + 1);
  known.set(key, Math.min(...ways));
  return Math.min(...ways);
}

describe('edit distance', () => {
  test.each([
    ['ferry', 'ferry', 0],
    ['ferry', 'fery', 1],
    ['ferry', 'frery', 1],
    ['ferry', 'berry', 1],
    ['ferry', 'merit', 3],
    ['', 'abc', 3],
  ])('%s to %s: %d', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
  });

  test('is what its definition says, and one more than the limit beyond that', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { numRuns: 300 },
    );
  });
});

describe('two letters that changed places make another word', () => {
  const known = createSpeller([
    { word: 'signed', rank: 0 },
    { word: 'singed', rank: 0.5 },
    { word: 'diary', rank: 0 },
    { word: 'dairy', rank: 0 },
  ]);

  test('which is taken for the one that the base uses', () => {
    expect(known.swapped('singed')).toBe('signed');
  });

  test('but not where the base uses both, nor for what begins otherwise or is short', () => {
    expect(known.swapped('dairy')).toBeUndefined();
    expect(known.swapped('isgned')).toBeUndefined();
    expect(known.swapped('signed')).toBeUndefined();
  });
});

test('of two words as near, the one with the same consonants is meant', () => {
  const known = createSpeller(['creation', 'coalition'].map((word) => ({ word, rank: 0 })));
  expect(known.repair('colation')?.word).toBe('coalition');
});

describe('vowels that were not typed', () => {
  const known = createSpeller(
    ['ordered', 'withdrawal', 'border', 'barrier', 'burier'].map((word) => ({ word, rank: 0 })),
  );

  test.each([
    ['ordrd', 'ordered'],
    ['wthdrwl', 'withdrawal'],
  ])('%s is %s', (typed, meant) => expect(known.repair(typed)?.word).toBe(meant));

  test('none where several words would be left so', () => {
    expect(known.repair('brr')).toBeUndefined();
  });
});
