/** Synthetic facts and questions for the bench, the same at every run. */

export interface SyntheticQuestion {
  readonly text: string;
  /** The fact that it was made from, by its place. */
  readonly fact: number;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, seeded, good enough to draw words. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const ENDINGS = 'nrstlk';

/** Pronounceable words of four to nine letters, all different. */
function makeVocabulary(size: number, random: () => number): string[] {
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)] ?? 'a';
  const words = new Set<string>();
  while (words.size < size) {
    const syllables = 2 + Math.floor(random() * 3);
    const stem = Array.from({ length: syllables }, () => pick(CONSONANTS) + pick(VOWELS)).join('');
    words.add(random() < 0.5 ? stem + pick(ENDINGS) : stem);
  }
  return [...words];
}

/** Draws words by Zipf's law: the n-th word n times as seldom as the first. */
function createZipf(words: readonly string[], random: () => number): () => string {
  let total = 0;
  const sums = Float64Array.from(words, (_, rank) => {
    total += 1 / (rank + 1);
    return total;
  });
  return () => {
    const at = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

/** Facts of 18 words from a vocabulary of 20,000. */
export function makeFacts(count: number, random: () => number): string[] {
  const draw = createZipf(makeVocabulary(20_000, random), random);
  return Array.from({ length: count }, () => Array.from({ length: 18 }, draw).join(' '));
}

/** Questions of up to eight different words of one fact, in any order, its longest word misspelt. */
export function makeQuestions(
  facts: readonly string[],
  count: number,
  random: () => number,
): SyntheticQuestion[] {
  return Array.from({ length: count }, () => {
    const fact = Math.floor(random() * facts.length);
    const words = [...new Set((facts[fact] ?? '').split(' '))];
    const drawn = words
      .map((word) => ({ word, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ word }) => word)
      .slice(0, 8);
    const longest = drawn.reduce((best, word) => (word.length > best.length ? word : best), '');
    return { fact, text: drawn.map((word) => (word === longest ? misspell(word, random) : word)).join(' ') };
  });
}

/** Two neighbouring letters swapped, or one lost; never the first. */
export function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  return random() < 0.5
    ? `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
    : word.slice(0, at) + word.slice(at + 1);
}
