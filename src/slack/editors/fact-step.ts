/** What a submitted form leads to: problems, a preview, a conflict, or a saved change. Reads and saves; shows nothing. */
import { createHash } from 'node:crypto';
import type { FactEdit } from '../../facts/edit.ts';
import { EMPTY_DRAFT, factToDraft, idFor } from '../../facts/fact-draft.ts';
import { AnswerKind, type Base } from '../../facts/schema.ts';
import type { Editing, EditOutcome, OpenedFact } from '../editor-ports.ts';
import type { FactForm } from '../ids.ts';
import { aside, marked, paragraph } from '../render/blocks.ts';
import type { Room } from '../room.ts';
import type { KnownBlock } from '../types.ts';
import { differenceBlocks, differences, valueDifferences } from './fact-diff.ts';
import { draftOf, linesOf, type Values, valuesOf } from './fields.ts';
import type { FormContent } from './form-view.ts';
import { previewBlocks } from './preview-blocks.ts';
import { EDITORS } from './wording.ts';

export type Saved = Extract<EditOutcome, { kind: 'saved' }>;

export type Step =
  /** The form again, with what is to be said. */
  | { readonly kind: 'form'; readonly content: FormContent }
  /** Nothing to go on with. */
  | { readonly kind: 'over'; readonly blocks: readonly KnownBlock[] }
  | { readonly kind: 'saved'; readonly saved: Saved };

type Parts = Pick<Room, 'editing' | 'clock'>;

/** Shows what an edit would do, or saves it when that was just shown. */
export async function takeStep(
  { editing, clock }: Parts,
  user: string,
  form: FactForm,
  values: Values,
): Promise<Step> {
  const opened = form.id === undefined ? undefined : editing.open(form.id);
  if (form.kind !== 'add' && opened?.version !== form.version) return conflict(editing, form, values, opened);
  const edit = editOf(editing, form, values, clock());
  const digest = createHash('sha256').update(JSON.stringify(edit)).digest('hex').slice(0, 16);
  if (form.previewed !== digest) return preview(editing, { form, values }, edit, digest);
  const outcome = await editing.edit(edit, {
    user,
    why: values.why?.trim() ?? '',
    ...(form.version !== undefined && { expectedVersion: form.version }),
  });
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'saved', saved: outcome };
    case 'conflict':
      return conflict(editing, form, values, outcome.current);
    case 'refused':
      return again({ form, values }, { problems: outcome.problems });
    case 'unchanged':
      return { kind: 'over', blocks: paragraph(EDITORS.unchanged) };
  }
}

async function preview(
  editing: Editing,
  content: FormContent,
  edit: FactEdit,
  digest: string,
): Promise<Step> {
  const outcome = await editing.preview(edit);
  if (outcome.kind === 'refused') return again(content, { problems: outcome.problems });
  const isSame = differences(outcome.before?.fact, outcome.after?.fact).length === 0;
  if (isSame) return again(content, { top: paragraph(EDITORS.nothingChanges) });
  const form = { ...content.form, previewed: digest };
  return { kind: 'form', content: { ...content, form, top: previewBlocks(outcome, editing.current().base) } };
}

/** The same form, of which no preview counts any more. */
export function again({ form, values }: FormContent, said: Partial<FormContent>): Step {
  return { kind: 'form', content: { form: { ...form, previewed: undefined }, values, ...said } };
}

function editOf(editing: Editing, form: FactForm, values: Values, now: number): FactEdit {
  const { base } = editing.current();
  const { kind, id = '' } = form;
  switch (kind) {
    case 'change': {
      const fact = editing.open(id)?.fact;
      return { kind, id, draft: draftOf(values, fact === undefined ? EMPTY_DRAFT : factToDraft(fact), base) };
    }
    case 'add': {
      const answers = AnswerKind.options
        .filter((each) => linesOf(values.answers ?? '').includes(each))
        .map((each) => ({ kind: each }));
      const draft = { ...draftOf(values, EMPTY_DRAFT, base), answers };
      const newId = idFor(draft.statement, (each) => isTaken(editing, base, each));
      return { kind, topic: values.topic ?? '', draft: { ...draft, id: newId } };
    }
    case 'retire':
      return { kind, id, on: new Date(now).toISOString().slice(0, 10), why: values.why ?? '' };
    case 'restore':
      return { kind, id };
  }
}

function isTaken(editing: Editing, { topics }: Base, id: string): boolean {
  return (
    editing.open(id) !== undefined ||
    topics.some((topic) => topic.id === id || topic.digests.some((digest) => digest.id === id))
  );
}

/** Both versions, and the choice: the form goes on from the newer one, with what was typed into it. */
function conflict(editing: Editing, form: FactForm, values: Values, current: OpenedFact | undefined): Step {
  if (current === undefined) return { kind: 'over', blocks: paragraph(EDITORS.conflictGone) };
  const isRetired = current.fact.retired !== undefined;
  // What was to be changed, retired or restored is not what it was: there is nothing to go on with.
  if (isRetired !== (form.kind === 'restore')) {
    return { kind: 'over', blocks: [...paragraph(EDITORS.conflict), ...paragraph(current.fact.statement)] };
  }
  const theirs = valuesOf(current.fact, editing.current().base);
  const list = form.kind === 'change' ? valueDifferences(theirs, values) : [];
  return {
    kind: 'form',
    content: {
      form: { ...form, version: current.version, previewed: undefined },
      values,
      top: [
        marked(`:warning: *${EDITORS.conflict}*`),
        ...paragraph(current.fact.statement),
        ...differenceBlocks(list, [EDITORS.theirs, EDITORS.yours]),
        ...aside(EDITORS.conflictHint),
      ],
      labels: [EDITORS.keepMine, EDITORS.dropMine],
    },
  };
}
