/** What every listener of this room works with. */
import type { Editing, Gaps, History, Posted, Reminders, Suggestions } from './editor-ports.ts';
import type { InOrder } from './in-order.ts';
import type { Outbox } from './outbox.ts';
import type {
  Clock,
  Conversations,
  CurrentEngine,
  Deliveries,
  Exchanges,
  Feedback,
  InHand,
  Log,
  Meter,
} from './ports.ts';
import type { ReadThread } from './read-thread.ts';
import type { Rebuild } from './rebuild.ts';

/** What the Slack room is given from outside. */
export interface SlackParts {
  readonly engine: CurrentEngine;
  readonly deliveries: Deliveries;
  readonly inHand: InHand;
  readonly conversations: Conversations;
  readonly exchanges: Exchanges;
  readonly feedback: Feedback;
  readonly editing: Editing;
  readonly history: History;
  readonly posted: Posted;
  readonly gaps: Gaps;
  readonly suggestions: Suggestions;
  readonly reminders: Reminders;
  /** Ids of the users who may edit facts. */
  readonly admins: readonly string[];
  /** Whether it may be kept who asked a question that had no answer. */
  readonly keepAskers?: boolean;
  /** Days in which a posted answer follows its facts; 30 unless told. */
  readonly correctionDays?: number;
  /** Whoever sends forms leaves out what nobody touched, instead of sending what it was filled with. */
  readonly untouchedIsEmpty?: boolean;
  readonly log: Log;
  readonly clock: Clock;
  /** Resolves after that many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** A new short reference for a delivery: in the log, and shown to a person to whom an error is told. */
  readonly reference: () => string;
  readonly meter?: Meter;
}

export interface Room extends SlackParts {
  readonly outbox: Outbox;
  readonly inOrder: InOrder;
  readonly readThread: ReadThread;
  readonly rebuild: Rebuild;
}

/** The fields of Bolt's context that listeners use. */
export interface SlackContext {
  readonly teamId?: string | undefined;
  readonly botUserId?: string | undefined;
  readonly botId?: string | undefined;
}
