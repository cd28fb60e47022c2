/**
 * Keeps posts within what Slack takes: about one a second for each channel, and several hundred a minute for
 * the whole workspace, both after a short burst. Whoever waits in a channel is let through person by person,
 * so that one who asks much does not keep others waiting; channels do not wait for each other.
 */
import type { Clock } from './ports.ts';

/** Milliseconds between two posts that follow each other for long, and how many may come at once before. */
export interface Rate {
  readonly everyMs: number;
  readonly burst: number;
}

/** Slack: "one message per second per channel", and short bursts beyond that are tolerated. */
export const IN_A_CHANNEL: Rate = { everyMs: 1000, burst: 4 };
/** Slack: "several hundred messages per minute" for a workspace. */
export const IN_THE_WORKSPACE: Rate = { everyMs: 150, burst: 100 };

export interface Turn {
  readonly channel: string;
  /** The person it is for, as far as that is one. */
  readonly who: string;
  /** Longer than this is not waited for. */
  readonly patienceMs: number;
}

export interface Pace {
  /** Resolves when it may be posted; at once with false where that would take longer than the patience. */
  turn(turn: Turn): Promise<boolean>;
  /** Slack has said that nothing more may be posted in the channel for so long. */
  pause(channel: string, ms: number): void;
  /** Ends all waiting: nobody waits while the process ends. */
  close(): void;
}

/** So many channels are remembered before those are forgotten that nobody posts to. */
const CHANNELS_KEPT = 1000;

interface Waiting {
  readonly who: string;
  readonly go: (isTurn: boolean) => void;
}

interface Channel {
  readonly allowance: Allowance;
  readonly waiting: Waiting[];
  isMoving: boolean;
}

export function createPace(clock: Clock, sleep: (ms: number) => Promise<void>): Pace {
  const workspace = allowance(IN_THE_WORKSPACE, clock);
  const channels = new Map<string, Channel>();
  let isClosed = false;

  const channelOf = (name: string): Channel => {
    if (channels.size >= CHANNELS_KEPT && !channels.has(name)) forgetIdle(channels);
    const channel = channels.get(name) ?? {
      allowance: allowance(IN_A_CHANNEL, clock),
      waiting: [],
      isMoving: false,
    };
    channels.set(name, channel);
    return channel;
  };
  const move = async (channel: Channel): Promise<void> => {
    channel.isMoving = true;
    while (channel.waiting.length > 0) {
      const ms = Math.max(channel.allowance.take(), workspace.take());
      if (ms > 0 && !isClosed) await sleep(ms);
      takeFairly(channel.waiting)?.go(true);
    }
    channel.isMoving = false;
  };
  return {
    turn({ channel: name, who, patienceMs }) {
      const channel = channelOf(name);
      // The first of those who wait has been given its moment already.
      const before = countBefore(channel.waiting.slice(1), who);
      const ms = Math.max(channel.allowance.waitAfter(before), workspace.waitAfter(before));
      if (ms > (isClosed ? 0 : patienceMs)) return Promise.resolve(false);
      if (isClosed) {
        channel.allowance.take();
        workspace.take();
        return Promise.resolve(true);
      }
      return new Promise((go) => {
        channel.waiting.push({ who, go });
        if (!channel.isMoving) void move(channel);
      });
    },
    pause: (name, ms) => channelOf(name).allowance.pause(ms),
    close() {
      isClosed = true;
      for (const { waiting } of channels.values()) {
        for (const { go } of waiting.splice(0)) go(false);
      }
    },
  };
}

/** Channels in which all is as if nothing had been posted. */
function forgetIdle(channels: Map<string, Channel>): void {
  for (const [name, { allowance: own, waiting }] of channels) {
    if (own.isFull() && waiting.length === 0) channels.delete(name);
  }
}

/** The first of the person who has gone first least recently: people take turns. */
function takeFairly(waiting: Waiting[]): Waiting | undefined {
  const next = waiting.shift();
  if (next === undefined) return undefined;
  // Whatever else this person waits for goes behind everybody else who waits.
  const theirs = waiting.filter(({ who }) => who === next.who);
  const others = waiting.filter(({ who }) => who !== next.who);
  waiting.splice(0, waiting.length, ...others, ...theirs);
  return next;
}

/** How many are let through before this person's next: their own, and of the others as many at most. */
function countBefore(waiting: readonly Waiting[], who: string): number {
  const byPerson = new Map<string, number>();
  for (const each of waiting) byPerson.set(each.who, (byPerson.get(each.who) ?? 0) + 1);
  const own = byPerson.get(who) ?? 0;
  byPerson.delete(who);
  return [...byPerson.values()].reduce((sum, count) => sum + Math.min(count, own + 1), own);
}

interface Allowance {
  /** Uses one, and tells the milliseconds after which it may be used. */
  take(): number;
  /** The milliseconds that one would wait after so many others. */
  waitAfter(others: number): number;
  pause(ms: number): void;
  /** Whether everything is as if nothing had been used. */
  isFull(): boolean;
}

/** The "generic cell rate" way: one point in time says how much was used. */
function allowance({ everyMs, burst }: Rate, clock: Clock): Allowance {
  const slack = everyMs * (burst - 1);
  let usedUpTo = Number.NEGATIVE_INFINITY;
  const waitAfter = (others: number): number => {
    const now = clock();
    return Math.max(0, Math.max(usedUpTo, now) + others * everyMs - slack - now);
  };
  return {
    take() {
      const ms = waitAfter(0);
      usedUpTo = Math.max(usedUpTo, clock()) + everyMs;
      return ms;
    },
    waitAfter,
    pause(ms) {
      usedUpTo = Math.max(usedUpTo, clock() + ms + slack);
    },
    isFull: () => usedUpTo <= clock(),
  };
}
