/**
 * What the engine decided, as a closed set of kinds. Whoever shows a reply does so in one exhaustive
 * `switch`, so that a new kind breaks the build until it is shown.
 */
import type { Digest, Entity, Fact, Report, Topic } from '../facts/schema.ts';

/** A fact with the report it is taken from and the topic it stands in. */
export interface SourcedFact {
  readonly fact: Fact;
  readonly report: Report;
  readonly topic: Topic;
}

/** A question that the base can answer, offered to the person. `factIds` is what it would answer with. */
export interface Suggestion {
  readonly question: string;
  readonly factIds: readonly string[];
}

/** Why the engine decided as it did, in plain words; one sentence a line, ready to be shown. */
export interface Explanation {
  readonly lines: readonly string[];
}

/** The report says it. One fact, or several for a comparison, a list or two questions in one. */
export interface AnswerReply {
  readonly kind: 'answer';
  readonly facts: readonly SourcedFact[];
  /** What the facts amount to together, written by an editor. */
  readonly lead?: string;
  /** Sets right what the question had wrong ("The report says 1,000, not 5,000."), or admits a part of it. */
  readonly correction?: string;
  readonly digest?: Digest;
  readonly suggestions: readonly Suggestion[];
  readonly explanation: Explanation;
}

/** Two or three facts fit about equally well; the person picks. */
export interface ChoicesReply {
  readonly kind: 'choices';
  readonly choices: readonly Suggestion[];
  readonly explanation: Explanation;
}

/** The report does not say it. `fact` is the curated fact that says so, where there is one. */
export interface UnknownReply {
  readonly kind: 'unknown';
  readonly text: string;
  readonly fact?: SourcedFact;
  readonly suggestions: readonly Suggestion[];
  readonly explanation: Explanation;
  /** `gap` is a question an editor may want to answer one day; small talk and junk are not. */
  readonly reason: 'gap' | 'chat' | 'junk' | 'empty';
}

/** Who says so, how firmly and as of when, for `source?` and `are you sure?` in a thread. */
export interface ProvenanceReply {
  readonly kind: 'provenance';
  /** The facts whose origin was asked for. */
  readonly facts: readonly SourcedFact[];
  /** One or two plain sentences with the attribution, the date, the paragraph and the status. */
  readonly text: string;
}

/** Nobody asked the bot anything: thanks, asides, talk between colleagues. */
export interface SilentReply {
  readonly kind: 'silent';
  readonly why: 'thanks' | 'aside' | 'acknowledgement';
}

/** What the bot covers, with examples and how current it is. */
export interface HelpReply {
  readonly kind: 'help';
}

/** All topics with their titles and summaries. */
export interface TopicsReply {
  readonly kind: 'topics';
}

/** Everything in the base about one topic or entity. */
export interface AboutReply {
  readonly kind: 'about';
  readonly subject: { readonly topic: Topic } | { readonly entity: Entity };
  readonly facts: readonly SourcedFact[];
}

/** The facts that have a date of their own, earliest first. */
export interface TimelineReply {
  readonly kind: 'timeline';
  readonly facts: readonly SourcedFact[];
}

/** The reports, with their caveats. */
export interface SourcesReply {
  readonly kind: 'sources';
}

export type Reply =
  | AnswerReply
  | ChoicesReply
  | UnknownReply
  | ProvenanceReply
  | SilentReply
  | HelpReply
  | TopicsReply
  | AboutReply
  | TimelineReply
  | SourcesReply;
