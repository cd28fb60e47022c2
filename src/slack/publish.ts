/** Answers that belong to a channel, and replies that only the asker sees. */
import type { Turn } from '../answer/answering.ts';
import { deliver, type Way } from './deliver.ts';
import { isEditor } from './editors/admins.ts';
import { readable } from './escape.ts';
import { isStranger } from './failure.ts';
import type { Audience } from './ids.ts';
import { keepUnknown } from './keep-gaps.ts';
import { remember } from './memory.ts';
import type { Outcome, Respond } from './outbox.ts';
import type { Message } from './render/blocks.ts';
import { dayOf } from './render/dates.ts';
import { notice, withInvitation, withLine } from './render/notice.ts';
import { renderReply } from './render/reply.ts';
import type { View } from './render/view.ts';
import type { Room } from './room.ts';
import { WORDS } from './wording.ts';

/** Who asked, where, and how Slack lets that be replied to. */
export interface Asker {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly botUserId: string | undefined;
  readonly respond: Respond;
  /** The thread that a pressed button stands in. */
  readonly threadTs?: string | undefined;
}

/** An answer is for the whole channel; choices, admissions, help and lists are for the asker alone. */
export async function reply(room: Room, asker: Asker, turn: Turn, audience: Audience): Promise<void> {
  if (turn.reply.kind === 'answer' && audience === 'channel') await publish(room, asker, turn);
  else await replyPrivately(room, asker, turn, audience);
}

/**
 * Posts the answer as the root of a thread that may grow under it. Where the bot is no member it answers
 * through the `response_url`, and says how to invite it.
 */
async function publish(room: Room, asker: Asker, turn: Turn): Promise<void> {
  const { team, channel, user } = asker;
  const { base } = room.engine();
  const view: View = {
    base,
    question: readable(turn.question),
    askedBy: user,
    suggestionsFor: 'channel',
    today: dayOf(room.clock()),
  };
  const messages = renderReply(turn.reply, view);
  let posted: Outcome | undefined;
  const post: Way = async (message) => {
    posted = await room.outbox.post({ channel, forUser: user }, message);
    return posted;
  };
  const forAsker = (message: Message): Message =>
    renderReply(turn.reply, { ...view, isPrivate: true })[messages.indexOf(message)] ?? message;
  const instead: Way = (message) => respondInstead(room, asker, posted, message, forAsker);
  await deliver(messages, [post, instead, directly(room, asker)]);
  if (posted?.sent === true) {
    await remember(room, { team, channel: posted.channel, root: posted.ts }, turn.conversation);
  }
}

function respondInstead(
  { outbox }: Room,
  { respond, botUserId }: Asker,
  posted: Outcome | undefined,
  message: Message,
  forAsker: (message: Message) => Message,
): Promise<Outcome> {
  const { why, error } = posted?.sent === false ? posted : { why: undefined, error: '' };
  // When Slack gave no answer the post may be there after all: the channel must not get it twice.
  if (why === 'down') return outbox.respond(respond, 'asker', withLine(forAsker(message), WORDS.unsure));
  if (why === 'busy') return outbox.respond(respond, 'asker', withLine(forAsker(message), WORDS.crowded));
  if (why !== 'unreachable') return outbox.respond(respond, 'channel', message);
  if (isStranger(error)) return outbox.respond(respond, 'channel', withInvitation(message, botUserId));
  // Where only some may write, or nobody any more, the bot does not get around that.
  return outbox.respond(respond, 'asker', forAsker(message));
}

/** @param audience who is to see the answer to a suggestion in it. */
async function replyPrivately(room: Room, asker: Asker, turn: Turn, audience: Audience): Promise<void> {
  const { base } = room.engine();
  // Somebody who looks around by way of the help tries things out in private.
  const suggestionsFor = turn.reply.kind === 'help' ? 'asker' : audience;
  const messages = renderReply(turn.reply, {
    base,
    today: dayOf(room.clock()),
    question: readable(turn.question),
    askedBy: asker.user,
    isPrivate: true,
    forEditor: isEditor(room, asker.user),
    suggestionsFor,
  });
  await deliver(messages.length > 0 ? messages : [notice(base.bot.wording.chat)], askerWays(room, asker));
  const { team, channel, threadTs, user } = asker;
  await keepUnknown(room, turn, {
    ...{ team, channel, user },
    ...(threadTs !== undefined && { thread: threadTs }),
    ...(audience === 'asker' && { isPrivate: true }),
  });
}

/** Ways to reach the asker alone. */
export function askerWays(room: Pick<Room, 'outbox'>, asker: Asker): Way[] {
  const { outbox } = room;
  const { respond, channel, threadTs, user } = asker;
  return [
    (message) => outbox.respond(respond, 'asker', message, threadTs),
    (message) => outbox.whisper({ channel, threadTs }, user, message),
    directly(room, asker),
  ];
}

function directly({ outbox }: Pick<Room, 'outbox'>, { user }: Asker): Way {
  return (message) => outbox.direct(user, message);
}
