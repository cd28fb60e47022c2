/** Calls that come within one turn of the event loop are made as one. */
import { setImmediate as giveWay } from 'node:timers/promises';

/**
 * @param run takes all items of a turn; what it resolves to, or rejects with, is handed to each caller.
 */
export function inBatches<Item, Result>(run: (items: readonly Item[]) => Promise<Result>) {
  let waiting: Item[] = [];
  let next: Promise<Result> | undefined;
  const runAll = async (): Promise<Result> => {
    await giveWay();
    const items = waiting;
    waiting = [];
    next = undefined;
    return run(items);
  };
  return (item: Item): Promise<Result> => {
    waiting.push(item);
    next ??= runAll();
    return next;
  };
}
