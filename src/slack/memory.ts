/**
 * The stores as listeners use them. A store that fails is logged and does not keep a person from an answer,
 * which comes from the base in memory: a second answer or a forgotten thread is the lesser evil.
 */
import type { Conversation } from '../answer/conversation.ts';
import type { Exchange, ThreadKey } from './ports.ts';
import type { Given } from './render/blocks.ts';
import type { Room } from './room.ts';

type Memory = Pick<Room, 'conversations' | 'deliveries' | 'log'>;

/** True unless one of these keys was seen before. */
export async function isFirst({ deliveries, log }: Memory, ...keys: string[]): Promise<boolean> {
  try {
    for (const key of keys) {
      if (!(await deliveries.claim(key))) return false;
    }
    return true;
  } catch (error) {
    log.error('a delivery could not be remembered', { error });
    return true;
  }
}

/** Two clicks within this time, and at most within twice this time, are one. */
const DOUBLE_CLICK_MS = 5000;

/** True unless this button was pressed a moment ago. Later it may be pressed again. */
export function isFirstPress(room: Memory & Pick<Room, 'clock'>, button: string): Promise<boolean> {
  const now = Math.floor(room.clock() / DOUBLE_CLICK_MS);
  return isFirst(room, `press:${button}:${now}`, `press:${button}:${now - 1}`);
}

/** What the thread has been about; undefined where nobody asked the bot anything in it. */
export async function recall(
  { conversations, log }: Memory,
  thread: ThreadKey,
): Promise<Conversation | undefined> {
  try {
    return await conversations.load(thread);
  } catch (error) {
    log.error('a conversation could not be loaded', { ...thread, error });
    return undefined;
  }
}

export async function remember(
  { conversations, log }: Memory,
  thread: ThreadKey,
  conversation: Conversation,
): Promise<void> {
  try {
    await conversations.save(thread, conversation);
  } catch (error) {
    log.error('a conversation could not be kept', { ...thread, error });
  }
}

type Exchanging = Pick<Room, 'exchanges' | 'log'>;

/** The reply to a question, where there was one. */
export async function recallExchange(
  { exchanges, log }: Exchanging,
  thread: ThreadKey,
  ts: string,
): Promise<Exchange | undefined> {
  try {
    const exchange = await exchanges.load(thread, ts);
    return exchange?.replies.length === 0 ? undefined : exchange;
  } catch (error) {
    log.error('the reply to a question could not be looked up', { ...thread, ts, error });
    return undefined;
  }
}

export async function rememberExchange({ exchanges, log }: Exchanging, exchange: Exchange): Promise<void> {
  try {
    await exchanges.save(exchange);
  } catch (error) {
    const { thread, ts } = exchange;
    log.error('the reply to a question could not be kept', { ...thread, ts, error });
  }
}

/** What a message gives from now on; nothing for one that is gone, so that no change of a fact is told there. */
export async function rememberGiven(
  { posted, clock, log }: Pick<Room, 'posted' | 'clock' | 'log'>,
  { team, channel, root }: ThreadKey,
  ts: string,
  gives: Given = { question: '', factIds: [] },
): Promise<void> {
  try {
    await posted.remember({ ...gives, team, channel, ts, thread: root, at: clock() });
  } catch (error) {
    log.warn('a changed answer is not remembered and will not follow changes', { channel, ts, error });
  }
}
