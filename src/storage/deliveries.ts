import type { Kysely } from 'kysely';
import type { Clock, Deliveries } from './stores.ts';
import type { Tables } from './tables.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Slack sends again for about an hour; two days outlast a paused socket and a night. */
const KEPT = 2 * DAY;

export function deliveriesIn(db: Kysely<Tables>, clock: Clock): Deliveries {
  return {
    // One statement, so that of two processes with the same key exactly one inserts.
    async claim(key) {
      const result = await db
        .insertInto('deliveries')
        .values({ key, at: clock() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}

export async function purgeDeliveries(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('at', '<', now - KEPT)
    .execute();
}
