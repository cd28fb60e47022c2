import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('repeated-references', () => {
  test('an entity named twice', () => {
    expect(toldAfter(TOPIC, 'about: [library, council]', 'about: [library, library]')).toEqual([
      'topics/library.yml:8:22  "library" is there twice  delete one',
    ]);
  });

  test('a fact twice in a digest', () => {
    expect(toldAfter(TOPIC, 'facts: [books, books-counted]', 'facts: [books, books]')).toEqual([
      'topics/library.yml:57:20  "books" is there twice  delete one',
    ]);
  });
});
