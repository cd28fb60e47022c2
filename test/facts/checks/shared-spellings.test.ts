import { describe, expect, test } from 'vitest';
import { toldAfter } from '../files.ts';

describe('shared-spellings', () => {
  test('a spelling that is the name of another', () => {
    expect(toldAfter('entities.yml', '- new library', '- The Council')).toEqual([
      'entities.yml:9:11  "the council" is also a name of "library"  leave it with one of them, or make it a description of both',
    ]);
  });

  test('a spelling twice', () => {
    expect(toldAfter('entities.yml', '- new library', '- new library\n      - New Library')).toEqual([
      'entities.yml:7:9  "New Library" is there already  delete it',
    ]);
  });
});
