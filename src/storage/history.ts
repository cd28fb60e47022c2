import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { Fact, type WrittenFact } from '../facts/schema.ts';
import type { Change, History } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

const writtenSchema = z.object({ topic: z.string(), fact: Fact });

/** There is one lock for all changes: they are rare, and each takes milliseconds. */
const LOCK = 'writing';

/** A change that was announced this long ago, in milliseconds, and is in no file was never written. */
const STALE = 10_000;

export function historyIn(db: Kysely<Tables>): History {
  return {
    async begin(change) {
      const id = randomUUID();
      const result = await db
        .insertInto('history')
        .values({ ...rowOf(id, change), lock: LOCK })
        .onConflict((conflict) => conflict.column('lock').doNothing())
        .executeTakeFirstOrThrow();
      return result.numInsertedOrUpdatedRows === 1n ? id : undefined;
    },
    complete: (id) => db.transaction().execute((within) => complete(within, id)),
    async abandon(id) {
      await db.deleteFrom('history').where('id', '=', id).where('lock', 'is not', null).execute();
    },
    notice: (facts, at) => db.transaction().execute((within) => notice(within, facts, at)),
    async get(id) {
      const row = await written(db).where('id', '=', id).executeTakeFirst();
      return row && changeOf(row);
    },
    async of(factId, limit = 50) {
      return (await newest(db, limit).where('fact_id', '=', factId).execute()).map(changeOf);
    },
    async recent(limit = 50) {
      return (await newest(db, limit).execute()).map(changeOf);
    },
  };
}

const written = (db: Kysely<Tables>) => db.selectFrom('history').selectAll().where('lock', 'is', null);

const newest = (db: Kysely<Tables>, limit: number) =>
  written(db).orderBy('at', 'desc').orderBy('id').limit(limit);

async function complete(db: Transaction<Tables>, id: string): Promise<Change | undefined> {
  const row = await db
    .updateTable('history')
    .set({ lock: null })
    .where('id', '=', id)
    .where('lock', 'is not', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db.deleteFrom('known_facts').where('fact_id', '=', row.fact_id).execute();
  if (row.after !== null) {
    await db.insertInto('known_facts').values({ fact_id: row.fact_id, value: row.after }).execute();
  }
  return changeOf(row);
}

async function notice(
  db: Transaction<Tables>,
  facts: readonly WrittenFact[],
  at: number,
): Promise<readonly Change[]> {
  const known = new Map(
    (await db.selectFrom('known_facts').selectAll().execute()).map((row) => [row.fact_id, row.value]),
  );
  const now = new Map(facts.map((each) => [each.fact.id, write(each)]));
  const isFirst =
    known.size === 0 && (await db.selectFrom('history').select('id').limit(1).execute()).length === 0;
  const announced = await db.selectFrom('history').selectAll().where('lock', 'is not', null).execute();
  const recorded: Change[] = [];
  // In one order, so that two processes do not wait for each other.
  for (const factId of [...new Set([...known.keys(), ...now.keys()])].sort()) {
    const difference = { factId, before: known.get(factId), after: now.get(factId) };
    if (difference.before === difference.after || !(await replaceKnown(db, difference))) continue;
    if (isFirst || isSame(difference.before, difference.after)) continue;
    const own = announced.find((row) => row.fact_id === factId && row.after === (difference.after ?? null));
    recorded.push(own === undefined ? await record(db, difference, at) : await release(db, own));
  }
  await db
    .deleteFrom('history')
    .where('lock', 'is not', null)
    .where('at', '<', at - STALE)
    .execute();
  return recorded;
}

interface Difference {
  readonly factId: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** False where another process has seen to this difference meanwhile. */
async function replaceKnown(db: Transaction<Tables>, difference: Difference): Promise<boolean> {
  const { factId, before, after } = difference;
  if (before === undefined) {
    const { numInsertedOrUpdatedRows: inserted } = await db
      .insertInto('known_facts')
      .values({ fact_id: factId, value: after ?? '' })
      .onConflict((conflict) => conflict.column('fact_id').doNothing())
      .executeTakeFirstOrThrow();
    return inserted === 1n;
  }
  if (after === undefined) {
    const { numDeletedRows } = await db
      .deleteFrom('known_facts')
      .where('fact_id', '=', factId)
      .where('value', '=', before)
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('known_facts')
    .set({ value: after })
    .where('fact_id', '=', factId)
    .where('value', '=', before)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function record(
  db: Transaction<Tables>,
  { factId, before, after }: Difference,
  at: number,
): Promise<Change> {
  const change = { factId, at, who: 'files', why: '', before: read(before), after: read(after) };
  const id = randomUUID();
  await db
    .insertInto('history')
    .values({ ...rowOf(id, change), lock: null })
    .execute();
  return { id, ...change };
}

async function release(db: Transaction<Tables>, row: Selectable<Tables['history']>): Promise<Change> {
  await db.updateTable('history').set({ lock: null }).where('id', '=', row.id).execute();
  return changeOf(row);
}

function rowOf(id: string, { factId, at, who, why, before, after }: Omit<Change, 'id'>) {
  return {
    id,
    fact_id: factId,
    at,
    who,
    why: storable(why),
    before: before === undefined ? null : write(before),
    after: after === undefined ? null : write(after),
  };
}

function changeOf(row: Selectable<Tables['history']>): Change {
  const { id, fact_id: factId, at, who, why } = row;
  return { id, factId, at, who, why, before: read(row.before), after: read(row.after) };
}

/** Facts come out of the schema with their keys in its order, so that the same fact is the same text. */
function write({ topic, fact }: WrittenFact): string {
  return JSON.stringify({ topic, fact: Fact.parse(fact) });
}

/** Undefined also for what an older version wrote in a shape that is none any more. */
function read(value: string | null | undefined): WrittenFact | undefined {
  return value === null || value === undefined ? undefined : writtenSchema.safeParse(JSON.parse(value)).data;
}

/** A new version may write the same fact differently; that is no change of the fact. */
function isSame(before: string | undefined, after: string | undefined): boolean {
  const old = read(before);
  if (before !== undefined && old === undefined) return true;
  return old !== undefined && write(old) === after;
}
