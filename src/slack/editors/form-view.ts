/** The forms in which editors change, add, retire and restore a fact. */
import type { FieldProblem } from '../../facts/edit.ts';
import type { Base } from '../../facts/schema.ts';
import type { OpenedFact } from '../editor-ports.ts';
import { ACTION, FACT_FORM, type FactForm, writeFactRef, writeForm } from '../ids.ts';
import { MODAL_BLOCKS } from '../limits.ts';
import { aside, button, buttons, marked, paragraph } from '../render/blocks.ts';
import type { KnownBlock, ModalView } from '../types.ts';
import { FIELDS, type Field, inputs, type Values, valuesOf } from './fields.ts';
import { EDITORS, retiredOn, TITLES } from './wording.ts';

export interface FormContent {
  readonly form: FactForm;
  readonly values: Values;
  /** What is said above the fields. */
  readonly top?: readonly KnownBlock[];
  readonly problems?: readonly FieldProblem[];
  /** The words on the two buttons, where they are not the usual ones. */
  readonly labels?: readonly [submit: string, close: string];
}

/** The form for a fact as it stands: to change it, or to restore it where it is retired. */
export function formFor(opened: OpenedFact, base: Base): FormContent {
  const { fact, version } = opened;
  const { id } = fact;
  return fact.retired === undefined
    ? { form: { kind: 'change', id, version }, values: valuesOf(fact, base) }
    : { form: { kind: 'restore', id, version }, values: {}, top: standing(opened) };
}

export function retireForm(opened: OpenedFact): FormContent {
  const { fact, version } = opened;
  return { form: { kind: 'retire', id: fact.id, version }, values: {}, top: standing(opened) };
}

/** @param topic the one to begin with. */
export function addForm(base: Base, topic = base.topics[0]?.id ?? ''): FormContent {
  const newest = [...base.reports].sort((a, b) => b.date.localeCompare(a.date))[0];
  const { id: report = '', date: asOf = '' } = newest ?? {};
  return { form: { kind: 'add' }, values: { topic, status: 'reported', report, asOf } };
}

/** The fact, for a form that does not show it in its fields. */
function standing({ fact }: OpenedFact): KnownBlock[] {
  const { retired } = fact;
  return [
    ...paragraph(fact.statement),
    ...(retired === undefined ? [] : aside(retiredOn(retired.on, retired.why))),
  ];
}

export function renderForm(content: FormContent, base: Base): ModalView {
  const { form, values, top = [], problems = [], labels } = content;
  const fields = FIELDS[form.kind];
  const placed = (field: Field) => problems.filter((problem) => problem.field === field);
  const loose = problems.filter(({ field }) => !fields.some((each) => each === field));
  const below = [
    ...fields.flatMap((field) => [
      ...inputs(field, values[field] ?? '', base),
      ...placed(field).flatMap((problem) => aside(`⚠ ${sayProblem(problem)}`)),
    ]),
    ...retireButton(form),
  ];
  const above = [...looseBlocks(loose), ...top];
  const [submit, close] = labels ?? [
    form.previewed === undefined ? EDITORS.look : EDITORS.save,
    EDITORS.cancel,
  ];
  return {
    type: 'modal',
    callback_id: FACT_FORM,
    private_metadata: writeForm(form),
    title: { type: 'plain_text', text: TITLES[form.kind] },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: close },
    blocks: [...above.slice(0, MODAL_BLOCKS - below.length), ...below],
  };
}

function looseBlocks(problems: readonly FieldProblem[]): KnownBlock[] {
  if (problems.length === 0) return [];
  return [
    marked(`:warning: *${EDITORS.cannotSave}*`),
    ...problems.slice(0, 10).flatMap((problem) => paragraph(sayProblem(problem))),
  ];
}

function retireButton({ kind, id = '' }: FactForm): KnownBlock[] {
  return kind === 'change'
    ? buttons('retire', [button(ACTION.retire, EDITORS.retire, writeFactRef(id))])
    : [];
}

/** A problem in one sentence, with what to do about it. */
export function sayProblem({ message, mend, place }: FieldProblem): string {
  return `${place === undefined ? '' : `${place}: `}${message}; ${mend}`;
}

/** A modal that only says something. */
export function sayInModal(form: FactForm | undefined, blocks: readonly KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: TITLES[form?.kind ?? 'change'] },
    close: { type: 'plain_text', text: EDITORS.close },
    blocks: [...blocks],
  };
}
