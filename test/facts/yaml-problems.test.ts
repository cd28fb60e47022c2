import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from './files.ts';

describe('what is not readable, or has no place in a knowledge file', () => {
  test('a text with a colon and no quotes', () => {
    expect(
      toldAfter(TOPIC, 'statement: The library holds', 'statement: They said: the library holds'),
    ).toEqual([
      'topics/library.yml:21:16  a colon in text without quotes, or a wrong indentation, in "statement: They said: the library holds 4,000 books."  put the text in quotes: \'He said: no\', or line it up with its neighbours',
    ]);
  });

  test('an apostrophe inside single quotes', () => {
    expect(toldAfter(TOPIC, '- opening day', "- 'what's the day'")).toEqual([
      "topics/library.yml:17:15  more text after the end of a value, in \"- 'what's the day'\"  put the whole text in quotes, and write a quote inside it twice",
    ]);
  });

  test('a quote that is never closed', () => {
    expect(toldAfter(TOPIC, '- opening day', '- "opening day')).toEqual([
      'topics/library.yml:17:9  a quote, bracket, hyphen or colon is missing, in "- \\"opening day"  close what is open, and begin each entry of a list with a hyphen',
    ]);
  });

  test('a line that belongs to nothing', () => {
    expect(toldAfter(TOPIC, '    status: claimed', '   status: claimed')).toEqual([
      'topics/library.yml:36:1  a quote, bracket, hyphen or colon is missing, in "status: claimed"  close what is open, and begin each entry of a list with a hyphen',
      'topics/library.yml:37:11  a colon in text without quotes, or a wrong indentation, in "asOf: 2025-03-01"  put the text in quotes: \'He said: no\', or line it up with its neighbours',
      'topics/library.yml:39:1  a line that does not line up, or a bracket left open before it, in "asks:"  line it up with its neighbours, and close every bracket',
      'topics/library.yml:41:1  a line that does not line up, or a bracket left open before it, in "conflictsWith: [books]"  line it up with its neighbours, and close every bracket',
    ]);
  });

  test('a bracket that is never closed', () => {
    expect(toldAfter(TOPIC, '[library, council]', '[library, council')).toEqual([
      'topics/library.yml:9:5  a line that does not line up, or a bracket left open before it, in "source: { report: gazette, paragraph: 1 }"  line it up with its neighbours, and close every bracket',
    ]);
  });

  test('a tab', () => {
    expect(toldAfter(TOPIC, '- opening day', '- opening\tday')).toEqual([
      'topics/library.yml:17:16  a tab  use spaces; YAML does not indent with tabs',
    ]);
  });

  test('a tab for indentation', () => {
    expect(toldAfter(TOPIC, '      - opening day', '\t- opening day')).toEqual([
      'topics/library.yml:17:1  a tab  use spaces; YAML does not indent with tabs',
      'topics/library.yml:19:1  a colon in text without quotes, or a wrong indentation, in ""  put the text in quotes: \'He said: no\', or line it up with its neighbours',
      'topics/library.yml:20:3  a line without a key, in "- id: books"  give it a key and a colon, or indent it to belong to the line before',
    ]);
  });

  test('a key twice', () => {
    expect(toldAfter(TOPIC, '    status: claimed', '    status: claimed\n    status: claimed')).toEqual([
      'topics/library.yml:37:5  the key "status" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
    ]);
  });

  test('a hyphen forgotten, so that two facts run together', () => {
    expect(toldAfter(TOPIC, '\n  - id: cost', '\n    id: cost')).toEqual([
      'topics/library.yml:43:5  the key "id" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:44:5  the key "statement" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:45:5  the key "about" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:46:5  the key "source" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:47:5  the key "status" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:48:5  the key "asOf" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      'topics/library.yml:51:5  the key "asks" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
    ]);
  });

  test('an anchor and its alias', () => {
    expect(toldAfter(TOPIC, 'about: [library, council]', 'about: &all [library]\n    related: *all')).toEqual(
      [
        'topics/library.yml:8:17  an anchor, "&all"  delete it, or put text that begins with & in quotes',
        'topics/library.yml:9:14  an alias, "*all"  write the value itself, or put text that begins with * in quotes',
        'topics/library.yml:19:5  the key "related" is there twice  keep one of the two, or check that a new entry begins with a hyphen',
      ],
    );
  });

  test('a tag', () => {
    expect(toldAfter(TOPIC, 'paragraph: 3', 'paragraph: !!int 3')).toEqual([
      'topics/library.yml:35:49  a tag, "!!int"  delete it, or put text that begins with ! in quotes',
    ]);
  });

  test('null', () => {
    expect(toldAfter(TOPIC, 'status: claimed', 'status: claimed\n    note: null')).toEqual([
      'topics/library.yml:37:11  null stands for nothing  leave the key out, or put the word in quotes',
    ]);
  });

  test('two documents', () => {
    expect(toldAfter(TOPIC, '\ndigests:', '---\ndigests:')).toEqual([
      'topics/library.yml:53:1  a second document, in "---"  delete the --- line; a file holds one document',
    ]);
  });

  test('a directive', () => {
    expect(toldAfter(TOPIC, 'id: library-plans', '%FOO\n---\nid: library-plans')).toEqual([
      'topics/library.yml:1:1  a directive, in "%FOO"  delete the line',
    ]);
  });

  test('a backslash in double quotes', () => {
    expect(toldAfter(TOPIC, '- opening day', '- "opening \\day"')).toEqual([
      'topics/library.yml:17:18  a backslash that means nothing in double quotes, in "- \\"opening \\\\day\\""  use single quotes, in which a backslash is just a backslash',
    ]);
  });

  test('a character that YAML reserves', () => {
    expect(toldAfter(TOPIC, '- opening day', '- @opening')).toEqual([
      'topics/library.yml:17:9  text that begins with a sign of YAML, in "- @opening"  put the text in quotes: \'He said: no\'',
    ]);
  });

  test('a byte order mark', () => {
    expect(toldAfter(TOPIC, 'id: library-plans', '\ufeffid: library-plans')).toEqual([
      'topics/library.yml:1:1  a byte order mark (U+FEFF)  save the file as UTF-8 without BOM',
    ]);
  });

  test('what is left of a text that was not UTF-8', () => {
    expect(toldAfter(TOPIC, 'opening day', 'caf\ufffd day')).toEqual([
      'topics/library.yml:17:12  a character that was lost in conversion (U+FFFD)  save the file as UTF-8',
    ]);
  });

  test('a mark that turns the direction of writing', () => {
    expect(toldAfter(TOPIC, 'opening day', 'opening \u202eday')).toEqual([
      'topics/library.yml:17:17  an invisible mark of writing direction (U+202E)  delete it',
    ]);
  });

  test('a control character', () => {
    expect(toldAfter(TOPIC, 'opening day', 'opening \u0007day')).toEqual([
      'topics/library.yml:17:17  a control or invisible character (U+0007)  delete it',
    ]);
  });

  test('a mark of direction spelt as an escape', () => {
    expect(toldAfter(TOPIC, '- opening day', '- "opening \\u202eday"')).toEqual([
      'topics/library.yml:17:9  an invisible mark of writing direction (U+202E)  delete it',
    ]);
  });

  test('a zero-width space', () => {
    expect(toldAfter(TOPIC, 'opening day', 'opening\u200b day')).toEqual([
      'topics/library.yml:17:16  a control or invisible character (U+200B)  delete it',
    ]);
  });

  test('brackets without end', () => {
    expect(toldAfter(TOPIC, '[library, council]', '['.repeat(100_000))).toEqual([
      'topics/library.yml:8:22  the nesting is too deep for a knowledge file  check the brackets and the indentation from here on',
    ]);
  });
});
