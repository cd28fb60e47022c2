/** Answers in a thread, for everything that is said to the bot in one: the reply, once, and the memory of it. */
import type { Turn } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import { deliver, type Way } from './deliver.ts';
import { readable } from './escape.ts';
import { recall, remember } from './memory.ts';
import type { Outbox } from './outbox.ts';
import type { ThreadKey } from './ports.ts';
import { renderReply } from './render/reply.ts';
import type { Room } from './room.ts';

export interface SaidInThread {
  readonly thread: ThreadKey;
  readonly user: string;
  /** True for a button: the question does not stand in the thread, so the answer restates it. */
  readonly restate?: boolean;
}

/** What is said is answered in the thread, or in private where the thread does not take it. */
export function answerInThread(
  room: Room,
  said: SaidInThread,
  decide: (conversation: Conversation | undefined) => Turn,
): Promise<void> {
  const { thread, user, restate } = said;
  return room.inOrder(`${thread.team}:${thread.channel}:${thread.root}`, async () => {
    const turn = decide(await recall(room, thread));
    if (turn.reply.kind !== 'silent') {
      const messages = renderReply(turn.reply, {
        base: room.engine().base,
        question: readable(turn.question),
        ...(restate === true && { askedBy: user }),
        suggestionsFor: 'channel',
      });
      await deliver(messages, threadWays(room.outbox, thread, user));
    }
    await remember(room, thread, turn.conversation);
  });
}

/** In the thread; failing that, there but for the person's eyes; failing that, in a direct message. */
function threadWays(outbox: Outbox, { channel, root }: ThreadKey, user: string): Way[] {
  const place = { channel, threadTs: root };
  return [
    (message) => outbox.post(place, message),
    (message) => outbox.whisper(place, user, message),
    (message) => outbox.direct(user, message),
  ];
}

/** Ways to tell the person alone that something went wrong. */
export function personalWays(outbox: Outbox, { channel, root }: ThreadKey, user: string): Way[] {
  return threadWays(outbox, { team: '', channel, root }, user).slice(1);
}
