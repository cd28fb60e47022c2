import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { canonicalProblems } from '../../src/facts/canonical.ts';
import { openBaseStore } from '../../src/storage/base-store.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { readKnowledge } from '../../src/storage/knowledge-files.ts';
import { filesWith, TOPIC, textOf } from '../facts/files.ts';
import { compileProgram, type Program, type Running } from '../support/programs.ts';

/** A third each is killed in its first save, its second and its third. */
const ROUNDS = 54;
/** Each round plays a minute later than the one before: what a killed editor announced is stale by then. */
const MINUTE = 60_000;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

let program: Program;
let around: string;
beforeAll(async () => {
  program = await compileProgram(fileURLToPath(new URL('editor.ts', import.meta.url)));
  around = await mkdtemp(join(tmpdir(), 'editor-killed-'));
}, 60_000);
afterAll(async () => {
  await program.remove();
  await rm(around, { recursive: true });
});

/** Kills the editor a few milliseconds after so many saves; returns the last number it had saved. */
async function savedBeforeKill(editor: Running, saves: number): Promise<number> {
  let output = '';
  let isDue = false;
  editor.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (isDue || output === '' || (output.match(/!/g) ?? []).length < saves) return;
    isDue = true;
    setTimeout(() => editor.kill('SIGKILL'), Math.random() * 40);
  });
  await once(editor, 'close');
  expect(editor.signalCode).toBe('SIGKILL');
  return Number(output.match(/\d+(?=!\n)/g)?.at(-1) ?? 0);
}

async function setUp(): Promise<{ folder: string; dataDir: string }> {
  const folder = join(around, 'base');
  const start = textOf(TOPIC).replace('holds 4,000', 'holds 4000');
  for (const file of filesWith({ [TOPIC]: start })) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.text);
  }
  return { folder, dataDir: join(around, 'data') };
}

test(`files and history are whole, and every change has its author, after ${ROUNDS} SIGKILLs while saving`, async () => {
  const { folder, dataDir } = await setUp();
  let saved = 4000;
  for (let round = 1; round <= ROUNDS; round++) {
    const editor = program.start(folder, dataDir, String(round * MINUTE));
    saved = Math.max(saved, await savedBeforeKill(editor, round % 3));
    expect(canonicalProblems(await readKnowledge(folder))).toEqual([]);
    const clock = () => Date.now() + round * MINUTE + MINUTE / 2;
    const stores = await openDatabase({ dataDir, clock });
    const base = await openBaseStore({
      folder,
      history: stores.history,
      compile: async (parsed) => createEngine(parsed),
      golden: { ask: () => [], compare: () => [] },
      clock,
      log: silent,
    });
    await base.refresh();
    const statement = base.open('books')?.fact.statement;
    const number = Number(/\d+/.exec(statement ?? '')?.[0]);
    // What was announced as saved is there; what was being saved may be, whole.
    expect([saved, saved + 1]).toContain(number);
    saved = number;
    const history = await stores.history.of('books', 10_000);
    expect(history).toHaveLength(saved - 4000);
    expect(new Set(history.map(({ who }) => who))).toEqual(new Set(saved > 4000 ? ['U1'] : []));
    expect(history[0]?.after?.fact.statement ?? statement).toBe(statement);
    expect(
      await stores.history.begin({
        factId: 'books',
        at: clock(),
        who: 'U2',
        why: '',
        before: undefined,
        after: undefined,
      }),
    ).toBeDefined();
    await stores.close();
  }
  expect(saved).toBeGreaterThanOrEqual(4000 + ROUNDS);
  const database = new Database(join(dataDir, 'bot.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
  const leftovers = (await readdir(join(folder, 'topics'))).filter((name) => name.endsWith('.tmp'));
  expect(leftovers.length).toBeLessThan(3);
}, 240_000);
