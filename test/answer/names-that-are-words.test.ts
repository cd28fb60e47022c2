import { describe, expect, test } from 'vitest';
import { compileBase } from '../../src/answer/compile.ts';
import { createEngine } from '../../src/answer/engine.ts';
import type { DateParts } from '../../src/search/quantities.ts';
import { idsOf, short, smallBase } from './harbour.ts';

/** Two crews of whom nobody has heard, called what English calls something else. */
const small = smallBase({
  entities: [
    {
      id: 'crew-is',
      name: 'Island Salvage',
      spellings: ['IS'],
      kind: 'group',
      descriptions: ['salvage crew'],
    },
    { id: 'crew-us', name: 'Upper Strand', spellings: ['US'], kind: 'country' },
  ],
  facts: [
    {
      id: 'is-boats',
      about: ['crew-is'],
      statement: 'Island Salvage has nine boats, which it moored in May 2024.',
      when: '2024-05',
      answers: [
        { kind: 'how-many', value: 'nine', of: ['boats'] },
        { kind: 'when', value: '2024-05' },
        { kind: 'what' },
      ],
      asks: [
        'How many boats does Island Salvage have?',
        'When did Island Salvage moor its boats?',
        'boats of IS',
      ],
    },
    {
      id: 'us-divers',
      about: ['crew-us'],
      statement: 'Upper Strand sent twenty divers in March 2024.',
      when: '2024-03',
      answers: [
        { kind: 'how-many', value: 'twenty', of: ['divers'] },
        { kind: 'who', value: 'Upper Strand' },
        { kind: 'when', value: '2024-03' },
      ],
      asks: [
        'How many divers did Upper Strand send?',
        'When did the divers of Upper Strand come?',
        'US divers',
      ],
    },
    {
      id: 'wreck',
      statement: 'The wreck lies on the sea bed off the cape; crews marched along the beach to see it.',
      answers: [{ kind: 'where', value: 'off the cape' }, { kind: 'what' }],
      asks: ['Where is the wreck?', 'What is on the sea bed?', 'Who may see the wreck?'],
    },
  ],
});
const compiled = compileBase(small);
const engine = createEngine(small);

const names = (question: string): string[] =>
  compiled
    .readQuestion(question)
    .items.flatMap(({ terms }) => terms)
    .filter((term) => term.startsWith('e:'));

describe('IS and is', () => {
  test.each([
    ['How many boats does IS have?', 'capitals that the writer uses for nothing else'],
    ['how many boats does is have', 'two verbs in a row: the first cannot be one'],
    ['boats of is', 'after `of`, no verb can stand'],
    ['who fights is', 'the object of a fight'],
    ['how many boats does the is have', 'after `the`'],
    ['anti-is crews', 'joined to what is no verb'],
    ['is had how many boats', 'before a verb of the past'],
    ['I.S. boats', 'with dots'],
  ])('“%s” names it: %s', (question) => expect(names(question)).toContain('e:crew-is'));

  test.each([
    ['where is the wreck', 'the verb of the question'],
    ['is the wreck off the cape?', 'it opens a question'],
    ['so is there a wreck', 'the same after a filler'],
    ['what is on the sea bed', 'before a preposition'],
    ['WHERE IS THE WRECK?', 'a text in capitals says nothing by them'],
    ['the cape they went to is far', 'after a particle that closes a verb'],
    ['Is the wreck there?', 'a capital only because it comes first'],
  ])('“%s” does not: %s', (question) => expect(names(question)).not.toContain('e:crew-is'));

  test('and so the right fact answers', () => {
    expect(short(engine.ask('where is the wreck').reply)).toBe('answer wreck');
    expect(short(engine.ask('how many boats does is have').reply)).toBe('answer is-boats');
    expect(short(engine.ask('How many boats does IS have?').reply)).toBe('answer is-boats');
  });
});

describe('US and us', () => {
  test.each([
    ['How many divers did the US send?', 'capitals'],
    ['how many divers did the us send', 'after `the`'],
    ['us divers', 'it begins, and describes what follows'],
    ['divers of the u.s.', 'with dots'],
    ['how many us divers came', 'it describes what follows'],
    ['when did us divers come', 'the same after a verb'],
  ])('“%s” names it: %s', (question) => expect(names(question)).toContain('e:crew-us'));

  test.each([
    ['tell us about the wreck', 'after a verb of giving'],
    ['remind us: where is the wreck', 'the same'],
    ['can you show us where the wreck is', 'the same, in the middle'],
    ['what does the wreck mean for us?', 'after `for`, at the end'],
    ['TELL US WHERE THE WRECK IS', 'a text in capitals'],
  ])('“%s” does not: %s', (question) => expect(names(question)).not.toContain('e:crew-us'));

  test('and so the right fact answers', () => {
    expect(short(engine.ask('tell us where the wreck is').reply)).toBe('answer wreck');
    expect(short(engine.ask('how many us divers came').reply)).toBe('answer us-divers');
    expect(short(engine.ask('us divers').reply)).toBe('answer us-divers');
  });
});

describe('may and March', () => {
  const dates = (question: string): unknown[] =>
    compiled
      .readQuestion(question)
      .items.flatMap(({ quantity }) => (quantity?.kind === 'date' ? [quantity.date] : []));

  test.each([
    ['did they moor the boats in May?', { month: 5 }, 'after a preposition'],
    ['moored in may', { month: 5 }, 'the same, without a capital'],
    ['may 2024 mooring', { month: 5, year: 2024 }, 'before a year'],
    ['on 3 may', { month: 5, day: 3 }, 'after a day'],
    ['divers of march', { month: 3 }, 'after a preposition'],
    ['since March the divers are there', { month: 3 }, 'after a preposition'],
  ] as [string, DateParts, string][])('“%s” has a month: %j, %s', (question, date) =>
    expect(dates(question)).toEqual([date]),
  );

  test.each([
    ['may I see the wreck?', 'it asks for leave'],
    ['who may see the wreck', 'a verb between who and what'],
    ['may the divers come', 'it opens a question'],
    ['crews march along the beach', 'a verb'],
    ['did crews march to the wreck', 'a verb, after another'],
  ])('“%s” has none: %s', (question) => expect(dates(question)).toEqual([]));

  test('and so the right fact answers', () => {
    expect(short(engine.ask('who may see the wreck').reply)).toBe('answer wreck');
    expect(short(engine.ask('did crews march to the wreck').reply)).toBe('answer wreck');
    expect(short(engine.ask('did Island Salvage moor its boats in may').reply)).toBe('answer is-boats');
    // The divers came in March; asked for May, that is set right or withheld, never passed over.
    const other = engine.ask('did the divers of Upper Strand come in May?').reply;
    expect(idsOf(other).length === 0 || ('correction' in other && other.correction !== undefined)).toBe(true);
  });
});

test('a name of two letters that is a pronoun: WE and we', () => {
  const union = smallBase({
    entities: [{ id: 'union', name: 'Wharf Employees', spellings: ['WE'], kind: 'organisation' }],
    facts: [
      {
        id: 'strike',
        about: ['union'],
        statement: 'Wharf Employees will strike.',
        answers: [{ kind: 'who', value: 'Wharf Employees' }],
        asks: ['Will Wharf Employees strike?'],
      },
    ],
  });
  const items = (question: string) =>
    compileBase(union)
      .readQuestion(question)
      .items.flatMap(({ terms }) => terms);
  expect(items('Will WE strike?')).toContain('e:union');
  expect(items('what do we know about a strike')).not.toContain('e:union');
});
