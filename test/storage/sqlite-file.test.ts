import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { openDatabase } from '../../src/storage/database.ts';
import type { Stores } from '../../src/storage/stores.ts';

const NOBODY = 65534;
const version1 = readFileSync(new URL('version-1.sql', import.meta.url), 'utf8');

describe('the SQLite file', () => {
  let dataDir: string;
  let file: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bot-file-'));
    file = join(dataDir, 'bot.db');
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  const opening = (folder = dataDir): Promise<Stores> => openDatabase({ dataDir: folder, clock: Date.now });
  const trouble = async (folder = dataDir): Promise<ConfigError> => {
    const error = await opening(folder).then(
      (stores) => stores.close(),
      (reason: unknown) => reason,
    );
    if (!(error instanceof ConfigError)) expect.fail(`no ConfigError but ${error}`);
    return error;
  };
  const sql = (statement: string): void => {
    const database = new Database(file);
    database.exec(statement);
    database.close();
  };

  it('is made, with its folder and the folders above it', async () => {
    const folder = join(dataDir, 'not', 'there');
    const stores = await opening(folder);
    expect(await stores.deliveries.claim('Ev1')).toBe(true);
    await stores.close();
    expect(await readdir(folder)).toContain('bot.db');
  });

  it('of version 1 keeps what it holds', async () => {
    sql(version1);
    const stores = await openDatabase({ dataDir, clock: () => Date.UTC(2031, 4, 6) });
    expect(await stores.deliveries.claim('Ev1')).toBe(false);
    const talk = await stores.conversations.load({ team: 'T1', channel: 'C1', root: '1900000000.000100' });
    expect(talk?.given).toEqual(['berths-total']);
    expect((await stores.gaps.list()).map(({ id, question }) => [id, question])).toEqual([
      ['g1', 'who paid?'],
    ]);
    await stores.close();
  });

  it('finds a thread and a stale thread by an index, with 100,000 others stored', async () => {
    const stores = await openDatabase({ dataDir, clock: () => Date.UTC(2031, 4, 6) });
    sql(`insert into conversations
      with recursive thread(number) as (select 1 union all select number + 1 from thread where number < 100000)
      select 'T1', 'C1', 'root-' || number,
        '{"given":[],"latest":["fact-' || number || '"],"question":"","kinds":[],"terms":[],"entities":[]}',
        case when number <= 50000 then 0 else ${Date.UTC(2031, 4, 5)} end from thread`);
    const load = (number: number) =>
      stores.conversations.load({ team: 'T1', channel: 'C1', root: `root-${number}` });
    expect((await load(77_777))?.latest).toEqual(['fact-77777']);
    await stores.purge();
    expect((await load(50_001))?.latest).toEqual(['fact-50001']);
    await stores.close();

    const database = new Database(file);
    const planOf = (statement: string) =>
      JSON.stringify(database.prepare(`explain query plan ${statement}`).all());
    expect(database.prepare('select count(*) as kept from conversations').all()).toEqual([{ kept: 50_000 }]);
    expect(
      planOf(`select * from conversations where team = '' and channel = '' and root = '' and used_at >= 0`),
    ).toContain('SEARCH conversations USING INDEX sqlite_autoindex_conversations_1');
    expect(planOf('delete from conversations where used_at < 0')).toContain('INDEX conversations_used_at');
    expect(planOf('delete from exchanges where at < 0')).toContain('INDEX exchanges_at');
    expect(planOf(`select * from exchanges where team = '' and channel = '' and ts = ''`)).toContain(
      'SEARCH exchanges USING INDEX sqlite_autoindex_exchanges_1',
    );
    expect(planOf('delete from deliveries where at < 0')).toContain('INDEX deliveries_at');
    database.close();
  });

  it.each([
    ['no database at all', 'meeting notes, saved under the wrong name\n'.repeat(300)],
    ['cut to half a header', 'SQLite format 3\0 and then nothing'],
  ])('that is %s is refused by its name, with what to do, and is left alone', async (_, content) => {
    await writeFile(file, content);
    const { message } = await trouble();
    expect(message).toContain(file);
    expect(message).toMatch(/Put a backup in its place, or move/);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('with damaged pages is refused at the start and not at some later question', async () => {
    const stores = await opening();
    for (let number = 0; number < 200; number++) {
      await stores.gaps.record({
        question: 'why? '.repeat(100),
        at: number,
        team: 'T1',
        channel: 'C1',
        offered: [],
        kind: 'unknown',
      });
    }
    await stores.close();
    sql('pragma wal_checkpoint(truncate)');
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(20_000, 0xab), 0, 20_000, 12 * 4096);
    await handle.close();
    const damaged = await readFile(file);
    expect((await trouble()).message).toMatch(/damaged.*Put a backup in its place, or move/);
    expect(await readFile(file)).toEqual(damaged);
  });

  it('cannot be made below a file', async () => {
    await writeFile(join(dataDir, 'taken'), '');
    const { message } = await trouble(join(dataDir, 'taken', 'data'));
    expect(message).toContain(join(dataDir, 'taken', 'data', 'bot.db'));
    expect(message).toContain('Set DATA_DIR to a folder on a local disk that this program may write to');
  });

  it('cannot be a folder', async () => {
    await mkdir(file);
    expect((await trouble()).message).toContain('Set DATA_DIR to a folder');
  });

  it.each([
    ['makes none', async () => {}],
    ['cannot use the one of somebody else', async () => await (await opening()).close()],
  ])('in a folder that may only be read: %s, and says so', async (_, prepare) => {
    await prepare();
    const { message } = await asReader(dataDir, trouble);
    expect(message).toContain(file);
    expect(message).toContain('Set DATA_DIR to a folder on a local disk that this program may write to');
  });
});

/** Runs with the folder and its files readable only; root may write everywhere, so it becomes somebody else meanwhile. */
async function asReader<T>(folder: string, action: () => Promise<T>): Promise<T> {
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
  await chmod(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o755);
  }
}
