/**
 * Repairs a misspelt word against the words that the base knows.
 *
 * Candidates come from an index of deletions (the idea is Wolf Garbe's SymSpell, 2012): two words one edit
 * apart become equal when each loses at most one letter, so looking up the question word and each of its
 * single deletions finds them all, and most words two edits apart. The index is flat arrays of hashes in
 * buckets, so 100,000 words cost a few megabytes and a look-up a few microseconds. Fuse.js then ranks the few
 * candidates, which is what it is good at; edit distance settles what may be accepted at all.
 */
import Fuse from 'fuse.js';

/** A repaired word, and how far it is from what was typed, in edits. */
export interface Repair {
  readonly word: string;
  readonly edits: number;
}

export interface Speller {
  has(word: string): boolean;
  /** The known word most likely meant, or nothing where none is near enough. */
  repair(word: string): Repair | undefined;
}

/** Common words are likelier to be meant than rare ones; `rank` is smaller for the likelier. */
export interface KnownWord {
  readonly word: string;
  readonly rank: number;
}

/** Shorter words have too many neighbours to be repaired by anything but a swap of two letters. */
const MIN_LENGTH = 3;
/** Two letters lost (`widrawing`) are looked for in words of at least this length, among those alike in shape. */
const MIN_LENGTH_FOR_FAR = 6;
/** Ranking more candidates than this costs time and never changed a result in the evaluation. */
const MAX_CANDIDATES = 24;

/** Builds a speller over the known words; of a word given twice, the better rank counts. */
export function createSpeller(known: readonly KnownWord[]): Speller {
  const ranks = new Map<string, number>();
  for (const { word, rank } of known) ranks.set(word, Math.min(rank, ranks.get(word) ?? rank));
  const words = [...ranks.keys()];
  const deletions = indexDeletions(words);
  const shapes = groupByShape(words);
  const cache = new Map<string, Repair | null>();

  /** Words with the same first letter and about the same length. */
  const alike = (word: string): string[] =>
    [-1, 0, 1, 2].flatMap((more) => shapes.get(shapeOf(word, more)) ?? []);

  const withinReach = (word: string, candidates: readonly string[]): Near[] =>
    candidates
      .map((candidate) => ({ candidate, edits: editDistance(word, candidate, 3) }))
      .filter(({ candidate, edits }) => edits <= allowedEdits(word, candidate))
      .sort((a, b) => a.edits - b.edits)
      .slice(0, MAX_CANDIDATES);

  const find = (word: string): Repair | undefined => {
    if (word.length < MIN_LENGTH || /\d/.test(word)) return undefined;
    const near = withinReach(
      word,
      [...deletions.near(word)].map((id) => words[id] ?? ''),
    );
    if (near.length > 0 || word.length < MIN_LENGTH_FOR_FAR) return best(word, near, ranks);
    return best(word, withinReach(word, alike(word)), ranks);
  };

  return {
    has: (word) => ranks.has(word),
    repair(word) {
      const cached = cache.get(word);
      if (cached !== undefined) return cached ?? undefined;
      const repair = find(word);
      if (cache.size > 2000) cache.clear();
      cache.set(word, repair ?? null);
      return repair;
    },
  };
}

/**
 * How many edits a word of this length may need. Three letters allow only a swap (`teh`). The first letter is
 * seldom mistyped, and a name the base does not know (`Biden`) must not become a word that it does (`widen`):
 * a first letter may be lost, doubled or swapped with the second, never changed.
 */
export function allowedEdits(typed: string, candidate: string): number {
  const length = Math.max(typed.length, candidate.length);
  if (typed[0] !== candidate[0]) return length > 3 && hasSlippedStart(typed, candidate) ? 1 : 0;
  if (length <= 3) return isSwap(typed, candidate) ? 1 : 0;
  if (length <= 7) return 1;
  return length <= 9 ? 2 : 3;
}

function hasSlippedStart(typed: string, candidate: string): boolean {
  return isSwap(typed, candidate) || typed === candidate.slice(1) || typed.slice(1) === candidate;
}

interface Near {
  readonly candidate: string;
  readonly edits: number;
}

function best(word: string, near: readonly Near[], ranks: ReadonlyMap<string, number>): Repair | undefined {
  const first = near[0];
  if (first === undefined) return undefined;
  const nearest = near.filter(({ edits }) => edits === first.edits);
  if (nearest.length === 1) return { word: first.candidate, edits: first.edits };
  const scores = fuseScores(
    word,
    nearest.map(({ candidate }) => candidate),
  );
  const cost = ({ candidate }: Near): number =>
    (scores.get(candidate) ?? 1) +
    (candidate[0] === word[0] ? 0 : 0.3) +
    (candidate.at(-1) === word.at(-1) ? 0 : 0.1) +
    (isSwap(word, candidate) ? -0.3 : 0) +
    (ranks.get(candidate) ?? 0) / 10;
  const chosen = nearest.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  return { word: chosen.candidate, edits: chosen.edits };
}

function fuseScores(word: string, candidates: readonly string[]): Map<string, number> {
  const fuse = new Fuse(candidates, {
    includeScore: true,
    threshold: 1,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return new Map(fuse.search(word).map(({ item, score }) => [item, score ?? 1]));
}

/** Equal but for two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours, each one edit.
 * Stops early and returns `limit + 1` once the distance must be above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let edits = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(edits);
    }
    if (Math.min(...current) > limit) return limit + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? limit + 1;
}

const shapeOf = (word: string, more = 0): string => `${word[0] ?? ''}${word.length + more}`;

function groupByShape(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(shapeOf(word));
    if (group === undefined) groups.set(shapeOf(word), [word]);
    else group.push(word);
  }
  return groups;
}

interface DeletionIndex {
  /** The numbers of the words that are this one when each loses at most one letter. */
  near(word: string): ReadonlySet<number>;
}

/** Average number of entries in a bucket: few to pass over, and few buckets to keep. */
const BUCKET_SIZE = 4;

function indexDeletions(words: readonly string[]): DeletionIndex {
  let size = 0;
  for (const word of words) size += word.length + 1;
  // Entries lie bucket by bucket: counted first, then put in their places.
  const mask = 2 ** Math.ceil(Math.log2(size / BUCKET_SIZE + 1)) - 1;
  const starts = new Uint32Array(mask + 2);
  for (const word of words) {
    for (let skip = -1; skip < word.length; skip += 1) count(starts, (hashOf(word, skip) & mask) + 1);
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) count(starts, bucket, starts[bucket - 1]);
  const next = starts.slice();
  const hashes = new Uint32Array(size);
  const ids = new Uint32Array(size);
  words.forEach((word, id) => {
    for (let skip = -1; skip < word.length; skip += 1) {
      const hash = hashOf(word, skip);
      const place = next[hash & mask] ?? 0;
      count(next, hash & mask);
      hashes[place] = hash;
      ids[place] = id;
    }
  });
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

function count(counts: Uint32Array, at: number, more = 1): void {
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
