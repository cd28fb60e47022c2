/**
 * The words that mean the same: names with all their spellings, and groups of words and phrases.
 * A phrase is found whatever its endings (`pulling out`), its spaces (`pull-out`, `pullout`) and, for a
 * verb with a particle, its object in between (`pulled their troops out`).
 */

import { stem } from './stem.ts';
import { fold, tokenise } from './tokens.ts';

/** A concept: what several phrases stand for. `term` is its id among all terms of the index. */
export interface LexiconEntry {
  readonly term: string;
  readonly phrases: readonly string[];
  /** A proper name may carry or lose a particle (`the`, or the base's own such as `al`). */
  readonly isName: boolean;
}

/** A phrase found in a text: how many tokens it takes and what it may stand for. */
export interface PhraseMatch {
  readonly length: number;
  readonly terms: readonly string[];
  /** Whether it may stand for something that has a name, rather than for a group of words. */
  readonly isName: boolean;
}

const PARTICLES_OF_VERBS = new Set([
  'out',
  'off',
  'up',
  'down',
  'over',
  'in',
  'back',
  'away',
  'home',
  'on',
  'out of',
]);
/** `pulled all of its remaining troops out`: the particle is looked for this far from its verb. */
const MAX_GAP = 6;

export interface Lexicon {
  /** The longest phrase that starts at this word. `words` are folded. */
  match(words: readonly string[], at: number): PhraseMatch | undefined;
  /** A verb here and its particle further on: where the particle stands and what both stand for. */
  matchSplit(
    words: readonly string[],
    at: number,
  ): { particleAt: number; terms: readonly string[] } | undefined;
  /** Particles that names may carry (`al`, `the`). */
  readonly particles: ReadonlySet<string>;
  /** All folded words of all phrases. */
  readonly words: ReadonlySet<string>;
  /** Those of names alone. */
  readonly nameWords: ReadonlySet<string>;
}

/** Builds the lexicon. Entries may share a phrase: it then stands for any of them. */
export function createLexicon(
  entries: readonly LexiconEntry[],
  nameParticles: readonly string[] = [],
): Lexicon {
  const particles = new Set(['the', ...nameParticles]);
  const byStems = new Map<string, Set<string>>();
  const byLetters = new Map<string, Set<string>>();
  const splitVerbs = new Map<string, Map<string, Set<string>>>();
  const allWords = new Set<string>();
  const nameWords = new Set<string>();
  const named = new Set(entries.filter(({ isName }) => isName).map(({ term }) => term));
  const starts = new Set<string>();
  let longest = 1;

  for (const entry of entries) {
    for (const phrase of entry.phrases) {
      const words = phraseWords(phrase, entry.isName ? particles : NONE);
      if (words.length === 0) continue;
      for (const word of words) {
        allWords.add(word);
        if (entry.isName) nameWords.add(word);
      }
      longest = Math.max(longest, words.length);
      addTo(byStems, words.map(stem).join(' '), entry.term);
      addTo(byLetters, words.join(''), entry.term);
      for (const start of startsOf(words)) starts.add(start);
      addSplit(splitVerbs, words, entry);
    }
  }

  const lookUp = (words: readonly string[]): ReadonlySet<string> | undefined =>
    byLetters.get(words.join('')) ?? byStems.get(words.map(stem).join(' '));

  return {
    particles,
    words: allWords,
    nameWords,
    match(words, at) {
      const first = words[at] ?? '';
      if (!starts.has(stem(first)) && !starts.has(letterStart(first)) && !particles.has(first))
        return undefined;
      for (let length = Math.min(longest + 1, words.length - at); length >= 1; length -= 1) {
        const span = words.slice(at, at + length);
        const terms = lookUp(span) ?? lookUp(withoutParticles(span, particles));
        if (terms !== undefined) {
          return { length, terms: [...terms], isName: [...terms].some((term) => named.has(term)) };
        }
      }
      return undefined;
    },
    matchSplit(words, at) {
      const particlesOfVerb = splitVerbs.get(stem(words[at] ?? ''));
      if (particlesOfVerb === undefined) return undefined;
      for (let next = at + 2; next <= at + MAX_GAP && next < words.length; next += 1) {
        const terms = particlesOfVerb.get(words[next] ?? '');
        if (terms !== undefined) return { particleAt: next, terms: [...terms] };
      }
      return undefined;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** What a span that matches must begin with: the first word's stem, or the phrase's first letters. */
function startsOf(words: readonly string[]): string[] {
  const letters = words.join('');
  return [stem(words[0] ?? ''), ...[1, 2, 3].map((length) => `^${letters.slice(0, length)}`)];
}

const letterStart = (word: string): string => `^${word.slice(0, 3)}`;

function phraseWords(phrase: string, particles: ReadonlySet<string>): string[] {
  const words = tokenise(phrase).map((token) => token.text);
  const bare = words.filter((word) => !particles.has(word));
  return bare.length > 0 ? bare : words;
}

/** A span that is nothing but particles is no name. */
function withoutParticles(span: readonly string[], particles: ReadonlySet<string>): readonly string[] {
  const first = span[0];
  const last = span.at(-1);
  // A particle at the end belongs to what follows.
  if (first === undefined || last === undefined || particles.has(last)) return [];
  return span.filter((word) => !particles.has(word));
}

function addSplit(
  splitVerbs: Map<string, Map<string, Set<string>>>,
  words: readonly string[],
  entry: LexiconEntry,
): void {
  const [verb, particle] = words;
  if (entry.isName || words.length !== 2 || verb === undefined || particle === undefined) return;
  if (!PARTICLES_OF_VERBS.has(particle)) return;
  const particlesOfVerb = splitVerbs.get(stem(verb)) ?? new Map<string, Set<string>>();
  splitVerbs.set(stem(verb), particlesOfVerb);
  addTo(particlesOfVerb, particle, entry.term);
}

function addTo(map: Map<string, Set<string>>, key: string, term: string): void {
  const terms = map.get(key);
  if (terms === undefined) map.set(key, new Set([term]));
  else terms.add(term);
}

/** The folded words of a text, as the lexicon and the index know them. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}']+/u)
    .map(fold)
    .filter((word) => word !== '');
}
