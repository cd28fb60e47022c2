import { expect, test } from 'vitest';
import { isEnglish } from '../../src/search/english/dictionary.ts';
import { createTextSearch } from '../../src/search/search.ts';

const TEXTS = [
  'The north ferry is closed until March.',
  'The harbour council pays for the bridge.',
  'Rashid Hamdan is the head of the harbour council.',
];
const entries = [{ term: 'e:hamdan', phrases: ['Rashid Hamdan', 'the mayor'], isName: true }];
const { search } = createTextSearch(TEXTS, { entries, isEnglish });

test.each([
  ['when does the ferry open', 0, 'the only text with one of its words'],
  ['who pays for bridges', 1, 'in other forms'],
  ['mayor', 2, 'in other words'],
  ['harbor concil head', 2, 'misspelt'],
])('%s → text %d: %s', (question, text) => {
  expect(search(question, 3).hits[0]?.document).toBe(text);
});

test('what was taken for another word is told', () => {
  expect(search('the concil', 1).repaired).toEqual([{ typed: 'concil', read: 'council' }]);
});

test.each(['', '???', 'airport', '😀'])('%j finds nothing', (question) => {
  expect(search(question, 3).hits).toEqual([]);
});
