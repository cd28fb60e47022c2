import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEnglish } from '../../src/search/english/dictionary.ts';
import { isFunctionWord } from '../../src/search/grammar.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { allTerms, type Item, readText, wordTerm } from '../../src/search/reader.ts';
import { createSpeller } from '../../src/search/spelling.ts';
import { createNameFinder } from '../../src/search/transliteration.ts';

const lexicon = createLexicon(
  [
    { term: 'e:council', phrases: ['North Harbour Council', 'the council'], isName: true },
    { term: 'e:hamdan', phrases: ['Rashid al-Hamdan', 'Hamdan'], isName: true },
    { term: 'e:us', phrases: ['US', 'United States'], isName: true },
    { term: 'e:deal', phrases: ['May 5 deal'], isName: true },
    { term: 'w:leave', phrases: ['leave', 'pull out', 'withdraw'], isName: false },
    { term: 'w:cancel', phrases: ['call off', 'cancel'], isName: false },
    { term: 'w:now', phrases: ['currently', 'at the moment'], isName: false },
    { term: 'w:over', phrases: ['be over', 'end'], isName: false },
  ],
  ['al'],
);
const known = ['ferry', 'harbour', 'bridge', 'troops', 'left', 'withdraw', 'council', 'hamdan', 'rashid'];
const speller = createSpeller(known.map((word) => ({ word, rank: 0 })));
const findName = createNameFinder(lexicon.nameWords);

const read = (text: string) => readText(text, { lexicon });
const readTyped = (text: string) => readText(text, { lexicon, speller, isEnglish, findName });
const short = ({ kind, text, terms }: Item): string => [kind, text, ...terms].join(' ');

describe('pieces of a text', () => {
  test.each<[string, string[], string]>([
    ['the ferry sank', ['word ferry s:ferri', 'word sank s:sink'], 'grammar says nothing'],
    ['withdrew', ['concept withdrew w:leave'], 'a word that means the same'],
    [
      'pulled all its troops out',
      ['concept pulled w:leave', 'word troops s:troop'],
      'a verb takes its particle along',
    ],
    ['north harbour council', ['concept north harbour council e:council'], 'a name is one piece'],
    ['two ferries', ['quantity two n:2', 'word ferries s:ferri'], 'a number is no word'],
    ['since 5 May 2024', ['quantity 5 May 2024 y:2024 m:5 d:5-5'], 'nor is a date'],
    [
      'did they leave in May 2024',
      ['concept leave w:leave', 'quantity May 2024 y:2024 m:5'],
      'a date keeps its preposition',
    ],
    [
      'did it end in 2024',
      ['concept end w:over', 'quantity 2024 y:2024'],
      'what ends in a year is no part of it',
    ],
    ['the May 5 deal', ['concept the May 5 deal e:deal'], 'but a longer name is a name'],
    ['call it off', ['concept call w:cancel'], 'a verb whose particle is a word of grammar'],
    ['where are they at the moment', ['soft at the moment w:now'], 'a group of words of grammar shades'],
    ['please still', ['chat please s:pleas', 'soft still s:still'], 'and so does one of them'],
    ['over the bridge', ['word bridge s:bridg'], 'a word of grammar is one'],
    ['when will they be over', ['concept be over w:over'], 'unless two stand together for something else'],
    ['monday paper', ['word paper s:paper'], 'a day of the week says nothing by itself'],
  ])('%s → %j: %s', (text, pieces) => {
    expect(read(text).items.map(short)).toEqual(pieces);
  });

  test('a preposition is no particle of a verb, unless nothing follows it', () => {
    const own = createLexicon([{ term: 'w:enter', phrases: ['march in'], isName: false }], []);
    const terms = (text: string) => readText(text, { lexicon: own }).items.flatMap((item) => item.terms);
    expect(terms('when did they march the soldiers in')).toContain('w:enter');
    expect(terms('when did they march the soldiers in the rain')).not.toContain('w:enter');
  });

  test('a clause between them keeps a verb from a particle', () => {
    expect(read('they pulled, then went out').items.map(({ terms }) => terms)).not.toContainEqual([
      'w:leave',
    ]);
  });

  test('a name may be explained word by word, a phrase only as a whole', () => {
    const [name, phrase] = read('Rashid al-Hamdan pulled out').items;
    expect(name?.parts).toEqual([['s:rashid'], ['s:al'], ['s:hamdan', 'e:hamdan']]);
    expect(name && allTerms(name)).toEqual(['e:hamdan', 's:rashid', 's:al', 's:hamdan', 'e:hamdan']);
    expect(phrase?.parts).toEqual([]);
    expect(phrase && allTerms(phrase)).toEqual(['w:leave']);
  });

  test('us is the country or the people asking', () => {
    expect(read('us troops').items.map(({ terms }) => terms)).toContainEqual(['e:us']);
    expect(read('tell us').items.map(({ terms }) => terms)).not.toContainEqual(['e:us']);
  });

  test('each says where it stands', () => {
    const { tokens, items } = read('did the North Harbour Council pull out on 5 May?');
    for (const { at, length, text } of items) {
      expect(
        tokens
          .slice(at, at + length)
          .map(({ raw }) => raw)
          .join(' '),
      ).toBe(text);
    }
    expect(items.map(({ at, length }) => [at, length])).toEqual([
      [1, 4],
      [5, 2],
      [8, 2],
    ]);
  });
});

describe('repairs', () => {
  const repaired = (text: string): string[] =>
    readTyped(text).repaired.map(({ typed, read: as }) => `${typed}→${as}`);

  test.each([
    ['when did they witdraw', ['witdraw→withdraw'], 'a slip'],
    ['when did they with-drw', ['with-drw→withdraw'], 'a hyphen inside a misspelt word'],
    ['on baghdad', [], 'a city of the world'],
    ['did troopsleft', ['troopsleft→troops left'], 'two words typed as one'],
    ['who is alhamdan', ['alhamdan→hamdan'], 'a particle typed together with a name'],
    ['who is khamdan', ['khamdan→hamdan'], 'a letter before the first'],
    ['whennn did they leave sooo fast', ['whennn→when', 'sooo→so'], 'letters drawn out'],
    ['the ferry is clsoed', [], 'what is near nothing known'],
    ['the garment', [], 'an English word'],
    ['did Feri go', [], 'too short a word to be anything'],
  ])('%s: %j, %s', (text, repairs) => {
    expect(repaired(text)).toEqual(repairs);
  });

  test('the base itself is read as it is written', () => {
    expect(read('witdraw').items.map(({ terms }) => terms)).toEqual([['s:witdraw']]);
  });

  test('at most 16 words of a text are tried', () => {
    expect(repaired(Array.from({ length: 40 }, () => 'witdraw').join(' '))).toHaveLength(16);
  });
});

test('words of grammar are told from others, and forms of a word have one term', () => {
  expect(['the', 'of', 'whom', 'dont', 'is'].every(isFunctionWord)).toBe(true);
  expect(['ferry', 'may5', ''].some(isFunctionWord)).toBe(false);
  expect(wordTerm('ferries')).toBe(wordTerm('ferry'));
});

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'pull',
      'out',
      'the',
      'May',
      '5',
      'deal',
      'us',
      'is',
      '1,000',
      'witdraw',
      'al',
      'half',
      'a',
      'over',
      '?',
    ),
  );

  test('reading ends, and its pieces stand one after the other within the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { tokens, items } = readTyped(pieces.join(' '));
        let end = 0;
        for (const { at, length } of items) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + length;
        }
        expect(end).toBeLessThanOrEqual(tokens.length);
      }),
      { numRuns: 300 },
    );
  });

  test('reading it again gives the same', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(readTyped(pieces.join(' '))).toEqual(readTyped(pieces.join(' ')));
      }),
    );
  });

  test('no more than 120 words are read', () => {
    expect(read('ferry '.repeat(500)).items).toHaveLength(120);
  });
});

test('the words that ask are read as thumbs type them', () => {
  const words = (text: string): string[] => readTyped(text).tokens.map((token) => token.text);
  expect(words('hw many wen and wy')).toEqual(['how', 'many', 'when', 'and', 'why']);
  expect(words('wich ferry wht')).toEqual(['which', 'ferry', 'what']);
});
