/** *Suggest a correction*: a reader says what is wrong with an answer, and the editors see it in their panel. */
import type { ViewSubmitAction } from '@slack/bolt';
import { UserError } from '../../errors.ts';
import { sayInModal } from '../editors/form-view.ts';
import { readSuggestion, suggestForm } from '../editors/suggest-form.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { ACTION, readGiven, SUGGEST_FORM } from '../ids.ts';
import { paragraph } from '../render/blocks.ts';
import type { Room } from '../room.ts';
import type { ModalView } from '../types.ts';
import { failed } from '../wording.ts';
import { type PressArgs, readPressed, sayOldButton } from './press.ts';

/** Nothing is asked of a database before: Slack waits three seconds for the form. */
function createSuggest(room: Room) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack();
    const pressed = readPressed(room, 'suggest', args);
    if (pressed === undefined) return;
    await handle(room, 'suggest', pressed.ways, async () => {
      const { triggerId = '', value } = pressed.press;
      const given = readGiven(value);
      if (given === undefined) return sayOldButton(pressed);
      const how = pressed.press.message === undefined ? 'push' : 'open';
      const outcome = await room.outbox.openView(triggerId, suggestForm(given), how);
      if (!outcome.sent) throw new UserError(EDITORS.tooLate);
    });
  };
}

async function take(room: Room, body: unknown): Promise<ModalView> {
  const suggestion = readSuggestion(body, room.clock());
  if (suggestion === undefined) return say(EDITORS.oldForm);
  try {
    await room.suggestions.record(suggestion);
    return say(EDITORS.suggested);
  } catch (error) {
    const reference = room.reference();
    room.log.error('a suggestion could not be kept', { reference, error });
    return say(failed(reference));
  }
}

const say = (text: string): ModalView => ({
  ...sayInModal(undefined, paragraph(text)),
  title: { type: 'plain_text', text: EDITORS.suggestTitle },
});

export const suggest: Feature = {
  name: 'suggest',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => {
    app.action(ACTION.suggest, createSuggest(room));
    app.view<ViewSubmitAction>(SUGGEST_FORM, async ({ ack, body }) => {
      await ack({ response_action: 'update', view: await take(room, body) });
    });
  },
};
