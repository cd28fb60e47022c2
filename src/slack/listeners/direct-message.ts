/** A message written to the bot directly: answered in the thread under it. */
import type { Feature } from '../feature.ts';
import { type EventArgs, hear } from '../hear.ts';
import { readMessage } from '../payloads.ts';
import type { Room } from '../room.ts';

function createDirectMessage(room: Room) {
  return async ({ event, ...delivery }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message?.isDirect === true) await hear(room, 'direct-message', delivery, message, true);
  };
}

export const directMessage: Feature = {
  name: 'direct-message',
  events: ['message.im'],
  scopes: ['im:history', 'chat:write'],
  attach: (app, room) => app.event('message', createDirectMessage(room)),
};
