/** The whole engine over a synthetic base: plain questions, the worst questions, and a rebuild in service. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Answering } from '../answer/answering.ts';
import { createEngine, createEngineInSlices } from '../answer/engine.ts';
import type { Base } from '../facts/schema.ts';
import { loadBase } from '../storage/knowledge-files.ts';
import { makeFacts, makeQuestions, misspell } from './bench-data.ts';
import { atMost, inNumber, type Mark } from './bench-marks.ts';
import { quantile, timed } from './bench-measure.ts';

const SIZE = 10_000;
/** Each kind of worst question is asked in so many versions, and the slowest one counts. */
const VERSIONS = 20;

export async function measureEngine(random: () => number): Promise<Mark[]> {
  const texts = makeFacts(SIZE, random);
  const base = await syntheticBase(texts);
  // Compiled and warmed up like any program that runs for a while; not by the questions that count.
  const warm = createEngine(base);
  for (const { text } of makeQuestions(texts, 300, random)) warm.ask(text);
  let engine = warm;
  const buildMs = timed(() => {
    engine = createEngine(base);
  });
  const times = makeQuestions(texts, 300, random).map(({ text }) => timed(() => engine.ask(text)));
  console.log(
    `whole engine over ${inNumber(SIZE)} facts with two ways of asking each: built in ${buildMs.toFixed(0)} ms, ` +
      `${quantile(times, 0.5).toFixed(2)} ms a question (median), ${quantile(times, 0.95).toFixed(2)} ms (p95)`,
  );
  const worst = worstQuestions(texts, random).map(({ name, versions }) => {
    const slowest = Math.max(...versions.map((text) => timed(() => engine.ask(text))));
    return atMost(`${inNumber(SIZE)} facts: ${name}, under 20 ms`, slowest, 20, 'ms');
  });
  return [...worst, await measureRebuild(base, engine, texts, random)];
}

/** The longest hold of the event loop while a base is made ready and the engine in service answers. */
async function measureRebuild(
  base: Base,
  inService: Answering,
  texts: readonly string[],
  random: () => number,
): Promise<Mark> {
  const questions = makeQuestions(texts, 2000, random);
  let answered = 0;
  const asking = setInterval(() => {
    inService.ask(questions[answered % questions.length]?.text ?? '');
    answered += 1;
  }, 5);
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await createEngineInSlices(base, giveWay);
  const ms = performance.now() - start;
  delay.disable();
  clearInterval(asking);
  console.log(
    `rebuilt in slices in ${ms.toFixed(0)} ms, while the engine in service answered ${answered} questions`,
  );
  const name = `${inNumber(SIZE)} facts: a rebuild holds the event loop at most 50 ms`;
  return atMost(name, delay.max / 1e6, 50, 'ms');
}

interface WorstQuestions {
  readonly name: string;
  readonly versions: readonly string[];
}

function worstQuestions(texts: readonly string[], random: () => number): WorstQuestions[] {
  const versionsOf = (make: (words: readonly string[]) => string): string[] =>
    Array.from({ length: VERSIONS }, (_, version) => {
      const words = texts.slice(40 * version, 40 * version + 40).flatMap((text) => text.split(' '));
      return make(words);
    });
  return [
    { name: '4,000 characters', versions: versionsOf((words) => words.join(' ').slice(0, 4000)) },
    { name: '400 words', versions: versionsOf((words) => words.slice(0, 400).join(' ')) },
    {
      name: '400 words, every one misspelt',
      versions: versionsOf((words) =>
        words
          .slice(0, 400)
          .map((word) => misspell(word, random))
          .join(' '),
      ),
    },
    {
      name: 'one letter 3,000 times',
      versions: versionsOf((words) => (words[0] ?? 'a').charAt(0).repeat(3000)),
    },
  ];
}

/** The shipped base's wording around synthetic facts, each with two ways of asking. */
async function syntheticBase(texts: readonly string[]): Promise<Base> {
  const { base } = await loadBase('knowledge');
  const [report] = base.reports;
  const [topic] = base.topics;
  if (report === undefined || topic === undefined) {
    throw new Error('the knowledge folder holds no report or no topic');
  }
  const facts = texts.map((text, index) => ({
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
