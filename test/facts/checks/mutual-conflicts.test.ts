import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('mutual-conflicts', () => {
  test('a conflict that only one of the two admits', () => {
    expect(toldAfter(TOPIC, '    conflictsWith: [books]\n', '')).toEqual([
      'topics/library.yml:30:21  "books-counted" does not name "books" in return  add books to its conflictsWith, at topics/library.yml:32',
    ]);
  });
});
