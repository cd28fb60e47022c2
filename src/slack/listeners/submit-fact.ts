/**
 * A form about a fact, submitted: first it shows what saving would do, then it saves. Slack waits three
 * seconds for an answer; what takes longer is shown in the form when it is there.
 */
import type { ViewSubmitAction } from '@slack/bolt';
import { UserError } from '../../errors.ts';
import { deliver } from '../deliver.ts';
import { isEditor, NotAnEditor } from '../editors/admins.ts';
import { again, type Step, takeStep } from '../editors/fact-step.ts';
import { FIELDS } from '../editors/fields.ts';
import { type FormContent, renderForm, sayInModal, sayProblem } from '../editors/form-view.ts';
import { refusalMessage } from '../editors/refusal.ts';
import { savedMessage } from '../editors/saved.ts';
import { readSubmission, type Submission } from '../editors/submission.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { FACT_FORM, fieldBlockId } from '../ids.ts';
import { paragraph } from '../render/blocks.ts';
import type { Room } from '../room.ts';
import { answerGaps } from '../tell-askers.ts';
import type { ModalView } from '../types.ts';
import { failed } from '../wording.ts';

type Response =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'clear' };

export interface SubmitArgs {
  readonly ack: (response: Response) => Promise<void>;
  readonly body: unknown;
}

/** Leaves Slack time to receive the answer. */
const ANSWER_IN_MS = 2000;

function createSubmitFact(room: Room) {
  return async ({ ack, body }: SubmitArgs): Promise<void> => {
    const submitted = readSubmission(body, room.untouchedIsEmpty === true);
    if (submitted === undefined) {
      room.log.warn('a form could not be read', { feature: 'submit-fact' });
      return ack({ response_action: 'update', view: sayInModal(undefined, paragraph(EDITORS.oldForm)) });
    }
    const stepping = step(room, submitted);
    const inTime = await Promise.race([stepping, room.sleep(ANSWER_IN_MS).then(() => undefined)]);
    if (inTime !== undefined) {
      await ack(respond(room, inTime));
    } else {
      await ack({ response_action: 'update', view: sayInModal(submitted.form, paragraph(EDITORS.working)) });
      await room.outbox.updateView(submitted.viewId, viewOf(room, await stepping));
    }
    const taken = await stepping;
    await tellSaved(room, submitted.user, taken);
    const { gaps = [] } = submitted.form ?? {};
    if (taken.kind === 'saved' && gaps.length > 0) {
      await answerGaps(room, gaps, taken.saved.change.factId);
    }
  };
}

/** Never throws: whatever goes wrong is said in the form, which keeps what was typed. */
async function step(room: Room, { user, form, values }: Submission): Promise<Step> {
  if (!isEditor(room, user)) {
    return { kind: 'over', blocks: refusalMessage(new NotAnEditor(form?.id)).blocks };
  }
  if (form === undefined) return { kind: 'over', blocks: paragraph(EDITORS.oldForm) };
  try {
    return await takeStep(room, user, form, values);
  } catch (error) {
    if (error instanceof UserError) return again({ form, values }, { top: paragraph(error.message) });
    const reference = room.reference();
    room.log.error('a listener failed', { feature: 'submit-fact', reference, error });
    return again({ form, values }, { top: paragraph(failed(reference)) });
  }
}

function respond(room: Room, taken: Step): Response {
  if (taken.kind === 'saved') return { response_action: 'clear' };
  const errors = taken.kind === 'form' ? errorsAtFields(taken.content) : undefined;
  return errors === undefined
    ? { response_action: 'update', view: viewOf(room, taken) }
    : { response_action: 'errors', errors };
}

/** What is wrong, at the fields; undefined where something is to be said that belongs to no field. */
function errorsAtFields({ form, problems = [], top = [] }: FormContent): Record<string, string> | undefined {
  const shown: readonly string[] = FIELDS[form.kind];
  if (problems.length === 0 || top.length > 0) return undefined;
  if (!problems.every(({ field }) => field !== undefined && shown.includes(field))) return undefined;
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const id = fieldBlockId(problem.field ?? '');
    errors[id] = errors[id] === undefined ? sayProblem(problem) : `${errors[id]} ${sayProblem(problem)}`;
  }
  return errors;
}

function viewOf(room: Room, taken: Step): ModalView {
  switch (taken.kind) {
    case 'form':
      return renderForm(taken.content, room.editing.current().base);
    case 'over':
      return sayInModal(undefined, taken.blocks);
    case 'saved':
      return sayInModal(undefined, paragraph(EDITORS.saved));
  }
}

async function tellSaved({ outbox, log }: Room, user: string, taken: Step): Promise<void> {
  if (taken.kind !== 'saved') return;
  try {
    await deliver([savedMessage(taken.saved)], [(message) => outbox.direct(user, message)]);
  } catch (error) {
    log.warn('an editor could not be told of a saved change', { error });
  }
}

export const submitFact: Feature = {
  name: 'submit-fact',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.view<ViewSubmitAction>(FACT_FORM, createSubmitFact(room)),
};
