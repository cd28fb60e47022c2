/** A question that was deleted takes the bot's reply along, as long as nobody has said anything after it. */
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import type { EventArgs } from '../hear.ts';
import { readDeletion } from '../payloads.ts';
import { withdrawReply } from '../revise.ts';
import type { Room } from '../room.ts';

function createDeletedMessage(room: Room) {
  return async ({ event, context }: EventArgs): Promise<void> => {
    const deletion = readDeletion(event);
    if (deletion === undefined) return;
    const { channel, ts, root } = deletion;
    // Nobody waits for this, so nobody is told when it goes wrong; the log is.
    await handle(room, 'deleted-message', [], () =>
      withdrawReply(room, { team: context.teamId ?? '', channel, root }, ts),
    );
  };
}

export const deletedMessage: Feature = {
  name: 'deleted-message',
  events: ['message.channels', 'message.groups', 'message.mpim', 'message.im'],
  scopes: ['channels:history', 'groups:history', 'mpim:history', 'im:history', 'chat:write'],
  attach: (app, room) => app.event('message', createDeletedMessage(room)),
};
