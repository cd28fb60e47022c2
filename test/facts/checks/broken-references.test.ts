import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('broken-references', () => {
  test('an entity that is none, with the one that was meant', () => {
    expect(toldAfter(TOPIC, 'about: [library, council]', 'about: [library, councel]')).toEqual([
      'topics/library.yml:8:22  there is no entity "councel"  did you mean "council"?',
    ]);
  });

  test('a report that is none', () => {
    expect(toldAfter(TOPIC, 'report: gazette, paragraph: 1', 'report: gazete, paragraph: 1')).toEqual([
      'topics/library.yml:9:23  there is no report "gazete"  did you mean "gazette"?',
    ]);
  });

  test('a related fact that is none, and nothing like it', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'related: [weather]')).toEqual([
      'topics/library.yml:18:15  there is no fact "weather"  add the fact, or take the id out',
    ]);
  });

  test('a replaced fact that is none', () => {
    expect(toldAfter(TOPIC, 'related: [books]', 'supersedes: opning')).toEqual([
      'topics/library.yml:18:17  there is no fact "opning"  did you mean "opening"?',
    ]);
  });

  test('a conflicting fact that is none', () => {
    expect(toldAfter(TOPIC, 'conflictsWith: [books]', 'conflictsWith: [books, costs]')).toEqual([
      'topics/library.yml:41:28  there is no fact "costs"  did you mean "cost"?',
    ]);
  });

  test('a fact of a digest that is none', () => {
    expect(toldAfter(TOPIC, 'facts: [books, books-counted]', 'facts: [books, book-counted]')).toEqual([
      'topics/library.yml:57:20  there is no fact "book-counted"  did you mean "books-counted"?',
    ]);
  });
});
