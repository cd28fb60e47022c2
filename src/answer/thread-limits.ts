/** Which facts may answer a follow-up, and which are the likelier ones: near the subject, and not what was just given. */
import type { AnswerKind } from '../facts/schema.ts';
import type { Item } from '../search/reader.ts';
import { isAllUnknown } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { nearnessTo } from './nearness.ts';
import { type Piece, type Question, readQuestion } from './question.ts';
import type { Candidate } from './score.ts';
import { isCorrection } from './talk.ts';
import {
  HEARD_MALUS,
  HEARD_SHARE,
  MIN_INHERITED,
  NAMED_PULL,
  NEARNESS_PULL,
  UNKNOWN_NEARNESS,
} from './weights.ts';

/** A follow-up in its parts. */
export interface Parts {
  /** The message itself. */
  readonly own: Question;
  /** Whom its pronouns mean. */
  readonly meant: readonly Piece[];
  /** What it takes from the questions before it. */
  readonly inherited: readonly Piece[];
  /** Whether it has a pronoun. */
  readonly isBound: boolean;
}

/** The limits for a message filled from the thread. */
export function limitsOf(
  { own, meant, inherited, isBound }: Parts,
  conversation: Conversation,
  compiled: CompiledBase,
): ThreadLimits {
  const latest = new Set(conversation.latest);
  // `was it in 1981?` has no more to go by than the answer it doubts.
  const hard = own.pieces.filter(({ isHard }) => isHard);
  const doubts =
    own.asked.isYesNo && hard.length > 0 && hard.every(({ item }) => item.quantity !== undefined);
  const near = nearnessTo(conversation.latest, compiled);
  const pull = NEARNESS_PULL / (1 + hard.length);
  const names = hard.some(({ item }) => !own.focus.includes(item)) || meant.some(({ isHard }) => isHard);
  const spoken = new Set(inherited.flatMap(({ item }) => item.terms));
  const fitsBare = (candidate: Candidate): boolean =>
    answersKind(candidate, own) &&
    namesAnother(candidate, own, spoken, compiled) &&
    asksLikewise(candidate, own);
  return {
    avoid: doubts || asksAnew(own, hard, conversation, compiled) ? new Set() : latest,
    gain: (candidate) => pull * near(candidate.answerable) * shareOf(candidate, own, latest),
    accepts: (candidate) => {
      if (doubts) return candidate.answerable.facts.every(({ fact }) => latest.has(fact.id));
      if (asksElse(own) && isGiven(candidate, conversation)) return false;
      if (candidate.answerable.digest !== undefined && !mayBeSeveral(own)) return false;
      if (hard.length === 0 && !fitsBare(candidate)) return false;
      if (!saysSomething(candidate, own)) return false;
      // What a pronoun stands for without a name is at least near to what was spoken of.
      if (isBound && meant.length === 0 && near(candidate.answerable) === 0) return false;
      return (
        names || (near(candidate.answerable) > 0 && isOnSubject(candidate, conversation, inherited, compiled))
      );
    },
  };
}

/** `when?` has only its kind to go by: what answers it must have an answer of that kind. */
function answersKind({ answerable }: Candidate, { asked }: Question): boolean {
  const kinds = asked.kinds.filter((kind) => !OPEN.has(kind));
  return kinds.every((kind) => answerable.answers.has(kind));
}

/** `by whom?` does not want to hear the name that was in the question before it. */
function namesAnother(
  { answerable }: Candidate,
  { asked, reading }: Question,
  spoken: ReadonlySet<string>,
  compiled: CompiledBase,
): boolean {
  if (!asked.kinds.includes('who') || reading.tokens.some(({ text }) => text === 'whose')) return true;
  const values = answerable.facts.flatMap(({ fact }) =>
    fact.answers.flatMap(({ kind, value }) => (kind === 'who' && value !== undefined ? [value] : [])),
  );
  const isNew = (value: string): boolean =>
    readQuestion(value, compiled).pieces.some(({ item }) => !item.terms.some((term) => spoken.has(term)));
  return values.length === 0 || values.some(isNew);
}

/** `against whom?` and `and before?` say by one small word what they want: it must be a word of those who ask for it. */
function asksLikewise({ answerable }: Candidate, { reading, asked }: Question): boolean {
  const words = reading.tokens.map(({ text }) => text);
  const at = words.findIndex((word) => WHOM.has(word));
  const telling = words.filter((word, index) => PLACING.has(word) || (index === at - 1 && ROLES.has(word)));
  if (telling.length === 0) return true;
  return answerable.asks.some(
    (ask) =>
      telling.every((word) => ask.words.has(word)) &&
      (at < 0 || asked.kinds.some((kind) => ask.kinds.includes(kind))),
  );
}

const WHOM = new Set(['who', 'whom', 'what', 'which']);
const ROLES = new Set(
  'against between with to from under among into behind following after before'.split(' '),
);
const PLACING = new Set('before after afterwards previously earlier'.split(' '));

const OPEN: ReadonlySet<AnswerKind> = new Set(['what', 'which', 'how']);

/** A scrap of a question asks for one thing; several facts together would have too much to say to it. */
function mayBeSeveral({ asked }: Question): boolean {
  return asked.isSeveral || asked.isPerhapsSeveral;
}

/** What says that the report lacks something, or was heard already, is drawn on less. */
function shareOf(candidate: Candidate, own: Question, latest: ReadonlySet<string>): number {
  const { answerable } = candidate;
  if (isAllUnknown(answerable)) return UNKNOWN_NEARNESS;
  const isHeard = answerable.facts.every(({ fact }) => latest.has(fact.id));
  const asksMore = own.asked.kinds.some((kind) => !OPEN.has(kind)) && answersKind(candidate, own);
  return isHeard && !asksMore ? HEARD_SHARE : 1;
}

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
    gain: ({ answerable }) =>
      answerable.facts.every(({ fact }) => latest.has(fact.id))
        ? -HEARD_MALUS
        : NAMED_PULL * near(answerable),
    accepts: (candidate) => {
      if (asksElse(own) && isGiven(candidate, conversation)) return false;
      if (candidate.answerable.digest !== undefined && !mayBeSeveral(own)) return false;
      return saysSomething(candidate, own);
    },
  };
}

/** `did it work?` is about working: what has no word of it says nothing to it, whoever it is about. */
function saysSomething({ explained }: Candidate, { asked, pieces }: Question): boolean {
  const words = pieces.filter(({ item }) => item.at >= 0 && item.kind !== 'chat' && !isNamed(item));
  return !asked.isYesNo || words.length === 0 || words.some((piece) => explained.includes(piece));
}

const isNamed = ({ terms }: Item): boolean => terms.every((term) => term.startsWith('e:'));

/** The limits for `what else …?` read on its own. */
export function limitsOfElse(conversation: Conversation): ThreadLimits {
  return {
    avoid: new Set(),
    gain: () => 0,
    accepts: (candidate) => !isGiven(candidate, conversation),
  };
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
  if (isCorrection(text)) return true;
  if (
    focus.length > 0 &&
    hard.every(({ item }) => focus.includes(item)) &&
    answersFor(focus, asked, latest, compiled)
  )
    return true;
  return asked.kinds.some(
    (kind) => !kinds.includes(kind) && (hard.length === 0 || !(kind === 'what' || kind === 'which')),
  );
}

/** `at which base?`: the latest answer names one. */
function answersFor(
  focus: readonly Item[],
  { kinds }: Question['asked'],
  latest: readonly string[],
  { answerables }: CompiledBase,
): boolean {
  return answerables.some(
    ({ facts, digest, settles, answers }) =>
      digest === undefined &&
      facts.some(({ fact }) => latest.includes(fact.id)) &&
      kinds.some(
        (kind) =>
          answers.has(kind) && focus.some(({ terms }) => terms.some((term) => settles.get(kind)?.has(term))),
      ),
  );
}

/** With nothing of its own to go by, a follow-up is answered only by what the thread is about. */
function isOnSubject(
  { answerable, explained }: Candidate,
  { latest, given }: Conversation,
  inherited: readonly Piece[],
  compiled: CompiledBase,
): boolean {
  if (answerable.facts.some(({ fact }) => latest.includes(fact.id))) return true;
  const related = [...latest, ...given].flatMap((id) => compiled.facts.get(id)?.fact.related ?? []);
  if (answerable.facts.some(({ fact }) => related.includes(fact.id))) return true;
  const total = sum(inherited);
  return total > 0 && sum(inherited.filter((piece) => explained.includes(piece))) / total >= MIN_INHERITED;
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, { weight }) => total + weight, 0);
