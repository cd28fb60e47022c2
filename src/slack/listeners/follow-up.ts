/**
 * A reply without a mention, in a thread under the bot's answer or under a question put to it: answered
 * there, or met with silence when it is not for the bot. In every other thread the bot does not listen.
 */
import { answerInThread, personalWays } from '../answer-in-thread.ts';
import { mentions } from '../escape.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { isFirst, recall } from '../memory.ts';
import { messageKeys, readMessage } from '../payloads.ts';
import type { Room } from '../room.ts';
import type { EventArgs } from './mention.ts';

function createFollowUp(room: Room) {
  return async ({ event, body, context }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message === undefined || message.isDirect || !message.isReply) return;
    // A mention arrives as an event of its own.
    if (mentions(message.text, context.botUserId)) return;
    const { channel, root, user, text } = message;
    const thread = { team: context.teamId ?? '', channel, root };
    if ((await recall(room, thread)) === undefined) return;
    await handle(room, 'follow-up', personalWays(room.outbox, thread, user), async () => {
      if (!(await isFirst(room, ...messageKeys(body.event_id, message)))) return;
      await answerInThread(room, { thread, user }, (conversation) => room.engine().ask(text, conversation));
    });
  };
}

export const followUp: Feature = {
  name: 'follow-up',
  events: ['message.channels', 'message.groups', 'message.mpim'],
  scopes: ['channels:history', 'groups:history', 'mpim:history', 'chat:write'],
  attach: (app, room) => app.event('message', createFollowUp(room)),
};
