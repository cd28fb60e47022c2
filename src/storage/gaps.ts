import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Gap, Gaps } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

const offeredSchema = z.array(z.string());

export function gapsIn(db: Kysely<Tables>): Gaps {
  const all = (limit: number) => db.selectFrom('gaps').selectAll().limit(limit);
  const close = async (ids: readonly string[], latest: Partial<Tables['gaps']>): Promise<void> => {
    if (ids.length === 0) return;
    await db.updateTable('gaps').set(latest).where('id', 'in', ids).where('state', '=', 'open').execute();
  };
  return {
    async record({ question, at, team, channel, thread, isPrivate, offered, kind, user }) {
      await db
        .insertInto('gaps')
        .values({
          id: randomUUID(),
          question: storable(question),
          at,
          team,
          channel,
          thread: thread ?? null,
          offered: JSON.stringify(offered),
          kind,
          user: user ?? null,
          is_private: isPrivate === true ? 1 : 0,
          state: 'open',
          fact_id: null,
        })
        .execute();
    },
    async list(limit = 100) {
      const rows = await all(limit).where('state', '=', 'open').orderBy('at', 'desc').orderBy('id').execute();
      return rows.map(gapOf);
    },
    dismiss: (ids) => close(ids, { state: 'dismissed' }),
    answer: (ids, factId) => close(ids, { state: 'answered', fact_id: factId }),
    async toTell(limit = 100) {
      const rows = await all(limit).where('state', '=', 'answered').orderBy('at').orderBy('id').execute();
      return rows.map((row) => ({ ...gapOf(row), factId: row.fact_id ?? '' }));
    },
    async claimTelling(id) {
      const { numUpdatedRows } = await db
        .updateTable('gaps')
        .set({ state: 'told' })
        .where('id', '=', id)
        .where('state', '=', 'answered')
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

function gapOf(row: Selectable<Tables['gaps']>): Gap {
  const { id, question, at, team, channel, thread, is_private: isPrivate, offered, kind, user } = row;
  return {
    ...{ id, question, at, team, channel, kind },
    ...(thread !== null && { thread }),
    ...(isPrivate === 1 && { isPrivate: true }),
    ...(user !== null && { user }),
    offered: offeredSchema.parse(JSON.parse(offered)),
  };
}
