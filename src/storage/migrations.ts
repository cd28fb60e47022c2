/**
 * The steps that bring a database to the tables of `tables.ts`. A step that was released is never changed;
 * a new one is added below with the next number. All missing steps run in one transaction, and two
 * processes that start at once take turns.
 */
import type { Kysely, Migration } from 'kysely';
import { Migrator, sql } from 'kysely';
import { ConfigError } from '../errors.ts';

const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('deliveries')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('deliveries_at').on('deliveries').column('at').execute();
    await db.schema
      .createTable('conversations')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('root', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('used_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversations_key', ['team', 'channel', 'root'])
      .execute();
    await db.schema.createIndex('conversations_used_at').on('conversations').column('used_at').execute();
    await db.schema
      .createTable('feedback')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('vote', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('fact_ids', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['team', 'channel', 'message', 'user'])
      .execute();
    await db.schema
      .createTable('gaps')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('offered', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('gaps_at').on('gaps').column('at').execute();
  },
};

const editing: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('gaps').addColumn('user', 'text').execute();
    await db.schema
      .alterTable('gaps')
      .addColumn('state', 'text', (column) => column.notNull().defaultTo('open'))
      .execute();
    await db.schema.alterTable('gaps').addColumn('fact_id', 'text').execute();
    await db.schema.createIndex('gaps_state').on('gaps').columns(['state', 'at']).execute();
    await db.schema
      .createTable('history')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('fact_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .addColumn('lock', 'text', (column) => column.unique())
      .execute();
    await db.schema.createIndex('history_fact').on('history').columns(['fact_id', 'at']).execute();
    await db.schema.createIndex('history_at').on('history').column('at').execute();
    await db.schema
      .createTable('known_facts')
      .addColumn('fact_id', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await createPosted(db);
  },
};

async function createPosted(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('posted')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('fact_ids', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('posted_key', ['team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('posted_at').on('posted').column('at').execute();
  await db.schema
    .createTable('posted_facts')
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('posted_facts_key', ['fact_id', 'team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('posted_facts_at').on('posted_facts').column('at').execute();
  await db.schema
    .createIndex('posted_facts_message')
    .on('posted_facts')
    .columns(['team', 'channel', 'ts'])
    .execute();
}

const exchanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('exchanges')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('ts', 'text', (column) => column.notNull())
      .addColumn('root', 'text', (column) => column.notNull())
      .addColumn('replies', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('exchanges_key', ['team', 'channel', 'ts'])
      .execute();
    await db.schema.createIndex('exchanges_at').on('exchanges').column('at').execute();
  },
};

const inHand: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('in_hand')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('taken_at', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('sending', 'integer', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .execute();
  },
};

const panel: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('gaps')
      .addColumn('is_private', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('suggestions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('fact_ids', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('suggestions_open').on('suggestions').columns(['open', 'at']).execute();
    await db.schema
      .createTable('reminders')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

/** By name; the names sort in the order in which the steps are taken. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001_first': first,
  '0002_editing': editing,
  '0003_exchanges': exchanges,
  '0004_in-hand': inHand,
  '0005_panel': panel,
};

/**
 * Takes every step the database has not taken yet. `place` names the database in messages.
 * @throws ConfigError when the database has taken steps this program does not know.
 */
export async function migrate<T>(db: Kysely<T>, place: string, steps = MIGRATIONS): Promise<void> {
  const provider = { getMigrations: async () => ({ ...steps }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const unknown = await stepsTaken(db).then(
    (taken) => taken.filter((name) => !Object.hasOwn(steps, name)),
    () => [],
  );
  if (unknown.length === 0) throw error;
  throw new ConfigError([
    `${place} was written by a newer version of this program (it has ${unknown.join(', ')}). ` +
      'Start that version or a later one, or give this one a database of its own. Nothing was changed.',
  ]);
}

async function stepsTaken<T>(db: Kysely<T>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}
