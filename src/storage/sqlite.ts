/** SQLite in one file of the data folder, through `libsql`, which brings its binary along. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DatabaseConnection, Dialect, SqliteDatabase, SqliteStatement } from 'kysely';
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import Database from 'libsql';
import { ConfigError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { codeOf, messageOf } from './connection.ts';

const FILE_NAME = 'bot.db';

/**
 * How long a write waits for another process's write, in milliseconds. The wait blocks this process, so it
 * stays under the three seconds Slack gives; a write takes about a tenth of a millisecond.
 */
const BUSY_TIMEOUT = 2000;

/**
 * WAL: readers never wait for a writer.
 * NORMAL: a commit is in the operating system's hands when it returns, so SIGKILL at any moment loses
 * nothing. Only a power cut may undo the last commits (never damage the file). FULL would wait for the disk
 * at every question, and SQLite waits on the thread that serves everybody: on a slow disk that costs the
 * acknowledgements in time, to save a thread's last turn from a power cut.
 */
const SETTINGS = [`busy_timeout=${BUSY_TIMEOUT}`, 'journal_mode=WAL', 'synchronous=NORMAL'];

/**
 * Opens `bot.db` in a folder, both made where they are missing.
 * @throws ConfigError when the folder cannot be written or the file is no database.
 */
export function connectSqlite(dataDir: string): Connection {
  const file = join(dataDir, FILE_NAME);
  const explain = (error: unknown) => explained(error, file);
  try {
    mkdirSync(dataDir, { recursive: true });
    return { dialect: dialect(openFile(file)), place: `The database ${file}`, explain };
  } catch (error) {
    throw explain(error);
  }
}

function openFile(file: string): Database.Database {
  const database = new Database(file);
  try {
    for (const setting of SETTINGS) database.exec(`PRAGMA ${setting}`);
    checkPages(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Finds damage now, when somebody is looking, and not at some question of next week. Takes about a
 * millisecond a megabyte.
 */
function checkPages(database: Database.Database): void {
  const [row] = database.prepare('PRAGMA quick_check(1)').all();
  if (!isDeepStrictEqual(row, { quick_check: 'ok' })) {
    throw Object.assign(new Error('some of its pages are damaged'), { code: 'SQLITE_CORRUPT' });
  }
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof ConfigError) return error;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) {
    return new ConfigError([
      `The database ${file} is damaged or is no SQLite file (${messageOf(error)}). Put a backup in its place, ` +
        `or move ${file} away together with ${FILE_NAME}-wal and ${FILE_NAME}-shm and start again: the bot then ` +
        'makes a new one without the remembered threads, votes and unanswered questions. Nothing was deleted.',
    ]);
  }
  return new ConfigError([
    `The database ${file} cannot be opened (${messageOf(error)}). ` +
      'Set DATA_DIR to a folder on a local disk that this program may write to, with room on it.',
  ]);
}

function dialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: preparingOnce(database) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Prepares each query once. The queries are few and fixed; preparing them at every call takes as long as
 * running them, and leaves memory to be freed that a burst of calls outruns.
 */
function preparingOnce(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(query) {
      const statement = statements.get(query) ?? database.prepare(query);
      statements.set(query, statement);
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** SQLite does roll back changes of tables; told so, the migrator takes all its steps in one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Takes the write lock when a transaction begins. Otherwise two processes could both read first, and the
 * second to write would be refused at once instead of waiting its turn.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
