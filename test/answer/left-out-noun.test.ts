import { expect, test } from 'vitest';
import type { Conversation } from '../../src/answer/conversation.ts';
import { withNoun } from '../../src/answer/left-out-noun.ts';
import { compiled } from './harbour.ts';

const about = (...entities: string[]): Conversation => ({
  given: [],
  latest: [],
  question: '',
  kinds: [],
  terms: [],
  entities,
});

const agreement = about('harbour-crossing-agreement');

test.each([
  ['what about the largest', 'what about the largest agreement'],
  ['and the newest?', 'and the newest agreement?'],
  ['did they sign any others?', 'did they sign any other agreements?'],
  ['the big one, is it signed?', 'the big agreement, is it signed?'],
])('%s', (text, whole) => expect(withNoun(text, agreement, compiled)).toBe(whole));

test.each([
  'the largest ferry?',
  'is it the largest in town',
  'the main road',
  'the rest?',
  'and the northwest?',
  'what about the protest',
])('nothing is left out: %s', (text) => expect(withNoun(text, agreement, compiled)).toBe(text));

test('where nothing was spoken of, nothing is put in', () =>
  expect(withNoun('the largest?', about(), compiled)).toBe('the largest?'));
