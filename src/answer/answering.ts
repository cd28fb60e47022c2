/** The one door to the engine: what Slack, the terminal and the evaluation call. */
import type { Base } from '../facts/schema.ts';
import type { Conversation } from './conversation.ts';
import type { Reply } from './reply.ts';

/** A reply, the question as understood on its own, and what the thread has been about after it. */
export interface Turn {
  readonly reply: Reply;
  readonly question: string;
  readonly conversation: Conversation;
}

/** What a slash command asked for: its turn, and who may see an answer. */
export interface CommandTurn extends Turn {
  readonly visibility: 'channel' | 'asker';
}

export interface Answering {
  readonly base: Base;
  /**
   * Answers a question. With a conversation, it is a message in that thread and may be a follow-up
   * or no question at all (`silent`). `isAddressed` says that the message mentions the bot (its mention
   * already taken out) or was written to it directly: it is then never met with silence, but for thanks.
   * Never throws, whatever the text.
   */
  ask(question: string, conversation?: Conversation, isAddressed?: boolean): Turn;
  /** Answers the text after the slash command: `help`, `topics`, `about …`, `me …`, or a question. */
  command(text: string): CommandTurn;
  /** Answers with these facts, for a pressed suggestion; `unknown` where none of them exists any more. */
  give(factIds: readonly string[], question: string, conversation?: Conversation): Turn;
}
