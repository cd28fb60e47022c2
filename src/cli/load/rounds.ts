/** One measured stretch of load: what was acknowledged, what it cost, and when the last answer was out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { CommandSource, SignedCommand } from './commands.ts';
import type { Acknowledged } from './drive.ts';
import type { Usage } from './report.ts';

export interface Bench {
  /** In Slack's place. */
  readonly slack: Child;
  /** The bare Bolt app, and our bot. */
  readonly bare: Child;
  readonly whole: Child;
  readonly source: CommandSource;
}

export interface Round extends Acknowledged {
  /** Processor time for each command, answer included. */
  readonly cpuUsEach: number;
  /** From the first command until the last answer was posted; undefined when it was not in time. */
  readonly answeredMs: number | undefined;
  readonly before: Usage;
  readonly after: Usage;
}

/** Longer than this nobody waits for the last answers. */
const ANSWERS_LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 10;

type Drive = (port: number, commands: readonly SignedCommand[]) => Promise<Acknowledged>;

/** Sends so many new commands to one of the two, and waits until all that follows from them is done. */
export async function round(
  { slack, source, ...both }: Bench,
  which: 'bare' | 'whole',
  count: number,
  drive: Drive,
): Promise<Round> {
  const measured = both[which];
  const commands = source.take(count);
  const wanted = which === 'bare' ? 0 : (await taken(slack)) + count;
  const before = await measured.usage();
  const begun = performance.now();
  const acknowledged = await drive(measured.port, commands);
  const isAnswered = await reached(slack, wanted);
  const answeredMs = isAnswered ? performance.now() - begun : undefined;
  const after = await measured.usage();
  const cpuUsEach = (after.cpuUs - before.cpuUs) / count;
  return { ...acknowledged, cpuUsEach, answeredMs, before, after };
}

function taken(slack: Child): Promise<number> {
  return slack.ask<number>('taken', 'taken');
}

async function reached(slack: Child, wanted: number): Promise<boolean> {
  const limit = performance.now() + ANSWERS_LIMIT_MS;
  while ((await taken(slack)) < wanted) {
    if (performance.now() > limit) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}
