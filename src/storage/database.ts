/** The database: SQLite in the data folder unless `databaseUrl` names a PostgreSQL server. */
import { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import { conversationsIn, purgeConversations } from './conversations.ts';
import { deliveriesIn, purgeDeliveries } from './deliveries.ts';
import { exchangesIn, purgeExchanges } from './exchanges.ts';
import { feedbackIn } from './feedback.ts';
import { gapsIn } from './gaps.ts';
import { historyIn } from './history.ts';
import { inHandIn, purgeInHand } from './in-hand.ts';
import { migrate } from './migrations.ts';
import { postedIn, purgePosted } from './posted.ts';
import { connectPostgres } from './postgres.ts';
import { remindersIn } from './reminders.ts';
import { connectSqlite } from './sqlite.ts';
import type { Clock, Log, Stores } from './stores.ts';
import { suggestionsIn } from './suggestions.ts';
import type { Tables } from './tables.ts';

const DAY = 24 * 60 * 60 * 1000;
const RETENTION_DAYS = 30;
const CORRECTION_DAYS = 30;

export interface DatabaseOptions {
  /** The folder of the SQLite file; made where it is missing. Not touched when `databaseUrl` is given. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Days a thread is remembered after it was last used; 30 unless told. */
  readonly retentionDays?: number;
  /** Days a posted message is remembered, so that it can be corrected; 30 unless told. */
  readonly correctionDays?: number;
  readonly clock: Clock;
  readonly log?: Log;
}

/**
 * Opens the database, brings its tables up to date and purges it.
 * @throws ConfigError for what only a person can mend (a folder that cannot be written, a damaged file, a
 * database of a newer version, a wrong address or password); the driver's own error when a server cannot be
 * reached just now.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Stores> {
  const connection = connect(options);
  const db = new Kysely<Tables>({ dialect: connection.dialect });
  const stores = storesIn(db, options);
  try {
    await migrate(db, connection.place);
    // Also shows at once whether the database may be written: where there is nothing to migrate, nothing else would.
    await stores.purge();
  } catch (error) {
    await stores.close();
    throw connection.explain(error);
  }
  return stores;
}

function connect({ dataDir, databaseUrl, log }: DatabaseOptions): Connection {
  return databaseUrl === undefined ? connectSqlite(dataDir) : connectPostgres(databaseUrl, log);
}

function storesIn(db: Kysely<Tables>, options: DatabaseOptions): Stores {
  const { clock, log, retentionDays = RETENTION_DAYS, correctionDays = CORRECTION_DAYS } = options;
  const kept = retentionDays * DAY;
  return {
    deliveries: deliveriesIn(db, clock),
    conversations: conversationsIn(db, clock, kept, log),
    exchanges: exchangesIn(db, clock, kept),
    feedback: feedbackIn(db, clock),
    gaps: gapsIn(db),
    history: historyIn(db),
    inHand: inHandIn(db, clock),
    posted: postedIn(db),
    suggestions: suggestionsIn(db),
    reminders: remindersIn(db),
    async purge() {
      await purgeDeliveries(db, clock());
      await purgeInHand(db, clock());
      await purgeConversations(db, clock() - kept);
      await purgeExchanges(db, clock() - kept);
      await purgePosted(db, clock() - correctionDays * DAY);
    },
    close: () => db.destroy(),
  };
}
