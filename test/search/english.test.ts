import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DECISIVE } from '../../src/search/english/decisive.ts';
import { GROUPS, SYNONYMS } from '../../src/search/english/synonyms.ts';
import {
  AUXILIARIES,
  CHAT,
  CONJUNCTIONS,
  DETERMINERS,
  NEGATIONS,
  PREPOSITIONS,
  PRONOUNS,
  QUESTION_WORDS,
  SOFT,
} from '../../src/search/english/words.ts';
import { wordsOf } from '../../src/search/lexicon.ts';
import { stem } from '../../src/search/stem.ts';

const FOLDER = new URL('../../src/search/english/', import.meta.url);
const GRAMMAR = new Set([
  ...[AUXILIARIES, NEGATIONS, PREPOSITIONS, PRONOUNS, DETERMINERS, CONJUNCTIONS, QUESTION_WORDS].flatMap(
    (words) => [...words],
  ),
]);
const stems = (phrase: string): string => wordsOf(phrase).map(stem).join(' ');
const repeated = (words: readonly string[]): string[] =>
  words.filter((word, at) => words.indexOf(word) !== at);

/** The lists as they are written: sets would hide a word that stands in one twice. */
function writtenLists(): { name: string; words: string[] }[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const source = readFileSync(new URL(file, FOLDER), 'utf8');
    return [...source.matchAll(/const (\w+)[^=\n]*= list\(\s*[`']([^`']*)[`']/g)].map(
      ([, name = '', text = '']) => ({ name, words: text.trim().split(/\s+/) }),
    );
  });
}

describe('the lists of English words', () => {
  test('are found where they are written', () => {
    expect(writtenLists().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POLITE', 'SOFT_VERBS', 'PEOPLE', 'ACKNOWLEDGEMENTS']),
    );
  });

  test.each(writtenLists())('$name has no word twice', ({ words }) => {
    expect(repeated(words)).toEqual([]);
  });

  test('are written as the reader folds words: lower case, no apostrophes', () => {
    const words = [...GRAMMAR, ...CHAT, ...SOFT, ...DECISIVE];
    expect(words.filter((word) => word !== '&' && wordsOf(word).join('') !== word)).toEqual([]);
  });
});

describe('a word that decides', () => {
  test('is not one that may be overlooked, in any of its forms', () => {
    const light = new Set([...GRAMMAR, ...CHAT, ...SOFT]);
    expect(DECISIVE.filter((word) => light.has(word) || SOFT.has(stem(word)))).toEqual([]);
  });

  test('stands in no group of synonyms: there it would be explained by another word', () => {
    const grouped = new Set(GROUPS.flat().map(stems));
    expect(DECISIVE.filter((word) => grouped.has(stem(word)))).toEqual([]);
  });

  test('has the form of one group of its own', () => {
    expect(repeated(DECISIVE.map(stem))).toEqual([]);
    expect(SYNONYMS).toContainEqual(['hospital']);
  });
});

describe('a word of chat', () => {
  test('is neither one that shades the question nor one of grammar', () => {
    expect([...CHAT].filter((word) => SOFT.has(word) || GRAMMAR.has(word))).toEqual([]);
  });

  test('stands in no group of synonyms: there it would have to be explained', () => {
    expect(GROUPS.flat().filter((phrase) => CHAT.has(phrase))).toEqual([]);
  });
});

describe('synonyms', () => {
  test('stand in one group only, in all their forms', () => {
    const groupsOf = new Map<string, Set<number>>();
    GROUPS.forEach((group, index) => {
      for (const phrase of group.map(stems)) {
        groupsOf.set(phrase, (groupsOf.get(phrase) ?? new Set()).add(index));
      }
    });
    expect([...groupsOf].filter(([, groups]) => groups.size > 1).map(([phrase]) => phrase)).toEqual([]);
  });
});
