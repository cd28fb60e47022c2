import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { canonical, canonicalProblems } from '../../src/facts/canonical.ts';
import { plainValue, readYaml } from '../../src/facts/document.ts';
import { SCHEMAS } from '../../src/facts/files.ts';
import { printProblem } from '../../src/facts/problem.ts';
import { filesWith, TOPIC, textOf } from './files.ts';

const topic = (text: string) => canonical({ path: TOPIC, text });

function dataOf(text: string): unknown {
  const yaml = readYaml({ path: TOPIC, text });
  expect(yaml.problems).toEqual([]);
  return plainValue(yaml.document?.contents, SCHEMAS.topic);
}

describe('the canonical form', () => {
  test('puts keys in order, texts on one line, short lists in brackets, and blank lines between facts', () => {
    const text = `title: "Doors"
id: doors
facts:
- statement: >-
    It has two doors,
    and a gate.
  id: doors-now
  asks: [how many doors, 'which doors']
  source:
    paragraph: 5
    report: gazette
  answers:
    - of: [doors]
      value: "1,000"
      kind: how-many
  when: 2014
  status: reported
  asOf: "2025-03-02"
- {id: gate, asks: [gate]}
summary: It's about doors.
`;
    expect(topic(text)).toBe(`id: doors
title: Doors
summary: It's about doors.

facts:
  - id: doors-now
    statement: It has two doors, and a gate.
    source: { report: gazette, paragraph: 5 }
    status: reported
    asOf: 2025-03-02
    when: '2014'
    answers:
      - { kind: how-many, value: '1,000', of: [doors] }
    asks:
      - how many doors
      - which doors

  - id: gate
    asks:
      - gate
`);
  });

  test('keeps comments with what they are about', () => {
    const text = `# yaml-language-server: $schema=../schemas/topic.schema.json

# All about doors.
id: doors # never change it
facts: # two of them
  # The first one.
  - asks: # in plain words
      - how many doors # counted
      # - which doors
    # Counted by hand.
    id: doors-now
    about: [library, # the new one
      # the old one
      council] # who pays
    # End of the first.

  # The second one.
  - # by the garden
    id: gate
# End of all.
title: Doors # two
# Really the end.
`;
    expect(topic(text)).toBe(`# yaml-language-server: $schema=../schemas/topic.schema.json

# All about doors.
id: doors # never change it
# End of all.
title: Doors # two

facts: # two of them
  # The first one.
  # Counted by hand.
  - id: doors-now
    # the old one
    # who pays
    about: [library, council] # the new one
    asks: # in plain words
      - how many doors # counted
      # - which doors
    # End of the first.

  # The second one.
  # by the garden
  - id: gate

# Really the end.
`);
  });

  test('quotes only what YAML would read as something else', () => {
    const asks = [
      'no',
      '2025-03-02',
      '2014',
      'true',
      'a: b',
      '# c',
      "it's",
      '- d',
      '"quoted"',
      '1,000',
      'x #1',
    ];
    const text = `asks:\n${asks.map((ask) => `  - ${JSON.stringify(ask)}`).join('\n')}\n`;
    expect(topic(text).split('\n').slice(1, -1)).toEqual([
      '  - no',
      '  - 2025-03-02',
      "  - '2014'",
      "  - 'true'",
      "  - 'a: b'",
      "  - '# c'",
      "  - it's",
      "  - '- d'",
      `  - '"quoted"'`,
      '  - 1,000',
      "  - 'x #1'",
    ]);
  });

  test('a changed number in a statement is a diff of one line', () => {
    const before = topic(textOf(TOPIC)).split('\n');
    const after = topic(textOf(TOPIC).replace('holds 4,000 books', 'holds 14,000 books')).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      '    statement: The library holds 14,000 books.',
    ]);
    expect(after).toHaveLength(before.length);
  });

  test('ends lines and the file as Unix does', () => {
    expect(topic('id: doors\r\ntitle: Doors')).toBe('id: doors\ntitle: Doors\n');
  });

  test('is refused to a file that cannot be read', () => {
    expect(() => topic('id: [')).toThrow(KnowledgeError);
    expect(() => topic('# nothing yet\n')).toThrow(KnowledgeError);
    expect(() => canonical({ path: 'notes.txt', text: 'id: a\n' })).toThrow(KnowledgeError);
  });

  test('is checked, at the first line that differs', () => {
    const files = filesWith({ [TOPIC]: textOf(TOPIC).replace("'4,000'", '"4,000"') });
    expect(canonicalProblems(files).map((problem) => printProblem(problem))).toEqual([
      `topics/library.yml:27:1  not in canonical form from here on: "- { kind: how-many, value: \\"4,000\\", of: [books] }"  run npm run knowledge:format`,
    ]);
  });
});

describe('for any topic', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.constantFrom(
      'no',
      '2014',
      '1,000',
      '~x',
      "it's",
      'a: b',
      '# c',
      'ü',
      '{x}',
      '[y',
      '- z',
      '0x1F',
      '.5',
      '?',
      ':',
      '"',
      '%a',
      '@b',
      '`c`',
      '!d',
      '&e',
      '*f',
      '|',
      '>',
      '',
      ' a ',
    ),
    fc
      .string({ maxLength: 12 })
      .map((text) => text.replace(/[^\P{Cc}\P{Cf}]|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/gu, '')),
  );
  const fact = fc.record(
    {
      asks: fc.array(word, { maxLength: 3 }),
      statement: word,
      id: word,
      about: fc.array(word, { maxLength: 3 }),
      source: fc.record({ paragraph: fc.nat(99), report: word }),
      when: fc.oneof(word, fc.record({ to: word, from: word }, { requiredKeys: [] })),
      answers: fc.array(fc.record({ of: fc.array(word, { maxLength: 2 }), kind: word })),
      unknownKey: word,
    },
    { requiredKeys: [] },
  );
  const anyTopic = fc.record({ facts: fc.array(fact, { maxLength: 3 }), title: word, id: word });

  /** A text with comments put in wherever a whole line may be one, or a line may end in one. */
  const commented = fc
    .tuple(anyTopic, fc.infiniteStream(fc.tuple(fc.nat(9), fc.nat(8))))
    .map(([value, stream]) => withComments(canonical({ path: TOPIC, text: JSON.stringify(value) }), stream));

  test('the form has the same values, with the spaces around texts gone', () => {
    fc.assert(
      fc.property(anyTopic, (value) => {
        const form = topic(JSON.stringify(value));
        expect(dataOf(form)).toEqual(trimmed(value));
      }),
      { numRuns: 100 },
    );
  });

  test('the form of the form is the form', () => {
    fc.assert(
      fc.property(commented, (text) => {
        const once = topic(text);
        expect(topic(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  test('no comment is lost, none appears, and none changes a value', () => {
    fc.assert(
      fc.property(commented, (text) => {
        const form = topic(text);
        expect(commentsOf(form).sort()).toEqual(commentsOf(text).sort());
        expect(dataOf(form)).toEqual(dataOf(text));
      }),
      { numRuns: 100 },
    );
  });
});

function withComments(text: string, stream: Iterable<[number, number]>): string {
  const dice = stream[Symbol.iterator]();
  let number = 0;
  const lines = text.split('\n').flatMap((line) => {
    const [what, indent] = dice.next().value ?? [9, 0];
    const comment = `#: ${++number} :#`;
    if (what === 0) return [line, `${' '.repeat(indent)}${comment}`];
    if (what === 1) return [line, '', `${' '.repeat(indent)}${comment}`, ''];
    if (what === 2 && line !== '') return [`${line} ${comment}`];
    return [line];
  });
  return lines.join('\n');
}

function commentsOf(text: string): string[] {
  return text.match(/#: \d+ :#/g) ?? [];
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed(part)]));
}
