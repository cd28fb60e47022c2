/**
 * How well a fact answers a question, with everything needed to say why.
 */
import type { AnswerKind } from '../facts/schema.ts';
import { type DateParts, datesAgree, isAsPrecise } from '../search/quantities.ts';
import { allTerms, type Item } from '../search/reader.ts';
import { type Answerable, type AskProfile, type CompiledBase, isAllUnknown } from './compile.ts';
import type { Piece, Question } from './question.ts';
import type { Asked } from './question-kind.ts';
import {
  ASK_ONLY,
  ASK_SHARE,
  CANDIDATES,
  COVERAGE_SHARE,
  DIGEST_BONUS,
  DIGEST_MALUS,
  KIND_SHARE,
  KINDLESS_UNKNOWN,
  OTHER_KIND,
  QUANTITY_WEIGHT,
  QUESTION_ONLY,
  SOFT_WEIGHT,
  TENSE_BONUS,
  WEAK_MATCH,
  WORDING_SHARE,
} from './weights.ts';

/** A fact held against a question. */
export interface Candidate {
  readonly answerable: Answerable;
  /** 0 to 1. */
  readonly score: number;
  readonly explained: readonly Piece[];
  /** Hard pieces that nothing in the fact explains. */
  readonly unexplained: readonly Piece[];
  /** Numbers and dates of the question with which the fact disagrees. */
  readonly conflicts: readonly Piece[];
  /** Kinds that were asked for and that the fact does not settle. */
  readonly unsettled: readonly AnswerKind[];
  readonly closestAsk?: string;
}

/** The facts nearest to the question, best first. */
export function rankCandidates(question: Question, compiled: CompiledBase): Candidate[] {
  const parts = question.pieces.map(({ item, weight }) => ({
    terms: allTerms(item),
    weight,
  }));
  return compiled.index
    .search(parts, CANDIDATES)
    .flatMap(({ document }) => compiled.answerables[document] ?? [])
    .map((answerable) => scoreCandidate(question, answerable, compiled))
    .sort((a, b) => b.score - a.score);
}

/** Holds one fact against a question. */
export function scoreCandidate(
  question: Question,
  answerable: Answerable,
  compiled: CompiledBase,
): Candidate {
  const { kinds, asks, coverage, quantities } = compiled.ingredients;
  const matches = question.pieces.map((piece) => ({ piece, share: explainedShare(piece.item, answerable) }));
  const explained = matches.filter(({ share }) => share > 0).map(({ piece }) => piece);
  const missing = missingPieces(question, explained);
  const unsettled = kinds ? question.asked.kinds.filter((kind) => !settles(answerable, kind, question)) : [];
  const ask = asks ? closestAsk(question, answerable, compiled) : undefined;
  const covered = sum(matches.map(({ piece, share }) => piece.weight * share));
  return {
    answerable,
    score:
      ASK_SHARE * (ask?.similarity ?? 0) +
      WORDING_SHARE * (ask?.wording ?? 0) +
      (asks ? COVERAGE_SHARE : COVERAGE_SHARE + ASK_SHARE) * shareOf(covered, question.pieces) +
      KIND_SHARE * (1 - unsettled.length / Math.max(1, question.asked.kinds.length)) +
      digestBonus(question, answerable) +
      tenseBonus(question, answerable),
    explained,
    unexplained: coverage ? missing.filter(({ item }) => item.quantity === undefined) : [],
    conflicts: quantities ? missing.filter(({ item }) => item.quantity !== undefined) : [],
    unsettled,
    ...(ask !== undefined && { closestAsk: ask.text }),
  };
}

function shareOf(covered: number, pieces: readonly Piece[]): number {
  const total = sum(pieces.map(({ weight }) => weight));
  return total === 0 ? 0 : covered / total;
}

/** What must be explained and is not. Of `large or limited`, explaining the one is enough. */
function missingPieces({ pieces, alternatives }: Question, explained: readonly Piece[]): Piece[] {
  const missing = pieces.filter((piece) => piece.isHard && !explained.includes(piece));
  if (!explained.some((piece) => alternatives.has(piece))) return missing;
  return missing.filter((piece) => !alternatives.has(piece));
}

/** `When will they leave` asks for what is expected, `when did they leave` for what has happened. */
function tenseBonus({ asked }: Question, { facts }: Answerable): number {
  if (asked.tense === undefined || !asked.kinds.includes('when')) return 0;
  const isAhead = facts.some(({ fact }) => fact.status === 'expected');
  return isAhead === (asked.tense === 'future') ? TENSE_BONUS : -TENSE_BONUS;
}

function digestBonus({ asked }: Question, { digest }: Answerable): number {
  if (digest === undefined) return 0;
  return asked.isSeveral ? DIGEST_BONUS : -DIGEST_MALUS;
}

/** Kinds that any fact settles as far as it covers the words. */
const OPEN_KINDS: ReadonlySet<AnswerKind> = new Set(['what', 'which', 'how']);

function settles(answerable: Answerable, kind: AnswerKind, { asked, focus }: Question): boolean {
  if (OPEN_KINDS.has(kind)) return true;
  const counted = answerable.settles.get(kind);
  if (counted === undefined) return false;
  if (kind === 'when' && !isAllUnknown(answerable)) return isPreciseEnough(answerable, asked);
  if (kind !== 'how-many' || focus.length === 0 || counted.size === 0) return true;
  return focus.some((item) => allTerms(item).some((term) => counted.has(term)));
}

function isPreciseEnough({ precision }: Answerable, asked: Asked): boolean {
  if (asked.precision === undefined) return true;
  return precision === 'day' || (asked.precision === 'month' && precision === 'month');
}

function explainedShare(item: Item, { strong, weak, numbers, dates }: Answerable): number {
  if (item.quantity?.kind === 'number') return numbers.has(item.quantity.value) ? 1 : 0;
  if (item.quantity?.kind === 'date') return isSupported(item.quantity.date, dates) ? 1 : 0;
  if (item.terms.some((term) => strong.has(term))) return 1;
  if (everyPart(item, (term) => strong.has(term))) return 1;
  if (item.terms.some((term) => weak.has(term))) return WEAK_MATCH;
  return everyPart(item, (term) => strong.has(term) || weak.has(term)) ? WEAK_MATCH : 0;
}

/** Whether each word of a phrase is explained by itself. */
function everyPart({ parts }: Item, isExplained: (term: string) => boolean): boolean {
  return parts.length > 0 && parts.every((terms) => terms.some(isExplained));
}

function isSupported(asked: DateParts, dates: readonly DateParts[]): boolean {
  return dates.some((known) => datesAgree(asked, known) && isAsPrecise(known, asked));
}

interface AskMatch {
  readonly text: string;
  /** By meaning, 0 to 1. */
  readonly similarity: number;
  /** By the very words, 0 to 1. */
  readonly wording: number;
}

function closestAsk(
  question: Question,
  answerable: Answerable,
  compiled: CompiledBase,
): AskMatch | undefined {
  const asked = new Set(question.pieces.flatMap(({ item }) => allTerms(item)));
  const words = new Set(question.reading.tokens.map((token) => token.text));
  const isUnknown = isAllUnknown(answerable);
  let best: AskMatch | undefined;
  for (const ask of answerable.asks) {
    const similarity = askSimilarity(question, asked, ask, isUnknown, compiled);
    if (best !== undefined && similarity < best.similarity) continue;
    const wording = diceOverlap(words, ask.words);
    if (best === undefined || similarity > best.similarity || wording > best.wording) {
      best = { text: ask.text, similarity, wording };
    }
  }
  return best;
}

/** Dice's coefficient: twice what both share, over what both have. */
function diceOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Tversky's index (1977) on weighted pieces: what both have, against what only one of them has. */
function askSimilarity(
  question: Question,
  asked: ReadonlySet<string>,
  ask: AskProfile,
  isUnknown: boolean,
  compiled: CompiledBase,
): number {
  let both = 0;
  let questionOnly = 0;
  for (const { item, weight } of question.pieces) {
    if (isIn(item, ask.terms, ask.items)) both += weight;
    else questionOnly += weight;
  }
  let askOnly = 0;
  for (const item of ask.items) {
    if (!isIn(item, asked, question.reading.items)) askOnly += itemWeight(item, compiled);
  }
  const kinds = kindLikeness(question.asked, ask, isUnknown);
  const whole = both + QUESTION_ONLY * questionOnly + ASK_ONLY * askOnly;
  return whole === 0 ? 0 : (kinds * both) / whole;
}

/**
 * How well the kinds fit. A question that asks for no kind is not taken for one that asks what is missing:
 * `are they gone from there` is not `on which day did they go`, nor is `when did they go`.
 */
function kindLikeness({ kinds, precision }: Asked, ask: AskProfile, isUnknown: boolean): number {
  if (isUnknown && ask.isPrecise && precision === undefined) return KINDLESS_UNKNOWN;
  if (kinds.length === 0) return ask.kinds.length === 0 || !isUnknown ? 1 : KINDLESS_UNKNOWN;
  return kinds.some((kind) => ask.kinds.includes(kind)) ? 1 : OTHER_KIND;
}

function isIn(item: Item, terms: ReadonlySet<string>, others: readonly Item[]): boolean {
  if (item.quantity !== undefined) return others.some((other) => isSameQuantity(item, other));
  return item.terms.some((term) => terms.has(term)) || everyPart(item, (term) => terms.has(term));
}

function isSameQuantity({ quantity: a }: Item, { quantity: b }: Item): boolean {
  if (a?.kind === 'number' && b?.kind === 'number') return a.value === b.value;
  // `in 2014` and `January 29` do not disagree, but have nothing in common either.
  return (
    a?.kind === 'date' && b?.kind === 'date' && datesAgree(a.date, b.date) && isAsPrecise(b.date, a.date)
  );
}

function itemWeight(item: Item, { index, scope }: CompiledBase): number {
  if (item.quantity !== undefined) return QUANTITY_WEIGHT;
  if (item.terms.some((term) => scope.has(term))) return 0;
  const weight = Math.min(...item.terms.map((term) => index.idf(term))) / index.idf('');
  return item.kind === 'soft' ? weight * SOFT_WEIGHT : weight;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
