import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('review-dates', () => {
  test('a review before the fact', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'reviewBy: 2025-03-01')).toEqual([
      'topics/library.yml:18:15  reviewBy 2025-03-01 is before asOf 2025-03-02  write a later day, or leave reviewBy out',
    ]);
  });
});
