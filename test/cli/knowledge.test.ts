import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GapGroup } from '../../src/answer/gaps.ts';
import {
  checkKnowledge,
  folderOf,
  formatKnowledge,
  newKnowledge,
  run,
  writeSchemas,
} from '../../src/cli/knowledge.ts';
import { printGaps } from '../../src/cli/print-gaps.ts';
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

describe('knowledge:new', () => {
  const make = (...args: string[]) => run(print, () => newKnowledge(folder, args, '2025-03-09', print));

  test('adds a fact, a topic and a report that pass the check as they stand', async () => {
    expect(await make('report', 'herald')).toBe(0);
    expect(await make('topic', 'opening-day')).toBe(0);
    expect(await make('fact', 'opening-day', 'speeches')).toBe(0);
    expect(await make('fact', 'library-plans', 'doors')).toBe(0);
    expect(printed.splice(0)).toEqual([
      'base/reports/herald.yml has the report herald: fill it in',
      'base/topics/opening-day.yml has the topic opening-day: fill it in, then delete "retired"',
      'base/topics/opening-day.yml has the fact speeches: fill it in, then delete "retired"',
      'base/topics/library.yml has the fact doors: fill it in, then delete "retired"',
    ]);
    expect(await checkKnowledge(folder, print)).toBe(0);
    expect(printed).toEqual([expect.stringMatching(/^ok: 4 facts in 1 topic, 2 names, 2 reports/)]);
    expect(await readFile(join(folder, TOPIC), 'utf8')).toContain(`
  - id: doors
    statement: Write the whole answer here, in one or two sentences that stand alone.
    source: { report: herald, paragraph: 1 }
    status: reported
    asOf: 2025-03-09
    asks:
      - write here how people ask for doors
    retired:
      on: 2025-03-09
      why: It is not written yet; delete these lines once it is.
`);
  });

  test.each([
    [['fact', 'library-plans', 'books'], 'the id "books" is taken  choose another one'],
    [['topic', 'library-plans'], 'the id "library-plans" is taken  choose another one'],
    [['topic', 'council'], 'the id "council" is taken  choose another one'],
    [['report', 'gazette'], 'the id "gazette" is taken  choose another one'],
    [['fact', 'library-plan', 'doors'], 'there is no topic "library-plan"  did you mean "library-plans"?'],
    [
      ['topic', 'Opening day'],
      '"Opening day" is not an id  write lower-case words joined by hyphens, such as ferries-now',
    ],
    [['fact', 'doors'], expect.stringContaining('knowledge:new -- fact <topic> <id>')],
    [[], expect.stringContaining('Say what to make')],
  ])('refuses %j', async (args, line) => {
    expect(await make(...args)).toBe(1);
    expect(printed).toEqual([line]);
    expect(await readFile(join(folder, TOPIC), 'utf8')).toBe(textOf(TOPIC));
  });

  test('refuses to add to a folder that is broken', async () => {
    await write('vocabulary.yml', 'colour: blue\n');
    expect(await make('topic', 'opening-day')).toBe(1);
    expect(printed[0]).toMatch(/^base\/vocabulary.yml:1:1 {2}unknown key "colour" {2}/);
  });
});

test('knowledge:schemas writes a schema for each kind of file', async () => {
  expect(await writeSchemas(folder, print)).toBe(0);
  for (const [name, text] of jsonSchemaFiles()) {
    expect(await readFile(join(folder, 'schemas', name), 'utf8')).toBe(text);
  }
});

describe('gaps in the terminal', () => {
  const gap: GapGroup = {
    question: 'who designed it?',
    wordings: ['who designed it?', 'designer'],
    ids: ['a', 'b', 'c'],
    unknowns: 2,
    downvotes: 1,
    firstAt: Date.UTC(2031, 4, 1),
    lastAt: Date.UTC(2031, 4, 6),
    threads: [],
    offered: [],
    answeredBy: ['designer'],
  };

  test('say how often and when, in which words, and what answers them by now', () => {
    expect(printGaps([gap, { ...gap, unknowns: 1, downvotes: 0, wordings: [], answeredBy: [] }], 20)).toEqual(
      [
        'asked 2×, voted down 1×, last on 2031-05-06  who designed it?',
        '    also: designer',
        '    answered by now, with designer',
        'asked 1×, last on 2031-05-06  who designed it?',
      ],
    );
  });

  test('are cut after as many as wanted, and none is told so', () => {
    expect(printGaps([gap, gap, gap], 1).at(-1)).toBe('and 2 more; npm run gaps -- --all shows them');
    expect(printGaps([], 20)).toHaveLength(1);
  });
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
