/**
 * Long work in short steps, so that questions are answered while a base is made ready. The same steps are run at
 * once or with other work in between; whoever runs them decides.
 */

/** Work that pauses every few milliseconds and gives a result in the end. */
export type Steps<T> = Generator<void, T, void>;

/** So many facts are worked on between two pauses: a millisecond or two. */
const FACTS = 16;
/** Words cost a thousandth of a fact. */
export const WORDS = 2000;

/** Does something with each item, and pauses after every so many of them. */
export function* eachInSteps<T>(
  items: Iterable<T>,
  work: (item: T, index: number) => void,
  between = FACTS,
): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item, done);
    done += 1;
    if (done % between === 0) yield;
  }
}

/** Runs all steps without a pause. */
export function runAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Runs all steps, giving way to other work between any two. */
export async function runInSlices<T>(steps: Steps<T>, giveWay: () => Promise<void>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    await giveWay();
    step = steps.next();
  }
  return step.value;
}
