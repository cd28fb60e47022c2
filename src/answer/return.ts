/**
 * Coming back to something: in `back to the ferries: when do they go?` the thread is moved to the ferries first, and
 * what follows is asked there.
 */
import type { EntityKind, Fact } from '../facts/schema.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import { type Question, readQuestion, termsOf } from './question.ts';
import { type Candidate, rankCandidates } from './score.ts';

const RETURN =
  /^\W*(?:(?:and|ok|okay|so|but|now|right|anyway|well|going|coming)[,\s]+)*(?:back to|returning to|as for)\s+(.{2,60}?)\s*(?:[:,;]|\s[-–—])\s+(\S.*)$/isu;

/** Where a message comes back to, and what it asks there. */
export interface Return {
  readonly conversation: Conversation;
  readonly rest: string;
}

/** Reads a message that comes back to something the base knows; undefined where it does not. */
export function readReturn(
  text: string,
  conversation: Conversation,
  compiled: CompiledBase,
): Return | undefined {
  const [, subject, rest] = RETURN.exec(text) ?? [];
  if (subject === undefined || rest === undefined) return undefined;
  const question = readQuestion(subject, compiled);
  // `back to today: how many?` names a time, not a subject.
  if (!question.pieces.some(({ isHard, item }) => isHard && item.quantity === undefined)) {
    return { conversation, rest: `${rest.replace(/[?!.\s]+$/u, '')} ${subject}?` };
  }
  const fitting = rankCandidates(question, compiled).filter(fits);
  const [first] = fitting;
  // Rather what the thread has had than what it has not.
  const given = fitting.find(({ answerable }) =>
    answerable.facts.some(({ fact }) => conversation.given.includes(fact.id)),
  );
  const place = given ?? first;
  if (place === undefined) return undefined;
  const facts = place.answerable.facts.map(({ fact }) => fact);
  const moved: Conversation = {
    given: conversation.given,
    latest: facts.map(({ id }) => id),
    question: subject,
    kinds: [],
    terms: termsOf(question),
    entities: spokenOf(question, facts, compiled),
  };
  return { conversation: moved, rest };
}

/** Where what is come back to has no name, such as the mediating, `it` is that, and no thing that it has to do with. */
function spokenOf({ pieces }: Question, facts: readonly Fact[], { entities }: CompiledBase): string[] {
  const about = [...new Set(facts.flatMap((fact) => fact.about))];
  const isNamed = pieces.some(({ item }) => item.terms.some((term) => term.startsWith('e:')));
  return isNamed ? about : about.filter((id) => ACTING.has(entities.get(id)?.kind ?? 'thing'));
}

const ACTING: ReadonlySet<EntityKind> = new Set(['person', 'country', 'group', 'force']);

function fits({ answerable, unexplained, conflicts, explained }: Candidate): boolean {
  return (
    answerable.digest === undefined && unexplained.length + conflicts.length === 0 && explained.length > 0
  );
}
