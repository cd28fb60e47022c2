/** What Slack sends, narrowed to the fields that are used; undefined for what is not for the bot. */
import { z } from 'zod';

const Message = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
});

/** A message that a person wrote, new: no edit, no deletion, no notice of Slack's, no bot's. */
export interface PersonalMessage {
  readonly channel: string;
  readonly isDirect: boolean;
  readonly user: string;
  /** As Slack sends it, with its markup and entities. */
  readonly text: string;
  readonly ts: string;
  /** The `ts` of the thread's root; the message's own when it is none's reply. */
  readonly root: string;
  readonly isReply: boolean;
}

export function readMessage(event: unknown): PersonalMessage | undefined {
  const read = Message.safeParse(event).data;
  if (read === undefined) return undefined;
  const { channel, channel_type: type, user, text, ts, thread_ts: root = ts } = read;
  return { channel, isDirect: type === 'im', user, text, ts, root, isReply: root !== ts };
}

/** Keys under which the delivery of a message is remembered: Slack may send one twice, or as two events. */
export function messageKeys(eventId: string | undefined, { channel, ts }: PersonalMessage): string[] {
  return [...(eventId === undefined ? [] : [`event:${eventId}`]), `message:${channel}:${ts}`];
}

const Id = z.object({ id: z.string() });
const PressBody = z.object({
  trigger_id: z.string().optional(),
  user: Id,
  channel: Id.optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .default({}),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});

/** A pressed button. */
export interface Press {
  readonly user: string;
  readonly actionId: string;
  readonly value: string | undefined;
  readonly triggerId: string | undefined;
  /** The message it stands in; undefined in the Home tab. */
  readonly message?: {
    readonly channel: string;
    readonly ts: string;
    /** The thread it stands in or would begin. */
    readonly root: string;
    readonly isReply: boolean;
    /** Only the person who pressed sees the message. */
    readonly isPrivate: boolean;
  };
}

export function readPress(body: unknown): Press | undefined {
  const read = PressBody.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read === undefined || action === undefined) return undefined;
  const { channel, message, container } = read;
  const press = {
    user: read.user.id,
    actionId: action.action_id,
    value: action.value,
    triggerId: read.trigger_id,
  };
  const ts = message?.ts ?? container.message_ts;
  if (channel === undefined || ts === undefined) return press;
  const root = message?.thread_ts ?? container.thread_ts ?? ts;
  const isPrivate = container.is_ephemeral === true;
  return { ...press, message: { channel: channel.id, ts, root, isReply: root !== ts, isPrivate } };
}

/** The thread to send `response_url` posts to, so that they stay where the button is. */
export function threadOf({ message }: Press): string | undefined {
  return message?.isReply === true ? message.root : undefined;
}
