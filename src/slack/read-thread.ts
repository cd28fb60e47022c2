/** The messages of a thread, as Slack has them. */
import { z } from 'zod';
import { ACTION, factIdsIn, readWhy } from './ids.ts';
import type { Log } from './ports.ts';
import type { WebClient } from './types.ts';

/** A message of a thread, its root included. */
export interface ThreadMessage {
  readonly ts: string;
  readonly user?: string | undefined;
  /** Set for what a program posted. */
  readonly botId?: string | undefined;
  readonly text: string;
  /** The facts that it gives, where it is an answer of this bot or of another installation of it. */
  readonly factIds: readonly string[];
  /** The question that it answers, where it says so. */
  readonly question?: string | undefined;
}

/** Oldest first; undefined when Slack does not give them. Never throws. */
export type ReadThread = (thread: {
  readonly channel: string;
  readonly root: string;
}) => Promise<readonly ThreadMessage[] | undefined>;

/** The most that Slack gives at once to an app of the workspace's own. */
const MESSAGES = 1000;

export function createReadThread({ client, log }: { client: WebClient; log: Log }): ReadThread {
  return async ({ channel, root }) => {
    try {
      const { messages = [] } = await client.conversations.replies({ channel, ts: root, limit: MESSAGES });
      return messages.flatMap((message) => readThreadMessage(message) ?? []);
    } catch (error) {
      log.warn('a thread could not be read', { channel, root, error });
      return undefined;
    }
  };
}

const Button = z.object({ action_id: z.string(), value: z.string() });
const Block = z.object({
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional().catch(undefined),
});
const Message = z.object({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(Block).default([]).catch([]),
});

function readThreadMessage(message: unknown): ThreadMessage | undefined {
  const read = Message.safeParse(message).data;
  if (read === undefined) return undefined;
  const { ts, user, bot_id: botId, text, blocks } = read;
  const ids = blocks.map(({ block_id: id }) => (id === undefined ? {} : { block_id: id }));
  return { ts, user, botId, text, factIds: factIdsIn(ids), question: questionIn(blocks) };
}

/** The button that tells why carries the question as it was asked. */
function questionIn(blocks: readonly z.infer<typeof Block>[]): string | undefined {
  const buttons = blocks.flatMap(({ elements = [] }) =>
    elements.flatMap((element) => Button.safeParse(element).data ?? []),
  );
  return readWhy(buttons.find(({ action_id: id }) => id === ACTION.why)?.value)?.question;
}
