import { describe, expect, test } from 'vitest';
import {
  fill,
  questionFor,
  writeDate,
  writeKinds,
  writeList,
  writeProvenance,
  writeWhen,
} from '../../src/answer/wording.ts';
import { base, compiled } from './harbour.ts';

const sourced = (id: string) => {
  const found = compiled.facts.get(id);
  if (found === undefined) throw new Error(`no fact is called ${id}`);
  return found;
};

test.each([
  ['2025-10-06', 'October 6, 2025'],
  ['2025-03', 'March 2025'],
  ['1971', '1971'],
])('a date as far as it is known: %s is %s', (date, text) => expect(writeDate(date)).toBe(text));

test.each([
  ['1971', '1971'],
  [{ from: '1926', to: '1971' }, '1926 to 1971'],
  [{ from: '2025-05-02' }, 'since May 2, 2025'],
  [{ to: '2026-01' }, 'until January 2026'],
])('a time or a span of time: %j is %s', (when, text) => expect(writeWhen(when)).toBe(text));

test('a list reads as a person would write it', () => {
  expect(writeList([])).toBe('');
  expect(writeList(['ferries'])).toBe('ferries');
  expect(writeList(['ferries', 'lorries'])).toBe('ferries and lorries');
  expect(writeList(['ferries', 'lorries', 'cars'])).toBe('ferries, lorries and cars');
  expect(writeList(['who', 'when'], 'or')).toBe('who or when');
});

test('kinds of question follow "the report does not say"', () => {
  expect(writeKinds(['how-many'])).toBe('how many');
  expect(writeKinds(['who', 'when', 'how-long'])).toBe('who, when or how long');
});

describe('a sentence that an editor wrote, with places to fill', () => {
  test('every place is filled', () => {
    expect(fill('The report says {said}, not {asked}.', { said: '14', asked: '25' })).toBe(
      'The report says 14, not 25.',
    );
  });

  test('a place that has no value stays, and what is filled in is not filled again', () => {
    expect(fill('{one} and {other}', { one: '{other}' })).toBe('{other} and {other}');
    expect(fill('{one}', { one: '$& {one}' })).toBe('$& {one}');
  });

  test('a word that every object has is no value', () => {
    expect(fill('{toString}', {})).toBe('{toString}');
  });
});

test('a fact as a question is one with a question mark, where it has one', () => {
  for (const { facts } of base.topics)
    for (const fact of facts) {
      const question = questionFor(fact);
      if (fact.asks.some((one) => one.endsWith('?'))) expect(question).toMatch(/\?$/);
      expect(question).not.toBe('');
    }
  expect(
    questionFor({ ...sourced('ferry-free').fact, asks: ['ferry fare'], headline: 'Free of charge' }),
  ).toBe('Free of charge');
});

describe('where it comes from', () => {
  test('names who says it, the report, its date and the paragraph, and how firmly', () => {
    const text = writeProvenance([sourced('agreement-signed')], base.reports);
    expect(text).toContain(base.reports[0]?.attribution);
    expect(text).toContain('September 18, 2025');
    expect(text).toContain('paragraph 7');
    expect(text).toContain('confirmed');
  });

  test.each([
    ['bridge-closes', /expected.*had not happened/],
    ['plan-tunnel', /claim/],
    ['jobs-offered', /disputed/],
    ['inspection-by', /leaves out/],
  ])('%s is not passed off as settled', (id, how) => {
    expect(writeProvenance([sourced(id)], base.reports)).toMatch(how);
  });

  test('several paragraphs are named once each, in order', () => {
    const facts = ['agreement-signed', 'bridge-closes', 'agreement-shares'].map(sourced);
    expect(writeProvenance(facts, base.reports)).toContain('paragraphs 1 and 7');
  });

  test('before any answer, it is where everything here comes from', () => {
    expect(writeProvenance([], base.reports)).toContain(base.reports[0]?.title);
  });
});
