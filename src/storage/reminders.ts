import type { Kysely } from 'kysely';
import type { Reminders } from './stores.ts';
import type { Tables } from './tables.ts';

export function remindersIn(db: Kysely<Tables>): Reminders {
  return {
    async claim(key, at) {
      const { numInsertedOrUpdatedRows: inserted } = await db
        .insertInto('reminders')
        .values({ key, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return inserted === 1n;
    },
    async release(key) {
      await db.deleteFrom('reminders').where('key', '=', key).execute();
    },
  };
}
