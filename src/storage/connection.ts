import type { Dialect } from 'kysely';

/** A database that can be spoken to: which one, and what its errors mean for the person who runs the bot. */
export interface Connection {
  readonly dialect: Dialect;
  /** What messages call it; never holds a password. */
  readonly place: string;
  /** A `ConfigError` for what only a person can mend; every other error is returned as it is. */
  explain(error: unknown): unknown;
}

/** The `code` that Node, SQLite and PostgreSQL put on their errors; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
