import type { Kysely } from 'kysely';
import type { Clock, InHand } from './stores.ts';
import type { Tables } from './tables.ts';

/** A process that has said nothing for so long, in milliseconds, is taken for dead; a living one says so every three seconds. */
const SILENT = 10_000;

/** Milliseconds after which nobody waits for an answer any more, and Slack takes none by way of the command. */
const KEPT = 30 * 60 * 1000;

/** A delivery at which so many processes died one after the other may be what killed them. */
const TRIES = 3;

/** Rows a statement: a database takes only so many parameters. */
const AT_ONCE = 100;

export function inHandIn(db: Kysely<Tables>, clock: Clock): InHand {
  return {
    async take(owner, deliveries) {
      const taken = await inParts(deliveries, (part) => {
        const at = clock();
        const rows = part.map(({ key, body }) => ({
          ...{ key, owner, body, at },
          taken_at: at,
          sending: 0,
          tries: 1,
        }));
        return db
          .insertInto('in_hand')
          .values(rows)
          .onConflict((conflict) => conflict.column('key').doNothing())
          .returning('key')
          .execute();
      });
      return keysOf(taken);
    },
    async sending(owner, keys) {
      const marked = await inParts(keys, (part) =>
        db
          .updateTable('in_hand')
          .set({ sending: 1 })
          .where('key', 'in', part)
          .where('owner', '=', owner)
          .returning('key')
          .execute(),
      );
      return keysOf(marked);
    },
    async done(owner, keys) {
      await inParts(keys, (part) =>
        db.deleteFrom('in_hand').where('key', 'in', part).where('owner', '=', owner).execute(),
      );
    },
    async keep(owner) {
      await db.updateTable('in_hand').set({ at: clock() }).where('owner', '=', owner).execute();
    },
    async release(owner) {
      await db.updateTable('in_hand').set({ at: 0 }).where('owner', '=', owner).execute();
    },
    adopt: (owner, limit) => adopt(db, clock(), owner, limit),
  };
}

async function adopt(db: Kysely<Tables>, now: number, owner: string, limit: number) {
  const left = await db
    .selectFrom('in_hand')
    .selectAll()
    .where('at', '<', now - SILENT)
    .where('taken_at', '>=', now - KEPT)
    .where('tries', '<', TRIES)
    .orderBy('taken_at')
    .limit(limit)
    .execute();
  const adopted = [];
  for (const { key, body, at, sending, tries } of left) {
    // Of two processes that see it at once, one finds it as it was.
    const { numUpdatedRows } = await db
      .updateTable('in_hand')
      .set({ owner, at: now, tries: tries + 1 })
      .where('key', '=', key)
      .where('at', '=', at)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 1n) adopted.push({ key, body, mayBeAnswered: sending === 1 });
  }
  return adopted;
}

export async function purgeInHand(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('in_hand')
    .where('taken_at', '<', now - KEPT)
    .execute();
}

async function inParts<T, R>(all: readonly T[], run: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    results.push(...(await run(all.slice(start, start + AT_ONCE))));
  }
  return results;
}

const keysOf = (rows: readonly { readonly key: string }[]): Set<string> =>
  new Set(rows.map(({ key }) => key));
