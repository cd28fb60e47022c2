/**
 * What people asked and did not get, as editors see it: questions that mean the same are one gap, and what was
 * asked often and lately comes first.
 */
import type { Base } from '../facts/schema.ts';
import { eachInSteps, runAtOnce, runInSlices, type Steps } from '../search/slices.ts';
import { type CompiledBase, compileBase, compileInSteps } from './compile.ts';
import { decide } from './decide.ts';
import { readQuestion } from './question.ts';

/** One question that was not answered, or whose answer was voted down. */
export interface GapEntry {
  readonly id: string;
  readonly question: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly team: string;
  readonly channel: string;
  readonly thread?: string;
  readonly offered: readonly string[];
  readonly kind: 'unknown' | 'downvote';
}

export interface GapThread {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** Questions that mean the same. */
export interface GapGroup {
  /** As it was asked most often; of several, the latest. */
  readonly question: string;
  /** Every wording, the most frequent first. */
  readonly wordings: readonly string[];
  /** The entries it stands for, the newest first: what to dismiss, or to mark as answered. */
  readonly ids: readonly string[];
  readonly unknowns: number;
  readonly downvotes: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Threads in which it was asked, each once. */
  readonly threads: readonly GapThread[];
  /** What people were offered or given instead, each once, the most frequent first. */
  readonly offered: readonly string[];
  /** The facts with which the base as it is now answers it; none for what is still open. */
  readonly answeredBy: readonly string[];
}

/** After so many milliseconds, two weeks, a question weighs half. */
const HALF_LIFE = 14 * 24 * 60 * 60 * 1000;

/** Groups the entries as a base reads them. Small talk and junk, which ask nothing of it, are left out. */
export type GroupGaps = (entries: readonly GapEntry[], now: number) => Promise<GapGroup[]>;

/**
 * Reads the base once; what it gives may be kept for as long as the base is in service.
 * @param giveWay waits until other work has had its turn: it is called every few milliseconds.
 */
export async function createGapGrouper(base: Base, giveWay: () => Promise<void>): Promise<GroupGaps> {
  const read = meaningReader(await runInSlices(compileInSteps(base), giveWay));
  return (entries, now) => runInSlices(groupInSteps(entries, now, read), giveWay);
}

/** The same at once, where nobody else waits. */
export function groupGaps(base: Base, entries: readonly GapEntry[], now: number): GapGroup[] {
  return runAtOnce(groupInSteps(entries, now, meaningReader(compileBase(base))));
}

function* groupInSteps(
  entries: readonly GapEntry[],
  now: number,
  read: (text: string) => Meaning | undefined,
): Steps<GapGroup[]> {
  const asked: Asked[] = [];
  const take = (entry: GapEntry): void => {
    const meaning = read(entry.question);
    if (meaning !== undefined) asked.push({ entry, meaning });
  };
  yield* eachInSteps(entries, take);
  return groupAsked(asked)
    .map((group) => ({ group: toGroup(group), weight: weigh(group, now) }))
    .sort((a, b) => b.weight - a.weight || b.group.lastAt - a.group.lastAt)
    .map(({ group }) => group);
}

/** What a question is about, and what kind of thing it asks for; questions with both the same mean the same. */
interface Meaning {
  readonly about: string;
  readonly kinds: string;
  readonly answeredBy: readonly string[];
}

interface Asked {
  readonly entry: GapEntry;
  readonly meaning: Meaning;
}

function meaningReader(compiled: CompiledBase): (text: string) => Meaning | undefined {
  return (text) => {
    const question = readQuestion(text, compiled);
    const { decision } = decide(question, compiled);
    if (decision.kind === 'nothing') return undefined;
    const hard = question.pieces.filter(({ isHard }) => isHard);
    const telling = hard.length > 0 ? hard : question.pieces;
    const terms = telling.map(({ item }) => [...item.terms].sort().join('/'));
    const answered = decision.kind === 'answer' ? decision.chosen : [];
    return {
      about: [...new Set(terms)].sort().join(' '),
      kinds: [...question.asked.kinds].sort().join(' '),
      answeredBy: answered.flatMap(({ answerable }) => answerable.facts.map(({ fact }) => fact.id)),
    };
  };
}

/**
 * A question of keywords names no kind (`pier cost`): it joins the largest group about the same. `Who` and
 * `when` about the same remain two gaps.
 */
function groupAsked(asked: readonly Asked[]): Asked[][] {
  const byAbout = groupBy(asked, ({ meaning }) => meaning.about);
  return byAbout.flatMap((same) => {
    const byKinds = groupBy(same, ({ meaning }) => meaning.kinds);
    const open = byKinds.find(([first]) => first?.meaning.kinds === '') ?? [];
    const definite = byKinds.filter((group) => group !== open).sort((a, b) => b.length - a.length);
    const [largest, ...others] = definite;
    return largest === undefined ? [open] : [[...largest, ...open], ...others];
  });
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

function weigh(group: readonly Asked[], now: number): number {
  return group.reduce((sum, { entry }) => sum + 0.5 ** (Math.max(0, now - entry.at) / HALF_LIFE), 0);
}

function toGroup(group: readonly Asked[]): GapGroup {
  const entries = group.map(({ entry }) => entry).sort((a, b) => b.at - a.at);
  const wordings = byFrequency(entries.map(({ question }) => question.trim()));
  const times = entries.map(({ at }) => at);
  const places = entries.flatMap(({ team, channel, thread }) =>
    thread === undefined ? [] : [{ team, channel, thread }],
  );
  return {
    question: wordings[0] ?? '',
    wordings,
    ids: entries.map(({ id }) => id),
    unknowns: entries.filter(({ kind }) => kind === 'unknown').length,
    downvotes: entries.filter(({ kind }) => kind === 'downvote').length,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    threads: [...new Map(places.map((place) => [JSON.stringify(place), place])).values()],
    offered: byFrequency(entries.flatMap(({ offered }) => offered)),
    answeredBy: group[0]?.meaning.answeredBy ?? [],
  };
}

/** Each text once, the most frequent first; of equally frequent ones, the first. Case makes no difference. */
function byFrequency(texts: readonly string[]): string[] {
  return groupBy(texts, (text) => text.toLowerCase())
    .sort((a, b) => b.length - a.length)
    .map(([first = '']) => first);
}
