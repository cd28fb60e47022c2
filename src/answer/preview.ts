/** What a change of the base does to the golden questions: which are answered differently, from what to what. */
import type { GoldenQuestion } from '../facts/golden.ts';
import type { Answering } from './answering.ts';
import type { Reply } from './reply.ts';

/** What a question got, as far as a reader would notice a difference. */
export interface Outcome {
  readonly kind: Reply['kind'];
  /** The facts of an answer, the curated fact behind an `unknown`, or those of the first choices. */
  readonly factIds: readonly string[];
  /** What is said. */
  readonly text: string;
}

export interface JudgedQuestion extends GoldenQuestion {
  readonly outcome: Outcome;
  /** Whether that is what is expected. */
  readonly isMet: boolean;
}

/** A golden question that is answered differently. */
export interface GoldenChange {
  readonly question: string;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Whether the answer is what is expected, before and after. */
  readonly wasMet: boolean;
  readonly isMet: boolean;
}

/** Asks every golden question. */
export function askGolden(engine: Answering, questions: readonly GoldenQuestion[]): JudgedQuestion[] {
  return questions.map((golden) => {
    const outcome = outcomeOf(engine.ask(golden.q).reply);
    return { ...golden, outcome, isMet: meets(outcome, golden) };
  });
}

/** What changes between two bases for the same questions. Those that get worse come first. */
export function compareGolden(
  before: readonly JudgedQuestion[],
  after: readonly JudgedQuestion[],
): GoldenChange[] {
  const now = new Map(after.map((judged) => [judged.q, judged]));
  const changes = before.flatMap(({ q, outcome, isMet }): GoldenChange[] => {
    const next = now.get(q);
    if (next === undefined || isSame(outcome, next.outcome)) return [];
    return [{ question: q, before: outcome, after: next.outcome, wasMet: isMet, isMet: next.isMet }];
  });
  return changes.sort((a, b) => Number(a.isMet) - Number(b.isMet));
}

/**
 * The facts of an answer are all that are expected, and no others; so is the curated fact behind an `unknown`.
 * Where none is expected, any reply will do that states nothing.
 */
function meets({ kind, factIds }: Outcome, { expect }: GoldenQuestion): boolean {
  if (expect.length === 0) return kind !== 'answer' && kind !== 'provenance';
  if (kind !== 'answer' && kind !== 'unknown') return false;
  return expect.length === factIds.length && expect.every((id) => factIds.includes(id));
}

function isSame(one: Outcome, other: Outcome): boolean {
  return (
    one.kind === other.kind && one.text === other.text && one.factIds.join(' ') === other.factIds.join(' ')
  );
}

function outcomeOf(reply: Reply): Outcome {
  const { kind } = reply;
  switch (kind) {
    case 'answer': {
      const { facts, lead, correction } = reply;
      const said = [lead, correction, ...facts.map(({ fact }) => fact.statement)];
      const text = said.filter((part) => part !== undefined).join(' ');
      return { kind, factIds: facts.map(({ fact }) => fact.id), text };
    }
    case 'unknown':
      return { kind, factIds: reply.fact === undefined ? [] : [reply.fact.fact.id], text: reply.text };
    case 'choices': {
      const { choices } = reply;
      const text = choices.map(({ question }) => question).join(' / ');
      return { kind, factIds: choices.flatMap(({ factIds }) => factIds.slice(0, 1)), text };
    }
    case 'provenance':
      return { kind, factIds: reply.facts.map(({ fact }) => fact.id), text: reply.text };
    default:
      return { kind, factIds: [], text: '' };
  }
}
