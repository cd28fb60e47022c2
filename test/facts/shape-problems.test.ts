import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from './files.ts';

describe('what departs from the schema', () => {
  test('a key with its capital missing is told once, as what it was meant to be', () => {
    expect(toldAfter(TOPIC, 'asOf: 2025-03-02\n    when', 'asof: 2025-03-02\n    when')).toEqual([
      'topics/library.yml:11:5  unknown key "asof"  did you mean "asOf"?',
    ]);
  });

  test('a key nobody knows', () => {
    expect(toldAfter('bot.yml', 'command: /town', 'command: /town\ncolour: blue')).toEqual([
      'bot.yml:3:1  unknown key "colour"  the keys here are name, command, subject, greeting, examples, wording',
    ]);
  });

  test('a merge key', () => {
    expect(toldAfter(TOPIC, '    about: [library, council]', '    <<: [library, council]')).toEqual([
      'topics/library.yml:8:5  a merge key, "<<"  write the keys themselves',
    ]);
  });

  test('a key that is missing says what belongs there', () => {
    expect(toldAfter(TOPIC, '    status: claimed\n', '')).toEqual([
      'topics/library.yml:32:5  status is missing  add status: how firmly the report says it; unknown: the report does not say it',
    ]);
  });

  test('a file that lacks all but one key', () => {
    expect(
      toldAfter(
        'reports/gazette.yml',
        'title: Library opens in March\nagency: The Gazette\nattribution: the Gazette, citing the council\ndate: 2025-03-02\nparagraphs: 5\n',
        '',
      ),
    ).toEqual([
      'reports/gazette.yml:1:1  title is missing  add title: the headline of the report',
      'reports/gazette.yml:1:1  agency is missing  add agency: who published it',
      'reports/gazette.yml:1:1  attribution is missing  add attribution: how the report says where it has it from: the Gazette, citing the council',
      'reports/gazette.yml:1:1  date is missing  add date: the day of publication',
      'reports/gazette.yml:1:1  paragraphs is missing  add paragraphs: how many paragraphs it has',
    ]);
  });

  test('text where a number belongs', () => {
    expect(toldAfter(TOPIC, 'paragraph: 3', 'paragraph: third')).toEqual([
      'topics/library.yml:35:43  paragraph is "third"  write a whole number, without quotes',
    ]);
  });

  test('a number in quotes', () => {
    expect(toldAfter(TOPIC, 'paragraph: 3', "paragraph: '3'")).toEqual([
      'topics/library.yml:35:43  paragraph is "3"  write a whole number, without quotes',
    ]);
  });

  test('paragraph nought', () => {
    expect(toldAfter(TOPIC, 'paragraph: 3', 'paragraph: 0')).toEqual([
      'topics/library.yml:35:43  paragraph is 0  write a number from 1 up',
    ]);
  });

  test('text where a list belongs', () => {
    expect(toldAfter(TOPIC, 'about: [library, council]', 'about: library')).toEqual([
      'topics/library.yml:8:12  about is "library"  write a list, one entry a line after a hyphen',
    ]);
  });

  test('nothing where a list belongs', () => {
    expect(toldAfter(TOPIC, '    about: [library, council]', '    about:')).toEqual([
      'topics/library.yml:8:11  about is empty  write a list, one entry a line after a hyphen, or leave the key out',
    ]);
  });

  test('a list where text belongs', () => {
    expect(
      toldAfter(TOPIC, 'statement: The library holds 4,000 books.', 'statement: [The library, holds]'),
    ).toEqual([
      'topics/library.yml:21:16  statement is ["The library","holds"]  write text, in quotes if it holds a colon and a space',
    ]);
  });

  test('no text at all', () => {
    expect(toldAfter('bot.yml', 'Town desk', "''")).toEqual([
      'bot.yml:1:7  name is empty  write the text, or leave the key out if it may be',
    ]);
  });

  test('a day that does not exist', () => {
    expect(toldAfter(TOPIC, 'asOf: 2025-03-02\n    when', 'asOf: 2025-02-30\n    when')).toEqual([
      'topics/library.yml:11:11  asOf "2025-02-30" is not in the calendar  write a day that exists, such as 2026-02-23',
    ]);
  });

  test('a month where a day is needed', () => {
    expect(toldAfter(TOPIC, 'asOf: 2025-03-02\n    when', 'asOf: 2025-03\n    when')).toEqual([
      'topics/library.yml:11:11  asOf "2025-03" is not a whole day  write year, month and day, such as 2026-02-23',
    ]);
  });

  test('a date in another order', () => {
    expect(toldAfter(TOPIC, 'asOf: 2025-03-02\n    when', 'asOf: 02.03.2025\n    when')).toEqual([
      'topics/library.yml:11:11  asOf "02.03.2025" is not a date  write year, month and day as far as known: 2026-02-23, 2024-12 or 2014',
    ]);
  });

  test('a span without an end', () => {
    expect(toldAfter(TOPIC, 'when: { from: 2024-12, to: 2025-01-15 }', 'when: {}')).toEqual([
      'topics/library.yml:38:11  when is an empty span  give it a from, a to, or both',
    ]);
  });

  test('a list where a date or a span belongs', () => {
    expect(toldAfter(TOPIC, 'when: { from: 2024-12, to: 2025-01-15 }', 'when: [2024-12]')).toEqual([
      'topics/library.yml:38:11  when is ["2024-12"]  write a date, or a from and a to',
    ]);
  });

  test('an id in capitals', () => {
    expect(toldAfter(TOPIC, 'id: both-counts', 'id: Both_Counts')).toEqual([
      'topics/library.yml:55:9  id "Both_Counts" is not an id  write lower-case words joined by hyphens, such as ferries-now',
    ]);
  });

  test('a status nobody knows, near one that is known', () => {
    expect(toldAfter(TOPIC, 'status: claimed', 'status: claimd')).toEqual([
      'topics/library.yml:36:13  status is "claimd"  did you mean "claimed"?',
    ]);
  });

  test('a status nobody knows', () => {
    expect(toldAfter(TOPIC, 'status: claimed', 'status: green')).toEqual([
      'topics/library.yml:36:13  status is "green"  write one of reported, expected, claimed, confirmed, disputed, unknown',
    ]);
  });

  test('a digest of one fact', () => {
    expect(toldAfter(TOPIC, 'facts: [books, books-counted]', 'facts: [books]')).toEqual([
      'topics/library.yml:57:12  facts has only one entry  give it 2 or more',
    ]);
  });

  test('a fact that no one can ask for', () => {
    expect(toldAfter(TOPIC, 'asks:\n      - what did it cost', 'asks: []')).toEqual([
      'topics/library.yml:51:11  asks has no entries  give it 1 or more',
    ]);
  });

  test('a statement that is too long', () => {
    expect(toldAfter(TOPIC, 'The library holds 4,000 books.', 'Books. '.repeat(90))).toEqual([
      'topics/library.yml:21:16  statement has 629 characters: "Books. Books. Books. Books. Books. Books. Books. Books. Boo…"  shorten it to 600 characters or fewer',
    ]);
  });

  test('a command without its slash', () => {
    expect(toldAfter('bot.yml', '/town', 'town')).toEqual([
      'bot.yml:2:10  command "town" is not a command  write a slash and lower-case letters, such as /news',
    ]);
  });

  test('wording without its place holder', () => {
    expect(toldAfter('bot.yml', 'does not mention {words}', 'does not mention that')).toEqual([
      'bot.yml:13:17  notMentioned "The report does not mention that." lacks {words}  put {words} where the words belong that the report does not mention',
    ]);
  });
});
