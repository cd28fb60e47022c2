/** `@bot how many ferries are there?`: answered in the thread under it, or in the thread it stands in. */
import type { Feature } from '../feature.ts';
import { type EventArgs, hear } from '../hear.ts';
import { readMessage } from '../payloads.ts';
import type { Room } from '../room.ts';

function createMention(room: Room) {
  return async ({ event, ...delivery }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message !== undefined) await hear(room, 'mention', delivery, message, true);
  };
}

export const mention: Feature = {
  name: 'mention',
  events: ['app_mention'],
  scopes: ['app_mentions:read', 'chat:write'],
  attach: (app, room) => app.event('app_mention', createMention(room)),
};
