import { describe, expect, test } from 'vitest';
import { toldAfter } from '../files.ts';

describe('repeated-examples', () => {
  test('an example that repeats', () => {
    expect(toldAfter('bot.yml', 'Who pays?', 'when does it open')).toEqual([
      'bot.yml:9:5  the example "when does it open" repeats  write another',
    ]);
  });
});
