/** Posted answers follow their facts: after a change each says what is true now, and what it said before. */
import { answerAgain } from './answer-again.ts';
import type { Change, PostedMessage } from './editor-ports.ts';
import type { InFlight } from './in-flight.ts';
import { isFirst } from './memory.ts';
import type { Message } from './render/blocks.ts';
import { dayOf } from './render/dates.ts';
import { renderReply } from './render/reply.ts';
import { isSeen, updateLines } from './render/updated.ts';
import type { Room } from './room.ts';

/** At most fifty updates a minute are Slack's for all channels together; this is slower than one a second. */
const PACE_MS = 1250;

const DAY_MS = 24 * 60 * 60 * 1000;
const CORRECTION_DAYS = 30;

/** Follows every change from now on; returns what ends that, also in the middle of many messages. */
export function followChanges(room: Room, inFlight: InFlight): () => void {
  let ended = false;
  let last: Promise<void> = Promise.resolve();
  const stopListening = room.editing.listen({
    onChanges(changes) {
      // One after the other over all changes, as the pace is that of the workspace.
      last = last.then(() => inFlight.run(() => updateAll(room, changes, () => ended)));
      return last;
    },
  });
  return () => {
    ended = true;
    stopListening();
  };
}

async function updateAll(room: Room, changes: readonly Change[], isEnded: () => boolean): Promise<void> {
  try {
    const affected = await messagesWith(room, changes.filter(isSeen));
    for (const { message, changes: own } of affected) {
      if (isEnded()) return;
      if (await updateOne(room, message, own)) await room.sleep(PACE_MS);
    }
  } catch (error) {
    room.log.error('posted answers could not follow a change', { error });
  }
}

interface Affected {
  readonly message: PostedMessage;
  readonly changes: readonly Change[];
}

/** Each message once, also where several of its facts changed; the newest first. */
async function messagesWith(
  { posted, clock, correctionDays = CORRECTION_DAYS }: Room,
  changes: readonly Change[],
): Promise<Affected[]> {
  if (correctionDays === 0) return [];
  const since = clock() - correctionDays * DAY_MS;
  const byPlace = new Map<string, Affected>();
  for (const change of changes) {
    for (const message of await posted.messagesWith(change.factId, since)) {
      const place = `${message.team}:${message.channel}:${message.ts}`;
      const known = byPlace.get(place)?.changes ?? [];
      byPlace.set(place, { message, changes: [...known, change] });
    }
  }
  return [...byPlace.values()].sort((a, b) => b.message.at - a.message.at);
}

/** True when Slack was called. What cannot be updated is logged by the outbox, and the next one is. */
async function updateOne(room: Room, message: PostedMessage, changes: readonly Change[]): Promise<boolean> {
  const { team, channel, ts } = message;
  const key = `update:${team}:${channel}:${ts}:${changes.map(({ id }) => id).join()}`;
  if (!(await isFirst(room, key))) return false;
  try {
    const renewed = renew(room, message, changes);
    if (renewed === undefined) return false;
    await room.outbox.update({ channel, ts }, renewed);
    return true;
  } catch (error) {
    room.log.error('a posted answer could not be updated', { channel, ts, error });
    return false;
  }
}

function renew(
  { engine, clock }: Room,
  { question, factIds, askedBy }: PostedMessage,
  changes: readonly Change[],
): Message | undefined {
  const { reply } = answerAgain(engine(), { question, factIds });
  const [message] = renderReply(reply, {
    base: engine().base,
    today: dayOf(clock()),
    question,
    ...(askedBy !== undefined && { askedBy }),
    suggestionsFor: 'channel',
  });
  if (message === undefined) return undefined;
  const above = updateLines(changes);
  return { text: `${above.text}\n${message.text}`, blocks: [...above.blocks, ...message.blocks] };
}
