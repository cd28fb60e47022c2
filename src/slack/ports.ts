/** What the Slack room needs from outside. Storage implements these; tests use small fakes. */
import type { Answering } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import type { Reply, UnknownReply } from '../answer/reply.ts';

/** The engine for the base now in service; a reload swaps it, so ask for it at each question. */
export type CurrentEngine = () => Answering;

/** Remembers deliveries, so that what Slack sends twice is handled once. */
export interface Deliveries {
  /** True for the first caller with this key, false for every later one. */
  claim(key: string): Promise<boolean>;
}

/** A delivery of Slack's by its key; `body` is what Slack sent, as JSON. */
export interface Accepted {
  readonly key: string;
  readonly body: string;
}

/** One that another process left without an answer, or with one that it was about to send. */
export interface Adopted extends Accepted {
  readonly mayBeAnswered: boolean;
}

/**
 * Deliveries that Slack was told are taken, and that are not answered yet. Each is in the hands of one
 * process, the `owner`; those of a process that is no longer heard of are answered by another.
 */
export interface InHand {
  /** Resolves with the keys that were in nobody's hands. */
  take(owner: string, deliveries: readonly Accepted[]): Promise<ReadonlySet<string>>;
  /** Notes that their answers are about to be sent; resolves with the keys that are still this owner's. */
  sending(owner: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  done(owner: string, keys: readonly string[]): Promise<void>;
  /** Says that the owner is alive: to be called every three seconds. */
  keep(owner: string): Promise<void>;
  /** Lets go of all that the owner has, for any other to adopt at once. */
  release(owner: string): Promise<void>;
  /** What silent owners left, the oldest first; now in this owner's hands. */
  adopt(owner: string, limit: number): Promise<readonly Adopted[]>;
}

/** A thread: its workspace, channel and the `ts` of its root message. */
export interface ThreadKey {
  readonly team: string;
  readonly channel: string;
  readonly root: string;
}

export interface Conversations {
  load(thread: ThreadKey): Promise<Conversation | undefined>;
  save(thread: ThreadKey, conversation: Conversation): Promise<void>;
}

/** A question that was put in a thread, and the bot's replies to it: a corrected question mends them. */
export interface Exchange {
  readonly thread: ThreadKey;
  /** The `ts` of the question. */
  readonly ts: string;
  /** The `ts` of each message of the reply; none once they were taken back. */
  readonly replies: readonly string[];
  /** What the thread had been about before the question, and after its answer. */
  readonly before: Conversation | undefined;
  readonly after: Conversation;
}

export interface Exchanges {
  /** @param ts of the question. */
  load(place: Pick<ThreadKey, 'team' | 'channel'>, ts: string): Promise<Exchange | undefined>;
  /** Keeps it, in the place of an earlier one about the same question. */
  save(exchange: Exchange): Promise<void>;
}

export type Vote = 'up' | 'down';

export interface Feedback {
  /** Keeps one vote a person and message; a later vote replaces the earlier one. */
  vote(entry: {
    readonly team: string;
    readonly channel: string;
    readonly message: string;
    readonly user: string;
    readonly vote: Vote;
    readonly question: string;
    readonly factIds: readonly string[];
  }): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** Structured log lines; `fields` never hold tokens, nor what anybody wrote. */
export interface Log {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** What became of a question: what was replied, a refusal that only the person can mend, or a bug. */
export type QuestionOutcome =
  | Exclude<Reply['kind'], 'unknown'>
  | UnknownReply['reason']
  | 'refused'
  | 'failed';

/** Counts what happens, for whoever watches over the bot; never told what people wrote. */
export interface Meter {
  /** @param ms milliseconds from its arrival until all was done for it. */
  question(feature: string, outcome: QuestionOutcome, ms: number): void;
  /** @param call the kind of call, @param error what Slack named it; neither is ever made up by a person. */
  slackError(call: string, error: string): void;
}
