/** Answers in a thread, for everything that is said to the bot in one: the reply, and the memory of it. */
import type { Turn } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import { deliver, type Way } from './deliver.ts';
import { readable } from './escape.ts';
import { keepUnknown } from './keep-gaps.ts';
import { recall, remember, rememberExchange } from './memory.ts';
import type { Outbox } from './outbox.ts';
import type { ThreadKey } from './ports.ts';
import type { Message } from './render/blocks.ts';
import { dayOf } from './render/dates.ts';
import { renderReply } from './render/reply.ts';
import type { Room } from './room.ts';

export interface SaidInThread {
  readonly thread: ThreadKey;
  readonly user: string;
  /** The message's `ts`. A pressed button has none: its question does not stand in the thread, so the answer restates it. */
  readonly ts?: string;
}

/** A pressed question is answered in the thread, or in private where the thread does not take it. */
export function answerPress(
  room: Room,
  said: SaidInThread,
  decide: (conversation: Conversation | undefined) => Turn,
): Promise<void> {
  return inThreadOrder(room, said.thread, async () => {
    const before = await recall(room, said.thread);
    await answerSaid(room, said, before, decide(before));
  });
}

/** Work on one thread, after all that was begun there before. */
export function inThreadOrder<T>(
  room: Room,
  { team, channel, root }: ThreadKey,
  work: () => Promise<T>,
): Promise<T> {
  return room.inOrder(`${team}:${channel}:${root}`, work);
}

/** Sends the reply and remembers it; to be called in the thread's order. */
export async function answerSaid(
  room: Room,
  said: SaidInThread,
  before: Conversation | undefined,
  turn: Turn,
): Promise<void> {
  const { thread, ts } = said;
  const replies: string[] = [];
  const messages = messagesFor(room, said, turn);
  if (messages.length > 0) await deliver(messages, waysToAnswer(room.outbox, said, replies));
  await remember(room, thread, turn.conversation);
  const { team, channel, root } = thread;
  await keepUnknown(room, turn, { team, channel, thread: root, user: said.user });
  if (ts !== undefined && replies.length > 0) {
    await rememberExchange(room, { thread, ts, replies, before, after: turn.conversation });
  }
}

/** None for silence. */
export function messagesFor(room: Room, { user, ts }: SaidInThread, turn: Turn): Message[] {
  return renderReply(turn.reply, {
    base: room.engine().base,
    today: dayOf(room.clock()),
    question: readable(turn.question),
    ...(ts === undefined && { askedBy: user }),
    suggestionsFor: 'channel',
  });
}

/** @param replies takes down each message that is posted in the thread. */
export function waysToAnswer(outbox: Outbox, { thread, user }: SaidInThread, replies: string[]): Way[] {
  const { channel, root } = thread;
  const post: Way = async (message) => {
    const outcome = await outbox.post({ channel, threadTs: root, forUser: user }, message);
    if (outcome.sent) replies.push(outcome.ts);
    return outcome;
  };
  return [post, ...personalWays(outbox, thread, user)];
}

/** Ways to tell the person alone: in the thread, and failing that in a direct message. */
export function personalWays(outbox: Outbox, { channel, root }: ThreadKey, user: string): Way[] {
  return [
    (message) => outbox.whisper({ channel, threadTs: root }, user, message),
    (message) => outbox.direct(user, message),
  ];
}
