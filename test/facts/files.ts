/** A small good base as text, to be broken in one place at a time. */
import type { SourceFile } from '../../src/facts/files.ts';
import { parseBase } from '../../src/facts/parse.ts';
import { printProblem } from '../../src/facts/problem.ts';

export const TOPIC = 'topics/library.yml';

const TEXTS: Readonly<Record<string, string>> = {
  'bot.yml': `name: Town desk
command: /town
subject: the new library
greeting: Ask me about the new library.

examples:
  - When does it open?
  - How many books are there?
  - Who pays?

wording:
  notInReport: The report does not say.
  notMentioned: The report does not mention {words}.
  notSettled: The report does not say {asked}.
  correction: The report says {said}, not {asked}.
  chat: I answer questions about the new library.
`,
  'entities.yml': `entities:
  - id: library
    name: the town library
    kind: place
    spellings:
      - new library

  - id: council
    name: the council
    kind: government
    spellings:
      - town council
    descriptions:
      - the authorities
`,
  'vocabulary.yml': `same:
  - [open, opening]
  - [book, volume, title]

ignore:
  - please
scope: [library, town]
`,
  'reports/gazette.yml': `id: gazette
title: Library opens in March
agency: The Gazette
attribution: the Gazette, citing the council
date: 2025-03-02
paragraphs: 5
`,
  [TOPIC]: `id: library-plans
title: The library
summary: When the library opens and what it holds.

facts:
  - id: opening
    statement: The library opens on March 10, the council says.
    about: [library, council]
    source: { report: gazette, paragraph: 1 }
    status: expected
    asOf: 2025-03-02
    when: 2025-03-10
    answers:
      - { kind: when, value: 2025-03-10 }
    asks:
      - when does the library open
      - opening day
    related: [books]

  - id: books
    statement: The library holds 4,000 books.
    about: [library]
    source: { report: gazette, paragraph: 2 }
    status: reported
    asOf: 2025-03-01
    answers:
      - { kind: how-many, value: '4,000', of: [books] }
    asks:
      - how many books are there
    conflictsWith: [books-counted]

  - id: books-counted
    statement: A count by readers found 3,900 books.
    about: [library]
    source: { report: gazette, paragraph: 3 }
    status: claimed
    asOf: 2025-03-01
    when: { from: 2024-12, to: 2025-01-15 }
    asks:
      - what did the readers count
    conflictsWith: [books]

  - id: cost
    statement: The report does not say what the library cost.
    about: [library]
    source: { report: gazette, paragraph: 4 }
    status: unknown
    asOf: 2025-03-02
    answers:
      - { kind: how-many, of: [money] }
    asks:
      - what did it cost

digests:
  - id: both-counts
    lead: The two counts differ by a hundred.
    facts: [books, books-counted]
    asks:
      - compare the two counts
`,
};

/** The good base; a change replaces a file's text, adds a file, or, with undefined, takes one out. */
export function filesWith(changes: Readonly<Record<string, string | undefined>> = {}): SourceFile[] {
  return Object.entries({ ...TEXTS, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

/** The text of one file of the good base. */
export function textOf(path: string): string {
  const text = TEXTS[path];
  if (text === undefined) throw new Error(`the good base has no ${path}`);
  return text;
}

/** Every problem of these files, as printed. */
export function told(files: readonly SourceFile[]): string[] {
  const parsed = parseBase(files);
  return 'problems' in parsed ? parsed.problems.map((problem) => printProblem(problem)) : [];
}

/** What is told after one change of the good base, which replaces a text that must be there once. */
export function toldAfter(path: string, from: string, to: string): string[] {
  return told(filesWith({ [path]: edited(path, from, to) }));
}

export function edited(path: string, from: string, to: string): string {
  const parts = textOf(path).split(from);
  if (parts.length !== 2) throw new Error(`${path} holds ${JSON.stringify(from)} ${parts.length - 1} times`);
  return parts.join(to);
}
