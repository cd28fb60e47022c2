/** Small sentences the engine puts together itself, and how dates and lists are written in them. */
import type { AnswerKind, Fact, Report, Status, When } from '../facts/schema.ts';
import type { SourcedFact } from './reply.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-02-23` as `February 23, 2026`, `2024-12` as `December 2024`. */
export function writeDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** A date or a span: `2014`, `2014 to December 2024`, `since 2014`, `until 2019`. */
export function writeWhen(when: When): string {
  if (typeof when === 'string') return writeDate(when);
  const { from, to } = when;
  if (from !== undefined && to !== undefined) return `${writeDate(from)} to ${writeDate(to)}`;
  return from === undefined ? `until ${writeDate(to ?? '')}` : `since ${writeDate(from)}`;
}

const DAY = 86_400_000;

/**
 * How far apart two days, months or years are, in the unit of the rougher one; years from two years on. Undefined
 * where one of them is not given with its year, or is a span.
 */
export function writeTimeBetween(one: When | undefined, other: When | undefined): string | undefined {
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  const [a, b] = [one, other].sort().map((date) => date.split('-').map(Number)) as [number[], number[]];
  const [parts, years] = [Math.min(a.length, b.length), (b[0] ?? 0) - (a[0] ?? 0)];
  const months = 12 * years + (b[1] ?? 1) - (a[1] ?? 1);
  if (parts === 1) return years === 0 ? 'less than a year' : `about ${count(years, 'year')}`;
  if (months >= 24) return `about ${count(Math.round(months / 12), 'year')}`;
  if (parts === 2) return months === 0 ? 'less than a month' : `about ${count(months, 'month')}`;
  return count(Math.round((Date.parse(b.join('-')) - Date.parse(a.join('-'))) / DAY), 'day');
}

const count = (many: number, unit: string): string => `${many} ${unit}${many === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`. */
export function writeList(words: readonly string[], joiner = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

const KIND_WORDS: Record<AnswerKind, string> = {
  who: 'who',
  what: 'what',
  which: 'which',
  when: 'when',
  where: 'where',
  why: 'why',
  how: 'how',
  'how-many': 'how many',
  'how-long': 'how long',
};

/** `who and when`, to follow "the report does not say". */
export function writeKinds(kinds: readonly AnswerKind[]): string {
  return writeList(
    kinds.map((kind) => KIND_WORDS[kind]),
    'or',
  );
}

/** Fills `{name}` places of a sentence that an editor wrote. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}

/** A fact as a question to press: the first of its ways of asking that is one. */
export function questionFor({ asks, headline, statement }: Fact): string {
  return asks.find((ask) => ask.endsWith('?')) ?? headline ?? asks[0] ?? statement;
}

const HOW_FIRMLY: Record<Status, string> = {
  reported: 'It is what the report says; nobody has confirmed it independently.',
  expected: 'The report says that it is expected; it had not happened by then.',
  claimed: 'The report passes it on as a claim.',
  confirmed: 'The report gives it as confirmed.',
  disputed: 'The report gives it as disputed.',
  unknown: 'It is what the report leaves out.',
};

/** Where the last answer comes from; without one, where everything here comes from. */
export function writeProvenance(facts: readonly SourcedFact[], reports: readonly Report[]): string {
  const [first] = facts;
  if (first === undefined) {
    const lines = reports.map(
      ({ attribution, title, date }) => `${attribution}: “${title}”, ${writeDate(date)}.`,
    );
    return `Everything here comes from: ${lines.join(' ')}`;
  }
  const paragraphs = [...new Set(facts.map(({ fact }) => fact.source.paragraph))].sort((a, b) => a - b);
  const { report, fact } = first;
  const where = `${paragraphs.length > 1 ? 'paragraphs' : 'paragraph'} ${writeList(paragraphs.map(String))}`;
  return `${report.attribution}; report of ${writeDate(report.date)} (“${report.title}”, ${where}), as of ${writeDate(fact.asOf)}. ${HOW_FIRMLY[fact.status]}`;
}
