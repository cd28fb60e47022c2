import { describe, expect, test } from 'vitest';
import { isAllUnknown, parseDate } from '../../src/answer/answerable.ts';
import { entityTerm } from '../../src/answer/base-words.ts';
import { compileBase } from '../../src/answer/compile.ts';
import { allTerms } from '../../src/search/reader.ts';
import { compiled, read, smallBase } from './harbour.ts';

function answerable(id: string, from = compiled) {
  const found = from.answerables.find((one) => one.id === id);
  if (found === undefined) throw new Error(`nothing is called ${id}`);
  return found;
}

const termsOf = (text: string): string[] => read(text).reading.items.flatMap(allTerms);
const explains = (id: string, text: string): boolean => {
  const { strong, weak } = answerable(id);
  return termsOf(text).some((term) => strong.has(term) || weak.has(term));
};

describe('what a fact explains', () => {
  test.each([
    ['words of its statement', 'free', 'ferry-free'],
    ['words of its ways of asking', 'ticket', 'ferry-free'],
    ['a short value', 'crowns', 'plan-repair'],
    ['what the vocabulary takes as the same', 'vessel', 'ferries-now'],
    ['what English takes as the same', 'lorry', 'lorry-ban'],
    ['another spelling of a name', 'Oeskelund', 'plan-repair'],
    ['a description of a person', 'minister', 'plan-repair'],
    ['what English calls a thing of its kind', 'organisation', 'ferry-operator'],
  ])('%s: %s', (_, text, id) => expect(explains(id, text)).toBe(true));

  test('and nothing that it does not speak of', () => {
    expect(explains('ferry-free', 'tunnel')).toBe(false);
    expect(explains('lorry-ban', 'mayor')).toBe(false);
  });

  test('the words of a name say less than what is said of it', () => {
    const { strong, weak } = answerable('plan-tunnel');
    expect(strong.has(entityTerm('jorun-halvik'))).toBe(true);
    // `city leader` describes the mayor; the plan itself is no leader.
    const [leader] = termsOf('leader');
    expect([strong.has(leader ?? ''), weak.has(leader ?? '')]).toEqual([false, true]);
  });
});

describe('a description that two share', () => {
  test('stands for either of them in a question', () => {
    const [company] = read('Which company is it?').focus;
    expect(company?.terms).toEqual(
      expect.arrayContaining([entityTerm('oresk-lines'), entityTerm('kaldor-works')]),
    );
  });

  test('stands in a fact for the one that the fact is about', () => {
    expect(answerable('ferry-operator').strong.has(entityTerm('kaldor-works'))).toBe(false);
    expect(answerable('lorry-detour').strong.has(entityTerm('harbour-tunnel'))).toBe(false);
  });
});

describe('what a fact settles', () => {
  test('the kinds its editor gave it, with what is counted', () => {
    const counted = answerable('ferries-now').settles.get('how-many');
    for (const noun of ['ferries', 'cars', 'passengers'])
      expect(termsOf(noun).some((term) => counted?.has(term))).toBe(true);
    expect(termsOf('officials').some((term) => counted?.has(term))).toBe(false);
  });

  test('the kinds of its own ways of asking', () => {
    expect([...answerable('bridge-closes').settles.keys()]).toContain('when');
  });

  test('a digest settles only what it is asked for, not all that its facts do', () => {
    const digest = answerable('two-plans');
    expect(digest.facts.length).toBeGreaterThan(1);
    const ofItsFacts = digest.facts.flatMap(({ fact }) => [...answerable(fact.id).settles.keys()]);
    expect([...digest.settles.keys()].length).toBeLessThan(new Set(ofItsFacts).size);
  });
});

describe('numbers and dates', () => {
  test('are read in figures and in words', () => {
    expect(answerable('ferries-now').numbers.map(({ value }) => value)).toEqual(
      expect.arrayContaining([3, 60, 400]),
    );
  });

  test('a time of day is no number of anything', () => {
    expect(answerable('ferry-timetable').numbers.map(({ value }) => value)).not.toContain(5);
  });

  test('a fact knows how exactly it says when', () => {
    expect(answerable('bridge-closes').precision).toBe('day');
    expect(answerable('cracks-found').precision).toBe('month');
    expect(answerable('closed-2018').precision).toBe('year');
    expect(answerable('ferry-timetable').precision).toBe('hour');
    expect(answerable('closed-2018').hasYear).toBe(true);
    expect(answerable('ferry-timetable').hasYear).toBe(false);
  });

  test('a date is read as far as it is given', () => {
    expect(parseDate('2025-10-06')).toEqual({ year: 2025, month: 10, day: 6 });
    expect(parseDate('2025-03')).toEqual({ year: 2025, month: 3 });
    expect(parseDate('2018')).toEqual({ year: 2018 });
  });
});

describe('the base as a whole', () => {
  test('every fact and digest can answer, each with its report and its topic', () => {
    const ids = compiled.base.topics.flatMap(({ facts, digests }) =>
      [...facts, ...digests].map(({ id }) => id),
    );
    expect(compiled.answerables.map(({ id }) => id)).toEqual(ids);
    for (const { facts } of compiled.answerables)
      for (const { fact, report } of facts) expect(report.id).toBe(fact.source.report);
  });

  test('knows the terms of its facts and of nothing else', () => {
    expect(termsOf('cracks').some(compiled.knows)).toBe(true);
    expect(termsOf('volcano').some(compiled.knows)).toBe(false);
  });

  test('knows which facts only say that something is left out', () => {
    expect(isAllUnknown(answerable('inspection-by'))).toBe(true);
    expect(isAllUnknown(answerable('cracks-found'))).toBe(false);
  });

  test('words that only such facts have are never overlooked', () => {
    const [fog] = termsOf('fog');
    expect(compiled.missing.has(fog ?? '')).toBe(true);
    const [ferry] = termsOf('ferry');
    expect(compiled.missing.has(ferry ?? '')).toBe(false);
  });

  test('an empty base compiles, and knows nothing', () => {
    const bare = compileBase({ ...smallBase({ facts: [FACT] }), topics: [] });
    expect(bare.answerables).toEqual([]);
    expect(bare.knows('s:harbour')).toBe(false);
  });
});

const FACT = { id: 'one', statement: 'The harbour is deep.', asks: ['How deep is the harbour?'] };

test('where the base groups a word with others, that group counts, not everyday English', () => {
  const small = compileBase(
    smallBase({ facts: [FACT], vocabulary: { same: [['deep', 'profound', 'bottomless']] } }),
  );
  const [own] = small.readQuestion('bottomless').items;
  const [deep] = small.readQuestion('deep').items;
  expect(own?.terms).toEqual(deep?.terms);
});
