/** The rooms of `src` and what each may reach for; read from the files, so that no review has to remember it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isEnglish } from '../src/search/english/dictionary.ts';
import { fold } from '../src/search/tokens.ts';
import { loadBase } from '../src/storage/knowledge-files.ts';

interface Import {
  readonly file: string;
  /** `search/tokens.ts` for a file of ours, else the package: `zod`, `node:fs`. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
}

const STATEMENT =
  /^(?:import|export)\s+(type\s)?(?:[\w*{][^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, from, dynamic, required]) => {
    const target = from ?? dynamic ?? required ?? '';
    const isOurs = target.startsWith('.');
    const path = isOurs
      ? normalize(join(file, '..', target))
          .split(sep)
          .join('/')
      : target;
    return { file, target: path, isOurs, isType: type !== undefined };
  });
}

const files = new Map<string, string>();
for (const path of await readdir('src', { recursive: true })) {
  if (path.endsWith('.ts')) files.set(path.split(sep).join('/'), await readFile(join('src', path), 'utf8'));
}
const imports = [...files].flatMap(([file, text]) => importsOf(file, text));

/** `search/tokens.ts` is in the room `search`, `main.ts` in a room of its own. */
const roomOf = (path: string): string => path.split('/')[0] ?? '';
const told = ({ file, target, isType }: Import): string =>
  `${file} imports ${isType ? 'type ' : ''}${target}`;
const inRoom = (...rooms: string[]): Import[] => imports.filter(({ file }) => rooms.includes(roomOf(file)));

describe('imports', () => {
  test('are found at all', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(
      importsOf('answer/a.ts', "import {\n  b,\n} from '../search/b.ts';\nimport type { C } from 'zod';"),
    ).toEqual([
      { file: 'answer/a.ts', target: 'search/b.ts', isOurs: true, isType: false },
      { file: 'answer/a.ts', target: 'zod', isOurs: false, isType: true },
    ]);
  });

  /** What each room may import of ours beside itself; `type` where only types may cross. */
  const MAY: Readonly<Record<string, Readonly<Record<string, 'all' | 'type'>>>> = {
    search: {},
    facts: { 'errors.ts': 'all' },
    'errors.ts': { facts: 'all' },
    answer: { search: 'all', facts: 'all' },
    storage: { facts: 'all', 'errors.ts': 'all', answer: 'type', slack: 'type' },
    slack: { answer: 'all', facts: 'all', 'errors.ts': 'all' },
    'config.ts': { 'errors.ts': 'all', 'log.ts': 'all' },
    'log.ts': { slack: 'type' },
    'metrics.ts': { slack: 'type' },
    local: { answer: 'all', facts: 'type', 'errors.ts': 'all' },
  };

  test.each(Object.entries(MAY))('point one way: %s', (room, allowed) => {
    expect(inRoom(room).length + (room === 'errors.ts' ? 1 : 0)).toBeGreaterThan(0);
    const wrong = inRoom(room).filter(({ target, isOurs, isType }) => {
      if (!isOurs || roomOf(target) === room) return false;
      const how = allowed[roomOf(target)];
      return how === undefined || (how === 'type' && !isType);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test('wire everything only in main and the commands: every other room has its rule above', () => {
    const rooms = new Set([...files.keys()].map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY)).sort()).toEqual(['cli', 'main.ts']);
  });

  test('end in the name of a file that is there', () => {
    const missing = imports.filter(({ target, isOurs }) => isOurs && !files.has(target));
    expect(missing.map(told)).toEqual([]);
  });

  test('of Slack stand in the room for Slack alone', () => {
    const slack = imports.filter(({ target }) => target.startsWith('@slack/'));
    expect(slack.length).toBeGreaterThan(0);
    expect(slack.filter(({ file }) => roomOf(file) !== 'slack').map(told)).toEqual([]);
  });
});

describe('the world outside', () => {
  test('is not reached from the rooms that only compute: no module of Node but two', () => {
    const reached = inRoom('search', 'facts', 'answer').filter(({ target }) => target.startsWith('node:'));
    // The list of English words is read with the package that holds it; comparing values deeply touches nothing.
    expect(reached.map(told).sort()).toEqual([
      'facts/fact-text.ts imports node:util',
      'search/english/dictionary.ts imports node:module',
    ]);
  });

  test('is not reached by clock, chance, environment or timer either', () => {
    const REACHING =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|randomUUID|process\.|setTimeout|setInterval|fetch\()/;
    const found = [...files].filter(
      ([file, text]) => /^(?:search|facts|answer)\//.test(file) && REACHING.test(code(text)),
    );
    expect(found.map(([file]) => file)).toEqual([]);
  });

  test('of files is touched by storage, the commands and the local workspace alone', () => {
    const disk = imports.filter(({ target }) => /^node:(?:fs|child_process|os)\b/.test(target));
    expect(disk.length).toBeGreaterThan(0);
    expect(
      disk.filter(({ file }) => !['storage', 'cli', 'local', 'main.ts'].includes(roomOf(file))).map(told),
    ).toEqual([]);
  });

  test('the environment is read where the program starts', () => {
    const found = [...files]
      .filter(([, text]) => /\bprocess\.env\b/.test(code(text)))
      .map(([file]) => roomOf(file));
    expect([...new Set(found)].filter((room) => !['main.ts', 'cli', 'local'].includes(room))).toEqual([]);
  });

  test('is written to with console only where a person sits before it', () => {
    const found = [...files].filter(([, text]) => /\bconsole\./.test(code(text))).map(([file]) => file);
    expect(found.filter((file) => !['cli', 'local'].includes(roomOf(file)))).toEqual([]);
  });
});

/** A text without its comments: what it does, not what it says. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('what a file may be', () => {
  test('under 400 lines', () => {
    const long = [...files].filter(([, text]) => text.split('\n').length > 400);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test('finished', () => {
    const open = [...files].filter(([, text]) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text));
    expect(open.map(([file]) => file)).toEqual([]);
  });

  test('without a way around the compiler', () => {
    const around = [...files].filter(
      ([, text]) =>
        /@ts-(?:ignore|expect-error|nocheck)|\bas any\b|: any\b/.test(code(text)) ||
        /@ts-(?:ignore|nocheck)/.test(text),
    );
    expect(around.map(([file]) => file)).toEqual([]);
  });
});

/** Words of the subject's names that are English all the same, and why they stand in the source. */
const EXCUSED = new Map([
  ['american', 'one of the two ways to spell English, and to write a date'],
  ['americans', 'its plural, among the irregular ones'],
  ['january', 'a month'],
  ['anti', 'a prefix'],
  ['caliphate', 'an office, which is kept apart from its holder'],
]);

test('no word of the subject stands in the source: it lives in the knowledge folder alone', async () => {
  const { base } = await loadBase('knowledge');
  const names = base.entities.flatMap(({ name, spellings }) => [name, ...spellings]);
  const words = (text: string): string[] => text.split(/[^\p{L}'’]+/u).map(fold);
  const ofSubject = new Set([
    ...names.flatMap(words).filter((word) => word.length >= 4 && !isEnglish(word)),
    // English words that are names here, and words of its vocabulary.
    ...[base.bot.command.slice(1), 'trump', 'isis', 'kurds', 'kurdish', 'jihadi', 'airstrikes', 'caliphate'],
  ]);
  expect(ofSubject.size).toBeGreaterThan(100);
  const found = [...files].flatMap(([file, text]) =>
    [...new Set(words(text))].filter((word) => ofSubject.has(word)).map((word) => ({ file, word })),
  );
  expect(found.filter(({ word }) => !EXCUSED.has(word))).toEqual([]);
  expect([...EXCUSED.keys()].filter((word) => !found.some((one) => one.word === word))).toEqual([]);
});
