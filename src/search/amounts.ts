/** Numbers as amounts: counts and lengths of time, with `more than` and `under` before them. */
import { SINGLE_UNITS, TIME_UNITS, WHOLE } from './english/calendar.ts';
import { readCount } from './numbers.ts';
import type { Token } from './tokens.ts';

/** A number, and the days in its unit where it measures time: 11 years are 11 of 365 days. */
export interface Amount {
  readonly value: number;
  readonly days?: number;
  /** `more than ten` is any number from there on, and `under ten` any up to it. */
  readonly bound?: 'least' | 'most';
}

/** An amount and how many tokens it takes. */
export interface AmountMatch {
  readonly amount: Amount;
  /** Written in words. */
  readonly spelled: boolean;
  readonly length: number;
}

/** How far apart two lengths of time in different units may be and be the same: `four weeks` are a month. */
const SAME_TIME = 0.1;

/** Whether a number that is asked about is one that is known; `two years` are not `two bases`. */
export function amountsAgree(asked: Amount, known: Amount): boolean {
  if (asked.days !== undefined && known.days === undefined) return false;
  if (asked.bound !== undefined) return isWithinBound(asked, known);
  if (asked.days === undefined || known.days === undefined || asked.days === known.days) {
    return asked.value === known.value;
  }
  const [a, b] = [asked.value * asked.days, known.value * known.days];
  return Math.abs(a - b) <= SAME_TIME * Math.max(a, b);
}

function isWithinBound({ value, days = 1, bound }: Amount, known: Amount): boolean {
  const [limit, there] = [value * days, known.value * (known.days ?? 1)];
  return bound === 'least' ? there >= limit : there <= limit;
}

/** `1,000`, `11 years`, `two-week`, `a whole year`. */
export function readAmount(tokens: readonly Token[], at: number): AmountMatch | undefined {
  const count = readCount(tokens, at);
  if (count === undefined) return readSingle(tokens, at);
  const { value, length } = count;
  const spelled = !/^\d/.test(tokens[at]?.text ?? '');
  const isClosed = tokens[at + length - 1]?.closes;
  const days = isClosed ? undefined : TIME_UNITS.get(tokens[at + length]?.text ?? '');
  const bound = boundAt(tokens, at);
  const amount = { value, ...(days !== undefined && { days }), ...(bound !== undefined && { bound }) };
  return { amount, spelled, length: days === undefined ? length : length + 1 };
}

/** `more than`, `over`, `fewer than`, `under` before a number. */
function boundAt(tokens: readonly Token[], at: number): Amount['bound'] {
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ text }) => text);
  const line = before.join(' ');
  if (/(?:^|\s)(?:(?:more|greater|higher|longer|larger) than|over|above|exceeding|at least)$/.test(line))
    return 'least';
  return /(?:^|\s)(?:(?:less|fewer|lower|smaller|shorter) than|under|below|at most)$/.test(line)
    ? 'most'
    : undefined;
}

/** `a month`, `one whole year`. */
function readSingle(tokens: readonly Token[], at: number): AmountMatch | undefined {
  if (!SINGLE.has(tokens[at]?.text ?? '')) return undefined;
  const unitAt = WHOLE.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const unit = tokens[unitAt]?.text ?? '';
  const days = SINGLE_UNITS.has(unit) ? TIME_UNITS.get(unit) : undefined;
  if (days === undefined) return undefined;
  return { amount: { value: 1, days }, spelled: true, length: unitAt + 1 - at };
}

const SINGLE = new Set(['a', 'one', 'another']);
