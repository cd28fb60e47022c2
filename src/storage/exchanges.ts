import type { Kysely } from 'kysely';
import { z } from 'zod';
import { readConversation } from './conversations.ts';
import type { Clock, Exchanges } from './stores.ts';
import type { Tables } from './tables.ts';

const repliesSchema = z.array(z.string());

/** A question and the reply to it are forgotten `kept` milliseconds after either last changed. */
export function exchangesIn(db: Kysely<Tables>, clock: Clock, kept: number): Exchanges {
  return {
    async load({ team, channel }, ts) {
      const row = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('ts', '=', ts)
        .where('at', '>=', clock() - kept)
        .executeTakeFirst();
      const after = row && readConversation(row.after);
      if (row === undefined || after === undefined) return undefined;
      return {
        thread: { team, channel, root: row.root },
        ts,
        replies: repliesSchema.parse(JSON.parse(row.replies)),
        before: row.before === null ? undefined : readConversation(row.before),
        after,
      };
    },
    async save({ thread: { team, channel, root }, ts, replies, before, after }) {
      const latest = {
        root,
        replies: JSON.stringify(replies),
        before: before === undefined ? null : JSON.stringify(before),
        after: JSON.stringify(after),
        at: clock(),
      };
      await db
        .insertInto('exchanges')
        .values({ team, channel, ts, ...latest })
        .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doUpdateSet(latest))
        .execute();
    },
  };
}

export async function purgeExchanges(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('exchanges').where('at', '<', before).execute();
}
