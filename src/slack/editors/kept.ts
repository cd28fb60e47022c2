/** What waits for an editor, read from the database and put in order without holding anybody up. */
import { setImmediate as giveWay } from 'node:timers/promises';
import { createGapGrouper, type GapEntry, type GapGroup, type GroupGaps } from '../../answer/gaps.ts';
import { isShortAsk } from '../../facts/checks/short-asks.ts';
import type { Base } from '../../facts/schema.ts';
import type { Change, ReaderSuggestion } from '../editor-ports.ts';
import type { GapRef } from '../ids.ts';
import type { Room } from '../room.ts';

/** Enough to see what is asked often. */
const ENTRIES = 1000;
/** As far back as the panel shows what was changed; the history of a fact goes further. */
const CHANGES = 100;

export interface Kept {
  /** What is asked and still open, or was voted down; the most wanted first. */
  readonly gaps: readonly GapGroup[];
  readonly suggestions: readonly ReaderSuggestion[];
  readonly changes: readonly Change[];
}

/** Undefined where the database is away: the rest of the panel is shown all the same. */
export async function readKept(room: Room): Promise<Kept | undefined> {
  const { gaps, suggestions, history, log } = room;
  try {
    const [entries, suggested, changes] = await Promise.all([
      gaps.list(ENTRIES),
      suggestions.list(),
      history.recent(CHANGES),
    ]);
    const groups = await groupFor(room.editing.current().base, entries, room.clock());
    const open = groups.filter(({ answeredBy, downvotes }) => answeredBy.length === 0 || downvotes > 0);
    return { gaps: open, suggestions: suggested, changes };
  } catch (error) {
    log.error('the panel could not be filled', { error });
    return undefined;
  }
}

/** The entries of questions that a fact of the base in service answers now. */
export async function answeredBy(
  room: Pick<Room, 'gaps' | 'engine' | 'clock'>,
  factId: string,
): Promise<string[]> {
  const entries = (await room.gaps.list(ENTRIES)).filter(({ kind }) => kind === 'unknown');
  const groups = await groupFor(room.engine().base, entries, room.clock());
  return groups.flatMap((group) => (group.answeredBy.includes(factId) ? group.ids : []));
}

/** So many wordings are offered for a fact's ways of asking, and none that is longer than those may be. */
const WORDINGS = 8;

/** How people put what they asked in vain, each once, the shown one first; that one alone where the database is away. */
export async function wordingsOf(
  room: Pick<Room, 'gaps' | 'log'>,
  { ids, question }: GapRef,
): Promise<string[]> {
  try {
    const kept = (await room.gaps.list(ENTRIES)).filter(({ id }) => ids.includes(id));
    const others = kept.map((entry) => entry.question.trim()).filter(isShortAsk);
    const each = new Map([question, ...others].map((wording) => [wording.toLowerCase(), wording]));
    return [...each.values()].slice(0, WORDINGS);
  } catch (error) {
    room.log.warn('the wordings of a question could not be read', { error });
    return [question];
  }
}

const groupers = new WeakMap<Base, Promise<GroupGaps>>();

/** A base is read for grouping when that is first wanted, and once. Questions are answered meanwhile. */
async function groupFor(base: Base, entries: readonly GapEntry[], now: number): Promise<GapGroup[]> {
  const grouper = groupers.get(base) ?? createGapGrouper(base, giveWay);
  groupers.set(base, grouper);
  try {
    return (await grouper)(entries, now);
  } catch (error) {
    // Tried again the next time.
    groupers.delete(base);
    throw error;
  }
}
