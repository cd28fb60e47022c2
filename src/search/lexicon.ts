/**
 * The words that mean the same: names with all their spellings, and groups of words and phrases.
 * A phrase is found whatever its endings (`pulling out`), its spaces (`pull-out`, `pullout`) and, for a
 * verb with a particle, its object in between (`pulled their troops out`).
 */

import { remember } from './remember.ts';
import { stem } from './stem.ts';
import { cleanText, tokenise } from './tokens.ts';

/** A concept: what several phrases stand for. `term` is its id among all terms of the index. */
export interface LexiconEntry {
  readonly term: string;
  readonly phrases: readonly string[];
  /** A proper name may carry or lose a particle (`the`, or the base's own such as `al`). */
  readonly isName: boolean;
  /** Stands for more than its words do: `the old mayor` is a person, and neither old nor any mayor. */
  readonly isWhole?: boolean;
  /** Single words that two others together never make: `is land` is no island. */
  readonly isUnsplit?: boolean;
}

/** A phrase found in a text: how many tokens it takes and what it may stand for. */
export interface PhraseMatch {
  readonly length: number;
  readonly terms: readonly string[];
  /** Whether it may stand for something that has a name, rather than for a group of words. */
  readonly isName: boolean;
  /** Whether its words say nothing of it one by one. */
  readonly isWhole: boolean;
}

const PARTICLES_OF_VERBS = new Set(['out', 'off', 'up', 'down', 'over', 'in', 'back', 'away', 'home', 'on']);
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

/** What a phrase may stand for; whether one of them has a name. */
interface Meaning {
  readonly terms: string[];
  isName: boolean;
  isWhole: boolean;
}

/** How far a phrase that starts with a certain word can go at most. */
interface Reach {
  words: number;
  letters: number;
}

/** Builds the lexicon. Entries may share a phrase: it then stands for any of them. */
export function createLexicon(
  entries: readonly LexiconEntry[],
  nameParticles: readonly string[] = [],
): Lexicon {
  const particles = new Set(['the', ...nameParticles]);
  const byStems = new Map<string, Meaning>();
  const byLetters = new Map<string, Meaning>();
  const splitVerbs = new Map<string, Map<string, Meaning>>();
  const allWords = new Set<string>();
  const nameWords = new Set<string>();
  const natureOf = natures(entries);
  const reaches = new Map<string, Reach>();
  const farthest: Reach = { words: 0, letters: 0 };

  for (const entry of entries) {
    for (const phrase of entry.phrases) {
      const words = phraseWords(phrase, entry.isName ? particles : NONE);
      if (words.length === 0) continue;
      addAll(allWords, words);
      if (entry.isName) addAll(nameWords, words);
      const letters = words.join('');
      const nature = natureOf(entry.term);
      addTo(byStems, words.map(stem).join(' '), entry.term, nature);
      if (entry.isUnsplit !== true) addTo(byLetters, letters, entry.term, nature);
      extendAll(reaches, startsOf(words[0] ?? '', letters), words.length, letters.length);
      farthest.words = Math.max(farthest.words, words.length);
      farthest.letters = Math.max(farthest.letters, letters.length);
      addSplit(splitVerbs, words, entry, nature);
    }
  }

  /** How far a phrase that starts here can go; after a particle, any of them may follow. */
  const reachFrom = remember((first): Reach => {
    if (particles.has(first)) return farthest;
    const [byStem, byLetter] = [reaches.get(stem(first)), reaches.get(letterStart(first))];
    return { words: byStem?.words ?? 0, letters: byLetter?.letters ?? 0 };
  });
  const lookUp = ({ letters, stems }: Span): Meaning | undefined =>
    byLetters.get(letters) ?? byStems.get(stems);

  return {
    particles,
    words: allWords,
    nameWords,
    match(words, at) {
      if (farthest.words === 0) return undefined;
      const reach = reachFrom(words[at] ?? '');
      const whole = emptySpan();
      const bare = emptySpan();
      let found: PhraseMatch | undefined;
      const most = Math.min(farthest.words + 1, words.length - at);
      while (whole.words < most && (bare.words < reach.words || bare.letters.length < reach.letters)) {
        const word = words[at + whole.words] ?? '';
        append(whole, word);
        const isParticle = particles.has(word);
        if (!isParticle) append(bare, word);
        // Without its particles a name is the same; one at the end belongs to what follows.
        const isSame = isParticle || bare.words === whole.words;
        const meaning = lookUp(whole) ?? (isSame ? undefined : nameOnly(lookUp(bare)));
        if (meaning !== undefined) found = { length: whole.words, ...meaning };
      }
      return found;
    },
    matchSplit(words, at) {
      const particlesOfVerb = splitVerbs.size === 0 ? undefined : splitVerbs.get(stem(words[at] ?? ''));
      if (particlesOfVerb === undefined) return undefined;
      for (let next = at + 2; next <= at + MAX_GAP && next < words.length; next += 1) {
        const meaning = particlesOfVerb.get(words[next] ?? '');
        if (meaning !== undefined) return { particleAt: next, terms: meaning.terms };
      }
      return undefined;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** A stretch of words as the lexicon looks it up. */
interface Span {
  words: number;
  letters: string;
  stems: string;
}

const emptySpan = (): Span => ({ words: 0, letters: '', stems: '' });

function append(span: Span, word: string): void {
  span.stems = span.words === 0 ? stem(word) : `${span.stems} ${stem(word)}`;
  span.letters += word;
  span.words += 1;
}

/** What a span that matches must begin with: the first word's stem, or the phrase's first letters. */
function startsOf(first: string, letters: string): string[] {
  return [stem(first), ...[1, 2, 3].map((length) => `^${letters.slice(0, length)}`)];
}

const nameOnly = (meaning: Meaning | undefined): Meaning | undefined =>
  meaning?.isName === true ? meaning : undefined;

const letterStart = (word: string): string => `^${word.slice(0, 3)}`;

function extendAll(
  reaches: Map<string, Reach>,
  starts: readonly string[],
  words: number,
  letters: number,
): void {
  for (const start of starts) {
    const reach = reaches.get(start) ?? { words: 0, letters: 0 };
    reaches.set(start, reach);
    reach.words = Math.max(reach.words, words);
    reach.letters = Math.max(reach.letters, letters);
  }
}

function addAll<T>(set: Set<T>, more: readonly T[]): void {
  for (const one of more) set.add(one);
}

function phraseWords(phrase: string, particles: ReadonlySet<string>): string[] {
  const words = wordsOf(phrase);
  const bare = words.filter((word) => !particles.has(word));
  return bare.length > 0 ? bare : words;
}

function addSplit(
  splitVerbs: Map<string, Map<string, Meaning>>,
  words: readonly string[],
  entry: LexiconEntry,
  nature: Nature,
): void {
  const [verb, particle] = words;
  if (entry.isName || words.length !== 2 || verb === undefined || particle === undefined) return;
  if (!PARTICLES_OF_VERBS.has(particle)) return;
  const particlesOfVerb = splitVerbs.get(stem(verb)) ?? new Map<string, Meaning>();
  splitVerbs.set(stem(verb), particlesOfVerb);
  addTo(particlesOfVerb, particle, entry.term, nature);
}

type Nature = Pick<Meaning, 'isName' | 'isWhole'>;

/** What is said of a term in any entry holds in all of them. */
function natures(entries: readonly LexiconEntry[]): (term: string) => Nature {
  const named = new Set(entries.filter(({ isName }) => isName).map(({ term }) => term));
  const whole = new Set(entries.filter(({ isWhole }) => isWhole).map(({ term }) => term));
  return (term) => ({ isName: named.has(term), isWhole: whole.has(term) });
}

function addTo(meanings: Map<string, Meaning>, key: string, term: string, { isName, isWhole }: Nature): void {
  const meaning = meanings.get(key) ?? { terms: [], isName: false, isWhole: false };
  meanings.set(key, meaning);
  if (!meaning.terms.includes(term)) meaning.terms.push(term);
  meaning.isName ||= isName;
  meaning.isWhole ||= isWhole;
}

/** The folded words of a text, as the lexicon and the index know them. */
export function wordsOf(text: string): string[] {
  return tokenise(cleanText(text)).map((token) => token.text);
}
