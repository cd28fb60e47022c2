/**
 * What a thread has been about, where the database does not know it: an old thread, or one of another
 * installation. It is read from the thread itself, whose answers name their facts in the ids of their blocks.
 */
import type { Answering } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import { answerAgain } from './answer-again.ts';
import { mentions, withoutMention } from './escape.ts';
import type { PersonalMessage } from './payloads.ts';
import type { CurrentEngine } from './ports.ts';
import type { ReadThread, ThreadMessage } from './read-thread.ts';
import type { SlackContext } from './room.ts';

/** A reply in a thread. */
export interface ReplyHeard {
  readonly message: PersonalMessage;
  /** Whether the bot is mentioned, or written to directly. */
  readonly isAddressed: boolean;
  readonly bot: SlackContext;
}

/** Undefined where the thread is none of the bot's, or where Slack does not tell. Never throws. */
export type Rebuild = (heard: ReplyHeard) => Promise<Conversation | undefined>;

/** A thread of which nothing more is known than that it is the bot's. */
const NOTHING_YET: Conversation = {
  given: [],
  latest: [],
  question: '',
  kinds: [],
  terms: [],
  entities: [],
};

/** Threads of others that are not read a second time. */
const OTHERS_KEPT = 10_000;

export function createRebuild(parts: { engine: CurrentEngine; readThread: ReadThread }): Rebuild {
  const others = new Set<string>();
  return async (heard) => {
    const { message, isAddressed } = heard;
    const { channel, root, text } = message;
    const name = `${channel}:${root}`;
    const engine = parts.engine();
    if (!isAddressed && (others.has(name) || !asksSomething(engine, text))) return undefined;
    const messages = await parts.readThread(message);
    if (messages === undefined) return isSurelyOwn(heard) ? NOTHING_YET : undefined;
    const conversation = replay(engine, messages, heard);
    if (conversation === undefined) {
      if (others.size >= OTHERS_KEPT) others.clear();
      others.add(name);
    }
    return conversation;
  };
}

/** What colleagues say to each other in their threads is no reason to read these. */
function asksSomething(engine: Answering, text: string): boolean {
  return engine.ask(text, NOTHING_YET).reply.kind !== 'silent';
}

/** Slack says with each reply who wrote the root. */
function isSurelyOwn({ message, bot }: ReplyHeard): boolean {
  return message.isDirect || (bot.botUserId !== undefined && message.rootUser === bot.botUserId);
}

/** Gives every answer once more, up to the message that is being answered. */
function replay(
  engine: Answering,
  messages: readonly ThreadMessage[],
  heard: ReplyHeard,
): Conversation | undefined {
  const [root] = messages;
  let conversation = isPutToBot(root, heard) ? NOTHING_YET : undefined;
  let asked = '';
  for (const message of messages) {
    if (message.ts === heard.message.ts) break;
    if (isAnswer(message, heard)) {
      const { question = asked, factIds } = message;
      conversation =
        factIds.length === 0
          ? { ...(conversation ?? NOTHING_YET), question }
          : answerAgain(engine, { question, factIds }, conversation).conversation;
    } else {
      asked = withoutMention(message.text, heard.bot.botUserId);
    }
  }
  return conversation;
}

function isPutToBot(root: ThreadMessage | undefined, { message, bot }: ReplyHeard): boolean {
  if (message.isDirect) return true;
  return root !== undefined && root.botId === undefined && mentions(root.text, bot.botUserId);
}

/**
 * The bot's own messages; and for somebody who turns to this bot by name also those of another installation,
 * which otherwise answers the replies under its answers itself.
 */
function isAnswer({ user, botId, factIds }: ThreadMessage, { isAddressed, bot }: ReplyHeard): boolean {
  const isOwn =
    (user !== undefined && user === bot.botUserId) || (botId !== undefined && botId === bot.botId);
  return isOwn || (isAddressed && botId !== undefined && factIds.length > 0);
}
