/** *History*, pressed by an editor among several facts. */
import { UserError } from '../../errors.ts';
import { deliver } from '../deliver.ts';
import { mustBeEditor } from '../editors/admins.ts';
import { historyMessages, historyModal } from '../editors/history-view.ts';
import { openView } from '../editors/open-form.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { HISTORY_ACTIONS, readFactRef } from '../ids.ts';
import type { Room } from '../room.ts';
import { onPress, sayOldButton } from './press.ts';

function createFactHistory(room: Room) {
  return onPress(room, 'fact-history', async (pressed) => {
    const { press, ways } = pressed;
    const id = readFactRef(press.value);
    mustBeEditor(room, press.user, id);
    if (id === undefined) return sayOldButton(pressed);
    const opened = room.editing.open(id);
    if (opened === undefined) throw new UserError(EDITORS.gone);
    const messages = await historyMessages(room, opened);
    if (press.viewId === undefined) return void (await deliver(messages, ways));
    const { user, triggerId } = press;
    await openView(room, { user, triggerId, how: 'push' }, historyModal(messages));
  });
}

export const factHistory: Feature = {
  name: 'fact-history',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(HISTORY_ACTIONS, createFactHistory(room)),
};
