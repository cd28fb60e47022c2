import { setImmediate as giveWay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eachInSteps, runAtOnce, runInSlices, type Steps } from '../../src/search/slices.ts';

function* sumOf(numbers: readonly number[]): Steps<number> {
  let sum = 0;
  yield* eachInSteps(numbers, (number) => {
    sum += number;
  });
  return sum;
}
const NUMBERS = Array.from({ length: 100 }, (_, index) => index);

test('the same comes out at once and in slices', async () => {
  expect(runAtOnce(sumOf(NUMBERS))).toBe(4950);
  expect(await runInSlices(sumOf(NUMBERS), giveWay)).toBe(4950);
});

test('other work is done in between', async () => {
  let turns = 0;
  const counting = async (): Promise<void> => {
    turns += 1;
  };
  await runInSlices(sumOf(NUMBERS), counting);
  expect(turns).toBeGreaterThanOrEqual(5);
});

test('each item is worked on once, in its order', () => {
  const seen: [string, number][] = [];
  runAtOnce(eachInSteps(['a', 'b', 'c'], (item, index) => seen.push([item, index]), 2));
  expect(seen).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

test('what goes wrong in a step is told to whoever runs the steps', async () => {
  const failing = () =>
    eachInSteps(NUMBERS, (number) => {
      if (number === 50) throw new Error('fifty');
    });
  expect(() => runAtOnce(failing())).toThrow('fifty');
  await expect(runInSlices(failing(), giveWay)).rejects.toThrow('fifty');
});
