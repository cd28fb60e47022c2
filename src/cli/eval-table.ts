/** The evaluation's table, its list of misses, and the floors that CI holds it to. */
import type { Verdict } from './judge.ts';

type Group = Verdict['group'];

/**
 * Agreed floors, in per cent right, for each set of this base. They rise with the engine; those of `held` are set anew
 * with its questions, as fresh ones are harder than those that were measured often.
 */
const FLOORS: Readonly<Record<string, Readonly<Record<Group, number>>>> = {
  development: { answerable: 98, unanswerable: 98, thread: 96 },
  tune: { answerable: 96, unanswerable: 98, thread: 95 },
  held: { answerable: 90, unanswerable: 96, thread: 93 },
};

/** Prints one set's figures by group and kind, and its misses if asked for. */
export function printTable(name: string, verdicts: readonly Verdict[], withFailures: boolean): void {
  for (const group of ['answerable', 'unanswerable', 'thread'] as const) {
    const own = verdicts.filter((verdict) => verdict.group === group);
    if (own.length === 0) continue;
    console.log(`\n${name}: ${group} (${own.length})`);
    for (const kind of [...new Set(own.map((verdict) => verdict.kind))]) {
      printRow(
        kind,
        own.filter((verdict) => verdict.kind === kind),
      );
    }
    printRow('all', own);
    if (group === 'thread') printThreads(own);
  }
  if (withFailures) for (const verdict of verdicts) if (verdict.result !== 'right') printMiss(verdict);
}

function printRow(kind: string, verdicts: readonly Verdict[]): void {
  const counts = new Map<string, number>();
  for (const { result } of verdicts) counts.set(result, (counts.get(result) ?? 0) + 1);
  const misses = [...counts]
    .filter(([result]) => result !== 'right')
    .map(([result, count]) => `${count} ${result}`);
  console.log(
    `  ${kind.padEnd(14)} ${percent(verdicts).toFixed(1).padStart(5)} % of ${String(verdicts.length).padStart(3)}  ${misses.join(', ')}`,
  );
}

function printThreads(verdicts: readonly Verdict[]): void {
  const threads = new Map<string, boolean>();
  for (const { id, result } of verdicts) {
    const thread = id.replace(/\.\d+$/, '');
    threads.set(thread, (threads.get(thread) ?? true) && result === 'right');
  }
  const whole = [...threads.values()].filter((isRight) => isRight).length;
  console.log(
    `  whole threads  ${((100 * whole) / threads.size).toFixed(1).padStart(5)} % of ${String(threads.size).padStart(3)}`,
  );
}

function printMiss({ id, kind, result, question, expected, said }: Verdict): void {
  console.log(`\n${id} ${kind} ${result.toUpperCase()}: ${question}\n  expected: ${expected}`);
  console.log(`  said (${said.outcome}) ${said.facts.join(', ')}: ${said.text || said.choices.join(' | ')}`);
}

function percent(verdicts: readonly Verdict[]): number {
  return (100 * verdicts.filter(({ result }) => result === 'right').length) / verdicts.length;
}

/** One line for each figure below its floor. */
export function belowFloors(sets: ReadonlyMap<string, readonly Verdict[]>): string[] {
  return [...sets].flatMap(([name, verdicts]) =>
    Object.entries(FLOORS[name] ?? {}).flatMap(([group, floor]) => {
      const own = verdicts.filter((verdict) => verdict.group === group);
      const reached = percent(own);
      return own.length === 0 || reached >= floor
        ? []
        : [`${name}: ${group} ${reached.toFixed(1)} % is below the floor of ${floor} %`];
    }),
  );
}
