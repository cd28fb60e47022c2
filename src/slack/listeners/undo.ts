/** *Undo*, pressed by an editor: the fact is again what it was before the change, unless it changed since. */
import { deliver } from '../deliver.ts';
import type { EditOutcome } from '../editor-ports.ts';
import { mustBeEditor } from '../editors/admins.ts';
import { sayProblem } from '../editors/form-view.ts';
import { refreshPanel } from '../editors/panel.ts';
import { savedMessage } from '../editors/saved.ts';
import { EDITORS } from '../editors/wording.ts';
import type { Feature } from '../feature.ts';
import { readChangeRef, UNDO_ACTIONS } from '../ids.ts';
import type { Message } from '../render/blocks.ts';
import { notice } from '../render/notice.ts';
import type { Room } from '../room.ts';
import { onPress, sayOldButton } from './press.ts';

function createUndo(room: Room) {
  return onPress(room, 'undo', async (pressed) => {
    const { press, ways } = pressed;
    mustBeEditor(room, press.user);
    const change = readChangeRef(press.value);
    if (change === undefined) return sayOldButton(pressed);
    const outcome = await room.editing.undo(change, { user: press.user, why: EDITORS.undoWhy });
    // A message that stays, since the way back from an undo stands in it.
    await deliver([sayOutcome(outcome)], [(message) => room.outbox.direct(press.user, message), ...ways]);
    await refreshPanel(room, press);
  });
}

function sayOutcome(outcome: EditOutcome): Message {
  switch (outcome.kind) {
    case 'saved':
      return savedMessage(outcome, EDITORS.undone);
    case 'unchanged':
      return notice(EDITORS.unchanged);
    case 'conflict':
      return notice(EDITORS.changedSince);
    case 'refused':
      return notice([EDITORS.cannotSave, ...outcome.problems.map(sayProblem)].join(' '));
  }
}

export const undo: Feature = {
  name: 'undo',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(UNDO_ACTIONS, createUndo(room)),
};
