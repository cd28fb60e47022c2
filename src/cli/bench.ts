/**
 * `npm run bench`: search and engine against MiniSearch and Fuse.js, side by side in one run.
 *
 * Times are of this machine on this day; the ratios are what to compare. Every run has a vocabulary of its own and
 * every question is asked once, so that what one run remembers does not serve the next.
 */
import { measureEngine } from './bench-base.ts';
import { createRandom, makeFacts, makeQuestions } from './bench-data.ts';
import { type Contender, FUSE, MINI_SEARCH, OURS } from './bench-engines.ts';
import { againstMini, growth, inNumber, type Mark, printMarks } from './bench-marks.ts';
import { type Measured, measure, summarise } from './bench-measure.ts';
import { failPlainly } from './fail.ts';

interface Plan {
  readonly size: number;
  readonly runs: number;
  readonly questions: number;
  /** Fuse.js scans every text; more would take minutes. */
  readonly fuseQuestions: number;
}

const PLANS: readonly Plan[] = [
  { size: 1_000, runs: 9, questions: 100, fuseQuestions: 20 },
  { size: 10_000, runs: 5, questions: 100, fuseQuestions: 5 },
  { size: 100_000, runs: 1, questions: 60, fuseQuestions: 0 },
];
/** Enough for the compiler of the JavaScript engine to have done its work, for each alike. */
const WARM_UP: Plan = { size: 1_000, runs: 6, questions: 200, fuseQuestions: 2 };

async function main(): Promise<void> {
  const random = createRandom(42);
  // First, while there is nothing else in memory, as in the bot's own process.
  const ofEngine = await measureEngine(random);
  runPlan(WARM_UP, random);
  const marks: Mark[] = [];
  const medians = new Map<number, number>();
  console.log('\n  facts  search        build ms  heap MB  median ms    p95 ms  found first');
  for (const plan of PLANS) {
    const measured = runPlan(plan, random);
    for (const [{ name }, figures] of measured) printRow(plan.size, name, figures);
    const [own, mini] = [measured.get(OURS), measured.get(MINI_SEARCH)];
    if (own === undefined || mini === undefined) continue;
    medians.set(plan.size, own.medianMs);
    marks.push(...againstMini(plan.size, own, mini));
  }
  printMarks([...marks, ...growth(medians), ...ofEngine]);
}

/** All take turns on the same texts and questions; Fuse.js gets one turn and fewer questions. */
function runPlan(
  { size, runs, questions, fuseQuestions }: Plan,
  random: () => number,
): Map<Contender, Measured> {
  const own: Measured[] = [];
  const mini: Measured[] = [];
  const fuse: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    const texts = makeFacts(size, random);
    const asked = makeQuestions(texts, questions, random);
    own.push(measure(OURS, texts, asked));
    mini.push(measure(MINI_SEARCH, texts, asked));
    if (run === 0 && fuseQuestions > 0) fuse.push(measure(FUSE, texts, asked.slice(0, fuseQuestions)));
  }
  const all: [Contender, Measured[]][] = [
    [OURS, own],
    [MINI_SEARCH, mini],
    [FUSE, fuse],
  ];
  return new Map(
    all.filter(([, results]) => results.length > 0).map(([who, results]) => [who, summarise(results)]),
  );
}

function printRow(size: number, name: string, measured: Measured): void {
  const { buildMs, heapMb, medianMs, p95Ms, found } = measured;
  const cells = [
    inNumber(size).padStart(7),
    ` ${name.padEnd(12)}`,
    buildMs.toFixed(0).padStart(9),
    heapMb.toFixed(1).padStart(8),
    medianMs.toFixed(3).padStart(10),
    p95Ms.toFixed(3).padStart(9),
    `${(100 * found).toFixed(1)} %`.padStart(12),
  ];
  console.log(cells.join(' '));
}

main().catch(failPlainly);
