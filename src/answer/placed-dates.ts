/** Dates that a question places something before or after: `before 1980`, `prior to June 7`, `since 2019`. */
import type { When } from '../facts/schema.ts';
import { type DateParts, datesAgree } from '../search/quantities.ts';
import type { Item } from '../search/reader.ts';
import { type Answerable, parseDate } from './answerable.ts';
import type { Question } from './question.ts';

/**
 * What a date of the question comes to where it is not simply the fact's own: in `did the bridge open before 1980?` any
 * date on the asked side will do, in `what did they do in late 2019?` that year, whatever its part; and what was there
 * before Monday did not happen on Monday. Undefined where the date is like any other piece.
 */
export function placedShare(
  { at, quantity }: Item,
  { asked, reading }: Question,
  { facts, digest }: Answerable,
): number | undefined {
  if (quantity?.kind !== 'date' || digest !== undefined) return undefined;
  const dates = facts.map(({ fact: { when } }) => when);
  const side = sideOf(reading, at);
  return asked.isYesNo ? ifClaimed(quantity.date, side, dates) : ifAsked(quantity.date, side, dates);
}

/** `did it open before 1980?` */
function ifClaimed(
  date: DateParts,
  side: Side | undefined,
  dates: readonly (When | undefined)[],
): number | undefined {
  const isMet = dates
    .flatMap(momentOf)
    .some((one) => (side === 'before' ? isEarlier(one, date) : side === 'after' && isEarlier(date, one)));
  return isMet ? 1 : undefined;
}

/** `what was there before June 7?`, `what did they do in late 2019?` */
function ifAsked(
  date: DateParts,
  side: Side | undefined,
  dates: readonly (When | undefined)[],
): number | undefined {
  const known = dates.flatMap(momentOf);
  if (side === 'before' && date.day !== undefined) {
    if (known.some((one) => isEarlier(one, date))) return 1;
    return known.some((one) => datesAgree(date, one)) ? 0 : undefined;
  }
  const isPart = date.stretch !== undefined && date.month === undefined;
  return isPart && known.some(({ year }) => year === date.year) ? 1 : undefined;
}

/** A span is no moment. */
const momentOf = (when: When | undefined): DateParts[] => (typeof when === 'string' ? [parseDate(when)] : []);

type Side = 'before' | 'after';

/** On which side of a date the words before it place what is asked. */
function sideOf({ tokens }: Question['reading'], at: number): Side | undefined {
  const [second = '', first = ''] = tokens.slice(Math.max(0, at - 2), at).map(({ text }) => text);
  const last = at === 1 ? second : first;
  if (EARLIER.has(last) || (last === 'to' && second === 'prior') || (last === 'of' && second === 'ahead'))
    return 'before';
  return LATER.has(last) ? 'after' : undefined;
}

const EARLIER = new Set(['before', 'by', 'until', 'till']);
const LATER = new Set(['after', 'since']);

/** Whether one date is surely earlier than another, as far as both are known. */
function isEarlier(one: DateParts, other: DateParts): boolean {
  for (const part of ['year', 'month', 'day'] as const) {
    const [a, b] = [one[part], other[part]];
    if (a === undefined || b === undefined) {
      if (part === 'year') continue;
      return false;
    }
    if (a !== b) return a < b;
  }
  return false;
}
