/** The fact that answers a question was named: its form opens in the place of the one that asked. */
import type { ViewSubmitAction } from '@slack/bolt';
import { isEditor, NotAnEditor } from '../editors/admins.ts';
import { sayInModal } from '../editors/form-view.ts';
import { nextOf, readChosenFact } from '../editors/gap-form.ts';
import { refusalMessage } from '../editors/refusal.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { GAP_FORM } from '../ids.ts';
import { paragraph } from '../render/blocks.ts';
import type { KnownBlock } from '../types.ts';

export const submitGap: Feature = {
  name: 'submit-gap',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) =>
    app.view<ViewSubmitAction>(GAP_FORM, async ({ ack, body }) => {
      const chosen = readChosenFact(body);
      const say = (blocks: readonly KnownBlock[]) =>
        ack({ response_action: 'update', view: sayInModal(undefined, blocks) });
      if (chosen === undefined) return say(paragraph(EDITORS.oldForm));
      if (!isEditor(room, chosen.user)) return say(refusalMessage(new NotAnEditor()).blocks);
      await ack(await nextOf(room, chosen));
    }),
};
