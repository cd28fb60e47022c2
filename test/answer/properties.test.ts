/** What must hold whatever is asked and whatever the weights are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import type { Reply } from '../../src/answer/reply.ts';
import type { Base } from '../../src/facts/schema.ts';
import { base, engine, idsOf, MAX_TOKENS_READ, read, short, talk } from './harbour.ts';

/** Words of the base, so that chance questions are now and then about it. */
const WORDS =
  'who when where why how many what is are the bridge ferry ferries tunnel mayor minister union strike 2018 1971 14 and or not it he she they there WE close closed cost signed <@U024BE7LH> <!channel> *bold* `code` 👍 ?'.split(
    ' ',
  );
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  sentence,
  fc.tuple(sentence, fc.string({ unit: 'binary', maxLength: 20 })).map((parts) => parts.join(' ')),
);

describe('a question never throws', () => {
  test('whatever it holds, alone, after the command and in a thread', () => {
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (first, second, isAddressed) => {
        const { conversation } = engine.ask(first);
        engine.ask(second, conversation, isAddressed);
        engine.command(second);
        engine.give([first], second, conversation);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['10,000 characters of questions', 'When does the bridge shut? '.repeat(400)],
    ['10,000 misspelt words', 'brigde ferrry clsoe '.repeat(500)],
    ['control characters', '\u0000\u0007\u001b[31mbridge\u009f'],
    ['right-to-left marks', '\u202eshut bridge the does When\u202c \u200f?'],
    ['half a character', 'bridge \ud83d \udc4d'],
    ['marks without end', `b${'\u0301'.repeat(5_000)}ridge`],
    ['markup', '<!channel> <@U024BE7LH> <https://example.org|bridge> *_~`bridge`~_*'],
    ['markup without end', '<'.repeat(5_000)],
    ['a number without end', '9'.repeat(5_000)],
    ['only digits and separators', '1,000.000,000'.repeat(400)],
    ['words of every object', 'constructor __proto__ toString hasOwnProperty'],
    ['a pattern', '(a+)+$ [^]* \\'],
  ])('%s', (_, text) => {
    const { conversation } = engine.ask(text);
    expect(engine.ask(text, conversation, true).reply.kind).not.toBe('');
    expect(engine.command(text).reply.kind).not.toBe('');
  });

  test('a long text costs no more than a bounded one', () => {
    // The reader looks at so many words and no further, so that all later work is bounded too.
    for (const text of ['bridge '.repeat(5_000), 'brigde-'.repeat(5_000), '1 '.repeat(20_000)]) {
      expect(read(text).reading.tokens.length).toBeLessThanOrEqual(MAX_TOKENS_READ);
      expect(read(text).pieces.length).toBeLessThanOrEqual(MAX_TOKENS_READ);
    }
  });
});

/** All that a reply says in words: what a channel would show. */
function saidBy(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return [reply.correction, reply.lead, ...reply.explanation.lines].join('\n');
    case 'unknown':
      return [reply.text, ...reply.explanation.lines].join('\n');
    case 'choices':
      return reply.explanation.lines.join('\n');
    case 'provenance':
      return reply.text;
    default:
      return '';
  }
}

test('no reply holds live markup of the question', () => {
  const markup = fc.constantFrom(
    '<!channel>',
    '<!here|here>',
    '<@U024BE7LH>',
    '<#C024BE7LH|desk>',
    '<https://example.org|bridge>',
    '&lt;!channel&gt;',
    '<!subteam^S024BE7LH>',
    '<mailto:a@example.org|mail>',
  );
  const hostile = fc
    .tuple(sentence, markup, fc.constantFrom('', ' ', 'x'), sentence)
    .map(([before, mark, glue, after]) => `${before} ${mark}${glue}${mark}${after}`);
  fc.assert(
    fc.property(hostile, sentence, (text, next) => {
      for (const { reply } of talk(text, next, text))
        expect(saidBy(reply)).not.toMatch(/<[!@#a-z]|&lt;[!@#]/i);
    }),
    { numRuns: 200 },
  );
});

/** What is asked in the tests of order and of growth: every third way of asking, and some that are withheld. */
const QUESTIONS = [
  ...base.topics
    .flatMap(({ facts, digests }) => [...facts, ...digests].flatMap(({ asks }) => asks))
    .filter((_, at) => at % 3 === 0),
  'Who painted the bridge?',
  'Where was the agreement signed?',
  'Was the bridge opened in 1981?',
  'asdf qwer',
];

const answersOf = (some: Base): string[] => {
  const asked = createEngine(some);
  return QUESTIONS.map((question) => `${question} => ${short(asked.ask(question).reply)}`);
};

test('the order of topics, facts, entities and vocabulary does not change an answer', () => {
  const expected = answersOf(base);
  const mixed = fc.record({ seed: fc.integer() });
  fc.assert(
    fc.property(mixed, ({ seed }) => {
      expect(answersOf(shuffledBase(seed))).toEqual(expected);
    }),
    { numRuns: 4 },
  );
});

/** The harbour with everything in another order that carries no meaning. */
function shuffledBase(seed: number): Base {
  const shuffle = <T>(items: readonly T[]): T[] =>
    fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0] ?? [];
  return {
    ...base,
    entities: shuffle(base.entities),
    topics: shuffle(base.topics).map((topic) => ({
      ...topic,
      facts: shuffle(topic.facts),
      digests: shuffle(topic.digests),
    })),
  };
}

test('a fact about something else changes no answer', () => {
  const [topic, ...rest] = base.topics;
  const [fact] = topic?.facts ?? [];
  if (topic === undefined || fact === undefined) throw new Error('the harbour is empty');
  const unrelated = {
    id: 'unrelated-llamas',
    statement: 'A herd of llamas grazes beneath Mount Quillabamba.',
    asks: ['Where do the llamas graze?', 'llama herd', 'Which animals live beneath Mount Quillabamba?'],
    about: [],
    source: fact.source,
    status: 'reported' as const,
    asOf: fact.asOf,
    answers: [{ kind: 'where' as const, value: 'beneath Mount Quillabamba' }],
    related: [],
    conflictsWith: [],
  };
  const grown = { ...base, topics: [{ ...topic, facts: [...topic.facts, unrelated] }, ...rest] };
  expect(answersOf(grown)).toEqual(answersOf(base));
  expect(idsOf(createEngine(grown).ask('Where do the llamas graze?').reply)).toEqual(['unrelated-llamas']);
});
