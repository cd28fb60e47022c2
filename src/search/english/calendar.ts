/** Number words, months and the words that place a number in time. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** `seven` is 7, `forty` is 40. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** What a number word before it is multiplied by; `1k` and `2 mln` are read likewise. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
  ['mln', 1_000_000],
  ['m', 1_000_000],
  ['billion', 1_000_000_000],
  ['bn', 1_000_000_000],
]);

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');

/** `january`, `jan` and `sept` to 1 … 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, index) => [name, index + 1] as const),
  ...MONTH_NAMES.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9] as const,
]);

/** Month names that are also other words; a number or a preposition beside them decides. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'dec',
  'sep',
  'jan',
  'jun',
  'jul',
]);

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** `first` to `twentieth`, and `thirtieth`, for days of a month; `twenty-third` is read as two words. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_WORDS.map((word, index) => [word, index + 1] as const),
  ['thirtieth', 30] as const,
]);

/** A part of a month or a year. */
export type Stretch = 'early' | 'mid' | 'late';

/** Words before a month or a year that take a part of it. */
export const STRETCHES: ReadonlyMap<string, Stretch> = new Map([
  ...['early', 'start', 'beginning'].map((word) => [word, 'early'] as const),
  ...['mid', 'middle'].map((word) => [word, 'mid'] as const),
  ...['late', 'end', 'close'].map((word) => [word, 'late'] as const),
]);

export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** The days of the week, from Monday on. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

const YEAR = 365;
const MONTH = 30;

/** Units of time in days, as a desk reckons: a month has 30. */
export const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ...['year', 'years', 'yr', 'yrs'].map((word) => [word, YEAR] as const),
  ...['month', 'months', 'mth', 'mths'].map((word) => [word, MONTH] as const),
  ...['week', 'weeks', 'wk', 'wks'].map((word) => [word, 7] as const),
  ...['day', 'days'].map((word) => [word, 1] as const),
  ...['decade', 'decades'].map((word) => [word, 10 * YEAR] as const),
  ...['hour', 'hours', 'hr', 'hrs'].map((word) => [word, 1 / 24] as const),
]);

/** What `a` or `one` may stand before to be a length of time that is claimed: `more than a decade` is not. */
export const SINGLE_UNITS: ReadonlySet<string> = new Set(['year', 'month', 'week']);
/** And what may stand in between: `a whole year`. */
export const WHOLE: ReadonlySet<string> = new Set(['whole', 'full', 'entire', 'single', 'solid']);
