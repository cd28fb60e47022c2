/** What people asked and did not get, kept for the editors. Outages, small talk and junk are no gaps. */
import type { Turn } from '../answer/answering.ts';
import type { NewGap } from './editor-ports.ts';
import type { Room } from './room.ts';

type Keeper = Pick<Room, 'gaps' | 'clock' | 'keepAskers' | 'log'>;

/** Where a question was asked, and by whom. */
export interface AskedAt {
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's root. */
  readonly thread?: string;
  readonly isPrivate?: boolean;
  readonly user: string;
}

/** Keeps a question that the report does not answer; any other reply leaves nothing. */
export async function keepUnknown(room: Keeper, { reply, question }: Turn, at: AskedAt): Promise<void> {
  if (reply.kind !== 'unknown' || reply.reason !== 'gap') return;
  const offered = reply.suggestions.map((suggestion) => suggestion.question);
  await keep(room, { question, offered, kind: 'unknown' }, at);
}

/** Keeps a question whose answer was voted down. */
export function keepDownvote(
  room: Keeper,
  { question, factIds }: { readonly question: string; readonly factIds: readonly string[] },
  at: AskedAt,
): Promise<void> {
  return keep(room, { question, offered: factIds, kind: 'downvote' }, at);
}

/** Never throws: the person has the reply, whether the editors hear of it or not. */
async function keep(
  { gaps, clock, keepAskers = false, log }: Keeper,
  gap: Pick<NewGap, 'question' | 'offered' | 'kind'>,
  { user, ...place }: AskedAt,
): Promise<void> {
  try {
    await gaps.record({ ...gap, ...place, at: clock(), ...(keepAskers && { user }) });
  } catch (error) {
    log.error('a gap could not be kept', { error });
  }
}
