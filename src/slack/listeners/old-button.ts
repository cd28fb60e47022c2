/** A button of an older version, still standing in a channel: it says so instead of doing nothing. */
import type { Feature } from '../feature.ts';
import { UNKNOWN_ACTIONS } from '../ids.ts';
import type { Room } from '../room.ts';
import { onPress, sayOldButton } from './press.ts';

function createOldButton(room: Room) {
  return onPress(room, 'old-button', sayOldButton);
}

export const oldButton: Feature = {
  name: 'old-button',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(UNKNOWN_ACTIONS, createOldButton(room)),
};
