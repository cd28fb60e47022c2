/** One measured stretch of load: what was acknowledged, what it cost, and when and how the answers came. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { CommandSource, SignedCommand } from './commands.ts';
import type { Acknowledged } from './drive.ts';
import type { Usage } from './report.ts';
import type { Taken } from './slack-api.ts';

export interface Bench {
  /** In Slack's place. */
  readonly slack: Child;
  /** The bare Bolt app, and our bot. */
  readonly bare: Child;
  readonly whole: Child;
  /** Questions of which no two are alike, and a few that are asked again and again. */
  readonly varied: CommandSource;
  readonly repeated: CommandSource;
}

export interface Round extends Acknowledged {
  /** Processor time for each command, answer included. */
  readonly cpuUsEach: number;
  /** From the first command until nine of ten were answered, and until all were; undefined when not in time. */
  readonly mostAnsweredMs: number | undefined;
  readonly allAnsweredMs: number | undefined;
  /** What came of this round's commands. */
  readonly taken: Taken;
  readonly before: Usage;
  readonly after: Usage;
}

/** Longer than this nobody waits for the last answers. */
const ANSWERS_LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 20;

type Drive = (port: number, commands: readonly SignedCommand[]) => Promise<Acknowledged>;

/** Sends so many new commands to one of the two, and waits until all that follows from them is done. */
export async function round(
  bench: Bench,
  which: 'bare' | 'whole',
  count: number,
  drive: Drive,
  source = bench.varied,
): Promise<Round> {
  const { slack } = bench;
  const measured = bench[which];
  const commands = source.take(count);
  const earlier = await takenBy(slack);
  const wanted = (share: number): number => (which === 'bare' ? 0 : earlier.answered + count * share);
  const before = await measured.usage();
  const begun = performance.now();
  const mostAnswered = reached(slack, wanted(0.9), begun);
  const acknowledged = await drive(measured.port, commands);
  const mostAnsweredMs = await mostAnswered;
  const allAnsweredMs = await reached(slack, wanted(1), begun);
  const after = await measured.usage();
  const cpuUsEach = (after.cpuUs - before.cpuUs) / count;
  const taken = difference(await takenBy(slack), earlier);
  return { ...acknowledged, cpuUsEach, mostAnsweredMs, allAnsweredMs, taken, before, after };
}

export function takenBy(slack: Child): Promise<Taken> {
  return slack.ask<Taken>('taken', 'taken');
}

function difference(now: Taken, before: Taken): Taken {
  return {
    answered: now.answered - before.answered,
    inChannel: now.inChannel - before.inChannel,
    inPrivate: now.inPrivate - before.inPrivate,
    twice: now.twice - before.twice,
  };
}

/** Milliseconds since `begun` at which so many questions were answered. */
export async function reached(slack: Child, wanted: number, begun: number): Promise<number | undefined> {
  for (;;) {
    const { answered } = await takenBy(slack);
    const ms = performance.now() - begun;
    if (answered >= wanted) return ms;
    if (ms > ANSWERS_LIMIT_MS) return undefined;
    await sleep(LOOK_EVERY_MS);
  }
}
