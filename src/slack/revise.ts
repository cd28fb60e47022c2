/** Replies follow their questions: to a corrected question they are mended, and with one that is gone they go. */
import { isDeepStrictEqual } from 'node:util';
import type { Turn } from '../answer/answering.ts';
import { inThreadOrder, messagesFor, type SaidInThread, waysToAnswer } from './answer-in-thread.ts';
import { deliver, type Way } from './deliver.ts';
import { keepUnknown } from './keep-gaps.ts';
import { recall, recallExchange, remember, rememberExchange, rememberGiven } from './memory.ts';
import type { Exchange, ThreadKey } from './ports.ts';
import type { ThreadMessage } from './read-thread.ts';
import type { Message } from './render/blocks.ts';
import type { Room } from './room.ts';

/**
 * Puts the answer to the corrected question in the place of the old one; to be called in the thread's order.
 * What was said later in the thread stays, and so does the memory of it.
 */
export async function reviseReply(
  room: Room,
  said: SaidInThread,
  exchange: Exchange,
  turn: Turn,
): Promise<void> {
  const isLatest = await isStillLatest(room, exchange);
  const messages = messagesFor(room, said, turn);
  if (messages.length === 0) {
    if (!(await takeBack(room, exchange))) return;
  } else {
    const replies = await replace(room, said, exchange, messages);
    await rememberExchange(room, { ...exchange, replies, after: turn.conversation });
  }
  if (isLatest) await remember(room, exchange.thread, turn.conversation);
  const { team, channel, root } = exchange.thread;
  await keepUnknown(room, turn, { team, channel, thread: root, user: said.user });
}

/** A question was deleted: its reply goes too, unless somebody has said something in the thread since. */
export function withdrawReply(room: Room, thread: ThreadKey, ts: string): Promise<void> {
  return inThreadOrder(room, thread, async () => {
    const exchange = await recallExchange(room, thread, ts);
    if (exchange === undefined) return;
    const isLatest = await isStillLatest(room, exchange);
    const isGone = await takeBack(room, exchange);
    if (isGone && isLatest && exchange.before !== undefined) await remember(room, thread, exchange.before);
  });
}

async function isStillLatest(room: Room, { thread, after }: Exchange): Promise<boolean> {
  return isDeepStrictEqual(await recall(room, thread), after);
}

/** Message for message; one too many is removed. Resolves with those that now stand in the thread. */
async function replace(
  room: Room,
  said: SaidInThread,
  { thread, replies: old }: Exchange,
  messages: readonly Message[],
): Promise<string[]> {
  const replies: string[] = [];
  for (const [index, message] of messages.entries()) {
    const ts = old[index];
    const ways = waysToAnswer(room.outbox, said, replies);
    await deliver([message], ts === undefined ? ways : [inPlace(room, thread, ts, replies), ...ways]);
  }
  for (const ts of old.slice(messages.length)) await remove(room, thread, ts);
  return replies;
}

function inPlace(room: Room, thread: ThreadKey, ts: string, replies: string[]): Way {
  return async (message) => {
    const outcome = await room.outbox.update({ channel: thread.channel, ts }, message);
    if (outcome.sent) {
      replies.push(ts);
      await rememberGiven(room, thread, ts, message.gives);
    }
    return outcome;
  };
}

/** False, and nothing is removed, when the reply has been followed by something, or Slack does not say. */
async function takeBack(room: Room, exchange: Exchange): Promise<boolean> {
  const { thread, replies } = exchange;
  const messages = await room.readThread(thread);
  if (messages === undefined || isFollowed(messages, replies)) return false;
  for (const ts of replies) await remove(room, thread, ts);
  await rememberExchange(room, { ...exchange, replies: [] });
  return true;
}

/** True also where the reply is not among what Slack gives of a very long thread. */
function isFollowed(messages: readonly ThreadMessage[], replies: readonly string[]): boolean {
  const first = messages.findIndex(({ ts }) => replies.includes(ts));
  return first < 0 || messages.slice(first).some(({ ts }) => !replies.includes(ts));
}

async function remove(room: Room, thread: ThreadKey, ts: string): Promise<void> {
  const outcome = await room.outbox.remove({ channel: thread.channel, ts });
  if (outcome.sent) await rememberGiven(room, thread, ts);
}
