/** The evaluation as the process that it is, and the sets it reads. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSets } from '../../src/cli/question-sets.ts';
import { compileProgram, type Program } from '../support/programs.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const KNOWLEDGE = path('../fixtures/harbour/knowledge');
const PATIENCE = { timeout: 60_000 };

const RIGHT = {
  id: 'a-1',
  q: 'When does the bridge shut?',
  kind: 'direct',
  gold: 'October 6',
  must: [['October 6']],
  mustNot: [],
};
const MISSED = { ...RIGHT, id: 'a-2', q: 'Who painted the bridge?', gold: 'Nobody knows' };
const WITHHELD = {
  id: 'u-1',
  q: 'Who painted the bridge?',
  kind: 'near',
  why: 'Not said',
  wrongIf: [],
  okIf: [],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questions-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, ...records: readonly object[]): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), records.map((record) => `${JSON.stringify(record)}\n`).join('\n'));
}

describe('the sets of questions', () => {
  test('are the folders, by name; files of one kind belong together', async () => {
    await write('tune/set1-answerable.jsonl', RIGHT);
    await write('tune/set2-answerable.jsonl', MISSED);
    await write('tune/set1-unanswerable.jsonl', WITHHELD);
    await write('held/answerable.jsonl', RIGHT);
    const sets = await readSets(folder);
    expect(sets.map(({ name }) => name)).toEqual(['held', 'tune']);
    // `unanswerable` ends like `answerable`, and must not be taken for it.
    expect(sets[1]?.answerable.map(({ id }) => id)).toEqual(['a-1', 'a-2']);
    expect(sets[1]?.unanswerable.map(({ id }) => id)).toEqual(['u-1']);
    expect(sets[0]?.threads).toEqual([]);
  });

  test('a folder that itself holds the files is one set', async () => {
    await write('answerable.jsonl', RIGHT);
    expect((await readSets(folder)).map(({ name, answerable }) => [name, answerable.length])).toEqual([
      ['questions', 1],
    ]);
  });

  test('a record of the wrong shape is named with its file and line', async () => {
    await write('answerable.jsonl', RIGHT, { ...RIGHT, must: 'October' });
    await expect(readSets(folder)).rejects.toThrow(/answerable\.jsonl:\d+: /);
  });
});

describe('npm run eval', () => {
  let program: Program;
  beforeAll(async () => {
    program = await compileProgram(path('../../src/cli/eval.ts'));
  }, 60_000);
  afterAll(() => program.remove());

  async function run(...parameters: readonly string[]) {
    const child = spawn(
      process.execPath,
      [program.path, '--knowledge', KNOWLEDGE, '--questions', folder, ...parameters],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] } },
    );
    const said = { out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.errors += chunk.toString();
    });
    await once(child, 'close');
    return { code: child.exitCode, ...said };
  }

  test('prints each set by kind, and the misses only if asked for', PATIENCE, async () => {
    await write('development/answerable.jsonl', RIGHT, MISSED);
    await write('development/unanswerable.jsonl', WITHHELD);
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(/development: answerable \(2\)/);
    expect(out).toMatch(/direct +50\.0 % of +2 +1 refused/);
    expect(out).toMatch(/development: unanswerable \(1\)[\s\S]*all +100\.0 % of +1/);
    expect(out).not.toContain('a-2');
    const { out: failures } = await run('--failures');
    expect(failures).toMatch(/a-2 direct REFUSED: Who painted the bridge\?\n +expected: Nobody knows/);
    expect(failures).not.toContain('a-1');
  });

  test('with --floors ends with 1 where a figure is too low, and names it', PATIENCE, async () => {
    await write('development/answerable.jsonl', RIGHT, MISSED);
    const { code, errors } = await run('--floors');
    expect(code).toBe(1);
    expect(errors).toContain('development: answerable 50.0 % is below the floor');
    await write('development/answerable.jsonl', RIGHT);
    expect((await run('--floors')).code).toBe(0);
  });

  test('with --peers asks search libraries the same', PATIENCE, async () => {
    await write('development/answerable.jsonl', RIGHT, MISSED);
    await write('development/unanswerable.jsonl', WITHHELD);
    const { code, out } = await run('--peers');
    expect(code).toBe(0);
    for (const peer of ['Fuse.js', 'MiniSearch']) expect(out).toContain(`${peer} over statements`);
    expect(out).toMatch(/^this engine +50\.0 +100\.0$/m);
    // Whatever words it has in common with the base, the library finds something for a question it has no answer to.
    expect(out).toMatch(/^Fuse.js over statements and ways of asking +50\.0 +0\.0 /m);
  });

  test('with --set asks one set alone', PATIENCE, async () => {
    await write('development/answerable.jsonl', RIGHT);
    await write('held/answerable.jsonl', MISSED);
    const { out } = await run('--set', 'development', '--failures');
    expect(out).toContain('development: answerable');
    expect(out).not.toContain('held');
  });
});
