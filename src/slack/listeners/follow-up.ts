/**
 * A reply without a mention, in a thread under the bot's answer or under a question put to it: answered
 * there, or met with silence when it is not for the bot. In every other thread the bot does not listen.
 */
import { mentions } from '../escape.ts';
import type { Feature } from '../feature.ts';
import { type EventArgs, hear } from '../hear.ts';
import { readMessage } from '../payloads.ts';
import type { Room } from '../room.ts';

function createFollowUp(room: Room) {
  return async ({ event, ...delivery }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message === undefined || message.isDirect || !message.isReply) return;
    // A mention arrives as an event of its own.
    if (mentions(message.text, delivery.context.botUserId)) return;
    await hear(room, 'follow-up', delivery, message, false);
  };
}

export const followUp: Feature = {
  name: 'follow-up',
  events: ['message.channels', 'message.groups', 'message.mpim'],
  scopes: ['channels:history', 'groups:history', 'mpim:history', 'chat:write'],
  attach: (app, room) => app.event('message', createFollowUp(room)),
};
