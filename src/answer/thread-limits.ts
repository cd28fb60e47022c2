/** Which facts may answer a follow-up, and which are the likelier ones: near the subject, and not what was just given. */
import type { AnswerKind } from '../facts/schema.ts';
import { isAllUnknown } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { nearnessTo } from './nearness.ts';
import type { Piece, Question } from './question.ts';
import type { Candidate } from './score.ts';
import { MIN_INHERITED, NEARNESS_PULL, UNKNOWN_NEARNESS } from './weights.ts';

/** A follow-up in its parts. */
export interface Parts {
  /** The message itself. */
  readonly own: Question;
  /** Whom its pronouns mean. */
  readonly meant: readonly Piece[];
  /** What it takes from the questions before it. */
  readonly inherited: readonly Piece[];
}

/** The limits for a message filled from the thread. */
export function limitsOf(
  { own, meant, inherited }: Parts,
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
  const names = hard.length > 0 || meant.some(({ isHard }) => isHard);
  return {
    avoid: doubts || asksAnew(own, hard, conversation) ? new Set() : latest,
    gain: ({ answerable }) => pull * near(answerable) * (isAllUnknown(answerable) ? UNKNOWN_NEARNESS : 1),
    accepts: (candidate) => {
      if (doubts) return candidate.answerable.facts.every(({ fact }) => latest.has(fact.id));
      if (asksElse(own) && isGiven(candidate, conversation)) return false;
      if (candidate.answerable.digest !== undefined && !mayBeSeveral(own)) return false;
      if (hard.length === 0 && !answersKind(candidate, own)) return false;
      return names || isOnSubject(candidate, latest, inherited, compiled);
    },
  };
}

/** `by whom?` has only its kind to go by: what answers it must have an answer of that kind. */
function answersKind({ answerable }: Candidate, { asked }: Question): boolean {
  const kinds = asked.kinds.filter((kind) => !OPEN.has(kind));
  return kinds.every((kind) => answerable.answers.has(kind));
}

const OPEN: ReadonlySet<AnswerKind> = new Set(['what', 'which', 'how']);

/** A scrap of a question asks for one thing; several facts together would have too much to say to it. */
function mayBeSeveral({ asked }: Question): boolean {
  return asked.isSeveral || asked.isPerhapsSeveral;
}

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
function asksAnew({ asked, reading }: Question, hard: readonly Piece[], { kinds }: Conversation): boolean {
  if (reading.tokens.some(({ text }) => text === 'other')) return false;
  return asked.kinds.some((kind) => !kinds.includes(kind) && (hard.length === 0 || !OPEN.has(kind)));
}

/** With nothing of its own to go by, a follow-up is answered only by what the thread is about. */
function isOnSubject(
  { answerable, explained }: Candidate,
  latest: ReadonlySet<string>,
  inherited: readonly Piece[],
  compiled: CompiledBase,
): boolean {
  if (answerable.facts.some(({ fact }) => latest.has(fact.id))) return true;
  const related = [...latest].flatMap((id) => compiled.facts.get(id)?.fact.related ?? []);
  if (answerable.facts.some(({ fact }) => related.includes(fact.id))) return true;
  const total = sum(inherited);
  return total > 0 && sum(inherited.filter((piece) => explained.includes(piece))) / total >= MIN_INHERITED;
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, { weight }) => total + weight, 0);
