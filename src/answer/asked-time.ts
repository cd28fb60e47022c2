/** What a question that asks for a time wants of it: ahead or back, how exact, and how long at least. */
import type { AnswerKind } from '../facts/schema.ts';
import { TIME_UNITS } from '../search/english/calendar.ts';

export interface AskedTime {
  /** Whether it looks ahead or back: `when will …`, `by when …`, `when did …`. */
  readonly tense?: 'future' | 'past';
  /** How exact a date is asked for: `in which year`, `in which month`, `on what day`, `at what hour`. */
  readonly precision?: 'year' | 'month' | 'day' | 'hour';
  /** In `how many years`, the days in what is counted: an answer must be that long at least. */
  readonly unitDays?: number;
  /** Asks for the time between two things, each with its own date: `how long after the ban did it open?` */
  readonly isBetween?: true;
}

/** Words that ask, as many as `length` from the one at `at`. */
interface Asking {
  readonly kind: AnswerKind;
  readonly at: number;
  readonly length: number;
}

/** @param asking the words by which the question asks. */
export function readAskedTime(words: readonly string[], asking: readonly Asking[]): AskedTime {
  return {
    ...readPrecision(words, asking),
    ...readUnit(words, asking),
    ...readTense(words),
    ...(asksTimeBetween(words, asking) && { isBetween: true }),
  };
}

/**
 * `how long after the ban did it open`, but neither `how long before they leave`, which asks when, nor `how long was it
 * open before the ban`, which asks for a time of its own.
 */
export function asksTimeBetween(words: readonly string[], asking: readonly Asking[]): boolean {
  return asking.some(({ kind, at, length }) => {
    const [last = '', ...rest] = words.slice(at + length - 1);
    const isAhead = !rest.some((word) => HAPPENED.has(word));
    if (kind === 'when') return words[at] === 'how' && last === 'before' && !isAhead;
    if (kind !== 'how-long') return false;
    return (
      words.slice(at, at + length).includes('apart') ||
      rest.some((word) => BETWEEN.has(word)) ||
      isStretch(rest) ||
      COMPARING.has(last) ||
      COMPARING.has(rest[0] ?? '')
    );
  });
}

/** `from the ban to the repairs`. */
const isStretch = (words: readonly string[]): boolean =>
  words.includes('from') &&
  words.slice(words.indexOf('from')).some((word) => /^(?:to|until|till)$/.test(word));

const BETWEEN = new Set(['between', 'apart', 'separate', 'separates', 'separated']);
const COMPARING = new Set(['after', 'before', 'later', 'earlier', 'apart']);
/** What only says that time goes by, in a question about the time between two things. */
export const PASSING: ReadonlySet<string> = new Set(
  'pass passed passes elapse elapsed elapses lie lies lay apart separate separates separated gap went go goes by there difference'.split(
    ' ',
  ),
);
const HAPPENED = new Set(['did', 'was', 'were', 'had']);

const AHEAD = new Set(
  'will gonna shall must expected planned supposed meant due deadline until till by soon wont theyll itll thatll'.split(
    ' ',
  ),
);
const BACK = new Set('did was were had since ago began begun started'.split(' '));

function readTense(words: readonly string[]): Pick<AskedTime, 'tense'> {
  if (words.some((word) => BACK.has(word))) return { tense: 'past' };
  const at = words.findIndex((word) => word === 'when' || word === 'whens');
  // `when are they out` asks for what has not come yet.
  const isPresent = at >= 0 && /^(is|are|does|do)$/.test(words[at + 1] ?? '');
  return isPresent || words.some((word) => AHEAD.has(word)) ? { tense: 'future' } : {};
}

function readPrecision(words: readonly string[], matches: readonly Asking[]): Pick<AskedTime, 'precision'> {
  if (
    /\b(?:time of (?:the )?day|what time on|what (?:exact|precise) time|what hour|which hour|oclock|hour of the day)\b/.test(
      words.join(' '),
    )
  ) {
    return { precision: 'hour' };
  }
  const asking = matches.filter(({ kind, length }) => kind === 'when' && length > 1);
  const last = asking.map(({ at, length }) => words[at + length - 1] ?? '');
  if (last.some((word) => /^(?:day|date)s?$/.test(word))) return { precision: 'day' };
  if (last.includes('month')) return { precision: 'month' };
  return last.some((word) => word === 'year' || word === 'yr') ? { precision: 'year' } : {};
}

function readUnit(words: readonly string[], matches: readonly Asking[]): Pick<AskedTime, 'unitDays'> {
  const counting = matches.find(({ kind, length }) => kind === 'how-long' && length > 2);
  const unitDays = counting && TIME_UNITS.get(words[counting.at + counting.length - 1] ?? '');
  return unitDays === undefined ? {} : { unitDays };
}
