/**
 * What the Slack room needs from outside for those who look after the facts. Storage implements these, in the
 * same words for both databases; the base store implements `Editing`.
 */
import type { Answering } from '../answer/answering.ts';
import type { GoldenChange } from '../answer/preview.ts';
import type { FactEdit, FieldProblem } from '../facts/edit.ts';
import type { Problem } from '../facts/problem.ts';
import type { WrittenFact } from '../facts/schema.ts';

/** A question somebody asked and did not get: nothing was found, or the answer was voted down. Never who asked. */
export interface NewGap {
  readonly question: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the thread's root, where there is one: where the people who asked can be told of an answer. */
  readonly thread?: string;
  /** Asked for one's own eyes: the channel is never told. */
  readonly isPrivate?: boolean;
  /** What they got instead: the suggested questions, or the ids of the facts that were voted down. */
  readonly offered: readonly string[];
  readonly kind: 'unknown' | 'downvote';
  /** Who asked; only where a setting says that it may be kept. */
  readonly user?: string;
}

export interface Gap extends NewGap {
  readonly id: string;
}

/** A question that has an answer now. */
export interface AnsweredGap extends Gap {
  /** The fact that answers it. */
  readonly factId: string;
}

export interface Gaps {
  record(gap: NewGap): Promise<void>;
  /** What is neither dismissed nor answered: the newest entries first, at most `limit` (100 unless told). */
  list(limit?: number): Promise<readonly Gap[]>;
  /** Takes entries off the list; one that is not on it is fine. A question asked again is a new entry. */
  dismiss(ids: readonly string[]): Promise<void>;
  /** Takes entries off the list, since this fact answers them now; whoever asked is to be told. */
  answer(ids: readonly string[], factId: string): Promise<void>;
  /** Answered entries of which nobody has been told, the oldest first, at most `limit` (100 unless told). */
  toTell(limit?: number): Promise<readonly AnsweredGap[]>;
  /** Takes an entry out of `toTell`; true for the first caller, who is then the one to tell of it. */
  claimTelling(id: string): Promise<boolean>;
}

/** What a reader wants corrected. Readers sign it: the form says that the editors see who wrote it. */
export interface NewSuggestion {
  readonly text: string;
  /** The facts that it is about. */
  readonly factIds: readonly string[];
  /** The question they were given to; empty where there was none. */
  readonly question: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly user: string;
}

export interface ReaderSuggestion extends NewSuggestion {
  readonly id: string;
}

export interface Suggestions {
  record(suggestion: NewSuggestion): Promise<void>;
  /** Those that no editor has dealt with, the newest first, at most `limit` (100 unless told). */
  list(limit?: number): Promise<readonly ReaderSuggestion[]>;
  /** Takes one off the list; one that is not on it is fine. */
  close(id: string): Promise<void>;
}

/** What is to be said once, however many processes think of it and however often they start. */
export interface Reminders {
  /** True for the first caller with this key, ever. */
  claim(key: string, at: number): Promise<boolean>;
  /** It could not be said: the key may be claimed again. */
  release(key: string): Promise<void>;
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

/** A fact to be edited, and the version that `edit` wants back. */
export interface OpenedFact extends WrittenFact {
  readonly version: string;
}

export interface EditedBy {
  readonly user: string;
  readonly why: string;
  /**
   * The version of the fact when the editor opened it: a newer one is never overwritten. Left out for a new
   * fact only.
   */
  readonly expectedVersion?: string;
}

/** Refused by the checks: each problem with the field of the form it belongs to. */
export interface RefusedEdit {
  readonly kind: 'refused';
  readonly problems: readonly FieldProblem[];
}

export type EditOutcome =
  /** In its file and in service. `dropped` are short answers that the new statement no longer holds. */
  | { readonly kind: 'saved'; readonly change: Change; readonly dropped: readonly string[] }
  /** The fact is like that already. */
  | { readonly kind: 'unchanged' }
  | RefusedEdit
  /** Somebody changed the fact since it was opened; `current` is undefined where it is gone. */
  | { readonly kind: 'conflict'; readonly current: OpenedFact | undefined };

export type PreviewOutcome =
  | {
      readonly kind: 'preview';
      /** Golden questions that would be answered differently; those that get worse come first. */
      readonly changes: readonly GoldenChange[];
      /** How many golden questions there are. */
      readonly asked: number;
      readonly before: WrittenFact | undefined;
      readonly after: WrittenFact | undefined;
      readonly dropped: readonly string[];
    }
  | RefusedEdit;

/** Told of what happens to the base. Each may take its time; an error in one is logged. */
export interface BaseListener {
  /** Called once when the files stop being usable; the last good base stays in service. */
  onProblems?(problems: readonly Problem[]): unknown;
  /** Called once when they are usable again. */
  onMended?(): unknown;
  /** Facts have changed and are in service. Of several processes that share a database one is called. */
  onChanges?(changes: readonly Change[]): unknown;
}

/** The base in service, and the ways to change it. */
export interface Editing {
  /** The engine for the last good base; ask for it at each question. */
  current(): Answering;
  /** Changes with every change of the base in service. */
  version(): string;
  /** When the base in service was loaded, in milliseconds since the epoch. */
  loadedAt(): number;
  /** What is wrong with the files as they are now; nothing while the base in service is theirs. */
  problems(): readonly Problem[];
  /** A fact to be edited, in use or retired; undefined where there is none. */
  open(id: string): OpenedFact | undefined;
  /** What an edit would do, without doing it. */
  preview(edit: FactEdit): Promise<PreviewOutcome>;
  /**
   * Checks and saves an edit, one at a time.
   * @throws UserError when the file cannot be written or another process keeps writing; the error of the
   * database when it is away, with nothing written.
   */
  edit(edit: FactEdit, by: EditedBy): Promise<EditOutcome>;
  /** Sets a fact back to what it was before a change, unless it changed again since. Throws as `edit` does. */
  undo(changeId: string, by: Omit<EditedBy, 'expectedVersion'>): Promise<EditOutcome>;
  /** Adds a listener; returns what takes it off again. */
  listen(listener: BaseListener): () => void;
}
