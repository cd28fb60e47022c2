/**
 * `npm run bench`: search and engine against MiniSearch and Fuse.js, side by side in one run.
 *
 * Times are of this machine on this day; the ratios are what to compare. Each question is asked once, so that
 * no cache answers it.
 */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createEngine } from '../answer/engine.ts';
import type { Base } from '../facts/schema.ts';
import { createTextSearch } from '../search/search.ts';
import { loadBase } from '../storage/knowledge-files.ts';
import { createRandom, makeFacts, makeQuestions, misspell, type SyntheticQuestion } from './bench-data.ts';
import { failPlainly } from './fail.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Fuse.js scans every text; more would take minutes. */
const FUSE_LIMIT = 10_000;
const WARM_UP = 40;

type Find = (question: string) => number | undefined;

interface Measured {
  readonly buildMs: number;
  readonly heapMb: number;
  readonly medianMs: number;
  readonly found: number;
}

interface Mark {
  readonly name: string;
  readonly isMet: boolean;
  readonly figure: string;
}

async function main(): Promise<void> {
  const random = createRandom(42);
  const marks: Mark[] = [];
  const ours: number[] = [];
  console.log('facts    engine       build ms  heap MB  median ms  found first');
  for (const size of SIZES) {
    const facts = makeFacts(size, random);
    const count = size > FUSE_LIMIT ? 40 : 100;
    const warmUp = makeQuestions(facts, WARM_UP, random);
    const questions = makeQuestions(facts, count, random);
    const search = measure(() => buildOurs(facts), warmUp, questions);
    const mini = measure(() => buildMini(facts), warmUp, questions);
    printRow(size, 'this search', search);
    printRow(size, 'MiniSearch', mini);
    if (size <= FUSE_LIMIT)
      printRow(
        size,
        'Fuse.js',
        measure(() => buildFuse(facts), [], questions.slice(0, 10)),
      );
    ours.push(search.medianMs);
    marks.push(...compare(size, search, mini));
  }
  marks.push(...growth(ours));
  marks.push(...(await measureEngine(random)));
  console.log('');
  for (const { name, isMet, figure } of marks)
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${name}: ${figure}`);
}

function buildOurs(facts: readonly string[]): Find {
  const { search } = createTextSearch(facts);
  return (question) => search(question, 10).hits[0]?.document;
}

function buildMini(facts: readonly string[]): Find {
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  mini.addAll(facts.map((text, id) => ({ id, text })));
  return (question) => mini.search(question, { fuzzy: 0.2 })[0]?.id;
}

function buildFuse(facts: readonly string[]): Find {
  const fuse = new Fuse(facts, { useTokenSearch: true, ignoreLocation: true, threshold: 0.4 });
  return (question) => fuse.search(question, { limit: 1 })[0]?.refIndex;
}

function measure(
  build: () => Find,
  warmUp: readonly SyntheticQuestion[],
  questions: readonly SyntheticQuestion[],
): Measured {
  const before = heapMb();
  const start = performance.now();
  const find = build();
  const buildMs = performance.now() - start;
  const heap = heapMb() - before;
  for (const { text } of warmUp) find(text);
  const asked = questions.map(({ text, fact }) => {
    const begun = performance.now();
    const isFound = find(text) === fact;
    return { ms: performance.now() - begun, isFound };
  });
  const found = asked.filter(({ isFound }) => isFound).length / asked.length;
  return { buildMs, heapMb: heap, medianMs: median(asked.map(({ ms }) => ms)), found };
}

/** Live memory after a collection; `npm run bench` starts node with --expose-gc. */
function heapMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function printRow(size: number, name: string, { buildMs, heapMb: heap, medianMs, found }: Measured): void {
  const cells = [
    String(size).padEnd(8),
    name.padEnd(12),
    buildMs.toFixed(0).padStart(8),
    heap.toFixed(1).padStart(8),
    medianMs.toFixed(3).padStart(10),
    `${(100 * found).toFixed(0)} %`.padStart(12),
  ];
  console.log(cells.join(' '));
}

function compare(size: number, search: Measured, mini: Measured): Mark[] {
  const faster = mini.medianMs / search.medianMs;
  const wanted = size === 100_000 ? 50 : 5;
  return [
    {
      name: `${size} facts: at least ${wanted} times as fast as MiniSearch`,
      isMet: faster >= wanted,
      figure: `${faster.toFixed(1)} times`,
    },
    {
      name: `${size} facts: found first as often`,
      isMet: search.found >= mini.found,
      figure: `${(100 * search.found).toFixed(0)} % against ${(100 * mini.found).toFixed(0)} %`,
    },
    {
      name: `${size} facts: built no slower`,
      isMet: search.buildMs <= mini.buildMs,
      figure: `${(search.buildMs / mini.buildMs).toFixed(2)} of its time`,
    },
    {
      name: `${size} facts: no more memory`,
      isMet: search.heapMb <= mini.heapMb,
      figure: `${(search.heapMb / mini.heapMb).toFixed(2)} of its heap`,
    },
  ];
}

function growth(medians: readonly number[]): Mark[] {
  return medians.slice(1).map((ms, index) => {
    const factor = ms / (medians[index] ?? ms);
    const name = `${SIZES[index]} to ${SIZES[index + 1]} facts: at most three times the time`;
    return { name, isMet: factor <= 3, figure: `${factor.toFixed(2)} times` };
  });
}

/** The whole engine over a base of 10,000 facts: plain questions, and questions of the worst kind. */
async function measureEngine(random: () => number): Promise<Mark[]> {
  const base = await syntheticBase(10_000, random);
  const start = performance.now();
  const engine = createEngine(base);
  const buildMs = performance.now() - start;
  const texts = base.topics.flatMap(({ facts }) => facts.map(({ statement }) => statement));
  const questions = makeQuestions(texts, WARM_UP + 100, random);
  const times = questions.map(({ text }) => timed(() => engine.ask(text))).slice(WARM_UP);
  console.log(
    `\nwhole engine, 10,000 facts: built in ${buildMs.toFixed(0)} ms, median ${median(times).toFixed(3)} ms a question`,
  );
  const worst = worstQuestions(texts, random).map(({ name, text }) => {
    const ms = timed(() => engine.ask(text));
    return { name: `10,000 facts: ${name} under 20 ms`, isMet: ms < 20, figure: `${ms.toFixed(2)} ms` };
  });
  const rebuild = '10,000 facts: a rebuild holds the event loop at most 50 ms';
  return [...worst, { name: rebuild, isMet: buildMs <= 50, figure: `${buildMs.toFixed(0)} ms` }];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function worstQuestions(texts: readonly string[], random: () => number): { name: string; text: string }[] {
  const words = texts.slice(0, 40).flatMap((text) => text.replaceAll('.', '').split(' '));
  return [
    { name: '4,000 characters', text: words.join(' ').slice(0, 4000) },
    { name: '400 words', text: words.slice(0, 400).join(' ') },
    {
      name: 'every word misspelt',
      text: words
        .slice(0, 400)
        .map((word) => misspell(word, random))
        .join(' '),
    },
    { name: 'one letter 3,000 times', text: 'a'.repeat(3000) },
  ];
}

/** The shipped base's words and wording around synthetic facts, each with two ways of asking. */
async function syntheticBase(size: number, random: () => number): Promise<Base> {
  const { base } = await loadBase('knowledge');
  const [report] = base.reports;
  const [topic] = base.topics;
  if (report === undefined || topic === undefined)
    throw new Error('the knowledge folder holds no report or no topic');
  const facts = makeFacts(size, random).map((text, index) => ({
    id: `fact-${index}`,
    statement: `${text}.`,
    about: [],
    source: { report: report.id, paragraph: 1 },
    status: 'reported' as const,
    asOf: report.date,
    answers: [],
    asks: [text.split(' ').slice(0, 8).join(' '), text.split(' ').slice(8, 16).join(' ')],
    related: [],
    conflictsWith: [],
  }));
  return { ...base, entities: [], topics: [{ ...topic, facts, digests: [] }] };
}

main().catch(failPlainly);
