import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { compileProgram, type Program, type Running } from '../support/programs.ts';

describe('one SQLite file', () => {
  let program: Program;
  let dataDir: string;
  beforeAll(async () => {
    program = await compileProgram(fileURLToPath(new URL('writer.ts', import.meta.url)));
  }, 60_000);
  afterAll(() => program.remove());
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bot-processes-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('gives each delivery to one of three processes that start at once on an empty folder', async () => {
    const writers = [1, 2, 3].map(() => program.start('claim', dataDir, '300'));
    const outputs = await Promise.all(writers.map(finished));
    const won = outputs.flatMap((output) => output.split('\n').filter(Boolean));
    expect(won).toHaveLength(300);
    expect(new Set(won).size).toBe(300);
  }, 60_000);

  it('holds every acknowledged write after each of 50 SIGKILLs, and opens again', async () => {
    for (let round = 0; round < 50; round++) {
      const writer = program.start('save', dataDir, String(round));
      const acknowledged = await killedAtRandom(writer);
      const stores = await openDatabase({ dataDir, clock: Date.now });
      for (const root of acknowledged) {
        const talk = await stores.conversations.load({ team: 'T1', channel: 'C1', root });
        expect(talk?.latest, `${root} of ${acknowledged.length} in round ${round}`).toEqual([root]);
      }
      await stores.close();
    }
    const database = new Database(join(dataDir, 'bot.db'));
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  }, 120_000);

  it('opens after a SIGKILL while it was being made', async () => {
    for (let round = 0; round < 10; round++) {
      const folder = join(dataDir, String(round));
      const writer = program.start('save', folder, '0');
      const exit = once(writer, 'exit');
      writer.stdout.resume();
      setTimeout(() => writer.kill('SIGKILL'), 60 + Math.random() * 150);
      await exit;
      const stores = await openDatabase({ dataDir: folder, clock: Date.now });
      expect(await stores.deliveries.claim('Ev1')).toBe(true);
      await stores.close();
    }
  }, 60_000);
});

async function finished(writer: Running): Promise<string> {
  const [output, [code]] = await Promise.all([text(writer.stdout), once(writer, 'exit')]);
  expect(code).toBe(0);
  return output;
}

/** Kills it a random few milliseconds after its first word; returns every whole line it said. */
async function killedAtRandom(writer: Running): Promise<readonly string[]> {
  writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), Math.random() * 12));
  const [output] = await Promise.all([text(writer.stdout), once(writer, 'exit')]);
  expect(writer.signalCode).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}
