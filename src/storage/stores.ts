/** What the database offers to the rest of the program, whichever database it is. */
import type {
  Change,
  Gap,
  Gaps,
  History,
  NewGap,
  Posted,
  Reminders,
  Suggestions,
} from '../slack/editor-ports.ts';
import type { Clock, Conversations, Deliveries, Exchanges, Feedback, InHand, Log } from '../slack/ports.ts';

/** Every method rejects when the database cannot be reached; `openResilient` turns that into an answer. */
export interface Stores {
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly exchanges: Exchanges;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly history: History;
  readonly inHand: InHand;
  readonly posted: Posted;
  readonly suggestions: Suggestions;
  readonly reminders: Reminders;
  /** Deletes what has outlived its use: call it now and then, once an hour is plenty. */
  purge(): Promise<void>;
  /** Releases the database; a second call changes nothing. */
  close(): Promise<void>;
}

export type {
  Change,
  Clock,
  Conversations,
  Deliveries,
  Exchanges,
  Feedback,
  Gap,
  Gaps,
  History,
  InHand,
  Log,
  NewGap,
  Posted,
  Reminders,
  Suggestions,
};
