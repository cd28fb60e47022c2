/** The words of a base, as the reader and the speller know them. */
import type { Base } from '../facts/schema.ts';
import { ASIDES } from '../search/english/asides.ts';
import { isEnglish } from '../search/english/dictionary.ts';
import { SYNONYMS } from '../search/english/synonyms.ts';
import {
  AUXILIARIES,
  CHAT,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  QUESTION_WORDS,
  SOFT,
} from '../search/english/words.ts';
import { type Lexicon, type LexiconEntry, wordsOf } from '../search/lexicon.ts';
import { eachInSteps, type Steps } from '../search/slices.ts';
import type { KnownWord } from '../search/spelling.ts';
import { stem } from '../search/stem.ts';
import type { Ingredients } from './ingredients.ts';

/** The term of an entity. */
export const entityTerm = (id: string): string => `e:${id}`;

/** What the base calls things, as the reader knows it: names, descriptions, and words that mean the same. */
export function lexiconEntries(base: Base, { synonyms }: Ingredients): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const entity of base.entities) {
    const term = entityTerm(entity.id);
    // `the US president` is a person; a fact about the US and another president does not explain it.
    const isWhole = entity.kind === 'person';
    entries.push({ term, phrases: [entity.name, ...entity.spellings], isName: true, isWhole });
    entries.push({ term, phrases: entity.descriptions, isName: false, isWhole });
  }
  return [...entries, ...synonymEntries(base, synonyms ? SYNONYMS : [])];
}

/**
 * The base's own groups, then everyday English. A word the base places stays where the base has it; where the
 * base places a group's first word, the rest of that group joins it.
 */
function synonymEntries(base: Base, everyday: typeof SYNONYMS): LexiconEntry[] {
  const placed = new Map<string, string>();
  for (const entity of base.entities) {
    for (const phrase of [entity.name, ...entity.spellings, ...entity.descriptions])
      placed.set(phraseKey(phrase), '');
  }
  const entries: LexiconEntry[] = [];
  const add = (phrases: readonly string[], term: string): void => {
    const own = phrases.filter((phrase) => (placed.get(phraseKey(phrase)) ?? term) === term);
    for (const phrase of own) placed.set(phraseKey(phrase), term);
    entries.push({ term, phrases: own, isName: false, isUnsplit: phrases.length === 1 });
  };
  for (const group of base.vocabulary.same) {
    const term = groupTerm(group);
    for (const phrase of group) placed.set(phraseKey(phrase), term);
    entries.push({ term, phrases: group, isName: false });
  }
  for (const group of everyday) {
    const term = placed.get(phraseKey(group[0] ?? '')) || groupTerm(group);
    add(group, term);
  }
  return entries;
}

const groupTerm = (group: readonly string[]): string => `w:${phraseKey(group[0] ?? '')}`;
const phraseKey = (phrase: string): string => wordsOf(phrase).map(stem).join(' ');

/** A word and its regular forms, of which only those that exist are meant: a misspelt `ordred` is nearest to `ordered`. */
function inflections(word: string): string[] {
  if (word.length < 4) return [word];
  const root = word.endsWith('e') ? word.slice(0, -1) : word;
  return [word, ...[`${word}s`, `${root}ed`, `${root}ing`].filter(isEnglish)];
}

/** What a misspelt word may have been meant for; the base's own words come first. */
export function* knownWords(base: Base, lexicon: Lexicon): Steps<KnownWord[]> {
  const ignored = [...ASIDES, ...base.vocabulary.ignore].flatMap(wordsOf);
  const own = new Set<string>();
  yield* eachInSteps(textsOf(base), (text) => {
    for (const word of wordsOf(text)) if (!/\d/.test(word)) own.add(word);
  });
  const grammar = [QUESTION_WORDS, AUXILIARIES, PRONOUNS, PREPOSITIONS, CONJUNCTIONS, DETERMINERS];
  return [
    ...[...own].map((word) => ({ word, rank: 0 })),
    ...[...lexicon.words].flatMap(inflections).map((word) => ({ word, rank: 0.5 })),
    ...grammar.flatMap((words) => [...words].map((word) => ({ word, rank: 1 }))),
    ...[...SOFT, ...CHAT, ...ignored].map((word) => ({ word, rank: 2 })),
  ].filter(({ word }) => word.length >= 3);
}

function* textsOf({ topics }: Base): Generator<string> {
  for (const { facts, digests } of topics) {
    for (const { statement, asks } of facts) yield* [statement, ...asks];
    for (const { asks } of digests) yield* asks;
  }
}
