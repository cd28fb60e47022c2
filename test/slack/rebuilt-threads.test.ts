/** Threads that the database does not know: what they are about is read from the threads themselves. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { base } from '../support/replies.ts';
import { BOT_USER } from '../support/slack-api.ts';
import { messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';

const engine = createEngine(base);
const newBot = () => startTestBot(undefined, undefined, { engine: () => engine });

/** A bot whose database is empty, as after thirty days or on another server. */
let bot: TestBot;
beforeEach(async () => {
  bot = await newBot();
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');
const reads = () => bot.api.sent('conversations.replies');

const ROOT = '1650000000.000100';
const NOW = '1650000009.000900';
const direct = { channel: 'D0DIRECT', channel_type: 'im' };
const withMention = (text: string): string => `<@${BOT_USER}> ${text}`;

const said = (text: string, ts = ROOT) => ({ type: 'message', user: READER, text, ts, thread_ts: ROOT });

/** What a bot answered to the command, as Slack gives it back; of this installation unless told. */
async function answered(text: string, ts: string, by: object = { user: BOT_USER, bot_id: 'B0BOT' }) {
  const earlier = await newBot();
  await earlier.command(text);
  await earlier.settle();
  const { text: shown, blocks } = earlier.api.sent('chat.postMessage')[0] ?? {};
  await earlier.close();
  return { type: 'message', ...by, text: shown, blocks, ts, thread_ts: ROOT };
}

async function reply(text: string, place: object = {}): Promise<void> {
  await bot.event('message', { text, ts: NOW, thread_ts: ROOT, ...place });
  await bot.settle();
}

const last = (): string => String(posts().at(-1)?.['text']);

describe('a follow-up in a thread that the database does not know', () => {
  test('under an answer to the command is understood from that answer', async () => {
    bot.api.thread(await answered('What did the inspection turn up?', ROOT), said('when was that?', NOW));
    await reply('when was that?');
    expect(posts()).toEqual([expect.objectContaining({ thread_ts: ROOT })]);
    expect(last()).toContain('March 2025');
  });

  test('under a mention is understood from the bot’s answer to it', async () => {
    bot.api.thread(
      said(withMention('What did the inspection turn up?')),
      await answered('What did the inspection turn up?', '1650000001.000100'),
    );
    await reply('when was that?');
    expect(last()).toContain('March 2025');
  });

  test('under a direct message is understood from the bot’s answer to it', async () => {
    bot.api.thread(
      said('What did the inspection turn up?'),
      await answered('What did the inspection turn up?', '1650000001.000100'),
    );
    await reply('when was that?', direct);
    expect(posts()).toEqual([expect.objectContaining({ channel: 'D0DIRECT', thread_ts: ROOT })]);
    expect(last()).toContain('March 2025');
  });

  test('is understood from the latest of several answers', async () => {
    bot.api.thread(
      await answered('When does the bridge shut?', ROOT),
      said('What did the inspection turn up?', '1650000001.000100'),
      await answered('What did the inspection turn up?', '1650000002.000100'),
    );
    await reply('when was that?');
    expect(last()).toContain('March 2025');
  });

  test('does not get again what the thread has had', async () => {
    bot.api.thread(
      await answered('When does the bridge shut?', ROOT),
      await answered('What did the inspection turn up?', '1650000002.000100'),
    );
    await reply('more');
    const given = JSON.stringify(posts()[0]?.['blocks']);
    expect(given).toContain('fact:0:');
    expect(given).not.toMatch(/fact:0:(bridge-closes|cracks-found)"/);
  });

  test('is remembered from then on: the thread is read once', async () => {
    bot.api.thread(await answered('What did the inspection turn up?', ROOT));
    await reply('when was that?');
    await reply('source?', { ts: '1650000010.000100' });
    expect(posts()).toHaveLength(2);
    expect(reads()).toHaveLength(1);
  });

  test('that says thanks gets no reply', async () => {
    bot.api.thread(await answered('What did the inspection turn up?', ROOT));
    await reply('thanks!');
    expect(messagesIn(bot.api)).toEqual([]);
  });

  test('after an answer whose fact is gone is answered all the same', async () => {
    const { blocks, ...answer } = await answered('What did the inspection turn up?', ROOT);
    const gone = JSON.parse(JSON.stringify(blocks).replace(/fact:0:[a-z0-9-]+/, 'fact:0:long-gone'));
    bot.api.thread({ ...answer, blocks: gone });
    await reply('when does the bridge shut?');
    expect(last()).toContain('October 6, 2025');
  });
});

describe('a thread of others', () => {
  const talk = [said('lunch at the quay?'), { ...said('sure', '1650000001.000100'), user: 'U0EDITOR' }];

  test('is read once, and then left alone', async () => {
    bot.api.thread(...talk);
    await reply('when does the bridge shut?');
    await reply('which lorries may not use the bridge?', { ts: '1650000010.000100' });
    expect(messagesIn(bot.api)).toEqual([]);
    expect(reads()).toHaveLength(1);
  });

  test('is not read for talk', async () => {
    bot.api.thread(...talk);
    await reply('great, see you there');
    expect(reads()).toEqual([]);
  });

  test('in which the bot is mentioned gets an answer to that', async () => {
    bot.api.thread(...talk);
    await bot.event('app_mention', {
      text: withMention('when does the bridge shut?'),
      ts: NOW,
      thread_ts: ROOT,
    });
    await bot.settle();
    expect(posts()).toEqual([expect.objectContaining({ thread_ts: ROOT })]);
  });

  test('under an answer of another installation is left to that one, unless this one is mentioned', async () => {
    const other = { user: 'U0OTHERBOT', bot_id: 'B0OTHER' };
    bot.api.thread(await answered('What did the inspection turn up?', ROOT, other));
    await reply('when was that?');
    expect(messagesIn(bot.api)).toEqual([]);
    await bot.event('app_mention', {
      text: withMention('when was that?'),
      ts: '1650000010.1',
      thread_ts: ROOT,
    });
    await bot.settle();
    expect(last()).toContain('March 2025');
  });
});

describe('when Slack does not give the thread', () => {
  const question = 'when does the bridge shut?';

  test.each(['missing_scope', 'ratelimited', { status: 500 }])(
    'for %j, a question in it is answered as a fresh one',
    async (failure) => {
      bot.api.always('conversations.replies', failure);
      await reply(question, { parent_user_id: BOT_USER });
      expect(last()).toContain('October 6, 2025');
      expect(posts()).toHaveLength(1);
    },
  );

  test('a direct question in it is answered', async () => {
    bot.api.always('conversations.replies', 'missing_scope');
    await reply(question, direct);
    expect(last()).toContain('October 6, 2025');
  });

  test('a question by mention in it is answered', async () => {
    bot.api.always('conversations.replies', 'missing_scope');
    await bot.event('app_mention', { text: withMention(question), ts: NOW, thread_ts: ROOT });
    await bot.settle();
    expect(last()).toContain('October 6, 2025');
  });

  test('thanks under the bot’s answer get no reply', async () => {
    bot.api.always('conversations.replies', 'missing_scope');
    await reply('thanks', { parent_user_id: BOT_USER });
    expect(messagesIn(bot.api)).toEqual([]);
  });

  test('a thread under somebody else’s message is taken for one of others', async () => {
    bot.api.always('conversations.replies', 'missing_scope');
    await reply(question, { parent_user_id: 'U0EDITOR' });
    expect(messagesIn(bot.api)).toEqual([]);
  });
});
