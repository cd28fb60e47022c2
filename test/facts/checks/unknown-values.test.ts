import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('unknown-values', () => {
  test('a short answer to what the report does not say', () => {
    expect(toldAfter(TOPIC, 'kind: how-many, of: [money]', 'kind: how-many, value: much')).toEqual([
      'topics/library.yml:50:34  the status is unknown, yet the answer to how-many is "much"  delete the value, or change the status',
    ]);
  });
});
