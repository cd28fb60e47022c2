/** Which facts may answer a follow-up, and which are the likelier ones: near the subject, and not what was just given. */
import { isAllUnknown, isPast, parseDate } from './answerable.ts';
import { asksOfNow } from './carried.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { nearnessTo } from './nearness.ts';
import type { Piece, Question } from './question.ts';
import { isKindNoun } from './question-kind.ts';
import type { Candidate } from './score.ts';
import { answersFor, answersKind, OPEN, type Parts, saysSomething, scrapRules } from './scraps.ts';
import { isCorrection } from './talk.ts';
import { HEARD_SHARE, MIN_INHERITED, NAMED_PULL, NEARNESS_PULL, UNKNOWN_NEARNESS } from './weights.ts';

/** The limits for a message filled from the thread. */
export function limitsOf(parts: Parts, conversation: Conversation, compiled: CompiledBase): ThreadLimits {
  const { own, meant, inherited, isBound } = parts;
  const latest = new Set(conversation.latest);
  // `was it in 1981?` has no more to go by than the answer it doubts.
  const hard = own.pieces.filter(({ isHard }) => isHard);
  const doubts =
    doubtsDegree(own, hard) ||
    ((own.asked.isYesNo || own.alternatives.size > 0) &&
      !own.asked.isSeveral &&
      hard.length > 0 &&
      hard.every(({ item }) => item.quantity !== undefined));
  const near = nearnessTo(conversation.latest, compiled);
  const pull = NEARNESS_PULL / (1 + hard.length);
  const names = hard.some(({ item }) => !own.focus.includes(item)) || meant.some(({ isHard }) => isHard);
  const isNear = (candidate: Candidate): boolean => near(candidate.answerable) > 0;
  const rules = [
    ...(asksElse(own) ? [(candidate: Candidate) => !isGiven(candidate, conversation)] : []),
    ...(asksExactly(own, hard) ? [(candidate: Candidate) => !isLatest(candidate, latest)] : []),
    ...(mayBeSeveral(own) ? [] : [({ answerable }: Candidate) => answerable.digest === undefined]),
    ...(asksOfNow(own) ? [isPresent] : []),
    ...(asksForDeadline(own) ? [(candidate: Candidate) => isAhead(candidate, compiled)] : []),
    ...(asksOfDeed(own) ? [(candidate: Candidate) => isRelated(candidate, conversation, compiled)] : []),
    ...scrapRules(parts, conversation, compiled),
    // What a pronoun stands for without a name is at least near to what was spoken of.
    ...(isBound && meant.length === 0 ? [isNear] : []),
    ...(names
      ? []
      : [
          (candidate: Candidate) =>
            isNear(candidate) && isOnSubject(candidate, conversation, inherited, compiled),
        ]),
  ];
  return {
    avoid:
      doubts || asksAnew(own, hard, conversation, compiled) || countsAnew(parts, conversation, compiled)
        ? new Set()
        : latest,
    latest,
    given: earlierThan(latest, conversation),
    gain: (candidate) => pull * near(candidate.answerable) * shareOf(candidate, own, latest),
    accepts: (candidate) =>
      doubts
        ? candidate.answerable.facts.every(({ fact }) => latest.has(fact.id))
        : rules.every((allows) => allows(candidate)),
  };
}

/** `formally?`, `all of them?`: asks how far what was just said goes. */
const doubtsDegree = ({ text, reading }: Question, hard: readonly Piece[]): boolean =>
  hard.length === 0 && text.includes('?') && DEGREE.test(reading.tokens.map((token) => token.text).join(' '));

const DEGREE =
  /^(?:so |and |but |really )*(?:not )?(?:\w{3,}ly|(?:all|every one|each|everyone)(?: of (?:them|it))?)$/;

/** `which ones exactly?` wants more than was just said. */
const asksExactly = ({ asked, reading }: Question, hard: readonly Piece[]): boolean =>
  hard.length <= 1 &&
  asked.kinds.some((kind) => kind !== 'when') &&
  reading.tokens.some(({ text }) => EXACTLY.has(text));

const EXACTLY = new Set(['exactly', 'precisely', 'exact', 'precise']);

function isLatest({ answerable }: Candidate, latest: ReadonlySet<string>): boolean {
  return answerable.facts.every(({ fact }) => latest.has(fact.id));
}

/** `and how many today?` after a count of some years ago does not want that count again. */
function isPresent({ answerable }: Candidate): boolean {
  const { facts, dates } = answerable;
  const told = facts.map(({ fact }) => parseDate(fact.asOf).year ?? 0);
  const isOfThen = dates.some(({ year = Number.POSITIVE_INFINITY }) => year < Math.min(...told));
  return isAllUnknown(answerable) ? !isOfThen : facts.every(({ fact }) => !isPast(fact));
}

/** `done by when?` and `when will the rest go?` want what is expected. */
const asksForDeadline = ({ asked, reading }: Question): boolean =>
  (asked.kinds.includes('when') && reading.tokens.some(({ text }) => COMING.has(text))) ||
  reading.tokens.some(({ text }) => text === 'deadline') ||
  /\bby (?:when|what (?:date|day|time))\b/.test(reading.tokens.map(({ text }) => text).join(' '));

const COMING = new Set(['will', 'gonna', 'shall', 'wont', 'theyll', 'itll', 'thatll']);

/** What is expected, or what is known to be missing of it. */
function isAhead({ answerable }: Candidate, { facts }: CompiledBase): boolean {
  const isExpected = (id: string): boolean => facts.get(id)?.fact.status === 'expected';
  return answerable.facts.every(
    ({ fact }) => isExpected(fact.id) || (fact.status === 'unknown' && fact.related.some(isExpected)),
  );
}

/** A scrap of a question asks for one thing; several facts together would have too much to say to it. */
function mayBeSeveral({ asked }: Question): boolean {
  return asked.isSeveral;
}

/** What says that the report lacks something, or was heard already, is drawn on less. */
function shareOf(candidate: Candidate, own: Question, latest: ReadonlySet<string>): number {
  const { answerable } = candidate;
  if (isAllUnknown(answerable)) return UNKNOWN_NEARNESS;
  const isHeard = isLatest(candidate, latest);
  const asksMore = own.asked.kinds.some((kind) => !OPEN.has(kind)) && answersKind(candidate, own);
  return isHeard && !asksMore ? HEARD_SHARE : 1;
}

/** `when did he do that?` is asked of the very thing that was said, whoever else `he` may be. */
const asksOfDeed = ({ reading }: Question): boolean =>
  /\b(?:do|does|did|done|doing) (?:that|this|it|so)\b(?! \w)/.test(
    reading.tokens.map(({ text }) => text).join(' '),
  );

/** The limits for a message that says all it asks once its pronouns have names. */
export function limitsOfNamed(
  own: Question,
  conversation: Conversation,
  compiled: CompiledBase,
): ThreadLimits {
  const latest = new Set(conversation.latest);
  const near = nearnessTo(conversation.latest, compiled);
  return {
    avoid: new Set(),
    latest,
    given: earlierThan(latest, conversation),
    gain: ({ answerable }) =>
      answerable.facts.every(({ fact }) => latest.has(fact.id)) ? 0 : NAMED_PULL * near(answerable),
    accepts: (candidate) => {
      if (asksElse(own) && isGiven(candidate, conversation)) return false;
      if (candidate.answerable.digest !== undefined && !mayBeSeveral(own)) return false;
      if (asksOfNow(own) && !isPresent(candidate)) return false;
      if (asksForDeadline(own) && !isAhead(candidate, compiled)) return false;
      if (asksOfDeed(own) && !isRelated(candidate, conversation, compiled)) return false;
      return saysSomething(candidate, own);
    },
  };
}

/** The limits for `what else …?` read on its own. */
export function limitsOfElse(conversation: Conversation): ThreadLimits {
  return {
    avoid: new Set(),
    latest: new Set(conversation.latest),
    given: new Set(),
    gain: () => 0,
    accepts: (candidate) => !isGiven(candidate, conversation),
  };
}

/** What was given before the last answer; that one may be asked more about. */
function earlierThan(latest: ReadonlySet<string>, { given }: Conversation): Set<string> {
  return new Set(given.filter((id) => !latest.has(id)));
}

/** `what else did he prove?` wants none of what was said. */
export const asksElse = ({ reading }: Question): boolean =>
  reading.tokens.some(({ text }) => text === 'else');

function isGiven({ answerable }: Candidate, { given }: Conversation): boolean {
  return answerable.facts.every(({ fact }) => given.includes(fact.id));
}

/**
 * `what for?` after `was he on a list?` asks for more of the same fact: it may answer again. What goes on to other
 * things (`what is it called?`, `the other one`) does so only if it asks for a time, a place, a number and the like.
 */
function asksAnew(
  { asked, focus, reading, text }: Question,
  hard: readonly Piece[],
  { kinds, latest }: Conversation,
  compiled: CompiledBase,
): boolean {
  if (reading.tokens.some(({ text }) => text === 'other')) return false;
  // `did everyone leave?` asks how far it goes that they did.
  const words = reading.tokens.map((token) => token.text);
  const doubtsAll = asked.isYesNo && words.some((word) => EVERY.has(word)) && !words.includes('it');
  if (doubtsAll || isCorrection(text)) return true;
  if (
    focus.length > 0 &&
    hard.every(({ item }) => focus.includes(item)) &&
    answersFor(focus, asked, latest, compiled)
  )
    return true;
  // `names?` wants those of whom the last answer speaks.
  const isBare = hard.every(({ item }) => isKindNoun(item.text));
  return asked.kinds.some(
    (kind) => !kinds.includes(kind) && (isBare || !(kind === 'what' || kind === 'which')),
  );
}

const EVERY = new Set([
  'everyone',
  'everybody',
  'all',
  'completely',
  'entirely',
  'fully',
  'totally',
  'wholly',
]);

/** `and passengers?` after a count of cars, where the same fact counts both. */
function countsAnew(
  { own, counted }: Parts,
  { kinds, latest }: Conversation,
  { answerables }: CompiledBase,
): boolean {
  const named = own.pieces.filter(({ isHard }) => isHard);
  const isCount = own.asked.kinds.length === 0 && kinds.includes('how-many') && named.length > 0;
  return (
    isCount &&
    named.every(({ item }) => counted.includes(item)) &&
    answerables.some(
      ({ facts, digest, settles }) =>
        digest === undefined &&
        facts.some(({ fact }) => latest.includes(fact.id)) &&
        counted.some(({ terms }) => terms.some((term) => settles.get('how-many')?.has(term))),
    )
  );
}

/** With nothing of its own to go by, a follow-up is answered only by what the thread is about. */
function isOnSubject(
  { answerable, explained }: Candidate,
  { latest }: Conversation,
  inherited: readonly Piece[],
  compiled: CompiledBase,
): boolean {
  if (isRelated({ answerable }, { latest }, compiled)) return true;
  const total = sum(inherited);
  return total > 0 && sum(inherited.filter((piece) => explained.includes(piece))) / total >= MIN_INHERITED;
}

/** Has one of the facts given last, or one that an editor related to them or them to it. */
function isRelated(
  { answerable }: Pick<Candidate, 'answerable'>,
  { latest }: Pick<Conversation, 'latest'>,
  compiled: CompiledBase,
): boolean {
  const related = latest.flatMap((id) => [id, ...(compiled.facts.get(id)?.fact.related ?? [])]);
  return answerable.facts.some(
    ({ fact }) => related.includes(fact.id) || fact.related.some((id) => latest.includes(id)),
  );
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, { weight }) => total + weight, 0);
