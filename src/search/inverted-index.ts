/**
 * An inverted index over weighted terms, ranked by BM25 on field-weighted frequencies (BM25F: Robertson,
 * Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
 *
 * Postings lie in two flat arrays, one run a term, each ordered by document. A search reads the runs of the terms
 * that can give most, and stops reading when no document it has not met can be the best any more; what is left is
 * looked up for the documents it has met (MaxScore: Turtle and Flood, "Query evaluation", 1995). Where the others
 * among the `limit` best are not settled by then, it reads on for `SCAN_BUDGET` postings at most. So the best
 * document is always the right one, those after it nearly always, and ten times the documents cost far less than
 * ten times the time.
 */

/** A document: its terms with their field-weighted frequencies. */
export type TermWeights = ReadonlyMap<string, number>;

/** One thing asked for: a document that has any of the terms matches it. */
export interface QueryPart {
  readonly terms: readonly string[];
  /** 1 for a word that matters fully. */
  readonly weight: number;
}

/** A document found, by its place in the list that the index was built from. */
export interface Hit {
  readonly document: number;
  readonly score: number;
}

export interface InvertedIndex {
  readonly size: number;
  /** In how many documents the term occurs. */
  documentFrequency(term: string): number;
  /** How much the term tells documents apart; the highest value for a term that no document has. */
  idf(term: string): number;
  /** The best `limit` documents, best first; equal scores in the order of the documents. */
  search(parts: readonly QueryPart[], limit: number): Hit[];
}

/** Saturation of repeated terms: 1.2 is the customary value; higher rewards repetition more. */
export const K1 = 1.2;
/** How much longer documents are held back: 0 not at all, 1 fully; facts differ little in length. */
export const B = 0.5;
/** Postings read for those after the best. More finds nothing better in the bench and costs time. */
export const SCAN_BUDGET = 3000;
/** Documents that are looked up in the runs left over, beyond the `limit` wanted. */
const LOOKED_UP = 64;

/** Where a term's postings lie. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly idf: number;
  /** The most that it adds to a document's score. */
  readonly most: number;
}

interface Postings {
  readonly runs: ReadonlyMap<string, Run>;
  readonly documents: Uint32Array;
  /** The term's contribution to each document's score, its idf included. */
  readonly impacts: Float32Array;
}

/** Takes the documents one by one, so that whoever builds a great index can do other work in between. */
export interface IndexBuilder {
  add(document: TermWeights): void;
  /** The index over what was added, in that order. The builder is used up. */
  finish(): InvertedIndex;
}

/** Builds the index over the documents in their order. */
export function buildIndex(documents: Iterable<TermWeights>): InvertedIndex {
  const builder = startIndex();
  for (const document of documents) builder.add(document);
  return builder.finish();
}

/** Starts an index without documents. */
export function startIndex(): IndexBuilder {
  const numbers = new Map<string, number>();
  const added: Added = { numbers, frequencies: [], terms: [], weights: [], counts: [], lengths: [] };
  return {
    add: (document) => add(document, numbers, added),
    finish: () => indexOver(layOut(added), added.counts.length),
  };
}

function indexOver(postings: Postings, size: number): InvertedIndex {
  const { runs } = postings;
  const scores = new Float64Array(size);
  const unseen = idfOf(0, size);
  return {
    size,
    documentFrequency: (term) => lengthOf(runs.get(term)),
    idf: (term) => runs.get(term)?.idf ?? unseen,
    search: (parts, limit) => (limit < 1 ? [] : search(postings, scores, askedRuns(parts, runs), limit)),
  };
}

function idfOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

const lengthOf = (run: Run | undefined): number => (run === undefined ? 0 : run.to - run.from);

/** All postings, document by document. */
interface Added {
  /** Each term's number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** In how many documents each term stands, by its number. */
  readonly frequencies: number[];
  /** The term's number and the weight of each posting. */
  readonly terms: number[];
  readonly weights: number[];
  /** How many postings each document has, and the sum of their weights. */
  readonly counts: number[];
  readonly lengths: number[];
}

function add(document: TermWeights, numbers: Map<string, number>, added: Added): void {
  const { frequencies, terms, weights, counts, lengths } = added;
  let length = 0;
  for (const [term, weight] of document) {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
    }
    frequencies[number] = (frequencies[number] ?? 0) + 1;
    terms.push(number);
    weights.push(weight);
    length += weight;
  }
  counts.push(document.size);
  lengths.push(length);
}

/** Sorts the postings by term: each term's run is as long as its frequency, and is filled in document by document. */
function layOut({ numbers, frequencies, terms, weights, counts, lengths }: Added): Postings {
  const size = counts.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  const documents = new Uint32Array(terms.length);
  const impacts = new Float32Array(terms.length);
  const ends = Uint32Array.from(startsOf(frequencies));
  const idfs = Float64Array.from(frequencies, (frequency) => idfOf(frequency, size));
  const mosts = new Float32Array(frequencies.length);
  let from = 0;
  counts.forEach((count, document) => {
    const held = K1 * (1 - B + (B * (lengths[document] ?? 0)) / average);
    for (let at = from; at < from + count; at += 1) {
      const term = terms[at] ?? 0;
      const weight = weights[at] ?? 0;
      const impact = Math.fround(((idfs[term] ?? 0) * weight * (K1 + 1)) / (weight + held));
      const place = ends[term] ?? 0;
      ends[term] = place + 1;
      documents[place] = document;
      impacts[place] = impact;
      if (impact > (mosts[term] ?? 0)) mosts[term] = impact;
    }
    from += count;
  });
  const runs = new Map<string, Run>();
  for (const [term, number] of numbers) {
    const to = ends[number] ?? 0;
    const start = to - (frequencies[number] ?? 0);
    runs.set(term, { from: start, to, idf: idfs[number] ?? 0, most: mosts[number] ?? 0 });
  }
  return { runs, documents, impacts };
}

function startsOf(frequencies: readonly number[]): number[] {
  let next = 0;
  return frequencies.map((frequency) => {
    const start = next;
    next += frequency;
    return start;
  });
}

interface AskedRun {
  readonly run: Run;
  readonly weight: number;
  /** What it and all after it add to a document's score at most. */
  rest: number;
}

/** The runs of what is asked for, those that can give most first. */
function askedRuns(parts: readonly QueryPart[], runs: ReadonlyMap<string, Run>): AskedRun[] {
  const asked: AskedRun[] = [];
  for (const { terms, weight } of parts) {
    for (const term of terms) {
      const run = runs.get(term);
      if (run !== undefined && weight > 0) asked.push({ run, weight, rest: 0 });
    }
  }
  asked.sort((a, b) => b.weight * b.run.most - a.weight * a.run.most || lengthOf(a.run) - lengthOf(b.run));
  let rest = 0;
  for (let at = asked.length - 1; at >= 0; at -= 1) {
    const one = asked[at];
    if (one === undefined) continue;
    rest += one.weight * one.run.most;
    one.rest = rest;
  }
  return asked;
}

function search(postings: Postings, scores: Float64Array, asked: readonly AskedRun[], limit: number): Hit[] {
  const found: number[] = [];
  let best = 0;
  let read = 0;
  let next = 0;
  for (const { run, weight, rest } of asked) {
    read += lengthOf(run);
    // A document not met yet gets no more than `rest`: it cannot be the best, nor even among the `limit` best.
    if (best > rest && (read > SCAN_BUDGET || isSettled(found, scores, rest, limit))) break;
    best = Math.max(best, scan(postings, run, weight, scores, found));
    next += 1;
  }
  const left = asked.slice(next);
  const kept = keepPromising(found, scores, best, left[0]?.rest ?? 0, limit + LOOKED_UP);
  for (const { run, weight } of left) lookUp(postings, run, weight, scores, kept);
  return takeBest(kept, scores, limit);
}

/** Adds a run to the scores; the best score that it led to. */
function scan(
  { documents, impacts }: Postings,
  { from, to }: Run,
  weight: number,
  scores: Float64Array,
  found: number[],
): number {
  let best = 0;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const before = scores[document] ?? 0;
    if (before === 0) found.push(document);
    const score = before + weight * (impacts[at] ?? 0);
    scores[document] = score;
    if (score > best) best = score;
  }
  return best;
}

/** Whether `limit` documents have more already than one not met yet could get. */
function isSettled(found: readonly number[], scores: Float64Array, rest: number, limit: number): boolean {
  let above = 0;
  for (const document of found) {
    if ((scores[document] ?? 0) > rest) above += 1;
    if (above >= limit) return true;
  }
  return false;
}

/**
 * The `count` best documents so far, and all that `rest` could still make the best of all. The scores of the others
 * are cleared for the next search.
 */
function keepPromising(
  found: readonly number[],
  scores: Float64Array,
  best: number,
  rest: number,
  count: number,
): readonly number[] {
  if (rest === 0 || found.length <= count) return found;
  const floor = Math.min(best - rest, scoreOfRank(count, found, scores, best));
  return found.filter((document) => {
    if ((scores[document] ?? 0) >= floor) return true;
    scores[document] = 0;
    return false;
  });
}

const BUCKETS = 256;

/** A score that at least `rank` documents reach and not many more: counting is faster than sorting. */
function scoreOfRank(rank: number, found: readonly number[], scores: Float64Array, best: number): number {
  const buckets = new Uint32Array(BUCKETS + 1);
  const bucketOf = BUCKETS / best;
  for (const document of found) {
    const bucket = Math.floor((scores[document] ?? 0) * bucketOf);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  let above = 0;
  let bucket = BUCKETS + 1;
  while (above < rank && bucket > 0) {
    bucket -= 1;
    above += buckets[bucket] ?? 0;
  }
  return bucket / bucketOf;
}

/** Adds a run to the scores of these documents alone. */
function lookUp(
  { documents, impacts }: Postings,
  run: Run,
  weight: number,
  scores: Float64Array,
  kept: readonly number[],
): void {
  // Reading a run of this length costs less than halving it for each document.
  if (lengthOf(run) < 8 * kept.length) {
    for (let at = run.from; at < run.to; at += 1) {
      const score = scores[documents[at] ?? 0] ?? 0;
      if (score > 0) scores[documents[at] ?? 0] = score + weight * (impacts[at] ?? 0);
    }
    return;
  }
  for (const document of kept) {
    const at = placeOf(document, documents, run);
    if (at >= 0) scores[document] = (scores[document] ?? 0) + weight * (impacts[at] ?? 0);
  }
}

function placeOf(document: number, documents: Uint32Array, { from, to }: Run): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = documents[middle] ?? 0;
    if (value === document) return middle;
    if (value < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Takes the best and clears the scores for the next search. */
function takeBest(found: readonly number[], scores: Float64Array, limit: number): Hit[] {
  let best: Hit[] = [];
  let floor = 0;
  for (const document of found) {
    const score = scores[document] ?? 0;
    scores[document] = 0;
    if (score < floor) continue;
    best.push({ document, score });
    // Sorting at a multiple of the limit keeps the list short at little cost.
    if (best.length >= 4 * limit) {
      best = sortHits(best).slice(0, limit);
      floor = best.at(-1)?.score ?? 0;
    }
  }
  return sortHits(best).slice(0, limit);
}

function sortHits(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => b.score - a.score || a.document - b.document);
}
