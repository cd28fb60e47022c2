import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('short-asks', () => {
  test('more than twelve words', () => {
    const long = 'when is it that after all these years the library will at last open';
    expect(toldAfter(TOPIC, '- opening day\n', `- ${long}\n`)).toEqual([
      'topics/library.yml:17:9  a way of asking of 14 words  shorten it to 12, or split it in two',
    ]);
  });

  test('twelve are short enough', () => {
    const ask = 'when after all these years will the new library open its doors';
    expect(toldAfter(TOPIC, '- opening day\n', `- ${ask}\n`)).toEqual([]);
  });
});
