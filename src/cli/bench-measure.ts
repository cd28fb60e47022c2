/** How the bench measures: times in milliseconds, memory after a collection. */
import type { SyntheticQuestion } from './bench-data.ts';
import type { Contender } from './bench-engines.ts';

export interface Measured {
  readonly buildMs: number;
  readonly heapMb: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Share of the questions whose own text is found first. */
  readonly found: number;
}

/** Builds once and asks every question once, so that no cache answers it. */
export function measure(
  { build }: Contender,
  texts: readonly string[],
  questions: readonly SyntheticQuestion[],
): Measured {
  const before = heapMb();
  const start = performance.now();
  const find = build(texts);
  const buildMs = performance.now() - start;
  const heap = heapMb() - before;
  let found = 0;
  const times = questions.map(({ text, fact }) =>
    timed(() => {
      if (find(text) === fact) found += 1;
    }),
  );
  return {
    buildMs,
    heapMb: heap,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    found: found / questions.length,
  };
}

/** Of several runs: the median of each figure, and what was found in all of them. */
export function summarise(runs: readonly Measured[]): Measured {
  const middle = (figure: (run: Measured) => number): number => quantile(runs.map(figure), 0.5);
  return {
    buildMs: middle(({ buildMs }) => buildMs),
    heapMb: middle(({ heapMb: heap }) => heap),
    medianMs: middle(({ medianMs }) => medianMs),
    p95Ms: middle(({ p95Ms }) => p95Ms),
    found: runs.reduce((sum, { found }) => sum + found, 0) / runs.length,
  };
}

export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Live memory after a collection; `npm run bench` starts node with --expose-gc. */
function heapMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
