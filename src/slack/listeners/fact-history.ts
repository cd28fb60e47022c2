/** *History*, pressed by an editor among several facts. */
import { UserError } from '../../errors.ts';
import { deliver } from '../deliver.ts';
import { mustBeEditor } from '../editors/admins.ts';
import { historyMessages } from '../editors/history-view.ts';
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
    await deliver(await historyMessages(room, opened), ways);
  });
}

export const factHistory: Feature = {
  name: 'fact-history',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(HISTORY_ACTIONS, createFactHistory(room)),
};
