import { describe, expect, test } from 'vitest';
import { toldAfter } from '../files.ts';

describe('scope-words', () => {
  test('an id with a letter wrong', () => {
    expect(toldAfter('vocabulary.yml', 'scope: [library, town]', 'scope: [town-councl]')).toEqual([
      'vocabulary.yml:7:9  "town-councl" is no entity and no plain word  did you mean "town council"?',
    ]);
  });
});
