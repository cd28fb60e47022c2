/**
 * A PostgreSQL server for tests: the one `TEST_DATABASE_URL` names (its user must be allowed to create
 * databases), or one started from the machine's own binaries on loopback, in a temporary folder, and ended
 * with the tests. Debian has the binaries in `postgresql`; on a machine without them the tests are skipped
 * by name, except where CI is set: there `.ci/run` installs them, and a missing server is a failure.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface TestServer {
  /** Makes an empty database and returns its address. */
  create(): Promise<string>;
  /** Runs SQL in the database with this address. */
  run(url: string, sql: string): Promise<void>;
  /** How many rows a table of the database with this address has; none where there is no such table yet. */
  count(url: string, table: string): Promise<number>;
  /** Deletes a database made here, whoever is still connected. */
  drop(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** The server, or the reason why there is none. */
export async function startPostgres(): Promise<TestServer | { readonly missing: string }> {
  const { TEST_DATABASE_URL, CI } = process.env;
  if (TEST_DATABASE_URL !== undefined) return serverAt(TEST_DATABASE_URL, async () => {});
  const found = await findServer();
  if (typeof found !== 'string') return startServer(found);
  if (CI !== undefined) throw new Error(`${found}: install Debian's postgresql`);
  return { missing: found };
}

interface Binaries {
  readonly folder: string;
  /** The server refuses to run as root; then it runs as the user `postgres`. */
  readonly as: { readonly uid?: number; readonly gid?: number };
}

async function findServer(): Promise<Binaries | string> {
  const folder = await newestFolder();
  if (folder === undefined) return 'no PostgreSQL server on this machine';
  if (process.getuid?.() !== 0) return { folder, as: {} };
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, 'postgres'])));
    return { folder, as: { uid: Number(uid?.stdout), gid: Number(gid?.stdout) } };
  } catch {
    return 'no user postgres on this machine, and the server does not run as root';
  }
}

/** Debian keeps each major version in a folder of its own. */
async function newestFolder(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? undefined : `/usr/lib/postgresql/${newest}/bin`;
}

async function startServer({ folder, as }: Binaries): Promise<TestServer> {
  const home = await mkdtemp(join(tmpdir(), 'bot-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const data = join(home, 'data');
  const options = { ...as, cwd: home };
  await run(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'bot', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', home, '-F'];
  const server = spawn(join(folder, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
  const endWithUs = () => server.kill('SIGQUIT');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.off('exit', endWithUs);
    await ended(server);
    await rm(home, { recursive: true });
  };
  const url = `postgres://bot@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  return serverAt(url, stop);
}

/** The signal asks for a fast shutdown: open connections are cut, nothing is awaited. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGINT');
  await exit;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    try {
      await query(url, 'select 1');
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error(`the PostgreSQL server ended at once with code ${server.exitCode}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function serverAt(url: string, stop: () => Promise<void>): TestServer {
  return {
    async create() {
      const name = `bot_test_${randomUUID().replaceAll('-', '')}`;
      await query(url, `create database ${name}`);
      const created = new URL(url);
      created.pathname = `/${name}`;
      return created.href;
    },
    run: async (address, sql) => void (await query(address, sql)),
    count: (address, table) =>
      query(address, `select 1 from ${table}`).then(
        (rows) => rows,
        () => 0,
      ),
    async drop(created) {
      await query(url, `drop database ${new URL(created).pathname.slice(1)} with (force)`);
    },
    stop,
  };
}

/** Resolves with how many rows it gave or changed. */
async function query(url: string, sql: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
