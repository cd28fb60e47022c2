/**
 * An inverted index over weighted terms, ranked by BM25 on field-weighted frequencies (BM25F: Robertson,
 * Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
 *
 * Postings lie in flat typed arrays, one run a term, ordered by document. A search reads the runs of the
 * rarest terms whole until it has seen `SCAN_BUDGET` postings, and from then on only looks the best documents
 * found so far up in the runs of the commoner terms. A document that matches nothing but common words while
 * others match rare ones could not have won, and skipping it makes ten times the documents cost far less
 * than ten times the time.
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
const K1 = 1.2;
/** How much longer documents are held back: 0 not at all, 1 fully; facts differ little in length. */
const B = 0.5;
/** Postings read in full per search. More finds nothing better in the bench and costs time. */
const SCAN_BUDGET = 6000;
/** Documents that are looked up in the runs of common terms: the best so far by the rare ones. */
const LOOKED_UP = 400;

interface Postings {
  readonly documents: Uint32Array;
  /** The term's contribution to each document's score, its idf included. */
  readonly impacts: Float32Array;
}

/** Builds the index over the documents in their order. */
export function buildIndex(documents: readonly TermWeights[]): InvertedIndex {
  const builder = collectPostings(documents);
  const size = documents.length;
  const idfOf = (frequency: number): number => Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  const postings = finishPostings(builder, idfOf);
  const scores = new Float32Array(size);
  const unseen = idfOf(0);

  return {
    size,
    documentFrequency: (term) => postings.get(term)?.documents.length ?? 0,
    idf: (term) => {
      const run = postings.get(term);
      return run === undefined ? unseen : idfOf(run.documents.length);
    },
    search(parts, limit) {
      const found: number[] = [];
      const runs = runsByRarity(parts, postings);
      let budget = SCAN_BUDGET;
      let next = 0;
      for (
        ;
        next < runs.length && (found.length === 0 || (runs[next]?.run.documents.length ?? 0) <= budget);
        next += 1
      ) {
        const { run, weight } = runs[next] ?? NOTHING;
        scan(run, weight, scores, found);
        budget -= run.documents.length;
      }
      const rest = runs.slice(next);
      const promising = rest.length === 0 ? found : keepPromising(found, scores, Math.max(limit, LOOKED_UP));
      for (const { run, weight } of rest) lookUp(run, weight, scores, promising);
      return takeBest(promising, scores, limit);
    },
  };
}

interface Builder {
  readonly runs: Map<string, { documents: number[]; weights: number[] }>;
  readonly lengths: Float32Array;
}

function collectPostings(documents: readonly TermWeights[]): Builder {
  const runs = new Map<string, { documents: number[]; weights: number[] }>();
  const lengths = new Float32Array(documents.length);
  documents.forEach((terms, document) => {
    let length = 0;
    for (const [term, weight] of terms) {
      let run = runs.get(term);
      if (run === undefined) {
        run = { documents: [], weights: [] };
        runs.set(term, run);
      }
      run.documents.push(document);
      run.weights.push(weight);
      length += weight;
    }
    lengths[document] = length;
  });
  return { runs, lengths };
}

function finishPostings(
  { runs, lengths }: Builder,
  idfOf: (frequency: number) => number,
): Map<string, Postings> {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const finished = new Map<string, Postings>();
  for (const [term, { documents, weights }] of runs) {
    const idf = idfOf(documents.length);
    const impacts = Float32Array.from(weights, (weight, at) => {
      const relative = (lengths[documents[at] ?? 0] ?? 0) / average;
      const frequency = weight / (1 - B + B * relative);
      return (idf * frequency * (K1 + 1)) / (K1 + frequency);
    });
    finished.set(term, { documents: Uint32Array.from(documents), impacts });
  }
  return finished;
}

function runsByRarity(
  parts: readonly QueryPart[],
  postings: ReadonlyMap<string, Postings>,
): { run: Postings; weight: number }[] {
  return parts
    .flatMap(({ terms, weight }) =>
      terms.flatMap((term) => {
        const run = postings.get(term);
        return run === undefined ? [] : [{ run, weight }];
      }),
    )
    .sort((a, b) => a.run.documents.length - b.run.documents.length);
}

const NOTHING = { run: { documents: new Uint32Array(), impacts: new Float32Array() }, weight: 0 };

/** The best documents so far; the scores of the others are cleared for the next search. */
function keepPromising(found: readonly number[], scores: Float32Array, count: number): number[] {
  if (found.length <= count) return [...found];
  const sample = Float32Array.from(found, (document) => scores[document] ?? 0).sort();
  const floor = sample[sample.length - count] ?? 0;
  const kept: number[] = [];
  for (const document of found) {
    if ((scores[document] ?? 0) >= floor && kept.length < count) kept.push(document);
    else scores[document] = 0;
  }
  return kept;
}

function scan(run: Postings, weight: number, scores: Float32Array, found: number[]): void {
  const { documents, impacts } = run;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0;
    const score = scores[document] ?? 0;
    if (score === 0) found.push(document);
    scores[document] = score + weight * (impacts[at] ?? 0);
  }
}

function lookUp(run: Postings, weight: number, scores: Float32Array, found: readonly number[]): void {
  for (const document of found) {
    const at = indexOfDocument(run.documents, document);
    if (at >= 0) scores[document] = (scores[document] ?? 0) + weight * (run.impacts[at] ?? 0);
  }
}

function indexOfDocument(documents: Uint32Array, document: number): number {
  let low = 0;
  let high = documents.length - 1;
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
function takeBest(found: readonly number[], scores: Float32Array, limit: number): Hit[] {
  let best: Hit[] = [];
  let floor = 0;
  for (const document of found) {
    const score = scores[document] ?? 0;
    scores[document] = 0;
    if (score <= floor) continue;
    best.push({ document, score });
    // Sorting at twice the limit keeps the list short at little cost.
    if (best.length >= 2 * limit) {
      best = sortHits(best).slice(0, limit);
      floor = best.at(-1)?.score ?? 0;
    }
  }
  return sortHits(best).slice(0, limit);
}

function sortHits(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => b.score - a.score || a.document - b.document);
}
