import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('duplicate-ids', () => {
  test('two facts with one id', () => {
    expect(toldAfter(TOPIC, 'id: cost\n', 'id: opening\n')).toEqual([
      'topics/library.yml:43:9  the id "opening" is taken, by topics/library.yml:6  give one of the two another id',
    ]);
  });

  test('a digest with the id of a fact', () => {
    expect(toldAfter(TOPIC, 'id: both-counts', 'id: opening')).toEqual([
      'topics/library.yml:55:9  the id "opening" is taken, by topics/library.yml:6  give one of the two another id',
    ]);
  });

  test('a topic with the id of an entity', () => {
    expect(toldAfter(TOPIC, 'id: library-plans', 'id: library')).toEqual([
      'entities.yml:2:9  the id "library" is taken, by topics/library.yml:1  give one of the two another id',
    ]);
  });
});
