import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkKnowledge, folderOf, formatKnowledge, run, writeSchemas } from '../../src/cli/knowledge.ts';
import { jsonSchemaFiles } from '../../src/facts/json-schemas.ts';
import { edited, filesWith, TOPIC, textOf } from '../facts/files.ts';

let folder: string;
let printed: string[];
const print = (line: string) => printed.push(line.replaceAll(folder, 'base'));

beforeEach(async () => {
  printed = [];
  folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  for (const { path, text } of filesWith()) await write(path, text);
});

afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('knowledge:check', () => {
  test('says what a good base holds', async () => {
    expect(await checkKnowledge(folder, print)).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(/^ok: 4 facts in 1 topic, 2 names, 1 report, version [0-9a-f]{12}$/),
    ]);
  });

  test('prints every problem with its place and its mend', async () => {
    await write(TOPIC, edited(TOPIC, 'paragraph: 4', 'paragraph: 6'));
    await write('bot.yml', textOf('bot.yml').replace('name: Town desk', 'name: "Town desk"'));
    expect(await checkKnowledge(folder, print)).toBe(1);
    expect(printed).toEqual([
      'base/bot.yml:1:1  not in canonical form from here on: "name: \\"Town desk\\""  run npm run knowledge:format',
      'base/topics/library.yml:46:43  paragraph 6, but the report "gazette" has 5  give the paragraph it is taken from',
      '2 problems in base',
    ]);
  });
});

describe('knowledge:format', () => {
  test('rewrites what is not in canonical form, and names it', async () => {
    await write('bot.yml', textOf('bot.yml').replace('name: Town desk', 'name: "Town desk"'));
    expect(await formatKnowledge(folder, false, print)).toBe(0);
    expect(printed).toEqual(['changed base/bot.yml', '4 of 5 files in canonical form already']);
    expect(await readFile(join(folder, 'bot.yml'), 'utf8')).toBe(textOf('bot.yml'));
  });

  test('with --check only tells', async () => {
    const text = textOf('bot.yml').replace('name: Town desk', 'name: "Town desk"');
    await write('bot.yml', text);
    expect(await formatKnowledge(folder, true, print)).toBe(1);
    expect(printed).toEqual(['would change base/bot.yml', '4 of 5 files in canonical form already']);
    expect(await readFile(join(folder, 'bot.yml'), 'utf8')).toBe(text);
  });

  test('leaves a file that cannot be read as it is, and says why', async () => {
    await write('bot.yml', 'name: @desk\n');
    expect(await formatKnowledge(folder, false, print)).toBe(1);
    expect(printed[0]).toBe(
      `base/bot.yml:1:7  text that begins with a sign of YAML, in "name: @desk"  put the text in quotes: 'He said: no'`,
    );
    expect(await readFile(join(folder, 'bot.yml'), 'utf8')).toBe('name: @desk\n');
  });
});

test('knowledge:schemas writes a schema for each kind of file', async () => {
  expect(await writeSchemas(folder, print)).toBe(0);
  for (const [name, text] of jsonSchemaFiles()) {
    expect(await readFile(join(folder, 'schemas', name), 'utf8')).toBe(text);
  }
});

describe('the folder', () => {
  test('is the argument, else KNOWLEDGE_DIR, else knowledge', () => {
    expect(folderOf(['mine'], { KNOWLEDGE_DIR: 'theirs' })).toBe('mine');
    expect(folderOf([], { KNOWLEDGE_DIR: 'theirs' })).toBe('theirs');
    expect(folderOf([], {})).toBe('knowledge');
  });

  test('an option that does not exist, and a folder that does not exist, are told plainly', async () => {
    expect(await run(print, async () => checkKnowledge(folderOf(['--chek'], {}), print))).toBe(1);
    expect(await run(print, () => checkKnowledge(join(folder, 'none'), print))).toBe(1);
    expect(printed).toEqual([
      'There is no option --chek here.',
      'base/none:1:1  there is no such folder, or it may not be read  set KNOWLEDGE_DIR to the folder of the fact base',
    ]);
  });

  test('a bug is not taken for a problem of the files', async () => {
    const broken = run(print, () => Promise.reject(new TypeError('bug')));
    await expect(broken).rejects.toThrow(TypeError);
  });
});
