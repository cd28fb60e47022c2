import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('spans', () => {
  test('a span that ends before it begins', () => {
    expect(toldAfter(TOPIC, 'from: 2024-12, to: 2025-01-15', 'from: 2025-02, to: 2025-01-15')).toEqual([
      'topics/library.yml:38:11  the span ends (2025-01-15) before it begins (2025-02)  swap from and to',
    ]);
  });
});
