/**
 * What waits to be answered, in memory. One answer is begun at a time, and between two of them whatever has
 * arrived meanwhile is acknowledged: in a flood, Slack's three seconds come before the answers.
 */
import { setImmediate as giveWay } from 'node:timers/promises';

/** So many answers are begun and not sent at most: each holds a few kilobytes and perhaps a connection. */
const AT_ONCE = 1000;

/** More than a minute of what one machine answers; a delivery that waits holds a few kilobytes. */
export const LONGEST_LINE = 10_000;

/**
 * While deliveries keep coming, an answer is begun only so often, in milliseconds. It takes two or three of
 * them; the rest of the time belongs to the acknowledgements.
 */
const IN_A_FLOOD_EVERY_MS = 25;

export interface Line {
  /** Says that something was delivered just now, which is to be acknowledged. */
  arrived(): void;
  /** Does the work when it is its turn, and resolves with what it does. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether there is no room for more. */
  isFull(): boolean;
}

export function createLine(): Line {
  const waiting: (() => void)[] = [];
  let atWork = 0;
  let isMoving = false;
  let arrivals = 0;
  let begunAt = 0;
  /** Resolves when nothing has come for a turn of the event loop, or the answers have waited long enough. */
  const quiet = async (): Promise<void> => {
    let known: number;
    do {
      known = arrivals;
      await giveWay();
    } while (known !== arrivals && performance.now() - begunAt < IN_A_FLOOD_EVERY_MS);
    begunAt = performance.now();
  };
  const move = async (): Promise<void> => {
    if (isMoving) return;
    isMoving = true;
    while (waiting.length > 0 && atWork < AT_ONCE) {
      await quiet();
      waiting.shift()?.();
      atWork += 1;
    }
    isMoving = false;
  };
  return {
    arrived: () => {
      arrivals += 1;
    },
    async run(work) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        void move();
      });
      try {
        return await work();
      } finally {
        atWork -= 1;
        void move();
      }
    },
    isFull: () => waiting.length >= LONGEST_LINE,
  };
}
