import { expect, test } from 'vitest';
import { remember } from '../../src/search/remember.ts';

test('a word that keeps coming is looked at once', () => {
  const asked: string[] = [];
  const length = remember((word) => {
    asked.push(word);
    return word.length;
  });
  expect(['ferry', 'quay', 'ferry', 'ferry', 'quay'].map(length)).toEqual([5, 4, 5, 5, 4]);
  expect(asked).toEqual(['ferry', 'quay']);
});

test('junk is forgotten in the end, and costs no answer', () => {
  const asked: string[] = [];
  const length = remember((word) => {
    asked.push(word);
    return word.length;
  });
  for (let other = 0; other < 50_000; other += 1) expect(length(`junk${other}`)).toBe(`junk${other}`.length);
  length('junk0');
  expect(asked.filter((word) => word === 'junk0')).toHaveLength(2);
});
