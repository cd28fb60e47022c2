import type { App } from '@slack/bolt';
import type { Room } from './room.ts';

/** One thing the bot listens to, with what the manifest must grant for it. */
export interface Feature {
  readonly name: string;
  /** As the manifest writes them: `message.im`. */
  readonly events: readonly string[];
  /** Bot scopes. */
  readonly scopes: readonly string[];
  attach(app: App, room: Room): void;
}
