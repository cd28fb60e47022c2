/** What Slack sends, narrowed to the fields that are used; undefined for what is not for the bot. */
import { z } from 'zod';

const Edited = z.object({ ts: z.string() }).optional();

/** What a person wrote: no notice of Slack's, no bot's. With a file or sent to the channel too, it is the same. */
const WRITTEN = {
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  edited: Edited,
};

const PLACE = { channel: z.string(), channel_type: z.string().optional() };

const Message = z.object({ ...PLACE, ...WRITTEN });

/** A message that a person wrote. */
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
  /** Who wrote the thread's root, where Slack says so. */
  readonly rootUser?: string | undefined;
  /** Names the edit that made it what it is; undefined as long as it is as it was first sent. */
  readonly editedAt?: string | undefined;
}

/** A new message, or a mention: Slack sends one again when the message that holds it is edited. */
export function readMessage(event: unknown): PersonalMessage | undefined {
  const read = Message.safeParse(event).data;
  return read && toMessage(read);
}

function toMessage(read: z.infer<typeof Message>): PersonalMessage {
  const { channel, channel_type: type, user, text, ts, thread_ts: root = ts, edited } = read;
  return {
    ...{ channel, isDirect: type === 'im', user, text, ts, root, isReply: root !== ts },
    rootUser: read.parent_user_id,
    editedAt: edited?.ts,
  };
}

const Changed = z.object({
  ...PLACE,
  subtype: z.literal('message_changed'),
  event_ts: z.string().optional(),
  message: z.object(WRITTEN),
  previous_message: z.object({ text: z.string().default('') }).optional(),
});

/** A message that its writer changed, and what it said before. */
export interface Edit {
  readonly message: PersonalMessage;
  readonly before: string;
}

/** Undefined also for a change of Slack's own, such as the preview of a link: the words are the same then. */
export function readEdit(event: unknown): Edit | undefined {
  const read = Changed.safeParse(event).data;
  if (read === undefined) return undefined;
  const { channel, channel_type, message, previous_message: previous, event_ts: at } = read;
  const isSameText = previous === undefined ? message.edited === undefined : previous.text === message.text;
  if (isSameText) return undefined;
  const edited = message.edited ?? (at === undefined ? undefined : { ts: at });
  return {
    message: toMessage({ channel, channel_type, ...message, edited }),
    before: previous?.text ?? '',
  };
}

const Deleted = z.object({
  channel: z.string(),
  subtype: z.literal('message_deleted'),
  deleted_ts: z.string(),
  previous_message: z.object({ thread_ts: z.string().optional() }).default({}),
});

/** The root of a thread does not go: a stone stands in its place as long as there are replies. */
const Buried = z.object({
  channel: z.string(),
  subtype: z.literal('message_changed'),
  message: z.object({
    subtype: z.literal('tombstone'),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** A message that is gone. */
export interface Deletion {
  readonly channel: string;
  readonly ts: string;
  readonly root: string;
}

export function readDeletion(event: unknown): Deletion | undefined {
  const deleted = Deleted.safeParse(event).data;
  if (deleted !== undefined) {
    const { channel, deleted_ts: ts, previous_message: previous } = deleted;
    return { channel, ts, root: previous.thread_ts ?? ts };
  }
  const buried = Buried.safeParse(event).data;
  if (buried === undefined) return undefined;
  const { ts, thread_ts: root = ts } = buried.message;
  return { channel: buried.channel, ts, root };
}

/** Keys under which the delivery of a message is remembered: Slack may send one twice, or as two events. */
export function messageKeys(eventId: string | undefined, message: PersonalMessage): string[] {
  const { channel, ts, editedAt } = message;
  const key = editedAt === undefined ? newMessageKey(message) : `edit:${channel}:${ts}:${editedAt}`;
  return [...(eventId === undefined ? [] : [`event:${eventId}`]), key];
}

/** The key of a message as it was first sent. */
export function newMessageKey({ channel, ts }: PersonalMessage): string {
  return `message:${channel}:${ts}`;
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
      view_id: z.string().optional(),
    })
    .default({}),
  view: z.object({ private_metadata: z.string().optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});

/** A pressed button. */
export interface Press {
  readonly user: string;
  readonly actionId: string;
  readonly value: string | undefined;
  readonly triggerId: string | undefined;
  /** The modal or Home tab it stands in. */
  readonly viewId?: string | undefined;
  /** What the modal carries along about itself. */
  readonly metadata?: string | undefined;
  /** The message it stands in; undefined in a modal and in the Home tab. */
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
    viewId: container.view_id,
    metadata: read.view?.private_metadata,
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
