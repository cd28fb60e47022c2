/**
 * How well a fact answers a question, with everything needed to say why.
 */
import type { AnswerKind } from '../facts/schema.ts';
import { amountsAgree } from '../search/amounts.ts';
import { type DateParts, datesAgree, isAsPrecise } from '../search/quantities.ts';
import { allTerms, type Item } from '../search/reader.ts';
import { type Answerable, isAllUnknown, isPast, PRECISIONS } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import { doerOf, friendsOf, spokenOf } from './doers.ts';
import { CLASSES } from './entity-classes.ts';
import { hasNothingElse } from './excluded.ts';
import { placedShare } from './placed-dates.ts';
import type { Piece, Question } from './question.ts';
import type { Asked } from './question-kind.ts';
import {
  ASK_SHARE,
  CANDIDATES,
  COVERAGE_SHARE,
  DIGEST_BONUS,
  DIGEST_MALUS,
  IDLE_MALUS,
  KIND_SHARE,
  PLACING_BONUS,
  TENSE_BONUS,
  WEAK_MATCH,
  WORDING_SHARE,
} from './weights.ts';

/** A fact held against a question. */
export interface Candidate {
  readonly answerable: Answerable;
  /** 0 to 1, and a little more or less for what a digest, a tense or a thread gains or loses. */
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
  const closestAsk = compiled.findAsk(question);
  const { excluded, asked } = question;
  return compiled.index
    .search(parts, CANDIDATES)
    .flatMap(({ document }) => compiled.answerables[document] ?? [])
    .filter((answerable) => !(excluded && hasNothingElse(answerable, excluded, asked.kinds)))
    .map((answerable) => scoreCandidate(question, answerable, compiled, closestAsk))
    .sort((a, b) => b.score - a.score);
}

/** Holds one fact against a question; whoever does so with many facts prepares the question once. */
export function scoreCandidate(
  question: Question,
  answerable: Answerable,
  compiled: CompiledBase,
  closestAsk = compiled.findAsk(question),
): Candidate {
  const { kinds, asks, coverage, quantities } = compiled.ingredients;
  const matches = question.pieces.map((piece) => ({
    piece,
    share:
      placedShare(piece.item, question, answerable) ?? explainedShare(piece.item, answerable, question.asked),
  }));
  const misplaced = misplacedNames(question, answerable, compiled);
  const explained = matches
    .filter(({ piece, share }) => share > 0 && !misplaced.includes(piece.item))
    .map(({ piece }) => piece);
  const missing = missingPieces(question, explained);
  const unsettled = kinds ? question.asked.kinds.filter((kind) => !settles(answerable, kind, question)) : [];
  const ask = asks ? closestAsk(answerable) : undefined;
  const covered = sum(matches.map(({ piece, share }) => piece.weight * share));
  return {
    answerable,
    score:
      ASK_SHARE * (ask?.similarity ?? 0) +
      WORDING_SHARE * (ask?.wording ?? 0) +
      (asks ? COVERAGE_SHARE : COVERAGE_SHARE + ASK_SHARE) * shareOf(covered, question.pieces) +
      KIND_SHARE * (1 - unsettled.length / Math.max(1, question.asked.kinds.length)) +
      digestBonus(question, answerable) -
      IDLE_MALUS * idleShare(question, answerable, explained) +
      tenseBonus(question, answerable),
    explained,
    unexplained: coverage ? missing.filter(({ item }) => item.quantity === undefined) : [],
    conflicts: quantities ? missing.filter(({ item }) => item.quantity !== undefined) : [],
    unsettled,
    ...(ask !== undefined && { closestAsk: ask.text }),
  };
}

/**
 * The one that the question has do a thing, where the fact speaks of others as doing it; and those whom it has
 * somebody side with, where the fact has somebody against them.
 */
function misplacedNames({ reading }: Question, answerable: Answerable, { entities }: CompiledBase): Item[] {
  const { doers, foes } = answerable;
  if (isAllUnknown(answerable) || doers.size + foes.size === 0) return [];
  const spoken = spokenOf(reading);
  const isIn = (item: Item, terms: ReadonlySet<string>): boolean =>
    allTerms(item).some((term) => terms.has(term));
  const doer = doers.size === 0 ? undefined : doerOf(spoken);
  const friends = foes.size === 0 ? [] : friendsOf(spoken);
  return [
    // What an agreement does is said of those whom it binds.
    ...(doer !== undefined && canAct(doer, entities) && !isIn(doer, doers) ? [doer] : []),
    ...friends.filter((friend) => isIn(friend, foes)),
  ];
}

const canAct = ({ terms }: Item, entities: CompiledBase['entities']): boolean =>
  terms.some((term) => {
    const kind = entities.get(term.slice(2))?.kind;
    return kind === undefined || (CLASSES[kind] !== 'deed' && CLASSES[kind] !== 'place');
  });

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

/**
 * `When will they leave` asks for what is expected, `when did they leave` for what has happened; and neither `is the
 * harbour closed` nor `how many remain` asks of years ago.
 */
function tenseBonus(question: Question, answerable: Answerable): number {
  const { asked } = question;
  const { facts } = answerable;
  if (isAllUnknown(answerable)) return 0;
  if (asksOfToday(question) && facts.every(({ fact }) => isPast(fact))) return -TENSE_BONUS;
  if (asked.tense === undefined || !asked.kinds.includes('when')) return 0;
  const isAhead = facts.some(({ fact }) => fact.status === 'expected');
  return isAhead === (asked.tense === 'future') ? TENSE_BONUS : -TENSE_BONUS;
}

function asksOfToday({ asked, pieces, reading: { tokens, items } }: Question): boolean {
  if (asked.isYesNo) return PRESENT.has(tokens[0]?.text ?? '') && items.every(({ at }) => at > 0);
  const isDated = pieces.some(({ item }) => item.quantity?.kind === 'date');
  return (
    asked.kinds.includes('how-many') &&
    !isDated &&
    tokens.some(({ text }) => REMAINING.has(text)) &&
    !tokens.some(({ text }) => OF_THEN.has(text))
  );
}

const PRESENT = new Set(['is', 'are', 'isnt', 'arent']);
const REMAINING = new Set(['remain', 'remains', 'stay', 'stays']);
const OF_THEN = new Set(['did', 'was', 'were', 'had', 'after', 'then', 'back', 'before']);

function digestBonus({ asked }: Question, { digest }: Answerable): number {
  if (digest === undefined) return 0;
  if (asked.isSeveral) return DIGEST_BONUS;
  return asked.isPerhapsSeveral ? PLACING_BONUS : -DIGEST_MALUS;
}

/** Of the facts of a digest, those that have nothing of what was asked: `the ban or the cracks?` wants no third event. */
function idleShare({ asked }: Question, { saidByEach }: Answerable, explained: readonly Piece[]): number {
  const named = explained.filter(({ isHard, item }) => isHard && item.quantity === undefined);
  const isRace = asked.isSeveral && asked.isPerhapsSeveral;
  if (!isRace || saidByEach.length < 3 || named.length < 2) return 0;
  const isIdle = (said: ReadonlySet<string>): boolean =>
    !named.some(({ item }) => allTerms(item).some((term) => said.has(term)));
  return saidByEach.filter(isIdle).length / saidByEach.length;
}

/** Kinds that any fact settles as far as it covers the words. */
const OPEN_KINDS: ReadonlySet<AnswerKind> = new Set(['what', 'which', 'how']);

function settles(answerable: Answerable, kind: AnswerKind, question: Question): boolean {
  const { asked, focus } = question;
  if (OPEN_KINDS.has(kind)) return true;
  if (asked.isBetween && !isAllUnknown(answerable))
    return isStretch(answerable) || hasBothEnds(answerable, question);
  const counted = answerable.settles.get(kind);
  if (counted === undefined) return false;
  if (kind === 'when' && !isAllUnknown(answerable)) return isPreciseEnough(answerable, asked);
  if (kind === 'how-long' && !isAllUnknown(answerable)) return isLongEnough(answerable, asked);
  if (kind !== 'how-many' || focus.length === 0 || counted.size === 0) return true;
  return focus.some((item) => allTerms(item).some((term) => counted.has(term)));
}

/** Says from when to when: how long something took by itself is another matter. */
function isStretch({ facts, digest }: Answerable): boolean {
  return digest === undefined && facts.every(({ fact: { when } }) => typeof when === 'object');
}

/** Two dated facts, of which each has something of the question that the other lacks. */
function hasBothEnds({ isDated, saidByEach }: Answerable, { pieces }: Question): boolean {
  const [one, other, ...more] = saidByEach;
  if (!isDated || one === undefined || other === undefined || more.length > 0) return false;
  const terms = pieces.flatMap(({ isHard, item }) => (isHard ? [allTerms(item)] : []));
  const hasOwn = (its: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
    terms.some((some) => some.some((term) => its.has(term)) && !some.some((term) => others.has(term)));
  return hasOwn(one, other) && hasOwn(other, one);
}

function isPreciseEnough({ precision, hasYear }: Answerable, asked: Asked): boolean {
  if (asked.precision === undefined) return true;
  // What gives a length of time, and no date, may still say the year by it.
  if (asked.precision === 'year') return hasYear || precision === undefined;
  return precision !== undefined && PRECISIONS.indexOf(precision) >= PRECISIONS.indexOf(asked.precision);
}

/** `how many years` is not answered by what gives two weeks. */
function isLongEnough({ numbers }: Answerable, { unitDays }: Asked): boolean {
  return (
    unitDays === undefined ||
    numbers.some(({ value, days }) => days !== undefined && value * days >= unitDays)
  );
}

/** A name that was typed, and that only yes/no questions about the fact have. */
function isOnlyDoubted({ at, isName, terms }: Item, { doubted, strong }: Answerable): boolean {
  const known = terms.filter((term) => strong.has(term));
  return at >= 0 && isName && known.length > 0 && known.every((term) => doubted.has(term));
}

function explainedShare(item: Item, answerable: Answerable, { isYesNo }: Asked): number {
  const { strong, weak, numbers, dates } = answerable;
  const { quantity } = item;
  if (!isYesNo && isOnlyDoubted(item, answerable)) return 0;
  if (quantity?.kind === 'number') return numbers.some((known) => amountsAgree(quantity, known)) ? 1 : 0;
  if (quantity?.kind === 'date') return isSupported(quantity.date, dates) ? 1 : 0;
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
