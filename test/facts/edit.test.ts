import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, canonicalProblems } from '../../src/facts/canonical.ts';
import { editFact, editProblems, type FactEdit, writtenFact } from '../../src/facts/edit.ts';
import { EMPTY_DRAFT, type FactDraft, factToDraft, idFor } from '../../src/facts/fact-draft.ts';
import type { SourceFile } from '../../src/facts/files.ts';
import { parseBase } from '../../src/facts/parse.ts';
import { printProblem } from '../../src/facts/problem.ts';
import { isRetired } from '../../src/facts/retired.ts';
import type { Base, Fact } from '../../src/facts/schema.ts';
import { edited, filesWith, TOPIC, textOf } from './files.ts';

const good = textOf(TOPIC);

function baseOf(files: readonly SourceFile[]): Base {
  const parsed = parseBase(files);
  if ('problems' in parsed) throw new Error(parsed.problems.map((each) => printProblem(each)).join('\n'));
  return parsed.base;
}

function factOf(id: string, files: readonly SourceFile[] = filesWith()): Fact {
  const fact = writtenFact(baseOf(files), id)?.fact;
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact;
}

/** The lines that differ, those that were before those that are, by the longest common sequence of lines. */
function diff(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const common = old.map(() => now.map(() => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i] ?? [];
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [gone, come]: [string[], string[]] = [[], []];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    } else if (i < old.length && at(i + 1, j) >= at(i, j + 1)) gone.push(`- ${old[i++]?.trim()}`);
    else come.push(`+ ${now[j++]?.trim()}`);
  }
  return [...gone, ...come];
}

function textAfter(edit: FactEdit, files: readonly SourceFile[] = filesWith()): string {
  const result = editFact(files, edit);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  expect(canonicalProblems(result.files)).toEqual([]);
  return result.file.text;
}

const draftOf = (
  id: string,
  changes: Partial<FactDraft>,
  files: readonly SourceFile[] = filesWith(),
): FactDraft => ({
  ...factToDraft(factOf(id, files)),
  ...changes,
});

const change = (
  id: string,
  changes: Partial<FactDraft>,
  files: readonly SourceFile[] = filesWith(),
): FactEdit => ({
  kind: 'change',
  id,
  draft: draftOf(id, changes, files),
});

describe('changing a fact', () => {
  test('an untouched form changes no byte', () => {
    for (const id of ['opening', 'books', 'books-counted', 'cost']) {
      expect(textAfter(change(id, {}))).toBe(good);
    }
  });

  test('one date is a diff of one line', () => {
    const text = textAfter(change('opening', { asOf: '2025-03-01' }));
    expect(diff(good, text)).toEqual(['- asOf: 2025-03-02', '+ asOf: 2025-03-01']);
  });

  test('a number is mended in the statement, and the short answer that the engine reads follows it', () => {
    const text = textAfter(change('books', { statement: 'The library holds 4,200 books.' }));
    expect(diff(good, text)).toEqual([
      '- statement: The library holds 4,000 books.',
      "- - { kind: how-many, value: '4,000', of: [books] }",
      '+ statement: The library holds 4,200 books.',
      "+ - { kind: how-many, value: '4,200', of: [books] }",
    ]);
  });

  test('a short answer that the new statement does not hold is taken out, and told', () => {
    const edit = change('books', { statement: 'The library holds some books, on three floors.' });
    const result = editFact(filesWith(), edit);
    expect(result).toMatchObject({ dropped: ['4,000'] });
    expect(textAfter(edit)).toContain('- { kind: how-many, of: [books] }');
  });

  test('keeps every comment where it was', () => {
    const commented = good
      .replace(
        '    statement: The library holds',
        '    # checked by telephone\n    statement: The library holds',
      )
      .replace('      - how many books are there', '      - how many books are there # most common')
      .replace('  - id: books-counted', '  # the readers have no key\n  - id: books-counted');
    const files = filesWith({ [TOPIC]: commented });
    expect(canonical({ path: TOPIC, text: commented })).toBe(commented);
    const text = textAfter(
      change(
        'books',
        { note: 'Counted in 2024.', asks: ['number of books', 'how many books are there'] },
        files,
      ),
      files,
    );
    expect(diff(commented, text)).toEqual(['+ - number of books', '+ note: Counted in 2024.']);
    const without = textAfter(change('books', { asks: ['number of books'] }, files), files);
    expect(diff(commented, without)).toEqual([
      '- - how many books are there # most common',
      '+ - number of books # most common',
    ]);
  });

  test('what is emptied goes, and a comment on it stays', () => {
    const commented = edited(
      TOPIC,
      '    asks:\n      - what did it cost',
      '    asks:\n      - what did it cost\n    # ask again in May\n    note: The council has not said.',
    );
    const files = filesWith({ [TOPIC]: commented });
    const text = textAfter(change('cost', { note: '' }, files), files);
    expect(diff(commented, text)).toEqual(['- note: The council has not said.']);
  });

  test.each([
    ['2025-04', 'when: 2025-04'],
    ['2024-12 to 2025-01-15', 'when: { from: 2024-12, to: 2025-01-15 }'],
    ['from 2024-12', 'when: { from: 2024-12 }'],
    ['until 2025-04', 'when: { to: 2025-04 }'],
  ])('a time written %j', (when, line) => {
    expect(textAfter(change('books', { when }))).toContain(`    ${line}\n`);
    const files = filesWith({ [TOPIC]: textAfter(change('books', { when })) });
    expect(factToDraft(factOf('books', files)).when).toBe(when);
  });

  test('line breaks that a form lets through are spaces', () => {
    const text = textAfter(change('books', { statement: ' The library\nholds 4,000 books. ' }));
    expect(text).toBe(good);
  });
});

describe('a form that cannot be saved: each problem at its field', () => {
  test.each<[Partial<FactDraft>, string, RegExp]>([
    [{ statement: '' }, 'statement', /empty|missing/],
    [{ statement: 'The library holds 4,000 books' }, 'statement', /ends in/],
    [{ statement: 'Ask <!here>.' }, 'statement', /markup/],
    [{ status: 'sure' }, 'status', /status is "sure"/],
    [{ asOf: 'yesterday' }, 'asOf', /is not a date/],
    [{ asOf: '2025-03-09' }, 'asOf', /after 2025-03-02, the day of the report/],
    [{ when: 'soon' }, 'when', /soon/],
    [{ when: '2025-02 to 2025-01' }, 'when', /2025-01/],
    [{ report: 'herald' }, 'report', /there is no report "herald"/],
    [{ paragraph: '6' }, 'paragraph', /has 5/],
    [{ paragraph: 'two' }, 'paragraph', /paragraph is "two"/],
    [{ paragraph: '' }, 'paragraph', /missing/],
    [{ asks: [] }, 'asks', /asks/],
    [{ asks: ['opening day'] }, 'asks', /also a way of asking for "opening"/],
    [{ asks: ['how many', 'How many?'] }, 'asks', /is there already/],
    [{ about: ['libary'] }, 'about', /there is no entity "libary"/],
    [{ reviewBy: '2025-13-01' }, 'reviewBy', /calendar/],
  ])('%j', (changes, field, message) => {
    const problems = editProblems(filesWith(), change('books', changes));
    expect(problems.map((each) => each.field)).toContain(field);
    expect(problems.find((each) => each.field === field)?.message).toMatch(message);
    for (const each of problems) expect(each.mend).not.toBe('');
  });

  test('wording that a later fact has is told with that fact’s name', () => {
    const problems = editProblems(filesWith(), change('opening', { asks: ['How many books are there?'] }));
    expect(problems).toEqual([
      {
        field: 'asks',
        message: '"how many books are there" is also a way of asking for "books"',
        mend: 'keep it with the one that answers it best',
      },
    ]);
  });

  test('what is wrong elsewhere in the folder is told with its place', () => {
    const files = filesWith({ 'vocabulary.yml': 'colour: blue\n' });
    const problems = editProblems(files, change('books', {}, filesWith()));
    expect(problems).toEqual([
      { message: 'unknown key "colour"', mend: expect.any(String), place: 'vocabulary.yml:1:1' },
    ]);
  });

  test('a fact that is gone', () => {
    const problems = editProblems(filesWith(), { ...change('books', {}), id: 'book' } as FactEdit);
    expect(problems).toEqual([{ message: 'there is no fact "book"', mend: 'did you mean "books"?' }]);
  });
});

describe('adding a fact', () => {
  const draft: FactDraft = {
    ...EMPTY_DRAFT,
    id: 'doors',
    statement: 'The library has two doors.',
    asOf: '2025-03-02',
    report: 'gazette',
    paragraph: '5',
    asks: ['how many doors'],
    about: ['library'],
  };

  test('puts it at the end of its topic, and leaves all else', () => {
    const text = textAfter({ kind: 'add', topic: 'library-plans', draft });
    const added = `
  - id: doors
    statement: The library has two doors.
    about: [library]
    source: { report: gazette, paragraph: 5 }
    status: reported
    asOf: 2025-03-02
    asks:
      - how many doors
`;
    expect(text).toBe(good.replace('\n\ndigests:', `\n${added}\ndigests:`));
  });

  test('refuses an id that is taken, and a topic that does not exist', () => {
    const again = { ...draft, id: 'books' };
    expect(editProblems(filesWith(), { kind: 'add', topic: 'library-plans', draft: again })).toEqual([
      {
        field: 'id',
        message: 'the id "books" is taken, in topics/library.yml',
        mend: 'give the new fact another id',
      },
    ]);
    expect(editProblems(filesWith(), { kind: 'add', topic: 'plans', draft })[0]?.message).toBe(
      'there is no topic "plans"',
    );
  });

  test('names it after what it says', () => {
    expect(idFor('The library has 2 doors, and a gate', () => false)).toBe('the-library-has-2-doors');
    expect(idFor('2014: doors', (id) => id === 'doors')).toBe('doors-2');
    expect(idFor('…', () => false)).toBe('fact');
  });

  test('the empty form is told field by field', () => {
    const problems = editProblems(filesWith(), { kind: 'add', topic: 'library-plans', draft: EMPTY_DRAFT });
    expect(new Set(problems.map(({ field }) => field))).toEqual(
      new Set(['id', 'statement', 'report', 'paragraph', 'asOf', 'asks']),
    );
  });
});

describe('retiring and restoring', () => {
  const retire: FactEdit = { kind: 'retire', id: 'books', on: '2025-03-03', why: 'Counted again.' };
  const retired = () => filesWith({ [TOPIC]: textAfter(retire) });

  test('keeps the fact in its file with the day and the reason', () => {
    expect(diff(good, textAfter(retire))).toEqual([
      '+ retired:',
      '+ on: 2025-03-03',
      '+ why: Counted again.',
    ]);
    expect(textAfter({ kind: 'restore', id: 'books' }, retired())).toBe(good);
  });

  test('takes it out of the base, with what needs it', () => {
    const base = baseOf(retired());
    const [topic] = base.topics;
    expect(topic?.facts.map(({ id }) => id)).toEqual(['opening', 'books-counted', 'cost']);
    expect(topic?.facts.flatMap(({ related, conflictsWith }) => [...related, ...conflictsWith])).toEqual([]);
    expect(topic?.digests).toEqual([]);
    const retiredIds = base.written.filter(({ fact }) => isRetired(fact)).map(({ fact }) => fact.id);
    expect(retiredIds).toEqual(['books']);
  });

  test('lets another fact take over its ways of asking; it cannot come back with them', () => {
    const asks = ['what did the readers count', 'how many books are there'];
    const files = filesWith({ [TOPIC]: textAfter(change('books-counted', { asks }, retired()), retired()) });
    expect(editProblems(files, { kind: 'restore', id: 'books' })).toEqual([
      {
        field: 'asks',
        message: '"how many books are there" is also a way of asking for "books-counted"',
        mend: 'keep it with the one that answers it best',
      },
    ]);
  });

  test('wants a reason', () => {
    const problems = editProblems(filesWith(), { ...retire, why: ' ' });
    expect(problems).toEqual([{ field: 'why', message: 'why is empty', mend: expect.any(String) }]);
  });
});

describe('putting a fact back', () => {
  test('undoes a change, byte for byte', () => {
    const files = filesWith({ [TOPIC]: textAfter(change('books', { status: 'claimed', note: 'Hm.' })) });
    const put: FactEdit = { kind: 'put', id: 'books', topic: 'library-plans', fact: factOf('books') };
    expect(textAfter(put, files)).toBe(good);
  });

  test('takes out what was added, unless something refers to it', () => {
    const put = (id: string): FactEdit => ({ kind: 'put', id, topic: 'library-plans', fact: undefined });
    expect(diff(good, textAfter(put('cost')))).toContain('- - id: cost');
    expect(editProblems(filesWith(), put('books')).map(({ message }) => message)).toContain(
      'there is no fact "books"',
    );
  });
});

test('whatever is typed into the form is told as a problem or written so that it reads back the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '2014',
      '- a',
      '# a',
      'a: b',
      "it's",
      '"a"',
      '',
      'no',
      '~',
      '{a}',
      'a #b',
      '\u2028',
      '\t',
    ),
  );
  const typed = fc.record({
    statement: text.map((part) => `The library ${part}.`),
    headline: text,
    note: text,
    when: text,
    paragraph: text,
    asks: fc.array(text, { maxLength: 3 }),
    about: fc.array(text, { maxLength: 2 }),
  });
  const others = (base: Base) => base.written.filter(({ fact }) => fact.id !== 'cost');
  fc.assert(
    fc.property(fc.oneof(typed, fc.record({ note: text, headline: text })), (changes) => {
      const result = editFact(filesWith(), change('cost', changes));
      if ('problems' in result) {
        expect(result.problems.length).toBeGreaterThan(0);
        return;
      }
      expect(canonicalProblems(result.files)).toEqual([]);
      expect(others(result.base)).toEqual(others(baseOf(filesWith())));
      expect(result.after?.note ?? '').toBe((changes.note ?? '').replace(/\s+/g, ' ').trim());
      if (result.after === undefined) throw new Error('the fact is gone');
      const again = editFact(result.files, change('cost', factToDraft(result.after), result.files));
      expect('file' in again && again.file.text).toBe(result.file.text);
    }),
    { numRuns: 150 },
  );
}, 60_000);
