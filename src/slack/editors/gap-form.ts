/** Which fact answers a question that people asked in vain? Its form then opens with the question among its ways of asking. */
import { z } from 'zod';
import { GAP_FORM, type GapRef, readGapRef, writeGapRef } from '../ids.ts';
import { paragraph } from '../render/blocks.ts';
import type { Room } from '../room.ts';
import type { ModalView } from '../types.ts';
import { findFacts } from './command.ts';
import { linesOf } from './fields.ts';
import { formFor, renderForm } from './form-view.ts';
import { wordingsOf } from './kept.ts';
import { EDITORS } from './wording.ts';

const BLOCK = 'which:fact';

export function gapForm(gap: GapRef): ModalView {
  return {
    type: 'modal',
    callback_id: GAP_FORM,
    private_metadata: writeGapRef(gap),
    title: { type: 'plain_text', text: EDITORS.panel },
    submit: { type: 'plain_text', text: EDITORS.next },
    close: { type: 'plain_text', text: EDITORS.cancel },
    blocks: [
      ...paragraph(gap.question),
      {
        type: 'input',
        block_id: BLOCK,
        label: { type: 'plain_text', text: EDITORS.whichFact },
        hint: { type: 'plain_text', text: EDITORS.whichFactHint },
        element: { type: 'plain_text_input', action_id: BLOCK, max_length: 300 },
      },
    ],
  };
}

const Body = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.object({ [BLOCK]: z.object({ [BLOCK]: z.object({ value: z.string().nullish() }) }) }),
    }),
  }),
});

export interface ChosenFact {
  readonly user: string;
  readonly gap: GapRef;
  readonly named: string;
}

export function readChosenFact(body: unknown): ChosenFact | undefined {
  const read = Body.safeParse(body).data;
  const gap = readGapRef(read?.view.private_metadata);
  if (read === undefined || gap === undefined) return undefined;
  return { user: read.user.id, gap, named: read.view.state.values[BLOCK][BLOCK].value?.trim() ?? '' };
}

type Response =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

/** The form of the fact that was named, with the question's wordings added; or what is wrong with the name. */
export async function nextOf(
  room: Pick<Room, 'editing' | 'gaps' | 'log'>,
  { gap, named }: ChosenFact,
): Promise<Response> {
  const [fact] = named === '' ? [] : findFacts(room, named);
  if (fact === undefined) return { response_action: 'errors', errors: { [BLOCK]: EDITORS.noSuchFact } };
  const { base } = room.editing.current();
  const { form, values, ...rest } = formFor(fact, base);
  const wordings = await wordingsOf(room, gap);
  const asks = linesOf([values.asks ?? '', ...wordings].join('\n')).join('\n');
  const content = { ...rest, form: { ...form, gaps: gap.ids }, values: { ...values, asks } };
  return { response_action: 'update', view: renderForm(content, base) };
}
