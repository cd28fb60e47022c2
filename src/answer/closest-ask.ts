/**
 * Finds, among the ways of asking for something, the one nearest to a question.
 *
 * A question is held against a thousand of them and more, so the little that decides about most of them comes
 * first: which of them share a piece with the question is kept as the bits of one number for each term, and
 * one that would not be the nearest even if it said nothing else is looked at no further.
 */
import { amountsAgree } from '../search/amounts.ts';
import { datesAgree, isAsPrecise } from '../search/quantities.ts';
import { allTerms, type Item } from '../search/reader.ts';
import { type Answerable, type AskProfile, isAllUnknown } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import type { Piece, Question } from './question.ts';
import {
  ASK_ONLY,
  KINDLESS_UNKNOWN,
  OTHER_KIND,
  OTHER_SIDE,
  QUANTITY_WEIGHT,
  QUESTION_ONLY,
  SOFT_WEIGHT,
} from './weights.ts';

export interface AskMatch {
  readonly text: string;
  /** By meaning, 0 to 1. */
  readonly similarity: number;
  /** By the very words, 0 to 1. */
  readonly wording: number;
}

/** The nearest way of asking for what may answer; undefined where there is none. */
export type ClosestAsk = (answerable: Answerable) => AskMatch | undefined;

type Known = Pick<CompiledBase, 'index' | 'scope'>;

/** Prepares each fact's ways of asking when they are first needed, and each question once for all facts. */
export function createAskFinder(known: Known): (question: Question) => ClosestAsk {
  const prepared = new Map<Answerable, readonly AskGroup[]>();
  const prepare = (answerable: Answerable): readonly AskGroup[] => {
    const groups = prepared.get(answerable) ?? groupAsks(answerable, known);
    prepared.set(answerable, groups);
    return groups;
  };
  return (question) => {
    const asked: Asked = {
      question,
      terms: new Set(question.pieces.flatMap(({ item }) => allTerms(item))),
      words: new Set(question.reading.tokens.map((token) => token.text)),
    };
    return (answerable) => closest(asked, prepare(answerable), isAllUnknown(answerable));
  };
}

interface Asked {
  readonly question: Question;
  readonly terms: ReadonlySet<string>;
  /** All its words, those of grammar too. */
  readonly words: ReadonlySet<string>;
}

/** As many ways of asking as a number has bits: bit n of a mask stands for the n-th of them. */
interface AskGroup {
  readonly asks: readonly WeighedAsk[];
  /** Which of them have the term. */
  readonly masks: ReadonlyMap<string, number>;
}

interface WeighedAsk {
  readonly ask: AskProfile;
  /** Of each of its items. */
  readonly weights: readonly number[];
}

const BITS = 32;

function groupAsks({ asks }: Answerable, known: Known): AskGroup[] {
  const weighed = asks.map((ask) => ({ ask, weights: ask.items.map((item) => itemWeight(item, known)) }));
  return Array.from({ length: Math.ceil(asks.length / BITS) }, (_, index) =>
    groupOf(weighed.slice(index * BITS, (index + 1) * BITS)),
  );
}

function groupOf(asks: readonly WeighedAsk[]): AskGroup {
  const masks = new Map<string, number>();
  for (const [at, { ask }] of asks.entries()) {
    for (const term of ask.terms) masks.set(term, (masks.get(term) ?? 0) | (1 << at));
  }
  return { asks, masks };
}

function itemWeight(item: Item, { index, scope }: Known): number {
  if (item.quantity !== undefined) return QUANTITY_WEIGHT;
  if (item.terms.some((term) => scope.has(term))) return 0;
  const weight = Math.min(...item.terms.map((term) => index.idf(term))) / index.idf('');
  return item.kind === 'soft' ? weight * SOFT_WEIGHT : weight;
}

/** By meaning first, then by the very words, then in the editor's order. */
function closest(asked: Asked, groups: readonly AskGroup[], isUnknown: boolean): AskMatch | undefined {
  let best: AskMatch | undefined;
  for (const group of groups) best = closestOf(asked, group, isUnknown, best);
  return best;
}

/** The nearest of a group, or the one given where that is nearer. */
function closestOf(
  asked: Asked,
  group: AskGroup,
  isUnknown: boolean,
  given: AskMatch | undefined,
): AskMatch | undefined {
  const { shared, whole } = sharedWith(asked.question, group, isUnknown);
  // The likeness of each if it said nothing that the question does not: it cannot be nearer than that.
  const most = (at: number): number => ratio(shared[at], whole[at]);
  const exact = (at: number): number => likeness(asked, group.asks[at], shared[at], whole[at]);
  let foremost = 0;
  for (let at = 1; at < shared.length; at += 1) if (most(at) > most(foremost)) foremost = at;
  const least = exact(foremost);
  let best = given;
  for (const [at, { ask }] of group.asks.entries()) {
    const bound = Math.max(least, best?.similarity ?? 0);
    if (most(at) < bound) continue;
    const similarity = at === foremost ? least : exact(at);
    if (similarity < bound) continue;
    const wording = diceOverlap(asked.words, ask.words);
    if (best === undefined || similarity > best.similarity || wording > best.wording) {
      best = { text: ask.text, similarity, wording };
    }
  }
  return best;
}

const ratio = (part = 0, whole = 0): number => (part === 0 ? 0 : part / whole);

/**
 * For each way of asking: the weight of the pieces that it shares with the question, with the fit of the kinds
 * in it, and the weight of all the question's pieces as far as they count.
 */
function sharedWith(question: Question, { asks, masks }: AskGroup, isUnknown: boolean) {
  const { pieces, asked } = question;
  const holders = pieces.map((piece) => maskOf(piece, asks, masks));
  const shared: number[] = [];
  const whole: number[] = [];
  for (const [at, { ask }] of asks.entries()) {
    let both = 0;
    let questionOnly = 0;
    for (const [index, { weight }] of pieces.entries()) {
      if (((holders[index] ?? 0) >>> at) & 1) both += weight;
      else questionOnly += weight;
    }
    const likeness = both === 0 ? 0 : kindLikeness(asked, ask, isUnknown) * sideLikeness(question, ask);
    shared.push(likeness * both);
    whole.push(both + QUESTION_ONLY * questionOnly);
  }
  return { shared, whole };
}

/** Which ways of asking have all of a piece, as a whole or word by word. */
function maskOf({ item }: Piece, asks: readonly WeighedAsk[], masks: ReadonlyMap<string, number>): number {
  if (item.quantity !== undefined) {
    return asks.reduce((mask, { ask }, at) => (hasQuantity(item, ask.items) ? mask | (1 << at) : mask), 0);
  }
  const anyOf = (terms: readonly string[]): number =>
    terms.reduce((mask, term) => mask | (masks.get(term) ?? 0), 0);
  const wordByWord = item.parts.length === 0 ? 0 : item.parts.reduce((mask, part) => mask & anyOf(part), -1);
  return anyOf(item.terms) | wordByWord;
}

/** Tversky's index (1977) on weighted pieces: what both have, against what only one of them has. */
function likeness(
  { question, terms }: Asked,
  weighed: WeighedAsk | undefined,
  shared = 0,
  whole = 0,
): number {
  if (weighed === undefined || shared === 0) return 0;
  let askOnly = 0;
  for (const [at, item] of weighed.ask.items.entries()) {
    if (!isIn(item, terms, question.reading.items)) askOnly += weighed.weights[at] ?? 0;
  }
  return shared / (whole + ASK_ONLY * askOnly);
}

/** Dice's coefficient: twice what both share, over what both have. */
function diceOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/**
 * How well the kinds fit. A question that asks for no kind is not taken for one that asks what is missing:
 * `are they gone from there` is not `on which day did they go`, nor is `when did they go`.
 */
function kindLikeness({ kinds, precision }: Question['asked'], ask: AskProfile, isUnknown: boolean): number {
  if (isUnknown && ask.isPrecise && precision === undefined) return KINDLESS_UNKNOWN;
  if (kinds.length === 0) return ask.kinds.length === 0 || !isUnknown ? 1 : KINDLESS_UNKNOWN;
  return kinds.some((kind) => ask.kinds.includes(kind)) ? 1 : OTHER_KIND;
}

/** How many there were before something is not how many there were after it. */
function sideLikeness({ asked, reading }: Question, { words }: AskProfile): number {
  if (!asked.kinds.includes('how-many') || !words.has('after') || words.has('before')) return 1;
  const has = (word: string): boolean => reading.tokens.some(({ text }) => text === word);
  return has('before') && !has('after') ? OTHER_SIDE : 1;
}

function isIn(item: Item, terms: ReadonlySet<string>, others: readonly Item[]): boolean {
  if (item.quantity !== undefined) return hasQuantity(item, others);
  if (item.terms.some((term) => terms.has(term))) return true;
  return item.parts.length > 0 && item.parts.every((part) => part.some((term) => terms.has(term)));
}

function hasQuantity(item: Item, others: readonly Item[]): boolean {
  return others.some((other) => isSameQuantity(item, other));
}

function isSameQuantity({ quantity: a }: Item, { quantity: b }: Item): boolean {
  if (a?.kind === 'number' && b?.kind === 'number') return amountsAgree(a, b);
  // `in 2014` and `January 29` do not disagree, but have nothing in common either.
  return (
    a?.kind === 'date' && b?.kind === 'date' && datesAgree(a.date, b.date) && isAsPrecise(b.date, a.date)
  );
}
