import { expect, test } from 'vitest';
import { remember } from '../../src/search/remember.ts';

test('a word that keeps coming is looked at once, however many others come between', () => {
  const asked: string[] = [];
  const length = remember((word) => {
    asked.push(word);
    return word.length;
  });
  for (let other = 0; other < 120_000; other += 1) {
    length(`other-${other}`);
    if (other % 10_000 === 0) expect(length('ferry')).toBe(5);
  }
  expect(asked.filter((word) => word === 'ferry')).toHaveLength(1);
});

test('a word that came once is forgotten in the end, so that junk takes no room', () => {
  const asked: string[] = [];
  const length = remember((word) => {
    asked.push(word);
    return word.length;
  });
  length('once');
  for (let other = 0; other < 120_000; other += 1) length(`other-${other}`);
  length('once');
  expect(asked.filter((word) => word === 'once')).toHaveLength(2);
});
