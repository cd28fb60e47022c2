import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/answer/conversation.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { base, engine, idsOf, lastOf, short, talk } from './harbour.ts';

/** How the reply says the question was read. */
const linesOf = (reply: Reply): string => ('explanation' in reply ? reply.explanation.lines : []).join(' ');

describe('whom a pronoun means', () => {
  test.each([
    ['he', ['Who is the mayor?', 'what does he want?'], 'plan-tunnel'],
    ['she', ['Which plan does the mayor prefer?', 'and the minister?', 'what does she want?'], 'plan-repair'],
    ['it, a thing', ['When does the bridge shut?', 'when was it opened?'], 'bridge-history'],
    ['it, an agreement', ['What was signed on September 12?', 'who signed it?'], 'agreement-signed'],
    ['it, an event', ['Is a strike planned?', 'how long does it last?'], 'union-strike-called'],
    ['they', ['How many ferries replace the bridge?', 'where do they go?'], 'ferry-route'],
    ['its', ['What does the union say?', 'when is its strike?'], 'union-strike-called'],
  ])('%s: %j', (_, messages, id) => expect(short(lastOf(...messages))).toBe(`answer ${id}`));

  test('the latest of its kind, after a change of subject', () => {
    // The bridge is still in the thread; what lasts is the strike.
    expect(short(lastOf('When does the bridge shut?', 'ok, and the strike?', 'how long does it last?'))).toBe(
      'answer union-strike-called',
    );
  });

  test('someone named in the same question, not someone of the thread', () => {
    expect(
      short(
        lastOf(
          'When does the bridge shut?',
          'no, I meant the closure in 2018',
          'back to the ferries: who runs them?',
        ),
      ),
    ).toBe('answer ferry-operator');
  });

  test.each([
    ['what is the second?', 'Old Quay'],
    ['what about the first one?', 'Østholm'],
    ['and the latter?', 'Old Quay'],
  ])('one of those that were named side by side: “%s” %s', (question, name) => {
    expect(linesOf(lastOf('Where do the ferries go?', question))).toContain(`“${name}”`);
  });

  test('a first or second of something else is none of them', () => {
    expect(linesOf(lastOf('Where do the ferries go?', 'when did the first ferry go?'))).not.toMatch(
      /“(Østholm|Old Quay)”/,
    );
  });

  test('there is rather a quay than the whole town', () => {
    const lines = linesOf(lastOf('Where do the ferries go?', 'who works there?'));
    expect(lines).toMatch(/“there” was taken for “(Østholm|Old Quay)”/);
  });

  test('the two of the last answers, where they undergo something', () => {
    const lines = linesOf(lastOf('When was the bridge opened?', 'and the tunnel?', 'when were they built?'));
    expect(lines).toMatch(/“they” was taken for “.*(Skarne Bridge|tunnel).*(Skarne Bridge|tunnel)/);
  });

  test('a body of people may be it, where the answer was about that', () => {
    expect(linesOf(lastOf('What does the union say?', 'who leads it?'))).toMatch(
      /“it” was taken for “.*Employees/,
    );
  });

  test('both that were spoken of, one after the other', () => {
    const lines = linesOf(lastOf('When was the bridge opened?', 'and the tunnel?', 'are they both closed?'));
    expect(lines).toContain('Skarne Bridge');
    expect(lines).toContain('tunnel');
  });

  test.each(['what does he say?', 'where is she?'])(
    'nobody was spoken of: “%s” gets no answer about whoever comes to hand',
    (message) => expect(lastOf('When does the bridge shut?', message).kind).toBe('unknown'),
  );
});

describe('a message that leaves something out', () => {
  test.each([
    ['the subject stays, the kind changes', ['When does the bridge shut?', 'why?'], 'cracks-found'],
    [
      'the subject stays, the year changes',
      ['How many ferries replace the bridge?', 'and in 2018?'],
      'ferries-2018',
    ],
    [
      'and back to today',
      ['How many ferries replace the bridge?', 'and in 2018?', 'and now?'],
      'ferries-now',
    ],
    ['a scrap', ['Are lorries banned?', 'since when?'], 'lorry-ban'],
    ['a scrap of one word', ['Where do the ferries run?', 'how often?'], 'ferry-timetable'],
    [
      'the question stays, the subject changes',
      ['What does the mayor want?', 'and the minister?'],
      'plan-repair',
    ],
    [
      'the question stays, with `what about`',
      ['What does the minister want?', 'what about the mayor?'],
      'plan-tunnel',
    ],
  ])('%s: %j', (_, messages, id) => expect(short(lastOf(...messages))).toBe(`answer ${id}`));

  test.each([
    [['When does the bridge shut?', 'no, I meant the closure in 2018'], 'closed-2018'],
    [['How much does the ferry service cost?', 'no, the estimate in June'], 'ferry-cost-june'],
    [['Who runs the ferries?', 'not the ferries, the landing stages'], 'landing-stages-built'],
  ])('a correction: %j', (messages, id) => expect(short(lastOf(...messages))).toBe(`answer ${id}`));

  test('coming back to what was spoken of before', () => {
    expect(
      short(
        lastOf(
          'When does the bridge shut?',
          'who runs the ferries?',
          'back to the bridge: when was it opened?',
        ),
      ),
    ).toBe('answer bridge-history');
  });

  test('coming back without a name for it', () => {
    expect(
      short(
        lastOf('When is the strike?', 'who is the mayor?', 'ok, back to the strike: how long does it last?'),
      ),
    ).toBe('answer union-strike-called');
  });

  test('coming back to a time', () => {
    expect(
      short(lastOf('When does the bridge shut?', 'and in 2018?', 'back to 2018: how long was it closed?')),
    ).toBe('answer closed-2018');
  });

  test('`then` is when the last answer was', () => {
    const asked = (question: string): string => short(lastOf('Was the bridge closed in 2018?', question));
    expect(asked('how many ferries then?')).toBe('answer ferries-2018');
    expect(asked('how many ferries now?')).toBe('answer ferries-now');
  });

  test.each(['and this time?', 'not in 2018, now', 'I meant how many today'])(
    '“%s” does not want what is long past',
    (question) => {
      expect(short(lastOf('How many passengers did the boats carry in 2018?', question))).toBe(
        'answer passengers-expected',
      );
    },
  );

  test('what is counted by its name, not by what was counted before', () => {
    expect(short(lastOf('How many cars fit on a ferry?', 'and passengers?'))).toBe('answer ferries-now');
  });

  test('a bare question word is answered by what has an answer of that kind', () => {
    // The operator is no answer to a time; the first ferry, which its fact is related to, is.
    expect(short(lastOf('Who runs the ferries?', 'since when?'))).toBe('answer first-ferry');
    expect(short(lastOf('Who signed the agreement?', 'when?'))).toBe('answer agreement-signed');
  });

  test('a doubt about a number is about the answer just given', () => {
    const reply = lastOf('When was the bridge opened?', 'is it 1981?');
    expect(short(reply)).toBe('answer bridge-history');
    expect(reply).toMatchObject({ correction: 'The report says 1971, not 1981.' });
    expect(lastOf('When was the bridge opened?', 'was it in 1971?')).not.toHaveProperty('correction');
  });
});

describe('a new question sets the thread aside', () => {
  test.each([
    'Who is the mayor?',
    'new question: when is the strike?',
    'another one, when is the strike?',
    'What did the inspection find?',
  ])('%s is answered as it is on its own', (question) => {
    const alone = lastOf(question);
    expect(alone.kind).toBe('answer');
    expect(idsOf(lastOf('Who runs the ferries?', question))).toEqual(idsOf(alone));
  });
});

describe('the origin of the answer', () => {
  test.each(['source?', 'who says so?', 'are you sure?', 'how old is this info?', 'where did you get that?'])(
    '“%s” is about what was just said',
    (message) => {
      const reply = lastOf('Who signed the agreement?', message);
      expect(short(reply)).toBe('provenance agreement-signed');
      expect(reply).toMatchObject({ text: expect.stringContaining('paragraph 7') });
    },
  );

  test('after something that the report does not hold, it is that of the answer before', () => {
    expect(short(lastOf('When does the bridge shut?', 'who painted it?', 'source?'))).toBe(
      'provenance bridge-closes',
    );
  });

  test('asking for it changes nothing in what the thread is about', () => {
    expect(short(lastOf('Who is the mayor?', 'source?', 'what does he want?'))).toBe('answer plan-tunnel');
  });
});

describe('more', () => {
  test('gives something new each time, and in the end says that there is no more', () => {
    const turns = talk('When does the bridge shut?', ...Array.from({ length: 45 }, () => 'more'));
    const given = turns
      .filter(({ reply }) => reply.kind === 'answer')
      .map(({ reply }) => idsOf(reply).join());
    expect(given.length).toBeGreaterThan(3);
    expect(new Set(given).size).toBe(given.length);
    expect(turns.at(-1)?.reply).toMatchObject({ kind: 'unknown', text: base.bot.wording.notInReport });
  });

  test('is related to what was said', () => {
    const fact = base.topics.flatMap(({ facts }) => facts).find(({ id }) => id === 'agreement-signed');
    expect(fact?.related).toEqual(
      expect.arrayContaining([...idsOf(lastOf('Who signed the agreement?', 'anything else?'))]),
    );
  });
});

describe('the report does not hold it', () => {
  test.each([
    [['When does the bridge shut?', 'and the casino?']],
    [['When does the bridge shut?', 'who is the architect?']],
    [['Is a strike planned?', 'how many of its members will walk out?']],
    [['What did the inspection turn up?', 'and who did it?']],
  ])('%j is admitted', (messages) => expect(lastOf(...messages).kind).toBe('unknown'));

  test('and the next question is understood as before', () => {
    expect(short(lastOf('When does the bridge shut?', 'and the casino?', 'why?'))).toBe(
      'answer cracks-found',
    );
  });
});

test('the same answer is not given again to another question', () => {
  const [first, second] = talk('How many ferries replace the bridge?', 'what else about the ferries?');
  expect(idsOf(second?.reply ?? { kind: 'help' })).not.toEqual(idsOf(first?.reply ?? { kind: 'help' }));
});

test('the same answer is given again to the same question', () => {
  expect(short(lastOf('Who runs the ferries?', 'When is the strike?', 'Who runs the ferries?'))).toBe(
    'answer ferry-operator',
  );
});

describe('silence', () => {
  test.each([
    ['thanks', 'thanks'],
    ['great, thank you so much!', 'thanks'],
    ['ok', 'acknowledgement'],
    ['👍', 'acknowledgement'],
    [':+1: :tada:', 'acknowledgement'],
    ['lol', 'acknowledgement'],
    ['<@U024BE7LH> can you put that in the draft?', 'aside'],
    ['@Lena have a look at the ferries', 'aside'],
    ['<!here> the bridge story is up', 'aside'],
    ['can you put it in the 5 pm bulletin?', 'aside'],
    ['nice, I will put the bridge into the second box', 'aside'],
    ['my train was late again', 'aside'],
  ])('%s', (message, why) => {
    expect(lastOf('When does the bridge shut?', message)).toEqual({ kind: 'silent', why });
  });

  test('leaves the thread as it was: the next question is understood', () => {
    const messages = ['Who is the mayor?', 'thanks', '<@U024BE7LH> for you', 'what does he want?'];
    expect(short(lastOf(...messages))).toBe('answer plan-tunnel');
  });

  test('is never kept when the bot was spoken to, but for thanks', () => {
    for (const message of [
      '@bot can you put that in the draft?',
      '@bot the weather is nice',
      '@bot my train was late',
    ])
      expect(lastOf('When does the bridge shut?', message).kind).not.toBe('silent');
    expect(lastOf('When does the bridge shut?', '@bot thanks!')).toEqual({ kind: 'silent', why: 'thanks' });
  });

  test('thanks with a question is a question', () => {
    expect(short(lastOf('When does the bridge shut?', 'thanks! and why?'))).toBe('answer cracks-found');
  });
});

describe('what a conversation remembers', () => {
  test('is a plain value that survives the database', () => {
    const conversation = talk('Who is the mayor?', 'what does he want?').at(-1)?.conversation;
    expect(JSON.parse(JSON.stringify(conversation))).toEqual(conversation);
  });

  test('grows no longer than the base, however long the thread', () => {
    const turns = talk(
      ...Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 'more' : 'Who runs the ferries?')),
    );
    const { given, terms, entities } = turns.at(-1)?.conversation ?? { given: [], terms: [], entities: [] };
    const facts = base.topics.flatMap((topic) => topic.facts);
    expect(new Set(given).size).toBe(given.length);
    expect(given.length).toBeLessThanOrEqual(facts.length);
    expect(terms.length).toBeLessThan(40);
    expect(entities.length).toBeLessThanOrEqual(base.entities.length);
  });

  test('ids that the base no longer has do no harm', () => {
    const [turn] = talk('Who is the mayor?');
    const old: Conversation = {
      question: 'Who is the mayor?',
      kinds: turn?.conversation.kinds ?? [],
      given: ['gone'],
      latest: ['gone'],
      entities: ['nobody'],
      terms: ['e:nobody', 'w:gone|s:gone'],
    };
    for (const message of ['what does he want?', 'source?', 'more', 'and now?', 'the other one', 'why?'])
      expect(idsOf(engine.ask(message, old, true).reply)).not.toContain('gone');
    expect(short(engine.ask('Who runs the ferries?', old).reply)).toBe('answer ferry-operator');
  });
});

describe('what doubts or goes on about the last answer', () => {
  test.each([
    ['Who runs the ferries?', 'formally?', 'answer ferry-operator'],
    ['Is the bridge closed on October 6?', 'entirely?', 'answer bridge-closes'],
    ['What is the strike about?', 'called by?', 'answer union-strike-called'],
    ['Who called the strike?', 'since?', 'answer union-strike-called'],
    ['When was the bridge closed before?', 'and now?', 'answer bridge-closes'],
  ])('%s %s', (question, scrap, said) => expect(short(lastOf(question, scrap))).toBe(said));

  test('a bare question about the same needs its subject', () => {
    expect(lastOf('Is the ferry free?', 'is it still?').kind).toBe('unknown');
  });

  test('a preposition alone asks, and thanks do not', () => {
    expect(lastOf('Who called the strike?', 'against').kind).not.toBe('silent');
    expect(lastOf('Who called the strike?', 'cheers').kind).toBe('silent');
  });
});
