import { describe, expect, test } from 'vitest';
import { hasSubstance, type Piece } from '../../src/answer/question.ts';
import { compiled, read } from './harbour.ts';

const texts = (pieces: Iterable<Piece>): string[] => [...pieces].map(({ item }) => item.text);
const hard = (question: string): string[] => texts(read(question).pieces.filter(({ isHard }) => isHard));

describe('what an answer must explain', () => {
  test('content words and names, not grammar and not the question itself', () => {
    expect(hard('When does the Skarne Bridge shut?')).toEqual(['the Skarne Bridge', 'shut']);
  });

  test('words the base has never heard of too: they are why a question is withheld', () => {
    expect(hard('Which architect drew the bridge?')).toContain('architect');
  });

  test('a shade of meaning helps to choose and is never required', () => {
    expect(hard('Is the bridge still open?')).not.toContain('still');
  });

  test('a word for the whole subject is explained by every fact', () => {
    const [piece] = read('Velhavn').pieces;
    expect(piece?.isHard).toBe(false);
    expect(hard('Who runs the ferries in Velhavn harbour?')).toEqual(hard('Who runs the ferries?'));
  });

  test('an everyday word that the base lacks is looser than one that names something', () => {
    const pieces = read('Did Ottoline inaugurate a sleepy bridge?').pieces;
    const isLoose = (text: string) => pieces.find(({ item }) => item.text === text)?.isLoose;
    expect(isLoose('sleepy')).toBe(true);
    expect(isLoose('Ottoline')).toBe(false);
  });

  test('what is counted is never overlooked, be it an everyday word', () => {
    const pieces = read('How many umbrellas are on the ferry?').pieces;
    expect(pieces.find(({ item }) => item.text === 'umbrellas')).toMatchObject({
      isHard: true,
      isLoose: false,
    });
  });
});

describe('numbers', () => {
  test('numbers and years must agree with the answer', () => {
    expect(hard('Do 400 passengers fit on a ferry?')).toContain('400');
    expect(hard('Was the bridge closed in 2018?')).toContain('2018');
  });

  test('a small count only says how long a list is', () => {
    expect(hard('What are the two plans for the bridge?')).not.toContain('two');
  });

  test('years reckoned from today are not said by a report', () => {
    expect(hard('Was it closed some seven years ago?')).not.toContain('seven years');
    expect(hard('Will a tunnel take seven years?')).toContain('seven years');
  });
});

describe('chat around the question', () => {
  test('is dropped, whatever it is about', () => {
    expect(hard('My editor is asking again, when does the bridge shut?')).toEqual(['the bridge', 'shut']);
    expect(hard('when does the bridge shut? my phone is dying lol')).toEqual(['the bridge', 'shut']);
  });

  test('part of the sentence is no chat: what stands before the comma narrows the question', () => {
    expect(hard('After the earthquake, when did the bridge shut?')).toContain('earthquake');
  });

  test('a name that the base does not know is no chat', () => {
    expect(hard('Ottoline Vask, did she sign the agreement?')).toContain('Vask');
    expect(hard('Congress, did it agree to the closure?')).toContain('Congress');
  });

  test('nor is such a name taken for a slip of the pen: `Vask` does not ask', () => {
    expect(hard('Did Vask sign the agreement?')).toContain('Vask');
    expect(hard('Did Ottoline sign the agreement?')).toContain('Ottoline');
    expect(read('plaese, when does it shut?').reading.repaired).toEqual([
      { typed: 'plaese', read: 'please' },
    ]);
  });

  test('without a question about the subject, nothing is dropped', () => {
    expect(texts(read('my train is late, what a nightmare').pieces)).toContain('nightmare');
  });

  test('phrases that the base ignores are ignored', () => {
    expect(hard('According to the report, who runs the ferries?')).toEqual(hard('Who runs the ferries?'));
  });
});

describe('alternatives', () => {
  test('around an `or`, one of them is enough', () => {
    expect(texts(read('Is it a repair or a tunnel?').alternatives)).toEqual(['repair', 'tunnel']);
  });

  test('between two years, only the years are alternatives: what is said of them still counts', () => {
    const question = read('Was the bridge opened in 1971 or 1981?');
    expect(texts(question.alternatives)).toEqual(['1971', '1981']);
  });

  test('without an `or` there are none', () => {
    expect(read('Who prefers the tunnel and who the repair?').alternatives.size).toBe(0);
  });
});

describe('whether anything was asked of the base at all', () => {
  test.each(['ferries', 'who is halvik', 'what happened in 2018?'])('%s: yes', (question) => {
    expect(hasSubstance(read(question), compiled)).toBe(true);
  });

  test.each(['', '???', 'hello there', 'asdf qwer zxcv', 'what do you think'])('“%s”: no', (question) => {
    expect(hasSubstance(read(question), compiled)).toBe(false);
  });
});

test('what is counted is found with its words', () => {
  expect(read('How many toll collectors will go?').focus.map(({ text }) => text)).toContain(
    'toll collectors',
  );
  expect(read('How many members do toll collectors have?').focus.map(({ text }) => text)).toEqual([
    'members',
  ]);
  expect(read('How much is the toll?').focus).toEqual([]);
  expect(read('When does it shut?').focus).toEqual([]);
  // A verb counts nothing.
  expect(read('How many stayed?').focus).toEqual([]);
  expect(read('How many were kept?').focus).toEqual([]);
});

test.each([
  'How many ferries are new?',
  'How many of the new ferries are free?',
  'how many of the ferries run',
])('what is counted: %s', (question) =>
  expect(read(question).focus.flatMap(({ terms }) => terms)).toContain('e:ferry-service'),
);

test.each([
  ['Which three years are named?', []],
  ['Give the two dates', []],
  ['Did it take three years?', ['three years']],
])('a number that counts what is listed claims nothing: %s', (question, claimed) => {
  const hard = read(question).pieces.filter(({ item, isHard }) => isHard && item.quantity !== undefined);
  expect(hard.map(({ item }) => item.text)).toEqual(claimed);
});

test('the end or start of something only places it in time', () => {
  const hardOf = (question: string) =>
    read(question).pieces.flatMap(({ item, isHard }) => (isHard ? [item.text] : []));
  expect(hardOf('who left after the end of the strike?')).not.toContain('end');
  expect(hardOf('when is the end of the strike?')).toContain('end');
});
