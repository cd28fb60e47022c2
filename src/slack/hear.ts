/** A message in which somebody may ask the bot something: by mention, directly, or as a reply in a thread. */
import type { Turn } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import { answerSaid, inThreadOrder, personalWays, type SaidInThread } from './answer-in-thread.ts';
import { withoutMention } from './escape.ts';
import { handle } from './handle.ts';
import { isFirst, recall, recallExchange } from './memory.ts';
import { messageKeys, newMessageKey, type PersonalMessage } from './payloads.ts';
import type { ReplyHeard } from './rebuild.ts';
import { reviseReply } from './revise.ts';
import type { Room, SlackContext } from './room.ts';

export interface EventArgs {
  readonly event: unknown;
  readonly body: { readonly event_id?: string };
  readonly context: SlackContext;
}

/**
 * Answers the message in its thread, once. The answer to one that was corrected takes the place of the reply
 * to it. A reply without a mention is answered only in the bot's threads, and only when it asks something.
 * @param isAddressed whether the bot is mentioned, or written to directly.
 */
export function hear(
  room: Room,
  feature: string,
  { body, context }: Omit<EventArgs, 'event'>,
  message: PersonalMessage,
  isAddressed: boolean,
): Promise<void> {
  const { channel, root, user, ts } = message;
  const thread = { team: context.teamId ?? '', channel, root };
  const heard = { message, isAddressed, bot: context };
  const said = { thread, user, ts };
  return handle(room, feature, personalWays(room.outbox, thread, user), () =>
    inThreadOrder(room, thread, () => answerOnce(room, said, heard, body.event_id)),
  );
}

async function answerOnce(
  room: Room,
  said: SaidInThread & { readonly ts: string },
  heard: ReplyHeard,
  eventId: string | undefined,
): Promise<void> {
  const { message, isAddressed } = heard;
  const { thread, ts } = said;
  const exchange = message.editedAt === undefined ? undefined : await recallExchange(room, thread, ts);
  const known = exchange === undefined ? await recall(room, thread) : exchange.before;
  const conversation = known ?? (message.isReply ? await room.rebuild(heard) : undefined);
  if (conversation === undefined && !isAddressed) return;
  if (!(await isNew(room, eventId, message))) return;
  const turn = decide(room, heard, conversation);
  if (exchange === undefined) await answerSaid(room, said, conversation, turn);
  else await reviseReply(room, said, exchange, turn);
}

/** A correction may be delivered before the message itself, which must not be answered then. */
async function isNew(room: Room, eventId: string | undefined, message: PersonalMessage): Promise<boolean> {
  if (!(await isFirst(room, ...messageKeys(eventId, message)))) return false;
  if (message.editedAt !== undefined) await isFirst(room, newMessageKey(message));
  return true;
}

/** Words for which Slack has no command in a thread: there, they are said to the bot by name. A mere mention is `help`. */
const LISTS: ReadonlySet<string> = new Set(['help', 'topics', 'timeline']);

function decide(
  room: Room,
  { message, isAddressed, bot }: ReplyHeard,
  conversation: Conversation | undefined,
): Turn {
  const engine = room.engine();
  const text = withoutCommand(withoutMention(message.text, bot.botUserId), engine.base.bot.command);
  if (conversation === undefined) return engine.command(text);
  const isCall = text === '' && !message.isDirect;
  if (isAddressed && (isCall || LISTS.has(text.toLowerCase().replace(/[?!.]+$/, '')))) {
    return { ...engine.command(text), conversation };
  }
  return engine.ask(text, conversation, isAddressed);
}

/** Somebody who types the command where Slack has none, after a space or a mention, means the question. */
function withoutCommand(text: string, command: string): string {
  return text.startsWith(`${command} `) ? text.slice(command.length).trim() : text;
}
