import { describe, expect, test } from 'vitest';
import { toldAfter } from '../files.ts';

describe('vocabulary-groups', () => {
  test('a word with two meanings may stand in two groups', () => {
    expect(toldAfter('vocabulary.yml', '[open, opening]', '[open, opening, Volume]')).toEqual([]);
  });

  test('a word that means something and is ignored', () => {
    expect(toldAfter('vocabulary.yml', '- please', '- please\n  - open')).toEqual([
      'vocabulary.yml:7:5  "open" is already in the group of "open"  keep it in one place',
    ]);
  });

  test('a word twice in a group', () => {
    expect(toldAfter('vocabulary.yml', '[open, opening]', '[open, opening, open]')).toEqual([
      'vocabulary.yml:2:21  "open" is already in the group of "open"  keep it in one place',
    ]);
  });
});
