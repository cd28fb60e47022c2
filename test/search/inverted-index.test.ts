import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  B,
  buildIndex,
  K1,
  type QueryPart,
  SCAN_BUDGET,
  startIndex,
} from '../../src/search/inverted-index.ts';

type Terms = ReadonlyMap<string, number>;

const documentOf = (text: string): Terms => {
  const terms = new Map<string, number>();
  for (const term of text.split(' ')) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
};
const ask = (text: string): QueryPart[] => text.split(' ').map((term) => ({ terms: [term], weight: 1 }));

const FACTS = [
  'the north ferry is closed until march',
  'the south ferry runs every hour',
  'the harbour council pays for the ferry ferry ferry',
  'the bridge is closed',
];
const index = buildIndex(FACTS.map(documentOf));
const found = (question: string): number[] => index.search(ask(question), 10).map(({ document }) => document);

describe('what is found', () => {
  test.each([
    ['bridge', [3], 'the only one that has the word'],
    ['north ferry', [0, 2, 1], 'first the one that has both, then those that say ferry, more often first'],
    ['closed', [3, 0], 'the shorter text is more about it'],
    ['closed march', [0, 3], 'a rare word outweighs that'],
    ['airport', [], 'nothing for a word that nobody has'],
    ['airport bridge', [3], 'which does not stand in the way of others'],
  ])('%s → %j: %s', (question, documents) => {
    expect(found(question)).toEqual(documents);
  });

  test('of several terms of one thing asked for, any will do', () => {
    const hits = index.search([{ terms: ['quay', 'bridge'], weight: 1 }], 10);
    expect(hits.map(({ document }) => document)).toEqual([3]);
  });

  test('a word that matters less adds less', () => {
    const [full] = index.search([{ terms: ['bridge'], weight: 1 }], 1);
    const [half] = index.search([{ terms: ['bridge'], weight: 0.5 }], 1);
    expect(half?.score).toBeCloseTo((full?.score ?? 0) / 2);
    expect(index.search([{ terms: ['bridge'], weight: 0 }], 1)).toEqual([]);
  });

  test('equal documents come in their order, and no more than wanted', () => {
    const same = buildIndex(Array.from({ length: 30 }, () => documentOf('one and the same')));
    expect(same.search(ask('one same'), 3).map(({ document }) => document)).toEqual([0, 1, 2]);
    expect(same.search(ask('one same'), 0)).toEqual([]);
  });

  test('one search leaves nothing behind for the next', () => {
    const before = index.search(ask('closed march'), 2);
    index.search(ask('the ferry is closed'), 1);
    expect(index.search(ask('closed march'), 2)).toEqual(before);
  });
});

test('how much a word tells documents apart', () => {
  expect(index.size).toBe(4);
  expect(['the', 'ferry', 'march', 'airport'].map((term) => index.documentFrequency(term))).toEqual([
    4, 3, 1, 0,
  ]);
  const idfs = ['the', 'ferry', 'march', 'airport'].map((term) => index.idf(term));
  expect([...idfs].sort((a, b) => a - b)).toEqual(idfs);
});

test('an index without documents finds nothing', () => {
  const empty = buildIndex([]);
  expect(empty.search(ask('ferry'), 5)).toEqual([]);
  expect(Number.isFinite(empty.idf('ferry'))).toBe(true);
});

test('a term given twice counts as much as both', () => {
  const twice = buildIndex([
    [
      ['ferry', 1],
      ['quay', 1],
      ['ferry', 2],
    ],
    documentOf('quay'),
  ]);
  const once = buildIndex([
    new Map([
      ['ferry', 3],
      ['quay', 1],
    ]),
    documentOf('quay'),
  ]);
  expect(twice.search(ask('ferry quay'), 5)).toEqual(once.search(ask('ferry quay'), 5));
});

test('an index built bit by bit is the same', () => {
  const builder = startIndex();
  for (const fact of FACTS) {
    for (const [term, weight] of documentOf(fact)) builder.put(term, weight);
    builder.endDocument();
  }
  expect(builder.finish().search(ask('closed march'), 5)).toEqual(index.search(ask('closed march'), 5));
});

/** BM25F as it stands in the paper, over every document. */
function slowScores(documents: readonly Terms[], parts: readonly QueryPart[]): number[] {
  const lengths = documents.map((document) =>
    [...document.values()].reduce((sum, weight) => sum + weight, 0),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const scores = documents.map(() => 0);
  for (const { terms, weight } of parts) {
    for (const term of terms) {
      const having = documents.filter((document) => document.has(term)).length;
      const idf = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      documents.forEach((document, at) => {
        const frequency = (document.get(term) ?? 0) / (1 - B + (B * (lengths[at] ?? 0)) / average);
        scores[at] = (scores[at] ?? 0) + (weight * idf * frequency * (K1 + 1)) / (K1 + frequency);
      });
    }
  }
  return scores;
}

const term = fc.integer({ min: 0, max: 400 }).map((rank) => `t${Math.floor(rank ** 2 / 400)}`);
const weight = fc.constantFrom(0.15, 0.4, 1, 2);
const corpus = fc.array(
  fc.dictionary(term, weight, { minKeys: 1, maxKeys: 12 }).map((terms) => new Map(Object.entries(terms))),
  { minLength: 1, maxLength: 60 },
);
const question = fc.array(fc.record({ terms: fc.array(term, { minLength: 1, maxLength: 3 }), weight }), {
  minLength: 1,
  maxLength: 8,
});

describe('against BM25F over all documents', () => {
  test('every score and every document, while there are few', () => {
    fc.assert(
      fc.property(corpus, question, (documents, parts) => {
        const slow = slowScores(documents, parts);
        const hits = buildIndex(documents).search(parts, documents.length);
        expect(hits.map(({ document }) => document).sort((a, b) => a - b)).toEqual(
          slow.flatMap((score, document) => (score > 0 ? [document] : [])),
        );
        for (const { document, score } of hits) expect(score).toBeCloseTo(slow[document] ?? 0, 4);
      }),
    );
  });

  test('the best document, however many postings there are', () => {
    const seeds = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 8,
      maxLength: 8,
    });
    const documents = zipfDocuments(4000);
    const large = buildIndex(documents);
    fc.assert(
      fc.property(seeds, (ranks) => {
        const parts = ranks.map((rank) => ({ terms: [zipfTerm(rank)], weight: 1 }));
        const slow = slowScores(documents, parts);
        const [best] = large.search(parts, 1);
        const [first] = large.search(parts, 48);
        expect(slow[best?.document ?? -1]).toBeCloseTo(Math.max(...slow), 4);
        expect(first).toEqual(best);
      }),
      { numRuns: 20 },
    );
    // Without this the property above would say nothing about what is passed over.
    expect(large.documentFrequency('t0')).toBeGreaterThan(SCAN_BUDGET);
  });

  test('the order of the documents does not matter', () => {
    fc.assert(
      fc.property(corpus, question, (documents, parts) => {
        const scores = (some: readonly Terms[]) =>
          buildIndex(some)
            .search(parts, 5)
            .map(({ score }) => score.toFixed(4));
        expect(scores([...documents].reverse())).toEqual(scores(documents));
      }),
    );
  });

  test('what the question repeats or asks in another order changes no ranking', () => {
    fc.assert(
      fc.property(corpus, question, (documents, parts) => {
        const built = buildIndex(documents);
        const best = (asked: readonly QueryPart[]) => built.search(asked, 1)[0]?.score ?? 0;
        expect(best([...parts].reverse())).toBeCloseTo(best(parts), 6);
        expect(best([...parts, ...parts])).toBeCloseTo(2 * best(parts), 6);
      }),
    );
  });
});

/** Few terms are in nearly all documents, most in few. */
const zipfTerm = (share: number): string => `t${Math.floor(3000 ** share) - 1}`;

function zipfDocuments(size: number): Terms[] {
  let state = 7;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: size }, () =>
    documentOf(Array.from({ length: 18 }, () => zipfTerm(random())).join(' ')),
  );
}
