/** `@bot how many ferries are there?`: answered in the thread under it, or in the thread it stands in. */
import { answerInThread, personalWays } from '../answer-in-thread.ts';
import { withoutMention } from '../escape.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { isFirst } from '../memory.ts';
import { messageKeys, readMessage } from '../payloads.ts';
import type { Room, SlackContext } from '../room.ts';

export interface EventArgs {
  readonly event: unknown;
  readonly body: { readonly event_id?: string };
  readonly context: SlackContext;
}

function createMention(room: Room) {
  return async ({ event, body, context }: EventArgs): Promise<void> => {
    const message = readMessage(event);
    if (message === undefined) return;
    const { channel, root, user } = message;
    const thread = { team: context.teamId ?? '', channel, root };
    await handle(room, 'mention', personalWays(room.outbox, thread, user), async () => {
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

export const mention: Feature = {
  name: 'mention',
  events: ['app_mention'],
  scopes: ['app_mentions:read', 'chat:write'],
  attach: (app, room) => app.event('app_mention', createMention(room)),
};
