import { expect, test } from 'vitest';
import { GOLDEN_PATH, goldenProblems, parseGolden } from '../../src/facts/golden.ts';
import { parseBase } from '../../src/facts/parse.ts';
import { printProblem } from '../../src/facts/problem.ts';
import { filesWith } from './files.ts';

const good = `questions:
  - q: How many books are there?
    expect: [books]
  - q: 'What: a dog?'
    expect: unknown
`;

function told(text: string): string[] {
  const parsed = parseBase(filesWith());
  if ('problems' in parsed) throw new Error('the base is not good');
  return goldenProblems({ path: GOLDEN_PATH, text }, parsed.base).map((each) => printProblem(each));
}

test('golden questions say what they are answered with, or that they are not', () => {
  expect(parseGolden({ path: GOLDEN_PATH, text: good })).toEqual({
    questions: [
      { q: 'How many books are there?', expect: ['books'] },
      { q: 'What: a dog?', expect: [] },
    ],
  });
  expect(told(good)).toEqual([]);
});

test('an id that no fact in use has', () => {
  expect(told(good.replace('[books]', '[book]'))).toEqual([
    'questions/golden.yml:3:14  there is no fact "book" in use  did you mean "books"?',
  ]);
});

test('a question that is there twice', () => {
  expect(told(`${good}  - q: how many books are there?\n    expect: unknown\n`)).toEqual([
    'questions/golden.yml:6:8  "how many books are there?" is there twice  delete one',
  ]);
});

test('what has another shape is told like any knowledge file', () => {
  expect(told('questions:\n  - q: How many?\n    expects: unknown\n')).toEqual([
    'questions/golden.yml:3:5  unknown key "expects"  did you mean "expect"?',
  ]);
  expect(told('questions:\n  - q: How many?\n    expect: none\n')).toEqual([
    'questions/golden.yml:3:13  expect is "none"  write a list, one entry a line after a hyphen',
  ]);
});
