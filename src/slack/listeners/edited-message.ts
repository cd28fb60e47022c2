/**
 * A message that its writer corrected. The question as it is now is answered once: where the bot has replied
 * to it, in that reply; where it had nothing to reply to until now, in a new one.
 */
import { mentions } from '../escape.ts';
import type { Feature } from '../feature.ts';
import { type EventArgs, hear } from '../hear.ts';
import { type Edit, readEdit } from '../payloads.ts';
import type { Room, SlackContext } from '../room.ts';

function createEditedMessage(room: Room) {
  return async ({ event, ...delivery }: EventArgs): Promise<void> => {
    const edit = readEdit(event);
    if (edit === undefined) return;
    const isAddressed = isForBot(edit, delivery.context);
    // What stands in a channel by itself is for the bot when it says so.
    if (!isAddressed && !edit.message.isReply) return;
    await hear(room, 'edited-message', delivery, edit.message, isAddressed);
  };
}

/** Also where the mention was taken out: the reply to it is still there. */
function isForBot({ message, before }: Edit, { botUserId }: SlackContext): boolean {
  return message.isDirect || [message.text, before].some((text) => mentions(text, botUserId));
}

export const editedMessage: Feature = {
  name: 'edited-message',
  events: ['message.channels', 'message.groups', 'message.mpim', 'message.im'],
  scopes: ['channels:history', 'groups:history', 'mpim:history', 'im:history', 'chat:write'],
  attach: (app, room) => app.event('message', createEditedMessage(room)),
};
