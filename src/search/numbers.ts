/** Counts in digits and in words: `1,000`, `1.5 million`, `1k`, `two hundred and fifty thousand`, `half a million`. */
import { MULTIPLIERS, NUMBER_WORDS } from './english/calendar.ts';
import type { Token } from './tokens.ts';

/** A count and how many tokens it takes. */
export interface Count {
  readonly value: number;
  readonly length: number;
}

/** A count, and the last word that multiplied it, as a number. */
interface Multiplied extends Count {
  readonly factor: number;
}

/** Words for many that may stand without a number: `thousands` may not, `a thousand` and `thousand` may. */
export const LOOSE: ReadonlySet<string> = new Set(['dozen', 'hundred', 'thousand', 'million', 'billion']);

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';

/** The count that starts at this token. Years are counts here; a time of day (`5 a.m.`) is none. */
export function readCount(tokens: readonly Token[], at: number): Count | undefined {
  const word = textAt(tokens, at);
  const next = textAt(tokens, at + 1);
  if (isClock(tokens[at + 1])) return undefined;
  if (/^\d/.test(word)) return multiply(tokens, at, { value: Number(word), length: 1 });
  // `which one` counts nothing.
  if (word === 'one' && !MULTIPLIERS.has(next)) return undefined;
  if (word !== 'half') return readWords(tokens, at);
  const whole = next === 'a' || LOOSE.has(next) ? readWords(tokens, at + 1) : undefined;
  return whole && { value: whole.value / 2, length: whole.length + 1 };
}

const isClock = (next: Token | undefined): boolean =>
  next?.text === 'pm' || next?.raw.toLowerCase() === 'a.m' || next?.raw === 'am' || next?.raw === 'AM';

/** Groups from the greatest down, each multiplied: `two million` and `three hundred thousand` and `five`. */
function readWords(tokens: readonly Token[], at: number): Count | undefined {
  const group = readHundreds(tokens, at);
  if (group === undefined) return undefined;
  const { value, length, factor } = multiply(tokens, at, group);
  const rest = factor < 1000 ? undefined : readWords(tokens, skipAnd(tokens, at + length));
  // In `between two thousand and three thousand` the second is no part of the first.
  if (rest === undefined || rest.value >= factor) return { value, length };
  return { value: value + rest.value, length: skipAnd(tokens, at + length) - at + rest.length };
}

const skipAnd = (tokens: readonly Token[], at: number): number =>
  textAt(tokens, at) === 'and' && NUMBER_WORDS.has(textAt(tokens, at + 1)) ? at + 1 : at;

/** `two hundred and fifty`, `fifty-two`; `a` or nothing at all where a word for many follows. */
function readHundreds(tokens: readonly Token[], at: number): Count | undefined {
  const start = readBelowHundred(tokens, at) ?? readOneOfMany(tokens, at);
  if (start === undefined || textAt(tokens, at + start.length) !== 'hundred') return start;
  const length = start.length + 1;
  const end = skipAnd(tokens, at + length);
  const rest = readBelowHundred(tokens, end);
  // In `between two hundred and three hundred` likewise.
  const isOther = rest !== undefined && textAt(tokens, end + rest.length) === 'hundred';
  if (rest === undefined || isOther) return { value: start.value * 100, length };
  return { value: start.value * 100 + rest.value, length: end - at + rest.length };
}

function readOneOfMany(tokens: readonly Token[], at: number): Count | undefined {
  const article = textAt(tokens, at) === 'a' ? 1 : 0;
  return LOOSE.has(textAt(tokens, at + article)) ? { value: 1, length: article } : undefined;
}

function readBelowHundred(tokens: readonly Token[], at: number): Count | undefined {
  const first = NUMBER_WORDS.get(textAt(tokens, at));
  if (first === undefined) return undefined;
  const unit = first >= 20 ? (NUMBER_WORDS.get(textAt(tokens, at + 1)) ?? 0) : 0;
  return unit > 0 && unit < 10 ? { value: first + unit, length: 2 } : { value: first, length: 1 };
}

/** `hundred thousand`, `k`, `million`, `dozen` after a count. */
function multiply(tokens: readonly Token[], at: number, { value, length }: Count): Multiplied {
  const factor = MULTIPLIERS.get(textAt(tokens, at + length));
  if (factor === undefined) return { value, length, factor: 1 };
  // 1.1 times a million is 1100000.0000000001 to a computer.
  const product = Number((value * factor).toPrecision(12));
  return { ...multiply(tokens, at, { value: product, length: length + 1 }), factor };
}
