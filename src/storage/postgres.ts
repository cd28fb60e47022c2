/** PostgreSQL, shared by several processes. */
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { ConfigError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { codeOf, messageOf } from './connection.ts';
import type { Log } from './stores.ts';

/** Milliseconds to wait for a connection, and then for an answer, before a call rejects. */
const CONNECT_TIMEOUT = 3000;
const QUERY_TIMEOUT = 5000;

/** Not reachable is for later; these stay wrong until a person mends the address, the role or its rights. */
const FOR_A_PERSON = /^(28\d{3}|3D000|3F000|42501)$/;

const INT8 = pg.types.builtins.INT8;

/**
 * Prepares connections to `DATABASE_URL`; none is made before the first query.
 * @throws ConfigError when the address is no PostgreSQL address.
 */
export function connectPostgres(databaseUrl: string, log?: Log): Connection {
  const place = placeOf(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    // Milliseconds since the epoch fit a number; the driver would hand out text.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it ends the process.
  pool.on('error', (error) => log?.warn('an idle database connection broke', { reason: error.message }));
  return {
    dialect: new PostgresDialect({ pool: discardingPool(pool) }),
    place,
    explain: (error) => explained(error, place),
  };
}

/**
 * Lets go of a connection whose query got no answer from the server: the next query on it would wait behind
 * the one that hangs.
 */
function discardingPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => discardingClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function discardingClient(client: pg.PoolClient): PostgresPoolClient {
  let unanswered = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      unanswered ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  };
  return {
    // The type also has a form for cursors, which only streaming uses; nothing here streams.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(unanswered),
  };
}

function placeOf(databaseUrl: string): string {
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (address === undefined || !/^postgres(ql)?:$/.test(address.protocol)) {
    throw new ConfigError([
      'DATABASE_URL is no PostgreSQL address: write it as postgres://user:password@host:5432/database.',
    ]);
  }
  return `The PostgreSQL database ${address.host}${address.pathname}`;
}

function explained(error: unknown, place: string): unknown {
  if (!FOR_A_PERSON.test(codeOf(error))) return error;
  return new ConfigError([
    `${place} refuses this program (${messageOf(error)}). Check the user, the password and the database in ` +
      'DATABASE_URL; the user needs the right to create tables there.',
  ]);
}
