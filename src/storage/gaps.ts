import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Gap, Gaps } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

const offeredSchema = z.array(z.string());

export function gapsIn(db: Kysely<Tables>): Gaps {
  return {
    async record({ question, at, team, channel, thread, offered, kind }) {
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
        })
        .execute();
    },
    async list(limit = 100) {
      const rows = await db
        .selectFrom('gaps')
        .select(['id', 'question', 'at', 'team', 'channel', 'thread', 'offered', 'kind'])
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(gapOf);
    },
    async dismiss(id) {
      await db.deleteFrom('gaps').where('id', '=', id).execute();
    },
  };
}

function gapOf({ thread, offered, ...gap }: Selectable<Tables['gaps']>): Gap {
  return {
    ...gap,
    ...(thread !== null && { thread }),
    offered: offeredSchema.parse(JSON.parse(offered)),
  };
}
