/** Every kind of reply as the messages that show it, at the limits of Slack and past them. */
import { describe, expect, test } from 'vitest';
import type { AnswerReply, Reply, SourcedFact } from '../../src/answer/reply.ts';
import type { Base } from '../../src/facts/schema.ts';
import { factIdsIn } from '../../src/slack/ids.ts';
import { renderHome } from '../../src/slack/render/about-base.ts';
import { showDate, showWhen } from '../../src/slack/render/dates.ts';
import { notice, withInvitation } from '../../src/slack/render/notice.ts';
import { renderReply } from '../../src/slack/render/reply.ts';
import type { View } from '../../src/slack/render/view.ts';
import { answerWith, base, choices, REPLIES, sourced, statedUnknown, unknown } from '../support/replies.ts';
import { problemsOf, shown } from '../support/validate-blocks.ts';

const view: View = { base, question: 'when does it shut?', askedBy: 'U0READER', suggestionsFor: 'channel' };

function only(reply: Reply, seenAs: View = view) {
  const [message, ...more] = renderReply(reply, seenAs);
  expect(more).toEqual([]);
  if (message === undefined) throw new Error('nothing is shown');
  return message;
}

/** A fact as long as the schema lets it be. */
function longFact(id: string): SourcedFact {
  const { fact, ...rest } = sourced('lorry-ban');
  const filled = { id, statement: sentence(600), note: sentence(600), status: 'claimed' as const };
  return { ...rest, fact: { ...fact, ...filled } };
}

const sentence = (length: number): string =>
  'word '
    .repeat(length)
    .slice(0, length - 1)
    .concat('.');

const HOSTILE = '<!channel> <@U0EDITOR> <https://evil.example|click> *b* _i_ ~s~ `c` & \u202e\u0007';

describe.each(Object.entries(REPLIES))('a reply of kind %s', (kind, reply) => {
  test('is within every limit, in public and in private', () => {
    for (const isPrivate of [true, false]) {
      const messages = renderReply(reply, { ...view, isPrivate });
      expect(messages.flatMap((message) => problemsOf(message))).toEqual([]);
      expect(messages.length > 0).toBe(kind !== 'silent');
    }
  });

  test('stays within them, and harmless, with hostile and endless questions', () => {
    for (const question of [HOSTILE, 'x'.repeat(10_000), '"'.repeat(10_000), '', 'كم؟ '.repeat(900)]) {
      const messages = renderReply(reply, { ...view, question, askedBy: '<!here>' });
      expect(messages.flatMap((message) => problemsOf(message))).toEqual([]);
      for (const message of messages) {
        expect(message.text + textsIn(message.blocks)).not.toContain('<');
      }
    }
  });
});

/** What a client parses: not the values of buttons, which nobody sees. */
function textsIn(blocks: readonly object[]): string {
  return JSON.stringify(blocks, (key, value) => (key === 'value' ? undefined : value));
}

describe('an answer', () => {
  test('says what it rests on in the text as well, for notifications and screen readers', () => {
    expect(only(answerWith('bridge-closes')).text).toBe(
      [
        '<@U0READER> asked: when does it shut?',
        'The Skarne Bridge, the only road link between the two halves of Velhavn, will close to all traffic on October 6, 2025, two unnamed officials of the port authority told NCA. (Expected · NCA, citing two officials of the Velhavn Port Authority · as of Sep 18, 2025 · “Velhavn bridge to close in October as ferries take over”, paragraph 1)',
      ].join('\n'),
    );
  });

  test('leads with what sets the question right, then with what the facts amount to', () => {
    const reply = {
      ...answerWith('lorry-ban', 'closed-2018'),
      correction: 'It is 12, not 20.',
      lead: 'Two of them.',
    };
    const { text, blocks } = only(reply);
    const order = ['It is 12, not 20.', 'Two of them.', 'Lorries of more than', 'closed once before'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const part of order) expect(shown({ blocks })).toContain(part);
  });

  test.each([
    ['reported', undefined],
    ['expected', 'Expected'],
    ['claimed', 'Claimed, not confirmed'],
    ['confirmed', 'Confirmed'],
    ['disputed', 'Disputed'],
    ['unknown', 'Not in the report'],
  ] as const)('a fact that is %s says so in words, unless it is plainly reported', (status, words) => {
    const from = sourced('lorry-ban');
    const { blocks, text } = only({ ...answerWith(), facts: [{ ...from, fact: { ...from.fact, status } }] });
    const citation = text.slice(text.indexOf('('));
    expect(citation.startsWith(words === undefined ? '(NCA, citing' : `(${words} · NCA`)).toBe(true);
    expect(shown({ blocks })).toContain(words === undefined ? '"NCA, citing' : `*${words}* · NCA`);
  });

  test('carries its fact ids for whoever reads the thread later', () => {
    expect(factIdsIn(only(answerWith('lorry-ban', 'closed-2018')).blocks)).toEqual([
      'lorry-ban',
      'closed-2018',
    ]);
  });

  test('of four facts as long as they may be is whole, and within the limits', () => {
    const facts = ['a', 'b', 'c', 'd'].map(longFact);
    const suggestions = [0, 1, 2].map((index) => ({ question: `${index}${sentence(200)}`, factIds: ['a'] }));
    const reply: AnswerReply = { ...answerWith(), facts, suggestions, lead: sentence(600) };
    const message = only(reply);
    expect(problemsOf(message)).toEqual([]);
    expect(shown(message).split(sentence(600)).length - 1).toBe(9);
    expect(message.text.split(sentence(600)).length - 1).toBe(9);
  });

  test('text far longer than a section is split, never cut', () => {
    const lead = sentence(7000);
    const message = only({ ...answerWith('lorry-ban'), lead });
    expect(problemsOf(message)).toEqual([]);
    const bold = message.blocks.flatMap((block) =>
      block.type === 'section' && block.text?.type === 'mrkdwn' ? [block.text.text.slice(1, -1)] : [],
    );
    expect(bold.join(' ')).toBe(lead);
  });

  test('what an editor wrote is as harmless as what a reader typed', () => {
    const from = sourced('lorry-ban');
    const fact = { ...from.fact, statement: HOSTILE, note: HOSTILE };
    const report = { ...from.report, title: HOSTILE, attribution: HOSTILE, agency: HOSTILE };
    const reply = { ...answerWith(), facts: [{ ...from, fact, report }], correction: HOSTILE, lead: HOSTILE };
    const message = only({ ...reply, suggestions: [{ question: HOSTILE, factIds: [] }] });
    expect(problemsOf(message)).toEqual([]);
    const text = message.text + textsIn(message.blocks);
    expect(text.replaceAll('<@U0READER>', '')).not.toMatch(/<|\u202e/);
    expect(message.text).not.toMatch(/[*_~`]/);
  });
});

describe('questions on buttons', () => {
  const label = (question: string) => {
    const { blocks } = only({ ...choices, choices: [{ question, factIds: ['lorry-ban'] }] });
    return { blocks, text: shown({ blocks }) };
  };

  const above = ({ blocks }: ReturnType<typeof label>): string =>
    shown({ blocks: blocks.filter(({ type }) => type === 'context') });

  test('of 60 characters stand there in full, and only there', () => {
    const question = `${'x'.repeat(59)}?`;
    expect(above(label(question))).not.toContain(question);
    expect(label(question).text).toContain(`"${question}"`);
  });

  test('that are longer are cut there between two words and stand above in full', () => {
    const question = 'How many years lie between the first shutdown of the bridge and the second?';
    expect(label(question).text).toContain('"How many years lie between the first shutdown of the…"');
    expect(above(label(question))).toContain(question);
  });

  test('of one endless word are cut in it', () => {
    expect(label(`${'x'.repeat(75)}?`).text).toContain(`"${'x'.repeat(59)}…"`);
  });
});

describe('an admission', () => {
  test('offers what can be answered instead', () => {
    const { text } = only(unknown);
    expect(text).toContain('does not mention “casinos”');
    expect(text).toContain('• When does the bridge shut?');
  });

  test('that a fact makes has its source', () => {
    const message = only(statedUnknown);
    expect(message.text).toContain('Not in the report · NCA');
    expect(factIdsIn(message.blocks)).toEqual(['inspection-by']);
  });

  test('has no reason to explain when somebody only chats', () => {
    expect(shown(only({ ...unknown, reason: 'chat' }))).not.toContain('Why this answer?');
    expect(shown(only(unknown))).toContain('Why this answer?');
  });
});

describe('lists', () => {
  const facts = (count: number) => Array.from({ length: count }, (_, index) => longFact(`fact-${index}`));

  test('too long for one message are several, and nothing is lost', () => {
    const messages = renderReply({ kind: 'timeline', facts: facts(8) }, view);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.length).toBeLessThanOrEqual(5);
    expect(messages.flatMap((message) => problemsOf(message))).toEqual([]);
    expect(
      messages
        .map(({ text }) => text)
        .join()
        .split(sentence(600)).length - 1,
    ).toBe(16);
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4000);
  });

  test('too long for what a response_url takes say how much is left out', () => {
    const messages = renderReply({ kind: 'timeline', facts: facts(60) }, view);
    expect(messages).toHaveLength(5);
    const kept =
      messages
        .map(({ text }) => text)
        .join()
        .split(sentence(600)).length - 1;
    expect(messages[4]?.text).toContain(`${60 - kept / 2} more do not fit here`);
    expect(messages.flatMap((message) => problemsOf(message))).toEqual([]);
  });

  test('of 47 short parts fill one message; of one more they need two', () => {
    const topics = (count: number): Base => ({
      ...base,
      topics: Array.from({ length: count }, (_, index) => ({
        ...base.topics[0],
        title: `T${index}`,
        summary: 's',
      })) as Base['topics'],
    });
    expect(renderReply({ kind: 'topics' }, { ...view, base: topics(46) })).toHaveLength(1);
    expect(renderReply({ kind: 'topics' }, { ...view, base: topics(47) })).toHaveLength(2);
  });

  test('the timeline gives each fact its date and its source', () => {
    const { text } = only(REPLIES.timeline);
    expect(text).toContain('2018: According to NCA');
    expect(text).toContain('Since May 2, 2025: Lorries');
    expect(text.match(/\(NCA, Sep 18, 2025, paragraph 2\)/g)).toHaveLength(2);
  });

  test('nothing to list is said', () => {
    expect(only({ kind: 'timeline', facts: [] }).text).toContain('nothing on that');
    const entity = base.entities[0];
    if (entity === undefined) throw new Error('the harbour has no entities');
    expect(only({ kind: 'about', subject: { entity }, facts: [] }).text).toContain('nothing on that');
  });

  test('sources come with what to beware of', () => {
    expect(only(REPLIES.sources).text).toContain('rests on two officials who would not be named');
  });
});

describe('the Home tab', () => {
  test('of a base with 500 topics is within its limit and says how many are left out', () => {
    const [topic] = base.topics;
    const topics = Array.from({ length: 500 }, () => topic) as Base['topics'];
    const home = renderHome({ ...base, topics });
    expect(
      problemsOf({ blocks: home.blocks as object[] }, 100).filter((each) => !each.includes('together')),
    ).toEqual([]);
    expect(JSON.stringify(home)).toContain('412 more do not fit here');
  });
});

test('an invitation names the bot and leaves the answer as it was', () => {
  const message = withInvitation(notice('Yes.'), 'U0BOT');
  expect(message.text).toBe(
    'Yes.\nI am not a member of this channel, so I cannot hear replies here. To let me in: `/invite` <@U0BOT>',
  );
  expect(problemsOf(message)).toEqual([]);
});

test('dates are as precise as they are known', () => {
  expect(['2026-02-23', '2024-12', '2014'].map(showDate)).toEqual(['Feb 23, 2026', 'Dec 2024', '2014']);
  expect(showWhen({ from: '2014', to: '2024-12' })).toBe('2014 to Dec 2024');
  expect(showWhen({ from: '2014' })).toBe('since 2014');
  expect(showWhen({ to: '2019-03-02' })).toBe('until Mar 2, 2019');
});
