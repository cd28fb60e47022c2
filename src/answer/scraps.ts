/** What a scrap of a question (`by whom?`, `at which base?`, `and the mayor?`, `did it work?`) asks of its answer. */
import type { AnswerKind } from '../facts/schema.ts';
import type { Item } from '../search/reader.ts';
import { isAllUnknown } from './answerable.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import { type Piece, type Question, readQuestion } from './question.ts';
import type { Candidate } from './score.ts';
import { leans } from './talk.ts';

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
  /** What it counts or chooses, by itself or as the question before it did. */
  readonly counted: readonly Item[];
}

type Rule = (candidate: Candidate) => boolean;

/** What must be true of whatever answers the message, which takes the inherited pieces from its thread. */
export function scrapRules(
  { own, inherited, isBound }: Parts,
  { kinds: kept, latest }: Conversation,
  compiled: CompiledBase,
): Rule[] {
  const spoken = new Set(inherited.flatMap(({ item }) => item.terms));
  const isBare = !own.pieces.some(({ isHard }) => isHard);
  const bare: Rule[] = [
    (candidate) => namesAnother(candidate, own, spoken, compiled),
    (candidate) => asksLikewise(candidate, own),
    // `where?` wants what an editor has given as a place, not whatever can also be asked for so.
    (candidate) => isAllUnknown(candidate.answerable) || answersKind(candidate, own),
    ...(isBound ? [] : [(candidate: Candidate) => speaksOfThem(candidate, inherited, latest, compiled)]),
  ];
  return [
    (candidate) => asksOfDeed(candidate, own, inherited),
    ...(isBare ? bare : []),
    (candidate) => saysSomething(candidate, own),
    ...(keepsQuestion(own, kept) ? [(candidate: Candidate) => explainsSome(candidate, inherited)] : []),
  ];
}

/** `when?` has only its kind to go by: what answers it must have an answer of that kind. */
export function answersKind({ answerable }: Candidate, { asked }: Question): boolean {
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
  const words = reading.tokens.map(({ text }) => text);
  const before = words[words.findIndex((word) => WHOM.has(word)) - 1] ?? 'by';
  if (!asked.kinds.includes('who') || words.includes('whose') || before !== 'by') return true;
  const values = answerable.facts.flatMap(({ fact }) =>
    fact.answers.flatMap(({ kind, value }) => (kind === 'who' && value !== undefined ? [value] : [])),
  );
  const isNew = (value: string): boolean =>
    readQuestion(value, compiled).pieces.some(({ item }) => !item.terms.some((term) => spoken.has(term)));
  return values.length === 0 || values.some(isNew);
}

/** `by whom?` after `what was signed?` asks who signed it, and `led by?` who leads; not whoever else has to do with it. */
function asksOfDeed(
  { answerable }: Candidate,
  { asked, pieces, reading }: Question,
  inherited: readonly Piece[],
): boolean {
  const [last = '', before = ''] = reading.tokens.map(({ text }) => text).reverse();
  const isByWhom = before === 'by' && WHOM.has(last);
  const own = last === 'by' ? pieces.filter(({ isHard }) => isHard) : [];
  const deeds = (isByWhom ? inherited : own).filter(
    ({ item }) => item.quantity === undefined && !isNamed(item),
  );
  if (!asked.kinds.includes('who') || deeds.length === 0) return true;
  const isOfDeed = (terms: ReadonlySet<string>): boolean =>
    deeds.some(({ item }) => item.terms.some((term) => terms.has(term)));
  return answerable.asks.some(({ kinds, terms }) => kinds.includes('who') && isOfDeed(terms));
}

/**
 * `since when?` goes on about those who were named, or else about one of the first two that the last answer was about;
 * or it asks more of that very answer.
 */
function speaksOfThem(
  { answerable, explained }: Candidate,
  inherited: readonly Piece[],
  latest: readonly string[],
  { facts, scope }: CompiledBase,
): boolean {
  if (answerable.facts.some(({ fact }) => latest.includes(fact.id))) return true;
  const isNamed = (term: string): boolean => term.startsWith('e:') && !scope.has(term);
  const named = inherited.filter(({ item }) => item.terms.every(isNamed));
  if (named.length > 0) return named.every((piece) => explained.includes(piece));
  const first = latest.flatMap((id) => facts.get(id)?.fact.about.slice(0, 2) ?? []);
  return (
    first.length === 0 || answerable.facts.some(({ fact }) => fact.about.some((id) => first.includes(id)))
  );
}

/** `against whom?` and `and before?` say by one small word what they want: it must be a word of those who ask for it. */
function asksLikewise({ answerable }: Candidate, { reading, asked }: Question): boolean {
  const words = reading.tokens.map(({ text }) => (text === 'among' || text === 'amongst' ? 'between' : text));
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
const ROLES = new Set('against between with behind'.split(' '));
const PLACING = new Set('before after afterwards previously earlier'.split(' '));

export const OPEN: ReadonlySet<AnswerKind> = new Set(['what', 'which', 'how']);

/** `did it work?` is about working: what has no word of it says nothing to it, whoever it is about. */
export function saysSomething({ explained }: Candidate, { asked, pieces }: Question): boolean {
  const words = pieces.filter(({ item }) => item.at >= 0 && item.kind !== 'chat' && !isNamed(item));
  return !asked.isYesNo || words.length === 0 || words.some((piece) => explained.includes(piece));
}

const isNamed = ({ terms }: Item): boolean => terms.every((term) => term.startsWith('e:'));

/**
 * `and the mayor?` asks of the mayor what was asked before. Where that was a time, a place and the like, any such
 * answer about the mayor will do.
 */
export function keepsQuestion({ asked, pieces, text }: Question, kept: readonly AnswerKind[]): boolean {
  if (asked.kinds.length > 0 || asked.isYesNo || !leans(text)) return false;
  return kept.every((kind) => OPEN.has(kind)) && pieces.some(({ isHard, item }) => isHard && item.isName);
}

function explainsSome({ explained }: Candidate, inherited: readonly Piece[]): boolean {
  const said = inherited.filter(({ item }) => !item.terms.every((term) => term.startsWith('e:')));
  const asked = said.length > 0 ? said : inherited;
  return asked.length === 0 || asked.some((piece) => explained.includes(piece));
}

/** `at which base?`: the latest answer names one. */
export function answersFor(
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
          OPEN.has(kind) &&
          answers.has(kind) &&
          // `what list` wants what `which list` does.
          [kind, 'which' as const].some((wanted) =>
            focus.some(({ terms }) => terms.some((term) => settles.get(wanted)?.has(term))),
          ),
      ),
  );
}
