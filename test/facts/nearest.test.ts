import { expect, test } from 'vitest';
import { nearest } from '../../src/facts/nearest.ts';

const IDS = ['opening', 'books', 'books-counted', 'cost', 'costs-per-reader-unknown', 'asOf', 'asks'];

test.each<[string, string | undefined, string]>([
  ['opning', 'opening', 'a letter left out'],
  ['book-counted', 'books-counted', 'one word of two in the singular'],
  ['asof', 'asOf', 'a capital left out'],
  ['ask', 'asks', 'a letter too few at the end'],
  ['costs-now', undefined, 'a longer id that begins alike is another fact'],
  ['weather', undefined, 'nothing is near'],
  ['', undefined, 'nothing was written'],
])('%s means %s: %s', (word, meant) => {
  expect(nearest(word, IDS)).toBe(meant);
});
