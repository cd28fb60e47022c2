/**
 * Opens forms. Slack gives three seconds for it. What a form cannot do without may be asked of the database before,
 * which answers or fails within a second (`src/storage/resilient.ts`).
 */
import { UserError } from '../../errors.ts';
import { isFirst } from '../memory.ts';
import type { Room } from '../room.ts';
import type { ModalView } from '../types.ts';
import { mustBeEditor } from './admins.ts';
import { type FormContent, formFor, renderForm, retireForm } from './form-view.ts';
import { EDITORS } from './wording.ts';

export interface Opener {
  readonly user: string;
  readonly triggerId: string | undefined;
  /** On top of the modal that a button was pressed in. */
  readonly how?: 'open' | 'push';
}

/** @throws UserError when the person is no editor, the fact is gone, or Slack did not wait. */
export async function openFact(room: Room, opener: Opener, id: string): Promise<void> {
  mustBeEditor(room, opener.user, id);
  const opened = room.editing.open(id);
  if (opened === undefined) throw new UserError(EDITORS.gone);
  await openForm(room, opener, formFor(opened, room.editing.current().base));
}

/** Throws as `openFact` does. */
export async function openRetiring(room: Room, opener: Opener, id: string): Promise<void> {
  mustBeEditor(room, opener.user, id);
  const opened = room.editing.open(id);
  if (opened === undefined || opened.fact.retired !== undefined) throw new UserError(EDITORS.gone);
  await openForm(room, opener, retireForm(opened));
}

/** Throws as `openFact` does. */
export async function openForm(room: Room, opener: Opener, content: FormContent): Promise<void> {
  mustBeEditor(room, opener.user, content.form.id);
  await openView(room, opener, renderForm(content, room.editing.current().base));
}

/** The id of the modal; undefined where the delivery came twice. Throws as `openFact` does, but for a fact that is gone. */
export async function openView(
  room: Room,
  { triggerId = '', how }: Opener,
  view: ModalView,
): Promise<string | undefined> {
  const outcome = await room.outbox.openView(triggerId, view, how);
  // A delivery that comes twice finds its trigger used up; only the first one has anything to say.
  const isNews = await isFirst(room, `form:${triggerId}`);
  if (outcome.sent) return isNews ? outcome.viewId : undefined;
  if (!isNews) return undefined;
  if (outcome.why === 'expired' || outcome.why === 'down') throw new UserError(EDITORS.tooLate);
  throw new Error(`the form could not be opened: ${outcome.error}`);
}
