import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { writeAtomically } from '../../src/storage/atomic-write.ts';
import { loadBase, readKnowledge } from '../../src/storage/knowledge-files.ts';
import { filesWith, TOPIC, textOf } from '../facts/files.ts';

let around: string;
let folder: string;

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'knowledge-'));
  folder = join(around, 'base');
  for (const { path, text } of filesWith()) await write(path, text);
});

afterEach(() => rm(around, { recursive: true }));

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function problemsOfLoading(): Promise<string[]> {
  const error = await loadBase(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnowledgeError)) throw new Error('it loaded');
  return error.problems.map(({ file, message }) => `${file}: ${message}`);
}

describe('a folder on disk', () => {
  test('is read as the files of a base, in the order of their paths', async () => {
    await write('questions/a.jsonl', '{}');
    await write('.git/config', 'x');
    const files = await readKnowledge(folder);
    expect(files).toEqual(filesWith().sort((a, b) => (a.path < b.path ? -1 : 1)));
  });

  test('is loaded with a version that changes with a text and comes back with it', async () => {
    const first = await loadBase(folder);
    expect(first.base.topics[0]?.facts[1]?.statement).toBe('The library holds 4,000 books.');
    await write(TOPIC, textOf(TOPIC).replace('holds 4,000', 'holds 5,000'));
    const second = await loadBase(folder);
    expect(second.base.topics[0]?.facts[1]?.statement).toBe('The library holds 5,000 books.');
    expect(second.version).not.toBe(first.version);
    await write(TOPIC, textOf(TOPIC));
    expect((await loadBase(folder)).version).toBe(first.version);
  });

  test('that does not exist is told as a problem', async () => {
    await rename(folder, join(around, 'elsewhere'));
    const message = `${folder}:1:1  there is no such folder, or it may not be read  set KNOWLEDGE_DIR to the folder of the fact base`;
    await expect(loadBase(folder)).rejects.toMatchObject({ name: 'KnowledgeError', message });
  });

  test('with links inside it, as a mounted volume has them, is read through them', async () => {
    await mkdir(join(folder, '..data-1'));
    await rename(join(folder, 'bot.yml'), join(folder, '..data-1', 'bot.yml'));
    await symlink('..data-1', join(folder, '..data'));
    await symlink(join('..data', 'bot.yml'), join(folder, 'bot.yml'));
    expect((await loadBase(folder)).base.bot.name).toBe('Town desk');
  });

  test('may itself be a link', async () => {
    await symlink(folder, join(around, 'link'));
    expect((await loadBase(join(around, 'link'))).base.bot.name).toBe('Town desk');
  });
});

describe('a file that is refused', () => {
  test('a link that leads out of the folder, together with all other problems', async () => {
    await rename(join(folder, 'bot.yml'), join(around, 'bot.yml'));
    await symlink(join(around, 'bot.yml'), join(folder, 'bot.yml'));
    await write('vocabulary.yml', 'colour: blue\n');
    expect(await problemsOfLoading()).toEqual([
      'bot.yml: the file is a link that leads out of the folder',
      'vocabulary.yml: unknown key "colour"',
    ]);
  });

  test('a link to a folder, which might go round in a circle', async () => {
    await symlink('..', join(folder, 'topics', 'more.yml'));
    expect(await problemsOfLoading()).toEqual([
      'topics/more.yml: the file is a link that leads out of the folder',
    ]);
  });

  test('a link to nothing', async () => {
    await symlink('nowhere', join(folder, 'topics', 'more.yml'));
    expect(await problemsOfLoading()).toEqual(['topics/more.yml: the file cannot be read (ENOENT)']);
  });

  test('a folder with the name of a file', async () => {
    await mkdir(join(folder, 'topics', 'more.yml', 'deeper'), { recursive: true });
    expect(await problemsOfLoading()).toEqual([
      'topics/more.yml/deeper: "topics/more.yml/deeper" is no file of a knowledge folder',
    ]);
  });

  test.skipIf(process.platform === 'win32')('a named pipe, without waiting for what it says', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'topics', 'more.yml')]);
    expect(await problemsOfLoading()).toEqual(['topics/more.yml: this is no regular file']);
  });

  test('one of more than a megabyte', async () => {
    await write('topics/more.yml', `# ${'x'.repeat(1_000_000)}`);
    expect(await problemsOfLoading()).toEqual(['topics/more.yml: the file is larger than 1 MB']);
  });

  test('one that is not UTF-8, at the place of the broken character', async () => {
    await write('bot.yml', Buffer.from(textOf('bot.yml').replace('Town desk', 'Café'), 'latin1'));
    expect(await problemsOfLoading()).toEqual(['bot.yml: a character that was lost in conversion (U+FFFD)']);
  });
});

describe('writing a file', () => {
  test('replaces it whole, keeps its permissions, and leaves nothing beside it', async () => {
    const path = join(folder, 'bot.yml');
    await writeFile(path, 'old', { mode: 0o640 });
    const { mode } = await stat(path);
    await writeAtomically(path, 'new\n');
    expect(await readFile(path, 'utf8')).toBe('new\n');
    expect((await stat(path)).mode).toBe(mode);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('goes through a link to the file itself', async () => {
    await symlink('bot.yml', join(folder, 'link.yml'));
    await writeAtomically(join(folder, 'link.yml'), 'new\n');
    expect(await readFile(join(folder, 'bot.yml'), 'utf8')).toBe('new\n');
  });

  test('that fails leaves nothing behind', async () => {
    await expect(writeAtomically(join(folder, 'topics'), 'new\n')).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
