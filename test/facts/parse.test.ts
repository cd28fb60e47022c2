import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/facts/files.ts';
import { parseBase } from '../../src/facts/parse.ts';
import type { Base } from '../../src/facts/schema.ts';
import { edited, filesWith, TOPIC, textOf, told } from './files.ts';

function baseOf(files: SourceFile[]): Base {
  const parsed = parseBase(files);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.base;
}

describe('a good folder', () => {
  test('becomes a base, with what was left out filled in', () => {
    const base = baseOf(filesWith());
    expect(base.topics.map((topic) => topic.facts.map((fact) => fact.id))).toEqual([
      ['opening', 'books', 'books-counted', 'cost'],
    ]);
    expect(base.topics[0]?.facts[3]).toMatchObject({ related: [], conflictsWith: [] });
    expect(base.reports[0]?.caveats).toEqual([]);
    expect(base.bot.name).toBe('Town desk');
    expect(base.entities.map((entity) => entity.id)).toEqual(['library', 'council']);
    expect(base.vocabulary.scope).toEqual(['library', 'town']);
  });

  test('is the same base in whatever order the files come', () => {
    const files = filesWith({ 'topics/a.yml': anotherTopic });
    expect(baseOf(files.toReversed())).toEqual(baseOf(files));
    expect(baseOf(files).topics.map((topic) => topic.id)).toEqual(['another', 'library-plans']);
  });

  test('cannot be changed afterwards', () => {
    const base = baseOf(filesWith());
    expect(() => base.topics[0]?.facts[0]?.asks.push('what else')).toThrow(TypeError);
  });

  test('reads dates, numbers and small words as text, without quotes', () => {
    const text = textOf(TOPIC)
      .replace('when: 2025-03-10\n', 'when: 2014\n')
      .replace("value: '4,000'", 'value: 900')
      .replace('- opening day', '- no');
    const facts = baseOf(filesWith({ [TOPIC]: text })).topics[0]?.facts;
    expect(facts?.[0]?.when).toBe('2014');
    expect(facts?.[0]?.asks[1]).toBe('no');
    expect(facts?.[1]?.answers[0]?.value).toBe('900');
    expect(facts?.[1]?.source.paragraph).toBe(2);
  });

  test('reads lines that end as Windows ends them', () => {
    const windows = filesWith().map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
    expect(baseOf(windows)).toEqual(baseOf(filesWith()));
  });

  test('passes over questions, schemas, the README, and what editors leave behind', () => {
    const around = {
      'questions/more/all.jsonl': '{',
      'schemas/topic.schema.json': '{',
      'README.md': '# Facts',
      '.DS_Store': '\u0000',
      'topics/.library.yml.swp': '\u0000',
      'topics/library.yml~': 'id:',
    };
    expect(baseOf(filesWith(around))).toEqual(baseOf(filesWith()));
  });
});

describe('the layout of the folder', () => {
  test('every file that is missing is told', () => {
    expect(told([])).toEqual([
      'bot.yml:1:1  there is no bot.yml  add it; a base is not complete without',
      'entities.yml:1:1  there is no entities.yml  add it; a base is not complete without',
      'reports/*.yml:1:1  there is no reports/*.yml  add it; a base is not complete without',
      'topics/*.yml:1:1  there is no topics/*.yml  add it; a base is not complete without',
      'vocabulary.yml:1:1  there is no vocabulary.yml  add it; a base is not complete without',
    ]);
  });

  test('with a file missing, what it holds is not called unknown everywhere else', () => {
    expect(told(filesWith({ 'entities.yml': undefined }))).toEqual([
      'entities.yml:1:1  there is no entities.yml  add it; a base is not complete without',
    ]);
  });

  test('a file that does not belong here', () => {
    expect(
      told(filesWith({ 'topics/more.yaml': 'id: more\n', 'entites.yml': 'a: b\n', 'a/b.txt': '' })),
    ).toEqual([
      'a/b.txt:1:1  "a/b.txt" is no file of a knowledge folder  move it out; topics go into topics/*.yml, reports into reports/*.yml',
      'entites.yml:1:1  "entites.yml" is no file of a knowledge folder  did you mean "entities.yml"?',
      'topics/more.yaml:1:1  "topics/more.yaml" is no file of a knowledge folder  rename it to topics/more.yml',
    ]);
  });

  test('an empty file, and one of comments only', () => {
    expect(told(filesWith({ 'topics/a.yml': '', 'topics/b.yml': '# later\n' }))).toEqual([
      'topics/a.yml:1:1  the file is empty  fill it or delete it',
      'topics/b.yml:1:1  the file is empty  fill it or delete it',
    ]);
  });

  test('a file that is a list', () => {
    expect(told(filesWith({ 'vocabulary.yml': '- a\n- b\n' }))).toEqual([
      'vocabulary.yml:1:1  the file is ["a","b"]  write keys with their values, indented by two spaces',
    ]);
  });

  test('a file that could not be read from disk', () => {
    const files = filesWith().map((file) =>
      file.path === TOPIC ? { ...file, text: '', unreadable: { message: 'no', mend: 'mend' } } : file,
    );
    expect(told(files)).toEqual(['topics/library.yml:1:1  no  mend']);
  });

  test('a file of more than a megabyte', () => {
    expect(told(filesWith({ 'topics/a.yml': `# ${'x'.repeat(1_000_000)}\n` }))).toEqual([
      'topics/a.yml:1:1  the file is larger than 1 MB  split it into several files',
    ]);
  });
});

describe('all problems at once', () => {
  test('of all files, and of the good facts beside a bad one', () => {
    const topic = edited(TOPIC, 'status: claimed', 'status: claimd').replace(
      '[library, council]',
      '[library, councl]',
    );
    const bot = edited('bot.yml', 'name: Town desk\n', '');
    expect(told(filesWith({ [TOPIC]: topic, 'bot.yml': bot, 'vocabulary.yml': 'scope: [' }))).toEqual([
      'bot.yml:1:1  name is missing  add name: the display name',
      'topics/library.yml:36:13  status is "claimd"  did you mean "claimed"?',
      'vocabulary.yml:1:9  a line that does not line up, or a bracket left open before it, in "scope: ["  line it up with its neighbours, and close every bracket',
    ]);
    expect(told(filesWith({ [TOPIC]: topic, 'bot.yml': bot }))).toEqual([
      'bot.yml:1:1  name is missing  add name: the display name',
      'topics/library.yml:8:22  there is no entity "councl"  did you mean "council"?',
      'topics/library.yml:36:13  status is "claimd"  did you mean "claimed"?',
    ]);
  });

  test('a reference to a fact that is there but broken is not a second problem', () => {
    const files = filesWith({ [TOPIC]: edited(TOPIC, 'status: claimed', 'status: claimd') });
    const parsed = parseBase(files);
    expect('problems' in parsed && parsed.problems.map(({ rule, path }) => [rule, path])).toEqual([
      ['shape', ['facts', 2, 'status']],
    ]);
  });
});

const anotherTopic = `id: another
title: Another topic
summary: It comes first by its path.
facts:
  - id: doors
    statement: It has two doors.
    source: { report: gazette, paragraph: 5 }
    status: reported
    asOf: 2025-03-02
    asks:
      - how many doors
`;

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...['id', ': ', '\n', '  ', '- ', '[', ']', '{', '}', '"', "'", '#', '&a', '*a', '!!int', '|', '>', '? '],
    ...[
      '<<',
      '__proto__',
      'facts',
      '\t',
      '\ufeff',
      '---\n',
      '%Y\n',
      '\r',
      '\ud800',
      '~',
      '1',
      ',',
      '\u001f',
      '\u0018',
    ],
  );

  test('a file of scraps is told about, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const told = parseBase(filesWith({ 'topics/scraps.yml': parts.join('') }));
        expect('problems' in told).toBe(true);
      }),
    );
  });

  test('a good file with scraps in it too, and every place lies in the file', () => {
    const good = textOf(TOPIC);
    fc.assert(
      fc.property(fc.nat(good.length), fc.array(pieces, { minLength: 1, maxLength: 4 }), (at, parts) => {
        const text = good.slice(0, at) + parts.join('') + good.slice(at);
        const parsed = parseBase(filesWith({ [TOPIC]: text }));
        const lines = text.split('\n');
        for (const { file, line, column, mend } of 'problems' in parsed ? parsed.problems : []) {
          expect(file).toBe(TOPIC);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
          expect(mend).not.toBe('');
        }
      }),
    );
  });
});
