import type { Base } from '../../facts/schema.ts';
import type { Audience } from '../ids.ts';

/** Where a reply is shown, and to whom. */
export interface View {
  readonly base: Base;
  /** The question in readable form; restated when `askedBy` is given, and kept in the buttons. */
  readonly question: string;
  /** The user who asked, where the question does not stand right above the reply. */
  readonly askedBy?: string;
  /** True for what only the asker sees; an answer can then be posted to the channel. */
  readonly isPrivate?: boolean;
  /** Only editors see it. */
  readonly forEditor?: boolean;
  /** Who sees the answer to a suggestion of a private message. */
  readonly suggestionsFor: Audience;
  /** The day it is shown on, as `2026-02-23`: a fact that an editor should have looked at by then says so. */
  readonly today?: string;
}
