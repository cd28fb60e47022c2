/** Threads: where a reply goes, what is a question there, and that threads do not mix. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { base } from '../support/replies.ts';
import { BOT_USER } from '../support/slack-api.ts';
import { buttonIn, CHANNEL, messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';

const engine = createEngine(base);
let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot(undefined, undefined, { engine: () => engine });
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');
const last = (): string => String(posts().at(-1)?.['text']);

const ROOT = '1650000000.000100';
const withMention = (text: string): string => `<@${BOT_USER}> ${text}`;

let messages = 0;
/** The `ts` of one more message. */
const next = (): string => {
  messages += 1;
  return `16500001${messages}.000100`;
};

async function mention(text: string, place: object = {}): Promise<void> {
  await bot.event('app_mention', { text: withMention(text), ts: ROOT, ...place });
  await bot.settle();
}

async function reply(text: string, place: object = {}): Promise<void> {
  await bot.event('message', { text, ts: next(), thread_ts: ROOT, ...place });
  await bot.settle();
}

describe('a follow-up without a mention', () => {
  test.each(['channel', 'group', 'mpim'])('in a %s is answered in its thread', async (type) => {
    await mention('What did the inspection turn up?', { channel: 'C0THERE' });
    await reply('when was that?', { channel: 'C0THERE', channel_type: type });
    expect(posts()[1]).toMatchObject({ channel: 'C0THERE', thread_ts: ROOT });
    expect(last()).toContain('March 2025');
  });

  test('in a thread with the bot is answered there', async () => {
    const direct = { channel: 'D0DIRECT', channel_type: 'im' };
    await bot.event('message', { ...direct, text: 'What did the inspection turn up?', ts: ROOT });
    await bot.settle();
    await reply('when was that?', direct);
    expect(posts()[1]).toMatchObject({ channel: 'D0DIRECT', thread_ts: ROOT });
    expect(last()).toContain('March 2025');
  });

  test('that was also sent to the channel is answered in the thread alone', async () => {
    await mention('What did the inspection turn up?');
    await reply('when was that?', { subtype: 'thread_broadcast', root: { ts: ROOT, thread_ts: ROOT } });
    expect(posts()).toHaveLength(2);
    expect(posts()[1]).toMatchObject({ thread_ts: ROOT });
    expect(posts()[1]).not.toHaveProperty('reply_broadcast');
  });

  test('that comes with a file is answered by its words', async () => {
    await mention('What did the inspection turn up?');
    await reply('when was that?', { subtype: 'file_share', files: [{ id: 'F0PICTURE' }], upload: false });
    expect(last()).toContain('March 2025');
  });

  test.each([
    ['a file without a word', { subtype: 'file_share', text: '', files: [{ id: 'F0PICTURE' }] }],
    ['a bot’s message', { subtype: 'bot_message', bot_id: 'B0OTHER', text: 'when was that?' }],
    ['an app’s message', { bot_id: 'B0OTHER', text: 'when was that?' }],
    ['the bot’s own message', { user: BOT_USER, bot_id: 'B0BOT', text: 'when was that?' }],
    ['a reminder of Slack’s', { subtype: 'reminder_add', text: 'when was that?' }],
  ])('is none when it is %s', async (_, fields) => {
    await mention('What did the inspection turn up?');
    await reply('', fields);
    expect(messagesIn(bot.api)).toHaveLength(1);
  });

  test('that the report does not answer is admitted in the thread', async () => {
    await mention('What did the inspection turn up?');
    await reply('and who paid for the inspection?');
    expect(posts()[1]).toMatchObject({ thread_ts: ROOT });
    expect(posts()[1]?.['text']).toContain('does not');
    expect(bot.api.sent('chat.postEphemeral')).toEqual([]);
  });

  test('delivered twice, and put by mention too, is answered once', async () => {
    await mention('What did the inspection turn up?');
    const question = { text: withMention('when was that?'), ts: next(), thread_ts: ROOT };
    await bot.event('app_mention', question, 'Ev-mention');
    await bot.event('message', question, 'Ev-message');
    await bot.event('app_mention', question, 'Ev-mention');
    await bot.event('message', question, 'Ev-message');
    await bot.settle();
    expect(posts()).toHaveLength(2);
  });

  test('sent while the question before it is in hand waits for the answer to that', async () => {
    await Promise.all([
      bot.event('app_mention', { text: withMention('What did the inspection turn up?'), ts: ROOT }),
      bot.event('message', { text: 'when was that?', ts: next(), thread_ts: ROOT }),
    ]);
    await bot.settle();
    expect(posts()).toHaveLength(2);
    expect(last()).toContain('March 2025');
  });
});

describe('people and threads', () => {
  test('two people in one thread hold one conversation, each answered once', async () => {
    await mention('What did the inspection turn up?');
    await reply('when was that?', { user: 'U0EDITOR' });
    await reply('source?', { user: READER });
    expect(posts()).toHaveLength(3);
    expect(posts().every((post) => post['thread_ts'] === ROOT)).toBe(true);
    expect(posts()[1]?.['text']).toContain('March 2025');
  });

  test('two threads at once do not mix', async () => {
    const other = '1650000500.000100';
    await Promise.all([
      bot.event('app_mention', { text: withMention('What did the inspection turn up?'), ts: ROOT }),
      bot.event('app_mention', { text: withMention('For how long was the bridge shut in 2018?'), ts: other }),
    ]);
    await bot.settle();
    await Promise.all([
      bot.event('message', { text: 'when was that?', ts: next(), thread_ts: ROOT }),
      bot.event('message', { text: 'what hit it?', ts: next(), thread_ts: other }),
    ]);
    await bot.settle();
    const inThread = (root: string) =>
      posts().flatMap((post) => (post['thread_ts'] === root ? [String(post['text'])] : []));
    expect(inThread(ROOT)).toEqual([
      expect.stringContaining('14 cracks'),
      expect.stringContaining('March 2025'),
    ]);
    expect(inThread(other)).toEqual([
      expect.stringContaining('nine weeks'),
      expect.stringContaining('Aldora'),
    ]);
  });

  test('threads of the same root in two channels do not mix', async () => {
    await mention('What did the inspection turn up?', { channel: 'C0ONE' });
    await reply('when was that?', { channel: 'C0TWO' });
    expect(posts()).toHaveLength(1);
  });
});

describe('suggested questions in a thread', () => {
  test('pressed under a follow-up are answered in the thread', async () => {
    await mention('What did the inspection turn up?');
    await reply('when was that?');
    const button = buttonIn(posts()[1], /^Wh.*\?$/);
    await bot.press({ ...button, ts: '1650000300.000100', threadTs: ROOT });
    await bot.settle();
    expect(posts()[2]).toMatchObject({ channel: CHANNEL, thread_ts: ROOT });
    expect(last()).toContain(`<@${READER}> asked:`);
  });

  test('pressed in a reply for one person’s eyes are answered in the thread, if it takes that', async () => {
    bot.api.fail('chat.postMessage', 'restricted_action_thread_locked');
    await mention('What did the inspection turn up?');
    const [whispered] = bot.api.sent('chat.postEphemeral');
    const button = buttonIn(whispered, /^Wh.*\?$/);
    await bot.press({ ...button, ts: '1650000300.000100', threadTs: ROOT, isPrivate: true });
    await bot.settle();
    expect(posts().at(-1)).toMatchObject({ thread_ts: ROOT });
  });

  test('are followed up like typed ones', async () => {
    await mention('when does the bridge shut?');
    const button = {
      actionId: 'ask:0',
      value: '{"q":"What did the inspection turn up?","f":["cracks-found"],"to":"channel"}',
    };
    await bot.press({ ...button, ts: '1650000300.000100', threadTs: ROOT });
    await bot.settle();
    await reply('when was that?');
    expect(last()).toContain('March 2025');
  });
});

describe('commands do not exist in threads', () => {
  test('the help says so, and what to do', async () => {
    await mention('when does the bridge shut?');
    await mention('help', { ts: next(), thread_ts: ROOT });
    expect(posts()[1]).toMatchObject({ thread_ts: ROOT });
    expect(last()).toContain('Slash commands do not work in threads: there, just write your question.');
  });

  test('a mention without a word is a call for help', async () => {
    await mention('when does the bridge shut?');
    await mention('', { ts: next(), thread_ts: ROOT });
    expect(last()).toContain('Slash commands do not work in threads');
  });

  test('and help leaves the conversation where it was', async () => {
    await mention('What did the inspection turn up?');
    await mention('help', { ts: next(), thread_ts: ROOT });
    await reply('when was that?');
    expect(last()).toContain('March 2025');
  });

  test('but a question behind one is understood', async () => {
    await mention('/harbour when does the bridge shut?');
    expect(last()).toContain('October 6, 2025');
    await mention('/harbour timeline', { ts: next(), thread_ts: ROOT });
    expect(last()).toContain('Timeline');
  });
});
