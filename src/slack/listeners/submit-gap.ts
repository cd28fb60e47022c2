/** The fact that answers a question was named: its form opens in the place of the one that asked. */
import type { ViewSubmitAction } from '@slack/bolt';
import { isEditor } from '../editors/admins.ts';
import { sayInModal } from '../editors/form-view.ts';
import { nextOf, readChosenFact } from '../editors/gap-form.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { GAP_FORM } from '../ids.ts';
import { paragraph } from '../render/blocks.ts';

export const submitGap: Feature = {
  name: 'submit-gap',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) =>
    app.view<ViewSubmitAction>(GAP_FORM, async ({ ack, body }) => {
      const chosen = readChosenFact(body);
      const refusal = chosen === undefined ? EDITORS.oldForm : EDITORS.refused;
      await ack(
        chosen !== undefined && isEditor(room, chosen.user)
          ? nextOf(room, chosen)
          : { response_action: 'update', view: sayInModal(undefined, paragraph(refusal)) },
      );
    }),
};
