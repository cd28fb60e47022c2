/**
 * Tells people that a question of theirs has an answer now: in the thread where they asked, and where there is
 * none, or it was asked in private, themselves, if it was kept who they are.
 */
import { inThreadOrder } from './answer-in-thread.ts';
import { deliver, type Way } from './deliver.ts';
import type { AnsweredGap } from './editor-ports.ts';
import { answeredBy } from './editors/kept.ts';
import { answeredNow } from './editors/wording.ts';
import { readable } from './escape.ts';
import { recall, remember } from './memory.ts';
import type { ThreadKey } from './ports.ts';
import { dayOf } from './render/dates.ts';
import { notice } from './render/notice.ts';
import { renderReply } from './render/reply.ts';
import type { Room } from './room.ts';

/** Marks the questions as answered by a fact, and tells whoever asked. Never throws. */
export async function answerGaps(room: Room, ids: readonly string[], factId: string): Promise<void> {
  try {
    // Beside the entries that were chosen, those that mean the same: a button carries only so many.
    const same = await answeredBy(room, factId);
    await room.gaps.answer([...new Set([...ids, ...same])], factId);
  } catch (error) {
    room.log.error('a question could not be marked as answered', { error });
  }
  await tellAskers(room);
}

/** Tells those who have not been told yet, also what a process that ended left. Never throws. */
export async function tellAskers(room: Room): Promise<void> {
  try {
    await tellAll(room);
  } catch (error) {
    room.log.error('people could not be told that there is an answer', { error });
  }
}

async function tellAll(room: Room): Promise<void> {
  const told = new Set<string>();
  for (const gap of await room.gaps.toTell()) {
    if (!(await room.gaps.claimTelling(gap.id))) continue;
    const ways = waysTo(room, gap);
    // A question that a thread repeated is answered there once.
    const place = JSON.stringify([gap.team, gap.channel, gap.thread, gap.thread === undefined && gap.user]);
    if (ways.length === 0 || told.has(`${place}${gap.factId}`)) continue;
    told.add(`${place}${gap.factId}`);
    await tell(room, gap, ways);
  }
}

/** None where nobody is known who asked: the channel is not told what one person asked it for. */
function waysTo({ outbox }: Room, { channel, thread, user, isPrivate }: AnsweredGap): Way[] {
  const inThread: Way[] =
    thread === undefined || isPrivate === true
      ? []
      : [(message) => outbox.post({ channel, threadTs: thread }, message)];
  return user === undefined ? inThread : [...inThread, (message) => outbox.direct(user, message)];
}

/** What was told is part of the thread: whoever asks on under it is understood. */
async function tell(room: Room, gap: AnsweredGap, ways: readonly Way[]): Promise<void> {
  const { team, channel, thread } = gap;
  if (thread === undefined) return tellAbout(room, gap, ways, undefined);
  const asked = { team, channel, root: thread };
  // Somebody may ask there in the same moment: neither may overwrite what the other remembers.
  await inThreadOrder(room, asked, () => tellAbout(room, gap, ways, asked));
}

async function tellAbout(
  room: Room,
  { question, factId, team, channel }: AnsweredGap,
  ways: readonly Way[],
  asked: ThreadKey | undefined,
): Promise<void> {
  const { base } = room.engine();
  try {
    const before = asked === undefined ? undefined : await recall(room, asked);
    const turn = room.engine().give([factId], question, before);
    const answer = renderReply(turn.reply, {
      base,
      question: readable(question),
      suggestionsFor: 'channel',
      today: dayOf(room.clock()),
    });
    const sent = await deliver([notice(answeredNow(question)), ...answer], ways);
    const told = { team, channel: sent.channel, root: sent.ts };
    await remember(room, sent.channel === channel && asked !== undefined ? asked : told, turn.conversation);
  } catch (error) {
    room.log.warn('somebody could not be told that there is an answer', { error });
  }
}
