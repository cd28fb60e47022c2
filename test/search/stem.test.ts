import fc from 'fast-check';
import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import { stem } from '../../src/search/stem.ts';

describe('forms of one word meet', () => {
  test.each([
    [['leave', 'leaves', 'leaving', 'left']],
    [['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing']],
    [['close', 'closed', 'closing', 'closes']],
    [['ferry', 'ferries']],
    [['man', 'men']],
    [['child', 'children']],
    [['use', 'used', 'uses', 'using']],
    [['go', 'goes', 'going', 'went', 'gone']],
    [['die', 'died', 'dies', 'dying']],
  ])('%s', (forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });
});

test.each([
  ['command', 'commander', 'who does a thing is not the thing'],
  ['command', 'commanders', 'nor are those who do it'],
  ['author', 'authorities', 'words that only look alike'],
  ['success', 'succession', 'likewise'],
  ['expense', 'expensive', 'likewise'],
  ['act', 'actor', 'likewise'],
  ['ferry', 'fern', 'other words'],
  ['us', 'useful', 'two letters are no stem'],
])('%s is not %s: %s', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('short words and numbers stay as they are', () => {
  expect(['is', 'bus', '1971', '1.5'].map(stem)).toEqual(['is', 'bus', '1971', '1.5']);
});

test('what is passed over without asking Porter is what Porter leaves alone', () => {
  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(fc.array(letters, { minLength: 4, maxLength: 12 }), (word) => {
      const text = word.join('');
      if (stemmer(text) !== text) expect(text).toMatch(/[cdegilmnrstuy]$/);
    }),
    { numRuns: 2000 },
  );
});
