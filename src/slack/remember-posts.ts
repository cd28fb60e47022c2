/** Every posted answer is remembered with its facts, whichever way it was posted. */
import type { Outbox, Outcome, Place } from './outbox.ts';
import type { Message } from './render/blocks.ts';
import type { SlackParts } from './room.ts';

type Parts = Pick<SlackParts, 'posted' | 'clock' | 'log'>;

/** @param team tells the workspace. */
export function rememberPosts(outbox: Outbox, parts: Parts, team: () => Promise<string>): Outbox {
  const post: Outbox['post'] = async (place, message) => {
    const outcome = await outbox.post(place, message);
    await remember(parts, team, place, message, outcome);
    return outcome;
  };
  const direct: Outbox['direct'] = async (user, message) => {
    const outcome = await outbox.direct(user, message);
    await remember(parts, team, { channel: user }, message, outcome);
    return outcome;
  };
  return { ...outbox, post, direct };
}

/** Never throws: the answer is there, and only its later correction would be missing. */
async function remember(
  { posted, clock, log }: Parts,
  team: () => Promise<string>,
  { threadTs }: Place,
  { gives }: Message,
  outcome: Outcome,
): Promise<void> {
  if (!outcome.sent || gives === undefined) return;
  const { channel, ts } = outcome;
  try {
    await posted.remember({
      ...gives,
      team: await team(),
      channel,
      ts,
      ...(threadTs !== undefined && { thread: threadTs }),
      at: clock(),
    });
  } catch (error) {
    log.warn('a posted answer is not remembered and will not follow changes', { channel, ts, error });
  }
}
