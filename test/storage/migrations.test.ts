import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, type Migration, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/storage/migrations.ts';
import { connectSqlite } from '../../src/storage/sqlite.ts';

const pageColumn: Migration = {
  up: async (db) => {
    await db.schema.alterTable('gaps').addColumn('page', 'text').execute();
  },
};
const stopHalfWay: Migration = {
  up: async (db) => {
    await db.schema.alterTable('gaps').addColumn('author', 'text').execute();
    throw new Error('no such page');
  },
};

describe('migrating', () => {
  let dataDir: string;
  let db: Kysely<Record<string, Record<string, unknown>>>;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bot-migrations-'));
    db = new Kysely({ dialect: connectSqlite(dataDir).dialect });
  });
  afterEach(async () => {
    await db.destroy();
    await rm(dataDir, { recursive: true });
  });
  const taken = async () => {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name);
  };
  const columns = async () => {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info('gaps')`.execute(db);
    return rows.map(({ name }) => name);
  };

  it('takes the missing steps once, in order', async () => {
    await migrate(db, 'The database');
    await migrate(db, 'The database', { ...MIGRATIONS, '9998_page': pageColumn });
    await migrate(db, 'The database', { ...MIGRATIONS, '9998_page': pageColumn });
    expect(await taken()).toEqual([...Object.keys(MIGRATIONS), '9998_page']);
    expect(await columns()).toContain('page');
  });

  it('takes all of them or none: what a failed step and those before it changed is undone', async () => {
    await migrate(db, 'The database');
    const steps = { ...MIGRATIONS, '9998_page': pageColumn, '9999_author': stopHalfWay };
    await expect(migrate(db, 'The database', steps)).rejects.toThrow('no such page');
    expect(await taken()).toEqual(Object.keys(MIGRATIONS));
    expect(await columns()).not.toContain('page');
  });

  it('names its steps so that they sort in order', () => {
    for (const [index, name] of Object.keys(MIGRATIONS).entries()) {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}_[a-z-]+$`));
    }
  });
});
