/** What each room may import and reach for, and that no word about the subject stands in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MONTHS } from '../src/search/english/calendar.ts';
import { isEnglish } from '../src/search/english/dictionary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ path: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }));

/** What stands in `src` itself counts as a room of its name: `errors`, `main`. */
const roomOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '');

interface Import {
  readonly from: string;
  /** A room, or a package's name. */
  readonly to: string;
  readonly isType: boolean;
}

const imports: Import[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+()'([^']+)'/gm)].map(
    ([, type, named, , bare]) => {
      const target = named ?? bare ?? '';
      const to = target.startsWith('.') ? roomOf(relative(root, join(root, dirname(path), target))) : target;
      return { from: path, to, isType: type !== undefined };
    },
  ),
);

/** Rooms that may be imported; those in the second list as types only. */
const RULES: Readonly<Record<string, readonly [values: readonly string[], types: readonly string[]]>> = {
  search: [[], []],
  facts: [['errors'], []],
  answer: [['facts', 'search'], []],
  storage: [
    ['facts', 'errors'],
    ['answer', 'slack'],
  ],
  slack: [['answer', 'facts', 'errors'], []],
  local: [['answer', 'errors'], ['facts']],
  errors: [['facts'], []],
  log: [[], ['slack']],
  config: [['errors', 'log'], []],
};

test('the imports of every file are found', () => {
  expect(imports.filter(({ to }) => to === '@slack/bolt').length).toBeGreaterThan(3);
  expect(imports.some(({ from, to }) => from === 'src/answer/engine.ts' && to === 'answer')).toBe(true);
});

describe.each(Object.entries(RULES))('%s', (room, [values, types]) => {
  const own = imports.filter(({ from }) => roomOf(from) === room);
  const rooms = new Set(files.map(({ path }) => roomOf(path)));

  test(`imports ${values.join(', ') || 'nothing of ours'}`, () => {
    const foreign = own.filter(
      ({ to, isType }) =>
        rooms.has(to) && to !== room && !values.includes(to) && !(isType && types.includes(to)),
    );
    expect(foreign).toEqual([]);
  });
});

test('only the Slack room imports Slack’s packages', () => {
  const others = imports.filter(({ from, to }) => to.startsWith('@slack/') && roomOf(from) !== 'slack');
  expect(others).toEqual([]);
});

describe('the pure rooms', () => {
  const pure = files.filter(({ path }) => ['facts', 'search', 'answer'].includes(roomOf(path)));
  /** The list of ordinary English words comes in a package and is read from there. */
  const DICTIONARY = 'src/search/english/dictionary.ts';

  test('import nothing of Node’s that reaches outside', () => {
    const own = imports.filter(({ from }) => pure.some(({ path }) => path === from) && from !== DICTIONARY);
    expect(own.filter(({ to }) => to.startsWith('node:') && to !== 'node:util')).toEqual([]);
  });

  test.each(['process.env', 'process.argv', 'Date.now', 'new Date()', 'Math.random', 'setTimeout'])(
    'do not reach for %s',
    (name) => {
      expect(pure.filter(({ text }) => text.includes(name)).map(({ path }) => path)).toEqual([]);
    },
  );
});

/** Parts of names that are English, which the dictionary lacks since it has no proper names and no prefixes. */
const ENGLISH_TOO = new Set(['american', 'americans', 'anti']);

test('no name of the subject stands in the code', () => {
  const { entities } = parse(readFileSync(join(root, 'knowledge/entities.yml'), 'utf8')) as {
    entities: { name: string; spellings?: string[] }[];
  };
  const names = entities.flatMap(({ name, spellings = [] }) => [name, ...spellings]);
  const words = names
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
    .filter((word) => word.length > 3 && !isEnglish(word) && !MONTHS.has(word) && !ENGLISH_TOO.has(word));
  expect(words).toContain('syria');
  const subject = new RegExp(`\\b(?:${[...new Set(words)].join('|')})\\b`, 'giu');
  const found = files.flatMap(({ path, text }) =>
    [...text.matchAll(subject)].map(([word]) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
});
