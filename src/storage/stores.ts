/** What the database offers to the rest of the program, whichever database it is. */
import type { WrittenFact } from '../facts/schema.ts';
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
  /** Who asked; only where a setting says that it may be kept. */
  readonly user?: string;
}

export interface Gap extends NewGap {
  readonly id: string;
}

/** A question that has an answer now, and the thread in which it was asked. */
export interface AnsweredGap extends Gap {
  readonly thread: string;
  /** The fact that answers it. */
  readonly factId: string;
}

export interface Gaps {
  record(gap: NewGap): Promise<void>;
  /** What is neither dismissed nor answered: the newest entries first, at most `limit` (100 unless told). */
  list(limit?: number): Promise<readonly Gap[]>;
  /** Takes entries off the list; one that is not on it is fine. A question asked again is a new entry. */
  dismiss(ids: readonly string[]): Promise<void>;
  /** Takes entries off the list, since this fact answers them now; those asked in a thread are to be told. */
  answer(ids: readonly string[], factId: string): Promise<void>;
  /** Answered entries whose threads have not been told, the oldest first, at most `limit` (100 unless told). */
  toTell(limit?: number): Promise<readonly AnsweredGap[]>;
  /** Takes an entry out of `toTell`; true for the first caller, who is then the one to tell the thread. */
  claimTelling(id: string): Promise<boolean>;
}

/** A change of a fact, as the history has it. */
export interface Change {
  readonly id: string;
  readonly factId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A user's id, or `files` for what was changed in the knowledge folder past the bot. */
  readonly who: string;
  readonly why: string;
  /** Undefined where the fact is new. */
  readonly before: WrittenFact | undefined;
  /** Undefined where the fact is gone. */
  readonly after: WrittenFact | undefined;
}

/**
 * Who changed which fact when, from what to what, and why. A change is announced before the file is written
 * and completed after it, so that it has its author also when the process is killed in between.
 */
export interface History {
  /** The id of the announced change; undefined while another change is being written, by any process. */
  begin(change: Omit<Change, 'id'>): Promise<string | undefined>;
  /** The change is in its file. Undefined where `notice` has seen to it already. */
  complete(id: string): Promise<Change | undefined>;
  /** The change is not in its file, and will not be. */
  abandon(id: string): Promise<void>;
  /**
   * Holds the facts in the files against those seen last, by any process, and records each difference: under
   * its author where it was announced, else as made in the files. The first call of all only remembers them.
   * Resolves with what this call recorded, so that of several processes one acts on it.
   */
  notice(facts: readonly WrittenFact[], at: number): Promise<readonly Change[]>;
  get(id: string): Promise<Change | undefined>;
  /** The changes of one fact, the newest first, at most `limit` (50 unless told). */
  of(factId: string, limit?: number): Promise<readonly Change[]>;
  /** The changes of all facts, the newest first, at most `limit` (50 unless told). */
  recent(limit?: number): Promise<readonly Change[]>;
}

/** A message in which the bot gave facts, so that it can be updated after a correction. */
export interface PostedMessage {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** The root of its thread, where it stands in one. */
  readonly thread?: string;
  readonly factIds: readonly string[];
  /** The question it answers, and who asked it where the message says so. */
  readonly question: string;
  readonly askedBy?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Posted {
  /** Remembers a message, or replaces what was remembered of it. */
  remember(message: PostedMessage): Promise<void>;
  /** Messages with this fact from `since` on, in milliseconds since the epoch, the newest first. */
  messagesWith(factId: string, since: number): Promise<readonly PostedMessage[]>;
}

/** Every method rejects when the database cannot be reached; `openResilient` turns that into an answer. */
export interface Stores {
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly history: History;
  readonly posted: Posted;
  /** Deletes what has outlived its use: call it now and then, once an hour is plenty. */
  purge(): Promise<void>;
  /** Releases the database; a second call changes nothing. */
  close(): Promise<void>;
}

export type { Clock, Conversations, Deliveries, Feedback, Log };
