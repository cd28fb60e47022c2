/** The fields of the forms about a fact: what is asked for, filled with text and read back as text. */
import { type FactDraft, factToDraft } from '../../facts/fact-draft.ts';
import { AnswerKind, type Base, type Fact, Status } from '../../facts/schema.ts';
import { clip, plain } from '../escape.ts';
import { type FactForm, fieldBlockId } from '../ids.ts';
import { INPUT_VALUE, OPTION_TEXT, OPTIONS } from '../limits.ts';
import type { Checkboxes, Datepicker, InputBlock, PlainTextInput, StaticSelect } from '../types.ts';
import { HINTS, LABELS, STATUS_OPTIONS } from './wording.ts';

const CHANGED = [
  'statement',
  'why',
  'status',
  'asOf',
  'when',
  'report',
  'paragraph',
  'asks',
  'about',
  'note',
  'reviewBy',
] as const;

/** The fields of each form, in their order. The ones that most changes need come first. */
export const FIELDS = {
  change: CHANGED,
  add: ['topic', ...CHANGED, 'answers'],
  retire: ['why'],
  restore: ['why'],
} as const satisfies Record<FactForm['kind'], readonly Field[]>;

export type Field = (typeof CHANGED)[number] | 'topic' | 'answers';

/** What stands in the fields; lists have one entry a line. */
export type Values = Readonly<Partial<Record<Field, string>>>;

const OPTIONAL: ReadonlySet<Field> = new Set(['when', 'about', 'note', 'reviewBy', 'answers']);

/** A fact as the form shows it: entities by their names. */
export function valuesOf(fact: Fact, { entities }: Base): Values {
  const draft = factToDraft(fact);
  const names = draft.about.map((id) => entities.find((entity) => entity.id === id)?.name ?? id);
  return { ...draft, asks: draft.asks.join('\n'), about: names.join('\n'), answers: '' };
}

/** The values as a draft; what the form does not hold is kept from `kept`. */
export function draftOf(values: Values, kept: FactDraft, { entities }: Base): FactDraft {
  const text = (field: Field): string => values[field] ?? '';
  const about = linesOf(text('about').replaceAll(/[,;]/g, '\n')).map((name) => {
    const wanted = name.toLowerCase();
    const entity = entities.find(({ id, name: own, spellings }) =>
      [id, own, ...spellings].some((each) => each.toLowerCase() === wanted),
    );
    // As an id, so that the check names the one that was meant.
    return entity?.id ?? wanted.replaceAll(/[^a-z0-9]+/g, '-');
  });
  return {
    ...kept,
    statement: text('statement'),
    status: text('status'),
    asOf: text('asOf'),
    when: text('when'),
    report: text('report'),
    paragraph: text('paragraph'),
    asks: linesOf(text('asks')),
    about,
    note: text('note'),
    reviewBy: text('reviewBy'),
  };
}

/** The lines that say something, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** One field, or several for text that does not fit one. */
export function inputs(field: Field, value: string, base: Base): InputBlock[] {
  const label = { type: 'plain_text', text: LABELS[field] } as const;
  const hint = HINTS[field];
  const parts = field === 'asks' || field === 'about' ? byLines(value) : [value];
  return parts.map((part, index) => ({
    type: 'input',
    block_id: fieldBlockId(field, index),
    label,
    ...(hint !== undefined && index === 0 && { hint: { type: 'plain_text', text: hint } as const }),
    optional: OPTIONAL.has(field) || index > 0,
    element: element(field, part, base),
  }));
}

const ACTION_ID = 'value';

type Element = PlainTextInput | StaticSelect | Datepicker | Checkboxes;

function element(field: Field, value: string, base: Base): Element {
  switch (field) {
    case 'status':
      return select(value, Status.options, (status) => STATUS_OPTIONS[status]);
    case 'report':
      return select(
        value,
        base.reports.map(({ id }) => id),
        (id) => base.reports.find((report) => report.id === id)?.title ?? id,
      );
    case 'topic':
      return select(
        value,
        base.topics.map(({ id }) => id),
        (id) => base.topics.find((topic) => topic.id === id)?.title ?? id,
      );
    case 'answers':
      return checkboxes(linesOf(value));
    case 'asOf':
      return { type: 'datepicker', action_id: ACTION_ID, ...(isDay(value) && { initial_date: value }) };
    default:
      return textInput(value, ['statement', 'asks', 'about', 'note', 'why'].includes(field));
  }
}

function textInput(value: string, multiline: boolean): PlainTextInput {
  const initial = value.slice(0, INPUT_VALUE);
  return {
    type: 'plain_text_input',
    action_id: ACTION_ID,
    multiline,
    ...(initial !== '' && { initial_value: initial }),
  };
}

function option(value: string, label: string) {
  return { text: { type: 'plain_text', text: clip(plain(label), OPTION_TEXT) } as const, value };
}

function select<T extends string>(value: string, all: readonly T[], label: (id: T) => string): StaticSelect {
  const options = all.slice(0, OPTIONS).map((each) => option(each, label(each)));
  const initial = options.find((each) => each.value === value);
  return {
    type: 'static_select',
    action_id: ACTION_ID,
    options,
    ...(initial !== undefined && { initial_option: initial }),
  };
}

function checkboxes(values: readonly string[]): Checkboxes {
  const options = AnswerKind.options.map((kind) => option(kind, kind.replace('-', ' ')));
  const initial = options.filter(({ value }) => values.includes(value));
  return {
    type: 'checkboxes',
    action_id: ACTION_ID,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** Splits between lines, so that each part fits a field. */
function byLines(text: string): string[] {
  const parts = [''];
  for (const line of linesOf(text)) {
    const last = parts.at(-1) ?? '';
    const longer = last === '' ? line : `${last}\n${line}`;
    if (longer.length > INPUT_VALUE && last !== '') parts.push(line);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}
