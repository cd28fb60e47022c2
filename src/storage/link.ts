/** The way to a database that may be away: opens it when it can, waits no longer than a deadline, says so once a minute. */
import type { Clock, Log, Stores } from './stores.ts';

/** Calls back once after so many milliseconds, unless what it returned is called before. */
export type Timer = (milliseconds: number, callback: () => void) => () => void;

export const realTimer: Timer = (milliseconds, callback) => {
  const timeout = setTimeout(callback, milliseconds);
  return () => clearTimeout(timeout);
};

/**
 * After a deadline passed, the database is left alone for this long: otherwise every question of a flood
 * would wait for the deadline, several times over.
 */
const PAUSE = 5000;
const BETWEEN_REPORTS = 60_000;

export interface LinkOptions {
  readonly open: () => Promise<Stores>;
  readonly clock: Clock;
  readonly log: Log;
  readonly timer: Timer;
  /** Called at the first success after a failure. */
  readonly onReturn: () => void;
}

export interface Link {
  /** Rejects with what went wrong, already reported: a failed call, a passed deadline, or the pause after one. */
  reach<T>(call: (stores: Stores) => Promise<T>, deadline: number): Promise<T>;
  /** Whether the last call failed, so that nothing is stored. */
  isAway(): boolean;
  /** Closes the database if it is open; nothing is reached afterwards. */
  close(deadline: number): Promise<void>;
}

export function linkTo(options: LinkOptions): Link {
  const { clock, log, timer } = options;
  let opened: Promise<Stores> | undefined;
  let closed = false;
  let away = false;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let reportedAt = Number.NEGATIVE_INFINITY;

  const stores = (): Promise<Stores> => {
    opened ??= options.open().catch((error) => {
      opened = undefined;
      pausedUntil = clock() + PAUSE;
      throw error;
    });
    return opened;
  };
  const passed = (): Error => {
    pausedUntil = clock() + PAUSE;
    return new Error('the database did not answer in time');
  };
  const failed = (error: unknown): void => {
    away = true;
    if (clock() - reportedAt < BETWEEN_REPORTS) return;
    reportedAt = clock();
    log.error('the database fails; questions are answered without it', { reason: String(error) });
  };
  const succeeded = (): void => {
    if (!away) return;
    away = false;
    reportedAt = Number.NEGATIVE_INFINITY;
    log.info('the database is back');
    options.onReturn();
  };
  return {
    async reach(call, deadline) {
      if (closed) throw new Error('the database is closed');
      if (clock() < pausedUntil) throw new Error('the database is away');
      try {
        const result = await inTime(stores().then(call), deadline, timer, passed);
        succeeded();
        return result;
      } catch (error) {
        failed(error);
        throw error;
      }
    },
    isAway: () => away,
    async close(deadline) {
      closed = true;
      if (opened === undefined) return;
      await inTime(
        opened.then((inner) => inner.close()),
        deadline,
        timer,
        passed,
      ).catch(failed);
    },
  };
}

/** What the work resolves to, or a rejection with `passed()` once the deadline is over; the work goes on unheard. */
async function inTime<T>(work: Promise<T>, deadline: number, timer: Timer, passed: () => Error): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    stop = timer(deadline, () => reject(passed()));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    stop();
  }
}
