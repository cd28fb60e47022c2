/**
 * Finds the words that a misspelt one may be, without looking at all of them: by what is left when a letter is
 * dropped, and by first letter, length and set of letters.
 */

import { eachInSteps, type Steps, WORDS } from './slices.ts';

/** More edits than this make another word. */
export const MAX_EDITS = 3;

export interface DeletionIndex {
  /** The numbers of the words that are this one when each loses at most one letter. */
  near(word: string): ReadonlySet<number>;
}

/** Average number of entries in a bucket: few to pass over, and few buckets to keep. */
const BUCKET_SIZE = 4;

/** Any two words one edit apart share a deletion, and so do most that are two apart. */
export function* indexDeletions(words: readonly string[]): Steps<DeletionIndex> {
  let size = 0;
  for (const word of words) size += word.length + 1;
  const mask = 2 ** Math.ceil(Math.log2(size / BUCKET_SIZE + 1)) - 1;
  const starts = new Uint32Array(mask + 2);
  const unsorted = new Uint32Array(size);
  let made = 0;
  yield* eachInSteps(
    words,
    (word) => {
      for (let skip = -1; skip < word.length; skip += 1) {
        const hash = hashOf(word, skip);
        unsorted[made] = hash;
        made += 1;
        add(starts, (hash & mask) + 1, 1);
      }
    },
    WORDS,
  );
  for (let bucket = 1; bucket < starts.length; bucket += 1) add(starts, bucket, starts[bucket - 1] ?? 0);
  // Entries lie bucket by bucket: they have been counted, and are now put in their places.
  const places = starts.slice();
  const hashes = new Uint32Array(size);
  const ids = new Uint32Array(size);
  let next = 0;
  yield* eachInSteps(
    words,
    (word, id) => {
      for (const end = next + word.length + 1; next < end; next += 1) {
        const hash = unsorted[next] ?? 0;
        const place = places[hash & mask] ?? 0;
        places[hash & mask] = place + 1;
        hashes[place] = hash;
        ids[place] = id;
      }
    },
    WORDS,
  );
  return {
    near(word) {
      const found = new Set<number>();
      for (let skip = -1; skip < word.length; skip += 1) {
        const hash = hashOf(word, skip);
        const end = starts[(hash & mask) + 1] ?? 0;
        for (let at = starts[hash & mask] ?? 0; at < end; at += 1) {
          if (hashes[at] === hash) found.add(ids[at] ?? 0);
        }
      }
      return found;
    },
  };
}

function add(counts: Uint32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}

/** FNV-1a, 32 bits, over the letters but the skipped one; -1 skips none. */
function hashOf(word: string, skip: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    if (at === skip) continue;
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

export interface ShapeIndex {
  /** Words with the same first letter, about the same length and nearly the same letters, by their numbers. */
  alike(word: string): number[];
}

export function indexShapes(words: readonly string[]): ShapeIndex {
  const groups = new Map<string, number[]>();
  const masks = Uint32Array.from(words, lettersOf);
  words.forEach((word, id) => {
    const shape = shapeOf(word);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [id]);
    else group.push(id);
  });
  return {
    alike(word) {
      const letters = lettersOf(word);
      const hasLetters = (id: number): boolean => {
        const mask = masks[id] ?? 0;
        return bits(letters & ~mask) <= MAX_EDITS && bits(mask & ~letters) <= MAX_EDITS;
      };
      return [-1, 0, 1, 2].flatMap((more) => (groups.get(shapeOf(word, more)) ?? []).filter(hasLetters));
    },
  };
}

const shapeOf = (word: string, more = 0): string => `${word[0] ?? ''}${word.length + more}`;

/** Which letters a word has, a bit each. An edit brings in at most one, and takes away at most one. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bits(mask: number): number {
  let left = mask;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}
