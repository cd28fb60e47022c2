/**
 * Notices changes of a folder by looking at it twice a second. Events of the file system would come sooner,
 * but not from network disks, and not after the folder was replaced whole; looking costs a few file stats.
 */
import type { Timer } from './link.ts';

const EVERY = 500;

/** A file that is being written is given so long to be finished, so many times. */
const SETTLING = 150;
const SETTLING_ROUNDS = 5;

/** Every so many looks a change is taken for granted, for disks whose times are coarse. */
const LOOKS_TRUSTED = 10;

export interface FolderWatchOptions {
  /** What can be seen of the folder; a difference means a change. */
  readonly trace: () => Promise<string>;
  /** Sees to what may be a change. Called one at a time; must not reject. */
  readonly onChange: () => Promise<void>;
  readonly timer: Timer;
}

export interface FolderWatch {
  /** Resolves when nothing is being looked at or seen to any more. */
  stop(): Promise<void>;
}

export function watchFolder({ trace, onChange, timer }: FolderWatchOptions): FolderWatch {
  let seen: string | undefined;
  let looks = 0;
  let stopped = false;
  let cancel = (): void => {};
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      cancel = timer(milliseconds, resolve);
      wake = resolve;
    });
  let wake = (): void => {};

  const settled = async (first: string): Promise<string> => {
    let last = first;
    for (let round = 0; round < SETTLING_ROUNDS && !stopped; round += 1) {
      await wait(SETTLING);
      const next = await trace();
      if (next === last) break;
      last = next;
    }
    return last;
  };
  const look = async (): Promise<void> => {
    looks += 1;
    const now = await trace();
    if (now === seen && looks % LOOKS_TRUSTED !== 0) return;
    seen = now === seen ? now : await settled(now);
    if (!stopped) await onChange();
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      await look();
      if (!stopped) await wait(EVERY);
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      cancel();
      wake();
      await running;
    },
  };
}
