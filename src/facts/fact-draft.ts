/** A fact as a form holds it: every field as text that a person may have got wrong. */
import type { RawFact } from './fact-text.ts';
import type { Fact, Settles, When } from './schema.ts';

export interface FactDraft {
  readonly id: string;
  readonly statement: string;
  readonly headline: string;
  readonly status: string;
  readonly asOf: string;
  /** A date, `2024-12 to 2025-01-15`, `from 2024-12`, `until 2025`, or nothing. */
  readonly when: string;
  readonly report: string;
  readonly paragraph: string;
  readonly asks: readonly string[];
  /** Ids of entities. */
  readonly about: readonly string[];
  readonly note: string;
  readonly reviewBy: string;
  /** The kinds of question it settles; not for a form, and kept as they are. */
  readonly answers: readonly Settles[];
}

/** A field of a form; `why` is that of the form that retires a fact. */
export type DraftField = keyof FactDraft | 'why';

/** The form for a new fact, empty. */
export const EMPTY_DRAFT: FactDraft = {
  id: '',
  statement: '',
  headline: '',
  status: 'reported',
  asOf: '',
  when: '',
  report: '',
  paragraph: '',
  asks: [],
  about: [],
  note: '',
  reviewBy: '',
  answers: [],
};

export function factToDraft(fact: Fact): FactDraft {
  const { id, statement, headline = '', status, asOf, when, asks, about, note = '', reviewBy = '' } = fact;
  return {
    ...{ id, statement, headline, status, asOf, asks, about, note, reviewBy, answers: fact.answers },
    when: when === undefined ? '' : writeSpan(when),
    report: fact.source.report,
    paragraph: String(fact.source.paragraph),
  };
}

/** The fact that a draft describes; what a form does not hold is kept from `kept`, the fact as it was. */
export function draftToFact(draft: FactDraft, kept: RawFact = {}): RawFact {
  const { statement, headline, status, asOf, when, note, reviewBy } = draft;
  return {
    ...kept,
    id: kept['id'] ?? draft.id.trim(),
    statement: inOneLine(statement),
    headline: orNone(headline),
    about: inLines(draft.about),
    source: { report: orNone(draft.report), paragraph: numberOrText(draft.paragraph) },
    status: orNone(status),
    asOf: orNone(asOf),
    when: readSpan(when),
    answers: draft.answers,
    asks: inLines(draft.asks),
    note: orNone(note),
    reviewBy: orNone(reviewBy),
  };
}

/** `2024-12`, or `2024-12 to 2025-01-15`, `from 2024-12`, `until 2025` for a span. */
function writeSpan(when: When): string {
  if (typeof when === 'string') return when;
  const { from, to } = when;
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  return from === undefined ? `until ${to ?? ''}` : `from ${from}`;
}

/** What is neither a date nor a span is handed on as it is, for the checks to name it. */
function readSpan(text: string): unknown {
  const line = inOneLine(text);
  const [, from, to] = /^([\d-]+) ?(?:to|until|–|\.\.) ?([\d-]+)$/i.exec(line) ?? [];
  if (from !== undefined && to !== undefined) return { from, to };
  const [, word = '', date] = /^(from|since|until|to) ([\d-]+)$/i.exec(line) ?? [];
  if (date !== undefined) return /^(from|since)$/i.test(word) ? { from: date } : { to: date };
  return orNone(line);
}

/** A name for a new fact from its headline or statement, unlike those that are taken. */
export function idFor(text: string, isTaken: (id: string) => boolean): string {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  const stem = words.slice(Math.max(0, first)).slice(0, 5).join('-').slice(0, 50) || 'fact';
  const name = /^[a-z]/.test(stem) ? stem : `fact-${stem}`;
  let id = name;
  for (let number = 2; isTaken(id); number += 1) id = `${name}-${number}`;
  return id;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function orNone(text: string): string | undefined {
  return inOneLine(text) || undefined;
}

function inLines(texts: readonly string[]): string[] {
  return texts.flatMap((text) => orNone(text) ?? []);
}

function numberOrText(text: string): unknown {
  const line = inOneLine(text);
  return /^\d{1,15}$/.test(line) ? Number(line) : line || undefined;
}
