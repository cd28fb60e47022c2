import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Suggestions } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

const idsSchema = z.array(z.string());

export function suggestionsIn(db: Kysely<Tables>): Suggestions {
  return {
    async record({ text, question, factIds, at, user }) {
      await db
        .insertInto('suggestions')
        .values({
          id: randomUUID(),
          text: storable(text),
          question: storable(question),
          fact_ids: JSON.stringify(factIds),
          at,
          user,
          open: 1,
        })
        .execute();
    },
    async list(limit = 100) {
      const rows = await db
        .selectFrom('suggestions')
        .selectAll()
        .where('open', '=', 1)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, text, question, fact_ids, at, user }) => ({
        ...{ id, text, question, at, user },
        factIds: idsSchema.parse(JSON.parse(fact_ids)),
      }));
    },
    async close(id) {
      await db.updateTable('suggestions').set({ open: 0 }).where('id', '=', id).execute();
    },
  };
}
