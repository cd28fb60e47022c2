/**
 * Numbers, years and dates in a run of tokens: `1k`, `1.5 million`, `two hundred and fifty`, `Jan 29`, `29/1`, `Dec '24`.
 * They are constraints on the answer, not words to search for.
 */
import { type Amount, readAmount } from './amounts.ts';
import {
  AMBIGUOUS_MONTHS,
  MONTHS,
  NUMBER_WORDS,
  ORDINAL_ENDINGS,
  ORDINALS,
  STRETCHES,
  type Stretch,
  WEEKDAYS,
} from './english/calendar.ts';
import { PREPOSITIONS } from './english/words.ts';
import { LOOSE } from './numbers.ts';
import type { Token } from './tokens.ts';

/** A date to the precision that was given; a part that was not said is absent. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The year stands for ten, of which it is the first: `the 2010s`. */
  readonly isDecade?: true;
  /** Only a stretch of the month, or of the year where no month is given: `late January`, `early 2014`. */
  readonly stretch?: Stretch;
  /** 0 for Sunday to 6 for Saturday, where it was said: `on Monday`. */
  readonly weekday?: number;
}

export type Quantity =
  | ({ readonly kind: 'number'; readonly spelled: boolean } & Amount)
  | { readonly kind: 'date'; readonly date: DateParts };

/** A quantity and how many tokens it takes. */
export interface QuantityMatch {
  readonly quantity: Quantity;
  readonly length: number;
}

/** The number or date that starts at this token, if one does. */
export function readQuantity(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  return mayStart(tokens[at]?.text ?? '') ? (readDate(tokens, at) ?? readNumber(tokens, at)) : undefined;
}

/** Nearly every word is none of these, and is passed over at once. */
function mayStart(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || STARTING.has(word);
}

const STARTING: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...NUMBER_WORDS.keys(),
  ...ORDINALS.keys(),
  ...LOOSE,
  ...STRETCHES.keys(),
  ...WEEKDAYS,
  'a',
  'one',
  'another',
  'half',
]);

/** What finds the texts that speak of a quantity: `n:1000`, `y:2014`, `m:12`, `d:1-29`. */
export function quantityTerms(quantity: Quantity): string[] {
  return quantity.kind === 'number' ? [`n:${quantity.value}`] : dateTerms(quantity.date);
}

/** The terms of a date, one for each part that is known. */
export function dateTerms({ year, month, day, weekday }: DateParts): string[] {
  return [
    ...(weekday === undefined ? [] : [`wd:${weekday}`]),
    ...(year === undefined ? [] : [`y:${year}`]),
    ...(month === undefined ? [] : [`m:${month}`]),
    ...(month === undefined || day === undefined ? [] : [`d:${month}-${day}`]),
  ];
}

/** Whether a year that is given may be compared: an unknown part agrees with anything. */
export function datesAgree(asked: DateParts, known: DateParts): boolean {
  const year = asked.isDecade || known.isDecade ? decadeOf : yearOf;
  return (
    agree(year(asked), year(known)) &&
    agree(asked.month, known.month) &&
    agree(asked.day, known.day) &&
    agree(weekdayOf(asked), weekdayOf(known)) &&
    isInStretch(asked, known) &&
    isInStretch(known, asked)
  );
}

/** Where its parts of a month end and begin, by the day; they overlap, since nobody counts. */
const DAYS_OF: Readonly<Record<Stretch, readonly [number, number]>> = {
  early: [1, 12],
  mid: [8, 22],
  late: [18, 31],
};
/** The same of a year, by the month. */
const MONTHS_OF: Readonly<Record<Stretch, readonly [number, number]>> = {
  early: [1, 5],
  mid: [4, 9],
  late: [8, 12],
};

function isInStretch({ stretch, month }: DateParts, date: DateParts): boolean {
  if (stretch === undefined) return true;
  const [from, to] = (month === undefined ? MONTHS_OF : DAYS_OF)[stretch];
  const part = month === undefined ? date.month : date.day;
  return part === undefined || (part >= from && part <= to);
}

/** The day of the week of a full date, if none was said. */
function weekdayOf({ weekday, year, month, day }: DateParts): number | undefined {
  if (weekday !== undefined || year === undefined || month === undefined || day === undefined) return weekday;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

const yearOf = ({ year }: DateParts): number | undefined => year;
const decadeOf = ({ year }: DateParts): number | undefined => year && Math.floor(year / 10);

/** Whether `asked` says no more than `known` does. */
export function isAsPrecise(known: DateParts, asked: DateParts): boolean {
  return (
    (asked.year === undefined || known.year !== undefined) &&
    (asked.month === undefined || known.month !== undefined) &&
    (asked.day === undefined || known.day !== undefined) &&
    (asked.weekday === undefined || weekdayOf(known) !== undefined) &&
    (asked.stretch === undefined || asked.stretch === known.stretch || isWithinStretch(known, asked))
  );
}

const isWithinStretch = ({ month, day }: DateParts, asked: DateParts): boolean =>
  (asked.month === undefined ? month : day) !== undefined;

function agree(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && /^\d+$/.test(token.text);
const numberIn = (token: Token | undefined, low: number, high: number): number | undefined => {
  if (token === undefined || !isNumber(token)) return undefined;
  const value = Number(token.text);
  return value >= low && value <= high ? value : undefined;
};

/** Years that news is about; other four-digit numbers are counts. */
const asYear = (token: Token | undefined): number | undefined =>
  token !== undefined && /^\d{4}$/.test(token.raw) ? numberIn(token, 1900, 2100) : undefined;

function asShortYear(token: Token | undefined): number | undefined {
  const value = token?.text.length === 2 ? numberIn(token, 0, 99) : undefined;
  return value === undefined ? undefined : 2000 + value;
}

function asDay(token: Token | undefined): number | undefined {
  return numberIn(token, 1, 31) ?? (token === undefined ? undefined : ORDINALS.get(token.text));
}

function readDate(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  return (
    readStretch(tokens, at) ??
    readNumericDate(tokens, at) ??
    readMonthFirst(tokens, at) ??
    readDayFirst(tokens, at) ??
    readBareDay(tokens, at) ??
    readWeekday(tokens, at) ??
    readYear(tokens, at)
  );
}

/** `late January`, `mid-2014`, `early in 2019`, `end of December 2024`; no stretch of a single day. */
function readStretch(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const word = tokens[at]?.text ?? '';
  const stretch = STRETCHES.get(word);
  if (stretch === undefined || tokens[at]?.closes) return undefined;
  // In `did it start in 2015` and `start 2015` something starts.
  const link = tokens[at + 1]?.text;
  if (!ADJECTIVES.has(word) && (link === 'in' || (word === 'start' && link !== 'of'))) return undefined;
  const start = LINKS.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const match = readMonthFirst(tokens, start) ?? readYear(tokens, start);
  if (match?.quantity.kind !== 'date' || match.quantity.date.day !== undefined) return undefined;
  return found({ ...match.quantity.date, stretch }, start - at + match.length);
}

const LINKS = new Set(['of', 'in']);
const ADJECTIVES = new Set(['early', 'mid', 'late']);

/** `2026-02-23`, `2024-12`, `23/2/2026`, `29.1.2026`, `29/1`, `29.01.` */
function readNumericDate(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (a === undefined || !a.joined) return undefined;
  const year = asYear(a);
  const month = numberIn(b, 1, 12);
  if (year !== undefined && month !== undefined) {
    const day = b?.joined ? numberIn(c, 1, 31) : undefined;
    return found({ year, month, ...(day !== undefined && { day }) }, day === undefined ? 2 : 3);
  }
  return readMonthYear(a, b) ?? readDayMonth(a, b, c);
}

/** `12/2024`. */
function readMonthYear(a: Token, b: Token | undefined): QuantityMatch | undefined {
  const [month, year] = [numberIn(a, 1, 12), asYear(b)];
  return month === undefined || year === undefined ? undefined : found({ month, year }, 2);
}

function readDayMonth(a: Token, b: Token | undefined, c: Token | undefined): QuantityMatch | undefined {
  const [first, second] = [numberIn(a, 1, 31), numberIn(b, 1, 31)];
  if (first === undefined || second === undefined) return undefined;
  // Day before month, as most of the world writes; where that is no date, the American order.
  const [day, month] = second <= 12 ? [first, second] : [second, first];
  if (month > 12) return undefined;
  const year = b?.joined ? (asYear(c) ?? asShortYear(c)) : undefined;
  return found({ day, month, ...(year !== undefined && { year }) }, year === undefined ? 2 : 3);
}

/** `January 29, 2026`, `Jan 29th`, `February twenty-third`, `December 2024`, `Dec '24`, `December`. */
function readMonthFirst(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const month = MONTHS.get(tokens[at]?.text ?? '');
  if (month === undefined || !isMonthHere(tokens, at)) return undefined;
  let next = at + 1;
  const yearAtOnce = yearAt(tokens, next);
  if (yearAtOnce) return found({ month, year: yearAtOnce.year }, next - at + yearAtOnce.length);
  if (tokens[next]?.text === 'the') next += 1;
  const day = dayAt(tokens, next);
  if (day === undefined) return found({ month }, 1);
  next += day.length;
  const year = yearAt(tokens, next);
  return found({ month, day: day.day, ...(year && { year: year.year }) }, next - at + (year?.length ?? 0));
}

interface Day {
  readonly day: number;
  readonly length: number;
}

/** `29`, `29th`, `29 th`, `first`, `twenty-third`. */
function dayAt(tokens: readonly Token[], at: number): Day | undefined {
  const compound = asCompoundDay(tokens, at);
  if (compound !== undefined) return { day: compound, length: 2 };
  const day = asDay(tokens[at]);
  if (day === undefined) return undefined;
  return { day, length: ORDINAL_ENDINGS.has(tokens[at + 1]?.text ?? '') ? 2 : 1 };
}

/** `twenty-third`: the tens, then an ordinal below ten. */
function asCompoundDay(tokens: readonly Token[], at: number): number | undefined {
  const tens = NUMBER_WORDS.get(tokens[at]?.text ?? '');
  const ones = ORDINALS.get(tokens[at + 1]?.text ?? '');
  if (ones === undefined || ones > 9 || (tens !== 20 && tens !== 30)) return undefined;
  return tens + ones <= 31 ? tens + ones : undefined;
}

/** `29 January 2026`, `the 29th of Jan`, `twenty-third of February`. */
function readDayFirst(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const day = dayAt(tokens, at);
  if (day === undefined) return undefined;
  let next = at + day.length;
  if (tokens[next]?.text === 'of') next += 1;
  const month = MONTHS.get(tokens[next]?.text ?? '');
  if (month === undefined) return undefined;
  const year = yearAt(tokens, next + 1);
  return found(
    { day: day.day, month, ...(year && { year: year.year }) },
    next + 1 - at + (year?.length ?? 0),
  );
}

/** `on the 29th`: a day of a month that goes without saying; `the 29th brigade` is none. */
function readBareDay(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const token = tokens[at];
  const day = numberIn(token, 1, 31);
  if (token === undefined || day === undefined || !/[a-z]{2}$/i.test(token.raw)) return undefined;
  const isPlaced = tokens[at - 1]?.text === 'the' && PREPOSITIONS.has(tokens[at - 2]?.text ?? '');
  const next = tokens[at + 1];
  const stands = next === undefined || token.closes || PREPOSITIONS.has(next.text);
  return isPlaced && stands ? found({ day }, 1) : undefined;
}

/** `on Monday`, `before Monday's move`; `for Monday's paper` says when the paper comes, not the news. */
function readWeekday(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const weekday = [...WEEKDAYS].indexOf(tokens[at]?.text ?? '');
  if (weekday < 0 || !PLACING_DAYS.has(tokens[at - 1]?.text ?? '')) return undefined;
  // The set begins on Monday, and the days of a date on Sunday.
  return found({ weekday: (weekday + 1) % 7 }, 1);
}

const PLACING_DAYS = new Set(['on', 'since', 'before', 'after', 'until', 'last', 'this']);

/** `2014`, `the 2010s`. */
function readYear(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const token = tokens[at];
  const year = asYear(token);
  if (year !== undefined && !isRoundCount(tokens, at)) return found({ year }, 1);
  const spelled = readSpelledYear(tokens, at);
  if (spelled !== undefined) return spelled;
  const decade = /^\d{3}0s$/i.test(token?.raw ?? '') ? numberIn(token, 1900, 2100) : undefined;
  return decade === undefined ? undefined : found({ year: decade, isDecade: true }, 1);
}

/** `2000 soldiers`, `there were 2000`, unlike `in 2000`: so round a number is a year only where it is placed in time. */
function isRoundCount(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text.endsWith('00') === true && !PLACING_YEARS.has(tokens[at - 1]?.text ?? '');
}

const PLACING_YEARS = new Set('in since until till before after from by during around of year to'.split(' '));

const CENTURIES: ReadonlyMap<string, number> = new Map([
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** `twenty nineteen`, `twenty-twenty-four`. */
function readSpelledYear(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const century = CENTURIES.get(tokens[at]?.text ?? '');
  const tens = NUMBER_WORDS.get(tokens[at + 1]?.text ?? '');
  if (century === undefined || tens === undefined || tens < 10) return undefined;
  const ones = tens < 20 ? 0 : (NUMBER_WORDS.get(tokens[at + 2]?.text ?? '') ?? 0);
  const hasOnes = ones > 0 && ones < 10;
  return found({ year: century + tens + (hasOnes ? ones : 0) }, hasOnes ? 3 : 2);
}

function yearAt(tokens: readonly Token[], at: number): { year: number; length: number } | undefined {
  const of = tokens[at]?.text === 'of' ? 1 : 0;
  const token = tokens[at + of];
  const year = asYear(token);
  if (year !== undefined) return { year, length: 1 + of };
  // Two digits straight after a month are a year only with an apostrophe (`Dec '24`) or above any day of a month.
  const short = asShortYear(token);
  const isYear = short !== undefined && (short > 2031 || token?.raw.startsWith("'") === true);
  return isYear ? { year: short, length: 1 + of } : undefined;
}

/** `may` and `march` are months beside a number, after a preposition, or capitalised inside a sentence. */
function isMonthHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !AMBIGUOUS_MONTHS.has(token.text)) return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isNumber(after) || isNumber(before)) return true;
  if (ORDINAL_ENDINGS.has(before?.text ?? '')) return true;
  if (token.text !== 'may' && token.text !== 'march' && token.text !== 'mar') return true;
  if (before !== undefined && PREPOSITIONS.has(before.text)) return true;
  return before !== undefined && /^[A-Z][a-z]/.test(token.raw) && !/^[A-Z]/.test(before.raw);
}

function readNumber(tokens: readonly Token[], at: number): QuantityMatch | undefined {
  const match = readAmount(tokens, at);
  if (match === undefined) return undefined;
  const { amount, spelled, length } = match;
  return { quantity: { kind: 'number', spelled, ...amount }, length };
}

function found(date: DateParts, length: number): QuantityMatch {
  return { quantity: { kind: 'date', date }, length };
}
