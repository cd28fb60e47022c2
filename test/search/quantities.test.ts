import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amount, amountsAgree } from '../../src/search/amounts.ts';
import {
  type DateParts,
  datesAgree,
  dateTerms,
  isAsPrecise,
  type Quantity,
  quantityTerms,
  readQuantity,
} from '../../src/search/quantities.ts';
import { cleanText, tokenise } from '../../src/search/tokens.ts';

/** The quantities of a text, with the words they stand in. */
function quantitiesIn(text: string): [string, Quantity][] {
  const tokens = tokenise(cleanText(text));
  const found: [string, Quantity][] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const match = readQuantity(tokens, at);
    if (match === undefined) continue;
    const span = tokens.slice(at, at + match.length).map((token) => token.raw);
    found.push([span.join(' '), match.quantity]);
    at += match.length - 1;
  }
  return found;
}

const datesIn = (text: string): (DateParts | undefined)[] =>
  quantitiesIn(text).map(([, quantity]) => (quantity.kind === 'date' ? quantity.date : undefined));
const numbersIn = (text: string): (number | undefined)[] =>
  quantitiesIn(text).map(([, quantity]) => (quantity.kind === 'number' ? quantity.value : undefined));

describe('dates', () => {
  test.each<[string, DateParts]>([
    ['2026-02-23', { year: 2026, month: 2, day: 23 }],
    ['2024-12', { year: 2024, month: 12 }],
    ['12/2024', { year: 2024, month: 12 }],
    ['late January', { month: 1, stretch: 'late' }],
    ['end of December 2024', { year: 2024, month: 12, stretch: 'late' }],
    ['early in 2019', { year: 2019, stretch: 'early' }],
    ['twenty nineteen', { year: 2019 }],
    ['twenty-twenty-four', { year: 2024 }],
    ['mid-2014', { year: 2014, stretch: 'mid' }],
    ['23/2/2026', { year: 2026, month: 2, day: 23 }],
    ['2/23/2026', { year: 2026, month: 2, day: 23 }],
    ['23.2.2026', { year: 2026, month: 2, day: 23 }],
    ['23.02.26', { year: 2026, month: 2, day: 23 }],
    ['29/1', { month: 1, day: 29 }],
    ['29.01.', { month: 1, day: 29 }],
    ['January 29, 2026', { year: 2026, month: 1, day: 29 }],
    ['Jan 29 2026', { year: 2026, month: 1, day: 29 }],
    ['Jan. 29', { month: 1, day: 29 }],
    ['Jan 29th', { month: 1, day: 29 }],
    ['Jan 29 th', { month: 1, day: 29 }],
    ['January the 29th', { month: 1, day: 29 }],
    ['February twenty-third', { month: 2, day: 23 }],
    ['29 January 2026', { year: 2026, month: 1, day: 29 }],
    ['29. January', { month: 1, day: 29 }],
    ['the 29th of Jan', { month: 1, day: 29 }],
    ['twenty-third of February', { month: 2, day: 23 }],
    ['first of March 2024', { year: 2024, month: 3, day: 1 }],
    ['December 2024', { year: 2024, month: 12 }],
    ['December of 2024', { year: 2024, month: 12 }],
    ["Dec '24", { year: 2024, month: 12 }],
    ['Dec 24', { month: 12, day: 24 }],
    ['Dec 99', { year: 2099, month: 12 }],
    ['December of last year', { month: 12 }],
    ['december', { month: 12 }],
    ['sept 11', { month: 9, day: 11 }],
    ['2014', { year: 2014 }],
    ['the 2010s', { year: 2010, isDecade: true }],
    ['on the 29th', { day: 29 }],
    ['since the 29th?', { day: 29 }],
  ])('%s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  test('two years joined by a hyphen are two dates', () => {
    expect(datesIn('2014-2019')).toEqual([{ year: 2014 }, { year: 2019 }]);
  });
});

describe('may, march and their like are months only where the sentence says so', () => {
  test.each([
    'in may',
    'since March',
    '5 may',
    'march 3',
    'the ferry of May',
    'by May 2024',
    'It closed in MAY',
  ])('%s: a month', (text) => {
    expect(datesIn(text).at(-1)).toHaveProperty('month');
  });

  test.each(['may it close', 'they may leave', 'the march on the town', 'did they march', 'May I ask'])(
    '%s: none',
    (text) => {
      expect(quantitiesIn(text)).toEqual([]);
    },
  );
});

describe('numbers', () => {
  test.each([
    ['1,000', 1000],
    ['1 000', 1000],
    ['10000', 10_000],
    ['1k', 1000],
    ['2 mln', 2_000_000],
    ['1.5 million', 1_500_000],
    ['1.1 million', 1_100_000],
    ['$2.5bn', 2_500_000_000],
    ['seven', 7],
    ['forty-two', 42],
    ['forty two', 42],
    ['a thousand', 1000],
    ['thousand', 1000],
    ['a dozen', 12],
    ['three dozen', 36],
    ['half a million', 500_000],
    ['two thousand', 2000],
    ['one thousand', 1000],
    ['two hundred and fifty', 250],
    ['one hundred twenty', 120],
    ['a hundred and one', 101],
    ['twenty-five thousand', 25_000],
    ['two hundred and fifty thousand', 250_000],
    ['one hundred fifty thousand', 150_000],
    ['two thousand five hundred and six', 2506],
    ['two million three hundred thousand', 2_300_000],
    ['1850', 1850],
    ['29th', 29],
    ['the 29th brigade', 29],
  ])('%s', (text, value) => {
    expect(numbersIn(text)).toEqual([value]);
  });

  test.each([
    ['between two hundred and three hundred', [200, 300]],
    ['from two thousand to three thousand', [2000, 3000]],
    ['two thousand and three thousand', [2000, 3000]],
    ['six, seven', [6, 7]],
  ])('%s', (text, values) => {
    expect(numbersIn(text)).toEqual(values);
  });

  test.each(['which one', 'at 5 a.m.', 'at 5 pm', 'at 5pm', 'half of them', 'a few', 'thousands of them'])(
    '%s: counts nothing',
    (text) => {
      expect(quantitiesIn(text)).toEqual([]);
    },
  );

  test('every number is found again as it is written in English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2101, max: 1e12 }), (value) => {
        expect(numbersIn(`about ${value.toLocaleString('en')} of them`)).toEqual([value]);
      }),
    );
  });

  test('whether it was written in words is kept', () => {
    expect(quantitiesIn('1,000 or a thousand')).toEqual([
      ['1,000', { kind: 'number', value: 1000, spelled: false }],
      ['a thousand', { kind: 'number', value: 1000, spelled: true }],
    ]);
  });
});

test('reading starts anywhere in any tokens, and takes at least one of them', () => {
  const word = fc.constantFrom(
    ...'the of and a 29 29th 2014 hundred twenty third may dec half million dozen one pm'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(word), fc.array(fc.constantFrom(' ', '-', '/', ', ')), (words, joints) => {
      const tokens = tokenise(words.map((text, at) => text + (joints[at] ?? ' ')).join(''));
      tokens.forEach((_token, at) => {
        const length = readQuantity(tokens, at)?.length ?? 1;
        expect(length).toBeGreaterThanOrEqual(1);
        expect(at + length).toBeLessThanOrEqual(tokens.length);
      });
    }),
  );
});

test('what finds the texts that speak of a quantity', () => {
  expect(quantityTerms({ kind: 'number', value: 1000, spelled: true })).toEqual(['n:1000']);
  expect(dateTerms({ year: 2026, month: 1, day: 29 })).toEqual(['y:2026', 'm:1', 'd:1-29']);
  expect(dateTerms({ month: 12 })).toEqual(['m:12']);
});

describe('dates agree as far as both say', () => {
  test.each<[DateParts, DateParts, boolean]>([
    [{ year: 2014 }, { year: 2014, month: 9 }, true],
    [{ month: 9 }, { year: 2014 }, true],
    [{ year: 2014, month: 9 }, { year: 2014, month: 10 }, false],
    [{ day: 29 }, { year: 2026, month: 1, day: 29 }, true],
    [{ year: 2010, isDecade: true }, { year: 2014, month: 9 }, true],
    [{ year: 2010, isDecade: true }, { year: 2020 }, false],
    [{ year: 2010 }, { year: 2014 }, false],
  ])('%j and %j: %s', (asked, known, agree) => {
    expect(datesAgree(asked, known)).toBe(agree);
    expect(datesAgree(known, asked)).toBe(agree);
  });

  test('a date is as precise as another if it says every part that the other says', () => {
    expect(isAsPrecise({ year: 2014, month: 9 }, { year: 2014 })).toBe(true);
    expect(isAsPrecise({ year: 2014 }, { year: 2014, month: 9 })).toBe(false);
    expect(isAsPrecise({ year: 2014, month: 9 }, { day: 3 })).toBe(false);
  });
});

describe('a stretch of a month or a year', () => {
  const agrees = (asked: DateParts, known: DateParts) => ({
    agrees: datesAgree(asked, known),
    isSaid: isAsPrecise(known, asked),
  });

  test('agrees with a day or month inside it', () => {
    expect(agrees({ month: 1, stretch: 'late' }, { month: 1, day: 29 })).toEqual({
      agrees: true,
      isSaid: true,
    });
    expect(agrees({ year: 2024, stretch: 'late' }, { year: 2024, month: 12 })).toEqual({
      agrees: true,
      isSaid: true,
    });
  });

  test('contradicts one outside it', () => {
    expect(agrees({ month: 1, stretch: 'early' }, { month: 1, day: 29 }).agrees).toBe(false);
    expect(agrees({ year: 2024, stretch: 'mid' }, { year: 2024, month: 12 }).agrees).toBe(false);
  });

  test('is more than a month or year alone says', () => {
    expect(agrees({ month: 12, stretch: 'late' }, { year: 2024, month: 12 }).isSaid).toBe(false);
    expect(agrees({ year: 2019, stretch: 'early' }, { year: 2019 }).isSaid).toBe(false);
  });
});

describe('a day of the week', () => {
  test('is a date where it places something', () => {
    expect(datesIn('it began on Monday')).toEqual([{ weekday: 1 }]);
    expect(datesIn('not before sunday')).toEqual([{ weekday: 0 }]);
    expect(datesIn("a line for Monday's paper")).toEqual([]);
  });

  test('agrees with the dates that fall on it', () => {
    const monday = { year: 2026, month: 2, day: 23 };
    expect(datesAgree({ weekday: 1 }, monday)).toBe(true);
    expect(datesAgree({ weekday: 2 }, monday)).toBe(false);
    expect(isAsPrecise({ year: 2026, month: 2 }, { weekday: 1 })).toBe(false);
  });
});

describe('a length of time', () => {
  const timeIn = (text: string): Amount | undefined => {
    const [first] = quantitiesIn(text);
    return first?.[1].kind === 'number' ? first[1] : undefined;
  };

  test.each([
    ['11 years', 'eleven yrs'],
    ['a month', 'one month'],
    ['a whole year', '12 months'],
    ['within a month', 'four weeks'],
    ['two weeks', '14 days'],
  ])('%s is %s', (asked, known) => {
    expect(amountsAgree(timeIn(asked) as Amount, timeIn(known) as Amount)).toBe(true);
  });

  test.each([
    ['two years', 'two bridges'],
    ['a year', 'a month'],
    ['10 years', '11 years'],
    ['two weeks', 'two months'],
  ])('%s is not %s', (asked, known) => {
    expect(amountsAgree(timeIn(asked) as Amount, timeIn(known) as Amount)).toBe(false);
  });

  test('a bare number may be any of them', () => {
    expect(amountsAgree({ value: 11 }, timeIn('11 years') as Amount)).toBe(true);
  });

  test('articles and clauses make none', () => {
    expect(timeIn('a yearly fair')).toBeUndefined();
    expect(quantitiesIn('it was 11. Years passed')).toEqual([
      ['11', { kind: 'number', value: 11, spelled: false }],
    ]);
  });
});

describe('more than a number, or fewer', () => {
  const amountIn = (text: string): Amount => {
    const found = quantitiesIn(text).find(([, { kind }]) => kind === 'number')?.[1];
    return found?.kind === 'number' ? found : { value: Number.NaN };
  };

  test.each([
    ['more than 500', '1,000', true],
    ['over ten years', '11 years', true],
    ['at least 1,000', '1,000', true],
    ['more than 5,000', '1,000', false],
    ['fewer than 2,000', '1,000', true],
    ['under ten years', '11 years', false],
    ['more than two weeks', 'a month', true],
    ['more than ten years', '1,000', false],
  ])('%s and %s: %s', (asked, known, agrees) => {
    expect(amountsAgree(amountIn(asked), amountIn(known))).toBe(agrees);
  });
});
