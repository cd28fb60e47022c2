/** The form in which a reader says what is wrong with an answer. */
import { z } from 'zod';
import type { Suggestion } from '../../answer/reply.ts';
import type { NewSuggestion } from '../editor-ports.ts';
import { readGiven, SUGGEST_FORM, writeGiven } from '../ids.ts';
import type { ModalView } from '../types.ts';
import { EDITORS } from './wording.ts';

const BLOCK = 'suggestion:text';

export function suggestForm(given: Suggestion): ModalView {
  return {
    type: 'modal',
    callback_id: SUGGEST_FORM,
    private_metadata: writeGiven(given),
    title: { type: 'plain_text', text: EDITORS.suggestTitle },
    submit: { type: 'plain_text', text: EDITORS.send },
    close: { type: 'plain_text', text: EDITORS.cancel },
    blocks: [
      {
        type: 'input',
        block_id: BLOCK,
        label: { type: 'plain_text', text: EDITORS.suggestLabel },
        hint: { type: 'plain_text', text: EDITORS.suggestHint },
        element: { type: 'plain_text_input', action_id: BLOCK, multiline: true, max_length: 2000 },
      },
    ],
  };
}

const Body = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.object({ [BLOCK]: z.object({ [BLOCK]: z.object({ value: z.string().trim().min(1) }) }) }),
    }),
  }),
});

/** Undefined for what this version's form did not send. */
export function readSuggestion(body: unknown, at: number): NewSuggestion | undefined {
  const read = Body.safeParse(body).data;
  const given = readGiven(read?.view.private_metadata);
  if (read === undefined || given === undefined) return undefined;
  const text = read.view.state.values[BLOCK][BLOCK].value.slice(0, 2000);
  return { text, ...given, at, user: read.user.id };
}
