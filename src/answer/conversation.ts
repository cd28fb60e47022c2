import type { AnswerKind } from '../facts/schema.ts';

/**
 * What a thread has been about so far: enough to understand "and in 2019?" after a restart.
 * A plain value that survives JSON; the database keeps it, the engine reads it and returns the next one.
 */
export interface Conversation {
  /** Fact ids already given in this thread, oldest first. */
  readonly given: readonly string[];
  /** Fact ids of the latest answer. */
  readonly latest: readonly string[];
  /** The latest question as it was typed. */
  readonly question: string;
  /** What the latest question asked for (who, when, …). */
  readonly kinds: readonly AnswerKind[];
  /** What the latest question was about, as terms of the index; what it took from the thread included. */
  readonly terms: readonly string[];
  /** Entity ids spoken of, latest first. */
  readonly entities: readonly string[];
}
