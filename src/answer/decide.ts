/**
 * The decision: answer, offer a choice, or say that the report does not hold it.
 *
 * A fact answers only if it explains every word that matters, agrees with every number and date, and settles
 * the kind of question asked. How well the words fit decides between facts that do; it never makes up for
 * a word that none of them explains.
 */

import type { AnswerKind } from '../facts/schema.ts';
import { BELIEVED } from '../search/english/words.ts';
import { allTerms, type Item } from '../search/reader.ts';
import { isAllUnknown, isPast } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import { saidInstead } from './correct.ts';
import { hasSubstance, isAboutBot, type Piece, type Question } from './question.ts';
import { type Candidate, rankCandidates, scoreCandidate } from './score.ts';
import { tiedWith } from './ties.ts';
import {
  CHOICE_CEILING,
  CHOICE_MARGIN,
  CORRECTION_MARGIN,
  CORRECTION_REACH,
  GIVEN_MALUS,
  LOOSE_MIN_EXPLAINED,
  LOOSE_MIN_SCORE,
  LOOSE_SHARE,
  MIN_DIGEST_SCORE,
  MIN_EXCLUDING_SCORE,
  MIN_SCORE,
  REPEAT_MALUS,
  STRAY_MIN_SCORE,
  THREAD_DIGEST_MALUS,
  TIE_MARGIN,
  UNKNOWN_MARGIN,
} from './weights.ts';

export type Decision =
  | {
      readonly kind: 'answer';
      readonly chosen: readonly Candidate[];
      readonly setRight?: SetRight;
      /** The two chosen fit equally and answer differently. */
      readonly isTie?: true;
    }
  | { readonly kind: 'choices'; readonly chosen: readonly Candidate[] }
  /** A curated fact says that the report does not hold it. */
  | { readonly kind: 'stated-unknown'; readonly chosen: Candidate }
  /** Everything fits but the kind of question: the report says what, but not when. */
  | { readonly kind: 'unsettled'; readonly nearest: Candidate; readonly kinds: readonly AnswerKind[] }
  /** Words that nothing explains, or that no single fact explains together. */
  | { readonly kind: 'unmentioned'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'chat' | 'junk' };

/** What the question took for granted, and what the report says instead. */
export interface SetRight {
  readonly asked: string;
  readonly said: string;
}

/** A decision with the candidates it was made from, best first. */
export interface Decided {
  readonly decision: Decision;
  readonly candidates: readonly Candidate[];
}

/** How well what was decided on fits; 0 where nothing was. */
export function scoreOf({ decision }: Decided): number {
  if (decision.kind === 'stated-unknown') return decision.chosen.score;
  return decision.kind === 'answer' || decision.kind === 'choices' ? (decision.chosen[0]?.score ?? 0) : 0;
}

/** In a thread: facts that were given already, and which facts the thread's subject allows. */
export interface ThreadLimits {
  /** Just now, where nothing asks for them again. */
  readonly avoid: ReadonlySet<string>;
  /** Just now, whether or not they are asked for again. */
  readonly latest: ReadonlySet<string>;
  /** Before that. */
  readonly given: ReadonlySet<string>;
  /** What a candidate gains for being near to the thread's subject. */
  readonly gain: (candidate: Candidate) => number;
  readonly accepts: (candidate: Candidate) => boolean;
}

/** Decides how to answer a question: by one fact or one digest, or by two facts. */
export function decide(question: Question, compiled: CompiledBase, limits?: ThreadLimits): Decided {
  const verbatim = limits === undefined ? askedVerbatim(question, compiled) : undefined;
  if (verbatim !== undefined) return verbatim;
  if (!hasSubstance(question, compiled) || isMarkup(question) || isAboutBot(question)) {
    return { decision: { kind: 'nothing', reason: emptiness(question) }, candidates: [] };
  }
  const ranked = rankCandidates(question, compiled);
  const candidates = limits === undefined ? ranked : holdBack(ranked, limits);
  const decision = choose(question, candidates, compiled);
  return { decision: limits === undefined ? decision : withoutHeard(decision, limits), candidates };
}

/** Where two facts fit a follow-up equally, the one that was not given just now. */
function withoutHeard(decision: Decision, { latest }: ThreadLimits): Decision {
  if (decision.kind !== 'choices') return decision;
  const fresh = decision.chosen.filter(({ answerable }) =>
    answerable.facts.some(({ fact }) => !latest.has(fact.id)),
  );
  return fresh.length === 1 ? { kind: 'answer', chosen: fresh } : decision;
}

/** A question in the very words of a way of asking is answered by what an editor wrote that way of asking for. */
function askedVerbatim(question: Question, compiled: CompiledBase): Decided | undefined {
  const answerable = compiled.asked(question.reading.tokens.map(({ text }) => text));
  if (answerable === undefined || isMarkup(question)) return undefined;
  const ranked = rankCandidates(question, compiled);
  const chosen =
    ranked.find((candidate) => candidate.answerable === answerable) ??
    scoreCandidate(question, answerable, compiled);
  const others = ranked.filter((candidate) => candidate !== chosen);
  return { decision: answerOrChoices(chosen, [chosen], question), candidates: [chosen, ...others] };
}

function holdBack(
  candidates: readonly Candidate[],
  { avoid, given, gain, accepts }: ThreadLimits,
): Candidate[] {
  const lean = (candidate: Candidate): number => {
    const { facts } = candidate.answerable;
    if (facts.every(({ fact }) => avoid.has(fact.id))) return -REPEAT_MALUS;
    const isHeard = facts.every(({ fact }) => given.has(fact.id));
    return gain(candidate) - (isHeard ? GIVEN_MALUS : 0) - (facts.length > 1 ? THREAD_DIGEST_MALUS : 0);
  };
  return candidates
    .filter(accepts)
    .map((candidate) => ({ ...candidate, score: candidate.score + lean(candidate) }))
    .sort((a, b) => b.score - a.score);
}

function choose(question: Question, candidates: readonly Candidate[], compiled: CompiledBase): Decision {
  const complete = candidates.filter(({ unexplained }) => unexplained.length === 0);
  const agreeing = complete.filter(({ conflicts }) => conflicts.length === 0);
  const fitting = agreeing.filter(
    (candidate) => candidate.unsettled.length === 0 && candidate.score >= leastScore(candidate, question),
  );
  const best = preferSaid(fitting, question);
  if (best !== undefined) return answerOrChoices(best, fitting, question);

  const { looseWords } = compiled.ingredients;
  const loosely = looseWords
    ? candidates.find((candidate) => fitsLoosely(candidate, question, compiled))
    : undefined;
  if (loosely !== undefined) return answerOrChoices(loosely, [loosely], question);

  const composed =
    question.asked.isSeveral || question.asked.isPerhapsSeveral ? compose(candidates, question) : undefined;
  if (composed !== undefined) return { kind: 'answer', chosen: composed };

  const corrected = setRight(question, complete, compiled);
  if (corrected !== undefined) return corrected;
  const nearest = agreeing[0];
  if (nearest !== undefined && nearest.unsettled.length > 0) {
    return { kind: 'unsettled', nearest, kinds: nearest.unsettled };
  }
  return { kind: 'unmentioned', pieces: unmentioned(question, candidates, compiled) };
}

/**
 * A digest has the dates of all its facts, so that `did the bridge open in 1990` could be explained by the year of
 * another event: where nothing is held against anything, it settles no date.
 */
function leastScore({ answerable }: Candidate, { asked, excluded, pieces }: Question): number {
  if (answerable.digest === undefined) return excluded === undefined ? MIN_SCORE : MIN_EXCLUDING_SCORE;
  const isPlain = asked.isYesNo && !asked.isSeveral && !asked.isPerhapsSeveral;
  const isDated = pieces.some(({ item }) => item.quantity?.kind === 'date');
  return isPlain && isDated ? Number.POSITIVE_INFINITY : MIN_DIGEST_SCORE;
}

/**
 * The best fact; one that says something goes before one that says nothing by a hair more. Whether something is still
 * so is not said by a fact of how it was.
 */
function preferSaid(fitting: readonly Candidate[], { asked, reading }: Question): Candidate | undefined {
  const [best] = fitting;
  if (best === undefined || !isUnknown(best)) return best;
  const said = fitting.find((candidate) => !isUnknown(candidate));
  const doubtsNow = asked.isYesNo && reading.tokens.some(({ text }) => text === 'still');
  const margin = doubtsNow ? 0 : UNKNOWN_MARGIN;
  return said !== undefined && best.score - said.score < margin ? said : best;
}

/** All is explained but an everyday word or two that the base has nowhere: `what portion`, `envisaged`. */
function fitsLoosely(candidate: Candidate, question: Question, { knows }: CompiledBase): boolean {
  const { pieces } = question;
  const { unexplained, conflicts, unsettled, score } = candidate;
  if (unexplained.length === 0 || conflicts.length > 0 || unsettled.length > 0) return false;
  if (score < LOOSE_MIN_SCORE) return false;
  const firm = unexplained.filter(({ isLoose }) => !isLoose);
  if (firm.length > 1 || (firm.length === 1 && score < STRAY_MIN_SCORE)) return false;
  if (!firm.every(({ item }) => isStray(item, knows) && !isDeed(item, question))) return false;
  // One word in common is a chance; what is overlooked must be overlooked in something that is understood.
  // What a pronoun stands for was not typed, and shows no understanding.
  const understood = candidate.explained.filter(({ isHard, item }) => isHard && item.at >= 0);
  if (understood.length < LOOSE_MIN_EXPLAINED) return false;
  const weigh = (some: readonly Piece[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  return weigh(unexplained) <= LOOSE_SHARE * weigh(pieces);
}

/** A word in another of its senses, such as `strike` in `strike a deal` where the base speaks of air strikes. */
function isStray({ kind, isName, terms }: Item, knows: CompiledBase['knows']): boolean {
  return kind === 'concept' && !isName && terms.some(knows);
}

/** What `who led them when they lost` asks about is the leading. */
function isDeed({ at }: Item, { reading }: Question): boolean {
  return reading.tokens[at - 1]?.text === 'who';
}

function answerOrChoices(best: Candidate, fitting: readonly Candidate[], question: Question): Decision {
  if (isUnknown(best)) return { kind: 'stated-unknown', chosen: best };
  const equal = fitting.filter(
    (candidate) => !isUnknown(candidate) && best.score - candidate.score < CHOICE_MARGIN,
  );
  if (equal.length > 1 && best.score < CHOICE_CEILING) return { kind: 'choices', chosen: equal.slice(0, 3) };
  const tied = tiedWith(best, fitting, question);
  if (tied === undefined) return { kind: 'answer', chosen: [best] };
  // Which of two was first is told by neither of them.
  const lacking = question.asked.isPerhapsSeveral
    ? fitting.find((candidate) => isUnknown(candidate) && best.score - candidate.score < TIE_MARGIN)
    : undefined;
  return lacking === undefined
    ? { kind: 'answer', chosen: [best, tied], isTie: true }
    : { kind: 'stated-unknown', chosen: lacking };
}

/** Whether the fact says that the report does not hold something. */
function isUnknown({ answerable }: Candidate): boolean {
  return isAllUnknown(answerable);
}

/**
 * Two facts that explain together what neither explains alone, for comparisons and questions in two parts.
 * The better one leads; the second is the best of those that explain all that the first leaves.
 */
function compose(
  candidates: readonly Candidate[],
  { asked, pieces }: Question,
): readonly Candidate[] | undefined {
  // `did it fall before 2020?` asks of its own date, whatever else was before 2020.
  const isDated = pieces.some(({ item }) => item.quantity?.kind === 'date');
  if (asked.isYesNo && !asked.isSeveral && isDated) return undefined;
  // What lies between two things is told by their dates.
  const isSettled = ({ unsettled, answerable }: Candidate): boolean =>
    asked.isBetween === true ? answerable.isDated : unsettled.length === 0;
  const facts = candidates.filter(
    (candidate) => !isUnknown(candidate) && candidate.answerable.digest === undefined && isSettled(candidate),
  );
  for (const first of facts.slice(0, 5)) {
    const left = [...first.unexplained, ...first.conflicts];
    const second = facts.find(
      (other) =>
        other !== first &&
        (asked.isSeveral || hasShared(first, other)) &&
        left.every((piece) => other.explained.includes(piece)) &&
        (asked.isBetween !== true || left.length > 0),
    );
    if (second !== undefined) return [first, second];
  }
  return undefined;
}

/** Whether both have something of what was asked: `gradual or finished` is not told by what else was finished. */
function hasShared(one: Candidate, other: Candidate): boolean {
  return one.explained.some((piece) => piece.isHard && other.explained.includes(piece));
}

/**
 * The fact that fits but for a number or date, where it says another one of the same sort. Where another fact fits
 * as well, or better, the question is not about this one, and there is nothing to set right.
 */
function setRight(
  question: Question,
  complete: readonly Candidate[],
  compiled: CompiledBase,
): Decision | undefined {
  const presumed = presumes(question);
  const isOfNow = PRESENT.test(question.reading.tokens.map(({ text }) => text).join(' '));
  const settled = complete.filter(({ answerable, unsettled, conflicts }) => {
    const isNumber = conflicts.every(({ item }) => item.quantity?.kind === 'number');
    const isOver = isOfNow && isNumber && answerable.facts.some(({ fact }) => isPast(fact));
    const isOpen = answerable.digest === undefined && unsettled.length === 0 && conflicts.length > 0;
    return isOpen && !isOver && (presumed || isNumber);
  });
  const corrections = settled.flatMap((candidate) => {
    const said = saidInstead(candidate, question, compiled);
    return said === undefined ? [] : [{ candidate, said }];
  });
  const [best] = corrections;
  const [conflict] = best?.candidate.conflicts ?? [];
  if (best === undefined || conflict === undefined) return undefined;
  const second = corrections.find(({ said }) => !said.includes(best.said));
  const isAhead = second === undefined || best.candidate.score - second.candidate.score >= CORRECTION_MARGIN;
  // What counts nothing says nothing of the number, and may be a little nearer.
  const margin = conflict.item.quantity?.kind === 'number' ? CORRECTION_REACH : CORRECTION_MARGIN;
  const isNearest = (settled[0]?.score ?? 0) - best.candidate.score < margin;
  if (!isAhead || !isNearest) return undefined;
  return {
    kind: 'answer',
    chosen: [best.candidate],
    setRight: { asked: conflict.item.text, said: best.said },
  };
}

/** `are there 5,000 of them?` asks how many there are, and not how many there were. */
const PRESENT =
  /\b(?:are|is) there\b|\bthere (?:are|is)\b|^(?:are|is|do|does|have|has) |\b(?:now|still|today)\b/;

/**
 * A number is always taken for granted. A date is in a yes/no or why question, and by one who believes it (`I thought
 * it was in May`); `how many in 2022` asks about that year.
 */
function presumes({ asked, reading }: Question): boolean {
  if (asked.isYesNo || reading.tokens.some(({ text }) => BELIEVED.has(text))) return true;
  return asked.kinds.every((kind) => kind === 'why' || kind === 'how');
}

/** What to name in "the report does not mention …": words no fact has, or what the nearest fact leaves over. */
function unmentioned(question: Question, candidates: readonly Candidate[], { knows }: CompiledBase): Piece[] {
  const foreign = question.pieces.filter(
    ({ item, isHard }) => isHard && item.quantity === undefined && !allTerms(item).some(knows),
  );
  if (foreign.length > 0) return foreign;
  return [...(candidates[0]?.unexplained ?? []), ...(candidates[0]?.conflicts ?? [])];
}

/** A broadcast, a mention or a piece of code with nothing asked is no question, whatever words stand in it. */
const MARKUP =
  /(?:<|&lt;)(?:[!@/]|\w+(?:>|&gt;))|\{"|":\s*["[{]|["}\]]\s*[}\]]|;\s*(?:drop|delete|insert|update|select|alter)\s|--\s*$|\b(?:drop|delete|truncate|alter|create)\s+(?:table|from|database|index)\b|\binsert\s+into\b|\bselect\s+\S.{0,60}\sfrom\b/i;

function isMarkup({ text, asked }: Question): boolean {
  return MARKUP.test(text) && asked.kinds.length === 0 && !asked.isYesNo && !text.includes('?');
}

function emptiness(question: Question): 'empty' | 'chat' | 'junk' {
  const { reading, pieces } = question;
  if (reading.tokens.length === 0) return 'empty';
  if (isAboutBot(question)) return 'chat';
  const isWordy = reading.items.some(({ kind }) => kind === 'chat' || kind === 'soft') || pieces.length === 0;
  return isWordy ? 'chat' : 'junk';
}
