import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Posted } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

const idsSchema = z.array(z.string());

export function postedIn(db: Kysely<Tables>): Posted {
  return {
    async remember({ team, channel, ts, thread, factIds, question, askedBy, at }) {
      const key = { team, channel, ts };
      const latest = {
        thread: thread ?? null,
        fact_ids: JSON.stringify(factIds),
        question: storable(question),
        asked_by: askedBy ?? null,
        at,
      };
      const facts = [...new Set(factIds)].map((fact_id) => ({ fact_id, ...key, at }));
      await db.transaction().execute(async (within) => {
        await within
          .insertInto('posted')
          .values({ ...key, ...latest })
          .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doUpdateSet(latest))
          .execute();
        await within
          .deleteFrom('posted_facts')
          .where('team', '=', team)
          .where('channel', '=', channel)
          .where('ts', '=', ts)
          .execute();
        if (facts.length > 0) await within.insertInto('posted_facts').values(facts).execute();
      });
    },
    async messagesWith(factId, since) {
      const rows = await db
        .selectFrom('posted_facts')
        .innerJoin('posted', (join) =>
          join
            .onRef('posted.team', '=', 'posted_facts.team')
            .onRef('posted.channel', '=', 'posted_facts.channel')
            .onRef('posted.ts', '=', 'posted_facts.ts'),
        )
        .selectAll('posted')
        .where('posted_facts.fact_id', '=', factId)
        .where('posted_facts.at', '>=', since)
        .orderBy('posted.at', 'desc')
        .orderBy('posted.ts', 'desc')
        .execute();
      return rows.map(({ team, channel, ts, thread, fact_ids, question, asked_by, at }) => ({
        ...{ team, channel, ts, question, at },
        factIds: idsSchema.parse(JSON.parse(fact_ids)),
        ...(thread !== null && { thread }),
        ...(asked_by !== null && { askedBy: asked_by }),
      }));
    },
  };
}

export async function purgePosted(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('posted_facts').where('at', '<', before).execute();
  await db.deleteFrom('posted').where('at', '<', before).execute();
}
