import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openDatabase } from '../../src/storage/database.ts';
import { describeStores, type Harness } from './contract.ts';

async function startSqlite(): Promise<Harness> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bot-sqlite-'));
  return {
    open: (opening) => openDatabase({ dataDir, ...opening }),
    run: async (statement) => {
      const database = new Database(join(dataDir, 'bot.db'));
      database.exec(statement);
      database.close();
    },
    remove: () => rm(dataDir, { recursive: true }),
  };
}

describeStores('the embedded SQLite', startSqlite);
