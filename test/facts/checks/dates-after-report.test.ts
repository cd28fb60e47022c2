import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('dates-after-report', () => {
  test('true on a day after the report', () => {
    expect(toldAfter(TOPIC, 'asOf: 2025-03-02\n    when', 'asOf: 2025-03-03\n    when')).toEqual([
      'topics/library.yml:11:11  asOf 2025-03-03 is after 2025-03-02, the day of the report "gazette"  write 2025-03-02 or an earlier day',
    ]);
  });
});
