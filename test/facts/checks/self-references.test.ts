import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('self-references', () => {
  test('a fact related to itself', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'related: [opening]')).toEqual([
      'topics/library.yml:18:15  "opening" refers to itself  name another fact, or delete it',
    ]);
  });

  test('a fact that replaces itself', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'supersedes: opening')).toEqual([
      'topics/library.yml:18:17  "opening" refers to itself  name another fact, or delete it',
    ]);
  });

  test('a fact that contradicts itself', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'conflictsWith: [opening]')).toEqual([
      'topics/library.yml:18:21  "opening" refers to itself  name another fact, or delete it',
    ]);
  });
});
