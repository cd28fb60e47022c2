import { expect, test } from 'vitest';
import { isPlaceName } from '../../src/search/english/places.ts';

test.each(['france', 'zurich', 'baghdad', 'oman', 'asia', 'mexico', 'tokyo'])('%s is a place', (word) =>
  expect(isPlaceName(word)).toBe(true),
);

test.each(['withdrawal', 'troops', 'ferry', 'man', 'xyzzy', ''])('%s is none', (word) =>
  expect(isPlaceName(word)).toBe(false),
);
