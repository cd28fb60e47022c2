import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Conversation } from '../answer/conversation.ts';
import { AnswerKind } from '../facts/schema.ts';
import type { Clock, Conversations, Log } from './stores.ts';
import type { Tables } from './tables.ts';

/** Names every field of a conversation: a field added there breaks the build until it is checked here. */
const FIELDS = {
  given: z.array(z.string()),
  latest: z.array(z.string()),
  question: z.string(),
  kinds: z.array(AnswerKind),
  terms: z.array(z.string()),
  entities: z.array(z.string()),
} satisfies Record<keyof Conversation, z.ZodType>;

const conversationSchema: z.ZodType<Conversation> = z.object(FIELDS);

/** Threads untouched for longer than `kept` milliseconds are forgotten, also when nobody has purged them yet. */
export function conversationsIn(db: Kysely<Tables>, clock: Clock, kept: number, log?: Log): Conversations {
  return {
    async load({ team, channel, root }) {
      const row = await db
        .selectFrom('conversations')
        .select('value')
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('root', '=', root)
        .where('used_at', '>=', clock() - kept)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const conversation = readConversation(row.value);
      if (conversation === undefined) log?.warn('a stored conversation cannot be read', { channel, root });
      return conversation;
    },
    async save({ team, channel, root }, conversation) {
      const latest = { value: JSON.stringify(conversation), used_at: clock() };
      await db
        .insertInto('conversations')
        .values({ team, channel, root, ...latest })
        .onConflict((conflict) => conflict.columns(['team', 'channel', 'root']).doUpdateSet(latest))
        .execute();
    },
  };
}

export async function purgeConversations(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('conversations').where('used_at', '<', before).execute();
}

/** Undefined for what is no conversation: damaged, or in the shape of another version. */
export function readConversation(value: string): Conversation | undefined {
  try {
    return conversationSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
