import { createServer } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { Fact } from '../../src/facts/schema.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { startPostgres, type TestServer } from '../support/postgres.ts';
import { describeStores, type Harness } from './contract.ts';

const server = await startPostgres();
const thread = { team: 'T1', channel: 'C1', root: '1900000000.000100' };

if ('missing' in server) {
  describe.skip(`PostgreSQL (skipped: ${server.missing})`, () => it('runs the contract', () => {}));
} else {
  afterAll(() => server.stop());
  describeStores('PostgreSQL', () => startDatabase(server));
  describeServer(server);
}

async function startDatabase(on: TestServer): Promise<Harness> {
  const databaseUrl = await on.create();
  return {
    open: (opening) => openDatabase({ dataDir: '/never/touched', databaseUrl, ...opening }),
    run: (sql) => on.run(databaseUrl, sql),
    remove: () => on.drop(databaseUrl),
  };
}

function describeServer(on: TestServer): void {
  describe('a PostgreSQL server', () => {
    let url: string;
    beforeEach(async () => {
      url = await on.create();
    });
    afterEach(() => on.drop(url));
    const open = (databaseUrl = url) =>
      openDatabase({ dataDir: '/never/touched', databaseUrl, clock: Date.now });

    it('is opened by several processes at once while empty, each finding all its tables', async () => {
      const opened = await Promise.all(Array.from({ length: 5 }, () => open()));
      const claims = await Promise.all(opened.map((stores) => stores.deliveries.claim('Ev1')));
      await Promise.all(opened.map((stores) => stores.close()));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('records a changed fact once when several processes notice it at the same moment', async () => {
      const processes = await Promise.all(Array.from({ length: 4 }, () => open()));
      const facts = (text: string) =>
        Array.from({ length: 20 }, (_, number) => ({
          topic: 'harbour',
          fact: Fact.parse({
            id: `fact-${number}`,
            statement: `${text} ${number}.`,
            source: { report: 'gazette', paragraph: 1 },
            status: 'reported',
            asOf: '2031-05-01',
            asks: ['?'],
          }),
        }));
      await processes[0]?.history.notice(facts('Old'), 1);
      const noticed = await Promise.all(processes.map(({ history }) => history.notice(facts('New'), 2)));
      expect(noticed.flat().map(({ factId }) => factId)).toHaveLength(20);
      expect(await processes[0]?.history.recent(100)).toHaveLength(20);
      await Promise.all(processes.map((stores) => stores.close()));
    });

    it('may cut every connection: the next question is stored again', async () => {
      const stores = await open();
      await stores.deliveries.claim('Ev1');
      await on.run(
        url,
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
      expect(await eventually(() => stores.deliveries.claim('Ev1'))).toBe(false);
      await stores.close();
    });

    it('may be stuck: a call rejects, and its connection does not hold up the next call', async () => {
      const stores = await open(`${url}?query_timeout=300`);
      // More claims than the pool has connections, each answered in a minute.
      await on.run(
        url,
        `
        create function stuck() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
        create trigger stuck before insert on deliveries for each row execute function stuck()`,
      );
      const claims = Array.from({ length: 12 }, (_, turn) => stores.deliveries.claim(`Ev${turn}`));
      const outcomes = await Promise.allSettled(claims);
      expect(outcomes.map(({ status }) => status)).toEqual(claims.map(() => 'rejected'));
      expect(await stores.conversations.load(thread)).toBeUndefined();
      await stores.close();
    });

    it.each([
      [
        'a user it does not know',
        (address: URL) => Object.assign(address, { username: 'nobody', password: 'pa55word' }),
      ],
      [
        'a database it does not have',
        (address: URL) => Object.assign(address, { password: 'pa55word', pathname: '/none' }),
      ],
    ])(
      'refuses %s: the message says where to mend it and keeps the password to itself',
      async (_, change) => {
        const wrong = change(new URL(url)).href;
        const error = await open(wrong).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ConfigError);
        expect(String(error)).toContain('DATABASE_URL');
        expect(String(error)).not.toContain('pa55word');
      },
    );
  });
}

describe('DATABASE_URL', () => {
  const open = (databaseUrl: string) =>
    openDatabase({ dataDir: '/never/touched', databaseUrl, clock: Date.now });

  it.each(['', 'localhost', 'mysql://bot@localhost/bot'])(
    '%j is refused with how to write it',
    async (address) => {
      await expect(open(address)).rejects.toThrow(
        /DATABASE_URL is no PostgreSQL address: write it as postgres:/,
      );
    },
  );

  it('where nobody listens just now is no wrong setting: the error is the network’s own', async () => {
    const error = await open(`postgres://bot:pa55word@127.0.0.1:${await closedPort()}/bot`).catch(
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(error).not.toBeInstanceOf(ConfigError);
  });
});

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A cut connection is noticed at its next use at the latest: the first call may fail, a later one must not. */
async function eventually<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch {
    return await call();
  }
}
