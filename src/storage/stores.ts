/** What the database offers to the rest of the program, whichever database it is. */
import type { Clock, Conversations, Deliveries, Feedback, Log } from '../slack/ports.ts';

/** A question somebody asked and did not get: nothing was found, or the answer was voted down. Never who asked. */
export interface NewGap {
  readonly question: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's root, where there is one: where the people who asked can be told of an answer. */
  readonly thread?: string;
  /** What they got instead: the suggested questions, or the ids of the facts that were voted down. */
  readonly offered: readonly string[];
  readonly kind: 'unknown' | 'downvote';
}

export interface Gap extends NewGap {
  readonly id: string;
}

export interface Gaps {
  record(gap: NewGap): Promise<void>;
  /** The newest entries first, at most `limit` (100 unless told). */
  list(limit?: number): Promise<readonly Gap[]>;
  /** Removes an entry; one that is not there any more is fine. */
  dismiss(id: string): Promise<void>;
}

/** Every method rejects when the database cannot be reached; `openResilient` turns that into an answer. */
export interface Stores {
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  /** Deletes what has outlived its use: call it now and then, once an hour is plenty. */
  purge(): Promise<void>;
  /** Releases the database; a second call changes nothing. */
  close(): Promise<void>;
}

export type { Clock, Conversations, Deliveries, Feedback, Log };
