import { describe, expect, test } from 'vitest';
import { createNameFinder } from '../../src/search/transliteration.ts';

describe('other spellings of a name', () => {
  const find = createNameFinder(['khaled', 'yusuf', 'tchaikovsky', 'halvik']);

  test.each<[typed: string, name: string | undefined, why: string]>([
    ['chaled', undefined, 'ch is the sound of sh here, not of kh'],
    ['khalid', 'khaled', 'vowels vary most'],
    ['qhaled', 'khaled', 'q and k are one sound'],
    ['yousef', 'yusuf', 'ou is u'],
    ['yussuf', 'yusuf', 'doubled letters count once'],
    ['hallvick', 'halvik', 'ck is k'],
    ['tschaikofsky', 'tchaikovsky', 'sch and ch, f and v'],
  ])('%s is %s: %s', (typed, name, _why) => {
    expect(find(typed)).toBe(name);
  });

  test('a short word is too likely a chance likeness', () => {
    expect(find('ysf')).toBeUndefined();
  });

  test('a word with the same consonants but little else in common is another word', () => {
    expect(createNameFinder(['anderson'])('ndrsniiiiii')).toBeUndefined();
  });
});
