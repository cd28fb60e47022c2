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
import { editDistance } from './edit-distance.ts';
import { type DeletionIndex, indexDeletions, indexShapes, MAX_EDITS, type ShapeIndex } from './near-words.ts';
import { eachInSteps, runAtOnce, type Steps, WORDS } from './slices.ts';

/** A repaired word, and how far it is from what was typed, in edits. */
export interface Repair {
  readonly word: string;
  readonly edits: number;
}

export interface Speller {
  has(word: string): boolean;
  /**
   * The likeliest sort of known word that differs in two neighbouring letters, which changed places, or in one that is
   * doubled, where the word itself is not of that sort: `signed` for `singed`, `bases` for `basses`.
   */
  swapped(word: string): string | undefined;
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
  return runAtOnce(createSpellerInSteps(known));
}

/** The same in short steps. */
export function* createSpellerInSteps(known: readonly KnownWord[]): Steps<Speller> {
  const ranks = new Map<string, number>();
  const rank = (one: KnownWord): void => {
    ranks.set(one.word, Math.min(one.rank, ranks.get(one.word) ?? one.rank));
  };
  yield* eachInSteps(known, rank, WORDS);
  const words = [...ranks.keys()];
  const deletions = yield* indexDeletions(words);
  const shapes = indexShapes(words);
  return spellerOver(words, ranks, deletions, shapes);
}

function spellerOver(
  words: readonly string[],
  ranks: ReadonlyMap<string, number>,
  deletions: DeletionIndex,
  shapes: ShapeIndex,
): Speller {
  const cache = new Map<string, Repair | null>();
  let bySkeleton: ReadonlyMap<string, string> | undefined;
  const skeletons = (): ReadonlyMap<string, string> => {
    bySkeleton ??= indexSkeletons(ranks);
    return bySkeleton;
  };

  const withinReach = (word: string, candidates: Iterable<number>): Near[] => {
    const near: Near[] = [];
    for (const id of candidates) {
      const candidate = words[id] ?? '';
      const allowed = allowedEdits(word, candidate);
      const edits = editDistance(word, candidate, allowed);
      if (edits <= allowed) near.push({ candidate, edits });
    }
    return near.sort((a, b) => a.edits - b.edits).slice(0, MAX_CANDIDATES);
  };

  const find = (word: string): Repair | undefined => {
    if (word.length < MIN_LENGTH || /\d/.test(word)) return undefined;
    const near = withinReach(word, deletions.near(word));
    if (near.length > 0) return best(word, near, ranks);
    const far = word.length < MIN_LENGTH_FOR_FAR ? [] : withinReach(word, shapes.alike(word));
    return best(word, far, ranks) ?? withVowels(word, skeletons());
  };

  return {
    has: (word) => ranks.has(word),
    swapped: (word) =>
      ranks.get(word) === LIKELIEST ? undefined : swapsOf(word).find((each) => ranks.get(each) === LIKELIEST),
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

/** What is left of a word whose vowels are not typed: `wthdrwl`. The first letter always is. */
const skeletonOf = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');

/** Fewer consonants than this are left of too many words. */
const MIN_SKELETON = 4;

/** The likeliest words by what is left of them without vowels; none where that is left of several. */
function indexSkeletons(ranks: ReadonlyMap<string, number>): Map<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const [word, rank] of ranks) {
    const skeleton = skeletonOf(word);
    if (rank !== LIKELIEST || skeleton.length < MIN_SKELETON) continue;
    if (found.has(skeleton)) shared.add(skeleton);
    found.set(skeleton, word);
  }
  for (const skeleton of shared) found.delete(skeleton);
  return found;
}

/** `ordrd` is `ordered`: all its consonants are there, and hardly a vowel. */
function withVowels(word: string, skeletons: ReadonlyMap<string, string>): Repair | undefined {
  const skeleton = skeletonOf(word);
  if (word.length - skeleton.length > 1) return undefined;
  const whole = skeletons.get(skeleton);
  return whole === undefined || whole.length <= word.length
    ? undefined
    : { word: whole, edits: whole.length - word.length };
}

/**
 * How many edits a word of this length may need. Three letters allow only a swap (`teh`). The first letter is
 * seldom mistyped, and a name the base does not know (`Biden`) must not become a word that it does (`widen`):
 * a first letter may be lost, doubled or swapped with the second, never changed. Letters that are all there, in
 * another order (`regeim`), may need one edit more.
 */
export function allowedEdits(typed: string, candidate: string): number {
  const length = Math.max(typed.length, candidate.length);
  if (typed[0] !== candidate[0]) return length > 3 && hasSlippedStart(typed, candidate) ? 1 : 0;
  if (length <= 3) return isSwap(typed, candidate) ? 1 : 0;
  if (length <= 7) return length > 5 && isJumble(typed, candidate) ? 2 : 1;
  return length <= 9 ? 2 : MAX_EDITS;
}

function hasSlippedStart(typed: string, candidate: string): boolean {
  return isSwap(typed, candidate) || typed === candidate.slice(1) || typed.slice(1) === candidate;
}

function isJumble(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
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
    (isSwap(word, candidate) || isDoubled(word, candidate) ? -0.3 : 0) +
    // Vowels go astray sooner than consonants: `colation` is no `creation`.
    (consonantsOf(candidate) === consonantsOf(word) ? -0.3 : 0) +
    (ranks.get(candidate) ?? 0) / 10;
  const chosen = nearest.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  return { word: chosen.candidate, edits: chosen.edits };
}

/** Without its vowels and with no letter doubled; `clt` and `ctl` are the same, since letters change places. */
function consonantsOf(word: string): string {
  return [...new Set(word.replace(/[aeiouy]/g, ''))].sort().join('');
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

const LIKELIEST = 0;
/** A shorter word has too many neighbours that are words as well. */
const MIN_SWAPPED = 5;

/**
 * All words made by letting two neighbouring letters change places, or by writing a doubled one once; never the first,
 * which is seldom mistyped.
 */
function swapsOf(word: string): string[] {
  if (word.length < MIN_SWAPPED) return [];
  return [...word.slice(2)].map((letter, index) => {
    const at = index + 1;
    const before = word[at] ?? '';
    const swapped = before === letter ? letter : letter + before;
    return word.slice(0, at) + swapped + word.slice(at + 2);
  });
}

/** `fuly` is `fully` rather than `fly`: a doubled letter is typed once. */
function isDoubled(word: string, candidate: string): boolean {
  const at = [...candidate].findIndex((letter, index) => letter !== word[index]);
  return (
    at > 0 && candidate[at] === candidate[at - 1] && candidate.slice(0, at) + candidate.slice(at + 1) === word
  );
}

/** Equal but for two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
