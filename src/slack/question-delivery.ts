/** Which of Slack's deliveries ask the bot something, told by their raw bodies before Bolt has looked at them. */
import { z } from 'zod';
import { mentions } from './escape.ts';
import { ASK_ACTIONS } from './ids.ts';
import { readEdit } from './payloads.ts';

/** A delivery that is to end in an answer. */
export interface QuestionDelivery {
  /** The same each time that Slack sends it; listeners remember it under the same key. */
  readonly key: string;
  readonly kind: 'command' | 'press' | 'message';
  readonly user: string;
  readonly channel: string;
  /** Whether it can be told from what is delivered that the bot is meant, without asking the database. */
  readonly isForBot: boolean;
}

const Command = z.object({
  command: z.string(),
  trigger_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
});

const Id = z.object({ id: z.string() });
const Press = z.object({
  type: z.literal('block_actions'),
  trigger_id: z.string(),
  user: Id,
  channel: Id.optional(),
  actions: z.tuple([z.object({ action_id: z.string().regex(ASK_ACTIONS) })]),
});

const Event = z.object({
  event_id: z.string(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel_type: z.string().optional(),
    channel: z.string(),
    user: z.string(),
    thread_ts: z.string().optional(),
    parent_user_id: z.string().optional(),
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    bot_id: z.undefined().optional(),
  }),
  authorizations: z.array(z.object({ user_id: z.string() })).default([]),
});

const Edited = z.object({
  event_id: z.string(),
  event: z.object({ subtype: z.literal('message_changed') }).loose(),
  authorizations: z.array(z.object({ user_id: z.string() })).default([]),
});

/** Undefined for everything else: forms, votes, the Home tab, talk in channels. */
export function readQuestionDelivery(body: unknown): QuestionDelivery | undefined {
  const from = body !== null && typeof body === 'object' ? body : {};
  if ('command' in from) return readCommand(from);
  if ('actions' in from) return readPressed(from);
  return 'event' in from ? (readEvent(from) ?? readEdited(from)) : undefined;
}

function readCommand(body: object): QuestionDelivery | undefined {
  const read = Command.safeParse(body).data;
  return (
    read && {
      key: `command:${read.trigger_id}`,
      kind: 'command',
      user: read.user_id,
      channel: read.channel_id,
      isForBot: true,
    }
  );
}

function readPressed(body: object): QuestionDelivery | undefined {
  const read = Press.safeParse(body).data;
  if (read === undefined) return undefined;
  const { trigger_id: trigger, user, channel } = read;
  return {
    key: `press:${trigger}`,
    kind: 'press',
    user: user.id,
    channel: channel?.id ?? user.id,
    isForBot: true,
  };
}

function readEvent(body: object): QuestionDelivery | undefined {
  const read = Event.safeParse(body).data;
  if (read === undefined) return undefined;
  const { event_id: id, event, authorizations } = read;
  const isDirect = event.channel_type === 'im';
  if (event.type === 'message' && !isDirect && event.thread_ts === undefined) return undefined;
  const isUnderBot = authorizations.some(({ user_id: bot }) => bot === event.parent_user_id);
  return {
    key: `event:${id}`,
    kind: 'message',
    user: event.user,
    channel: event.channel,
    isForBot: event.type === 'app_mention' || isDirect || isUnderBot,
  };
}

/** A question that was corrected: it is to be answered as it is now. */
function readEdited(body: object): QuestionDelivery | undefined {
  const read = Edited.safeParse(body).data;
  const edit = read && readEdit(read.event);
  if (read === undefined || edit === undefined) return undefined;
  const { message, before } = edit;
  const isMeant = (bot: string): boolean =>
    bot === message.rootUser || [message.text, before].some((text) => mentions(text, bot));
  return {
    key: `event:${read.event_id}`,
    kind: 'message',
    user: message.user,
    channel: message.channel,
    isForBot: message.isDirect || read.authorizations.some(({ user_id: bot }) => isMeant(bot)),
  };
}
