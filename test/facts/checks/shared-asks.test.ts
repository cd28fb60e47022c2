import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('shared-asks', () => {
  test('two facts asked for in the same words, but for case, spaces and punctuation', () => {
    expect(toldAfter(TOPIC, 'how many books are there', 'Opening-Day?')).toEqual([
      'topics/library.yml:29:9  "Opening-Day?" is also a way of asking for "opening"  keep it with the one that answers it best',
    ]);
  });

  test('a digest asked for like a fact', () => {
    expect(toldAfter(TOPIC, 'compare the two counts', 'What did it cost?')).toEqual([
      'topics/library.yml:59:9  "What did it cost?" is also a way of asking for "cost"  keep it with the one that answers it best',
    ]);
  });
});
