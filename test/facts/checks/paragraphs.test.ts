import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('paragraphs', () => {
  test('a paragraph past the last', () => {
    expect(toldAfter(TOPIC, 'paragraph: 4', 'paragraph: 6')).toEqual([
      'topics/library.yml:46:43  paragraph 6, but the report "gazette" has 5  give the paragraph it is taken from',
    ]);
  });
});
