/**
 * What the report says instead of a number or date that a question takes for granted.
 *
 * Only what stands against it counts: `May 2018` does not contradict `2018`, nor `2016` a span that holds it, and
 * 60 cars say nothing against 80 passengers. Where nothing does, there is nothing to set right.
 */
import type { Fact, When } from '../facts/schema.ts';
import { type DateParts, datesAgree, isAsPrecise } from '../search/quantities.ts';
import { allTerms, type Item, type Reading } from '../search/reader.ts';
import { isAllUnknown, parseDate } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';
import { writeWhen } from './wording.ts';

/** What the fact says in the place of what the question has, or nothing where the two do not contradict. */
export function saidInstead(
  { answerable, conflicts }: Candidate,
  question: Question,
  compiled: CompiledBase,
): string | undefined {
  const [first] = answerable.facts;
  // What is left out contradicts nothing.
  if (first === undefined || isAllUnknown(answerable)) return undefined;
  const said = conflicts.map(({ item }) =>
    item.quantity?.kind === 'date'
      ? otherDate(item.quantity.date, first.fact, compiled)
      : otherNumber(item, question, first.fact, compiled),
  );
  return said.includes(undefined) ? undefined : said[0];
}

function otherDate(
  asked: DateParts,
  { when, statement }: Fact,
  { readQuestion }: CompiledBase,
): string | undefined {
  if (when === undefined) return otherDateIn(asked, readQuestion(statement));
  if (!endsOf(when).some((end) => isAsPrecise(end, asked))) return undefined;
  return contradicts(asked, when) ? writeWhen(when) : undefined;
}

/** `May 5` in a statement whose year nobody gives stands against `June 5`. */
function otherDateIn(asked: DateParts, { items }: Reading): string | undefined {
  const dates = items.flatMap(({ quantity, text }) =>
    quantity?.kind === 'date' ? [{ date: quantity.date, text }] : [],
  );
  const [only, ...others] = dates;
  if (only === undefined || others.length > 0 || !isAsPrecise(only.date, asked)) return undefined;
  return datesAgree(asked, only.date) ? undefined : only.text;
}

function contradicts(asked: DateParts, when: When): boolean {
  if (endsOf(when).some((end) => datesAgree(asked, end))) return false;
  return typeof when === 'string' || asked.year === undefined || !isWithin(asked.year, when);
}

function endsOf(when: When): DateParts[] {
  const dates = typeof when === 'string' ? [when] : [when.from, when.to];
  return dates.flatMap((date) => (date === undefined ? [] : [parseDate(date)]));
}

function isWithin(year: number, { from, to }: Exclude<When, string>): boolean {
  const isAfterStart = from === undefined || year >= Number(from.slice(0, 4));
  return isAfterStart && (to === undefined || year <= Number(to.slice(0, 4)));
}

/** The number of the same things: what is counted stands right after it, else somewhere in the question. */
function otherNumber(
  { at: from, length, quantity }: Item,
  { reading, pieces }: Question,
  { answers, statement }: Fact,
  compiled: CompiledBase,
): string | undefined {
  const said = compiled.readQuestion(statement);
  const end = from + length;
  if (quantity?.kind === 'number' && quantity.days !== undefined)
    return answers.find(({ kind }) => kind === 'how-long')?.value ?? amountIn(said, isTime);
  const counts = answers.flatMap(({ kind, value, of = [] }) => {
    if (kind !== 'how-many') return [];
    const counted = new Set(of.flatMap((text) => compiled.readQuestion(text).items.flatMap(allTerms)));
    const found = value ?? amountIn(said, (amount) => isCountOf(amount, counted, said));
    return found === undefined ? [] : [{ value: found, of: counted }];
  });
  const beside = reading.items.filter(({ at }) => at >= end && at <= end + 1);
  for (const items of [beside, pieces.map(({ item }) => item)]) {
    const terms = items.flatMap(allTerms);
    const counted = counts.find(({ of }) => terms.some((term) => of.has(term)));
    if (counted !== undefined) return counted.value;
  }
  return undefined;
}

/**
 * The number that a statement itself gives, where an editor left the short answer out: then it stands in one place
 * only, and is mended in one. With the word before it that makes it a rough one.
 */
function amountIn({ items, tokens }: Reading, isMeant: (item: Item) => boolean): string | undefined {
  const found = items.find((item) => item.quantity?.kind === 'number' && isMeant(item));
  if (found === undefined) return undefined;
  const before = tokens[found.at - 1]?.text ?? '';
  return ROUGH.has(before) ? `${before} ${found.text}` : found.text;
}

const ROUGH = new Set(['nearly', 'almost', 'about', 'around', 'roughly', 'some', 'over', 'under']);

const isTime = ({ quantity }: Item): boolean => quantity?.kind === 'number' && quantity.days !== undefined;

/** `1,000 US troops`: what is counted stands right behind the number. */
function isCountOf({ at, length }: Item, counted: ReadonlySet<string>, { items }: Reading): boolean {
  const end = at + length;
  return items.some(
    (item) => item.at >= end && item.at <= end + 1 && allTerms(item).some((term) => counted.has(term)),
  );
}
