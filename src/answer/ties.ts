/**
 * Two facts that fit a question equally and answer it differently, such as two dates for one `when`: which of them is
 * meant cannot be told, so both are given.
 */
import type { AnswerKind } from '../facts/schema.ts';
import { isAllUnknown } from './answerable.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';
import { TIE_MARGIN } from './weights.ts';

/** The best fact of those given, best first, that ties with the chosen one and says something else; undefined where none does. */
export function tiedWith(
  best: Candidate,
  fitting: readonly Candidate[],
  { asked }: Question,
): Candidate | undefined {
  const kinds = asked.kinds.filter((kind) => DEFINITE.has(kind));
  if (kinds.length === 0 || !isOneFact(best)) return undefined;
  const given = valuesOf(best, kinds);
  const statements = best.answerable.facts.map(({ fact }) => fact.statement.toLowerCase());
  const isNew = (value: string): boolean =>
    !given.includes(value) && !statements.some((statement) => statement.includes(value));
  return fitting.find(
    (other) =>
      other !== best &&
      best.score - other.score < TIE_MARGIN &&
      isOneFact(other) &&
      valuesOf(other, kinds).some(isNew),
  );
}

/** What is asked with these has one answer, where `what` and `how` may have several that say the same. */
const DEFINITE: ReadonlySet<AnswerKind> = new Set(['who', 'which', 'when', 'where', 'how-many', 'how-long']);

const isOneFact = ({ answerable }: Candidate): boolean =>
  answerable.digest === undefined && !isAllUnknown(answerable);

/** The short answers of these kinds. A number may stand in the statement only, and is then the fact's own. */
function valuesOf({ answerable }: Candidate, kinds: readonly AnswerKind[]): string[] {
  return answerable.facts.flatMap(({ fact }) =>
    fact.answers
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ value = `the number of ${fact.id}` }) => value.toLowerCase()),
  );
}
