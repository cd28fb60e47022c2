/** *Edit* and *Retire*, pressed: the form opens for an editor; anybody else is told who may. */
import { type Opener, openFact, openRetiring } from '../editors/open-form.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { ACTION, EDIT_ACTIONS, readFactRef } from '../ids.ts';
import type { Room } from '../room.ts';
import { type PressArgs, readPressed, sayOldButton } from './press.ts';

type Open = (room: Room, opener: Opener, id: string) => Promise<void>;

/** On top of the modal that the button stands in, if it stands in one. */
function createOpening(room: Room, open: Open) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack();
    const pressed = readPressed(room, 'edit-fact', args);
    if (pressed === undefined) return;
    await handle(room, 'edit-fact', pressed.ways, async () => {
      const { user, triggerId, value, message } = pressed.press;
      const how = message === undefined ? 'push' : 'open';
      const id = readFactRef(value);
      if (id === undefined) return sayOldButton(pressed);
      await open(room, { user, triggerId, how }, id);
    });
  };
}

export const editFact: Feature = {
  name: 'edit-fact',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => {
    app.action(EDIT_ACTIONS, createOpening(room, openFact));
    app.action(ACTION.retire, createOpening(room, openRetiring));
  },
};
