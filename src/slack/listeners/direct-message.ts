/** A message written to the bot directly: answered in the thread under it. */
import { answerInThread, personalWays } from '../answer-in-thread.ts';
import { withoutMention } from '../escape.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { isFirst } from '../memory.ts';
import { messageKeys, readMessage } from '../payloads.ts';
import type { Room } from '../room.ts';
import type { EventArgs } from './mention.ts';

function createDirectMessage(room: Room) {
  return async ({ event, body, context }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message === undefined || !message.isDirect) return;
    const { channel, root, user } = message;
    const thread = { team: context.teamId ?? '', channel, root };
    await handle(room, 'direct-message', personalWays(room.outbox, thread, user), async () => {
      if (!(await isFirst(room, ...messageKeys(body.event_id, message)))) return;
      const text = withoutMention(message.text, context.botUserId);
      await answerInThread(room, { thread, user }, (conversation) =>
        conversation === undefined
          ? room.engine().command(text)
          : room.engine().ask(text, conversation, true),
      );
    });
  };
}

export const directMessage: Feature = {
  name: 'direct-message',
  events: ['message.im'],
  scopes: ['im:history', 'chat:write'],
  attach: (app, room) => app.event('message', createDirectMessage(room)),
};
