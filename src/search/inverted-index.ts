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

/** A document: its terms with their field-weighted frequencies; those of a term given twice add up. */
export type TermWeights = Iterable<readonly [term: string, weight: number]>;

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

interface Postings {
  /** Each term's number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Where each term's run starts, by its number; it ends where the next one starts. */
  readonly starts: Uint32Array;
  /** The most that each term adds to a document's score. */
  readonly mosts: Float32Array;
  readonly documents: Uint32Array;
  /** The term's contribution to each document's score, its idf included. */
  readonly impacts: Float32Array;
}

/** Takes the documents one by one, so that whoever builds a great index can do other work in between. */
export interface IndexBuilder {
  /** Puts a term into the document that is being added; a term put twice counts for the sum. */
  put(term: string, weight: number): void;
  /** Ends that document; what is put next belongs to the next one. */
  endDocument(): void;
  /** The index over what was added, in that order. The builder is used up. */
  finish(): InvertedIndex;
}

/** Builds the index over the documents in their order. */
export function buildIndex(documents: Iterable<TermWeights>): InvertedIndex {
  const builder = startIndex();
  for (const document of documents) {
    for (const [term, weight] of document) builder.put(term, weight);
    builder.endDocument();
  }
  return builder.finish();
}

/** Starts an index without documents. */
export function startIndex(): IndexBuilder {
  const numbers = new Map<string, number>();
  const added: Added = { numbers, frequencies: [], terms: [], weights: [], counts: [], lengths: [] };
  const { frequencies, terms, weights, counts, lengths } = added;
  /** Where each term's last posting is. */
  const latest: number[] = [];
  let start = 0;
  let length = 0;
  return {
    put(term, weight) {
      length += weight;
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
        frequencies.push(0);
        latest.push(-1);
      }
      const place = latest[number] ?? -1;
      if (place >= start) {
        weights[place] = (weights[place] ?? 0) + weight;
        return;
      }
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      latest[number] = terms.length;
      terms.push(number);
      weights.push(weight);
    },
    endDocument() {
      counts.push(terms.length - start);
      lengths.push(length);
      start = terms.length;
      length = 0;
    },
    finish: () => indexOver(layOut(added), counts.length),
  };
}

function indexOver(postings: Postings, size: number): InvertedIndex {
  const { numbers, starts } = postings;
  const scores = new Float64Array(size);
  const documentFrequency = (term: string): number => {
    const number = numbers.get(term);
    return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
  };
  return {
    size,
    documentFrequency,
    idf: (term) => idfOf(documentFrequency(term), size),
    search: (parts, limit) => (limit < 1 ? [] : search(postings, scores, askedRuns(parts, postings), limit)),
  };
}

function idfOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

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

/** Sorts the postings by term: each term's run is as long as its frequency, and is filled document by document. */
function layOut({ numbers, frequencies, terms, weights, counts, lengths }: Added): Postings {
  const size = counts.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  const documents = new Uint32Array(terms.length);
  const impacts = new Float32Array(terms.length);
  const mosts = new Float32Array(frequencies.length);
  const idfs = Float64Array.from(frequencies, (frequency) => idfOf(frequency, size));
  const starts = startsOf(frequencies);
  const places = starts.slice();
  let at = 0;
  for (let document = 0; document < size; document += 1) {
    const held = K1 * (1 - B + (B * (lengths[document] ?? 0)) / average);
    for (const end = at + (counts[document] ?? 0); at < end; at += 1) {
      const term = terms[at] ?? 0;
      const weight = weights[at] ?? 0;
      const impact = Math.fround(((idfs[term] ?? 0) * weight * (K1 + 1)) / (weight + held));
      const place = places[term] ?? 0;
      places[term] = place + 1;
      documents[place] = document;
      impacts[place] = impact;
      if (impact > (mosts[term] ?? 0)) mosts[term] = impact;
    }
  }
  return { numbers, starts, mosts, documents, impacts };
}

function startsOf(frequencies: readonly number[]): Uint32Array {
  const starts = new Uint32Array(frequencies.length + 1);
  frequencies.forEach((frequency, term) => {
    starts[term + 1] = (starts[term] ?? 0) + frequency;
  });
  return starts;
}

/** A term's postings, as far as a search is concerned. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** What it adds to a document's score at most. */
  readonly most: number;
  /** What it and all after it add at most. */
  rest: number;
}

/** The runs of what is asked for, those that can give most first. */
function askedRuns(parts: readonly QueryPart[], { numbers, starts, mosts }: Postings): Run[] {
  const runs: Run[] = [];
  for (const { terms, weight } of parts) {
    for (const term of terms) {
      const number = numbers.get(term);
      if (number === undefined || weight <= 0) continue;
      const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
      runs.push({ from, to, weight, most: weight * (mosts[number] ?? 0), rest: 0 });
    }
  }
  runs.sort((a, b) => b.most - a.most || lengthOf(a) - lengthOf(b));
  let rest = 0;
  for (const run of runs.toReversed()) {
    rest += run.most;
    run.rest = rest;
  }
  return runs;
}

const lengthOf = ({ from, to }: Run): number => to - from;

function search(postings: Postings, scores: Float64Array, runs: readonly Run[], limit: number): Hit[] {
  const found: number[] = [];
  let best = 0;
  let read = 0;
  let next = 0;
  for (const run of runs) {
    read += lengthOf(run);
    // A document not met yet gets no more than `rest`: it cannot be the best, nor even among the `limit` best.
    if (best > run.rest && (read > SCAN_BUDGET || isSettled(found, scores, run.rest, limit))) break;
    best = Math.max(best, scan(postings, run, scores, found));
    next += 1;
  }
  const left = runs.slice(next);
  const kept = keepPromising(found, scores, best, left[0]?.rest ?? 0, limit + LOOKED_UP);
  for (const run of left) lookUp(postings, run, scores, kept);
  return takeBest(kept, scores, limit);
}

/** Adds a run to the scores; the best score that it led to. */
function scan(
  { documents, impacts }: Postings,
  { from, to, weight }: Run,
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
  scores: Float64Array,
  kept: readonly number[],
): void {
  const { from, to, weight } = run;
  // Reading a run of this length costs less than halving it for each document.
  if (lengthOf(run) < 8 * kept.length) {
    for (let at = from; at < to; at += 1) {
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
