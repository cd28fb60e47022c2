import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('full-stops', () => {
  test('a statement without an end', () => {
    expect(toldAfter(TOPIC, '4,000 books.', '4,000 books')).toEqual([
      'topics/library.yml:21:16  the statement ends in "The library holds 4,000 books"  end it with a full stop',
    ]);
  });
});
