/** Questions put to the bot: by the slash command, a mention, directly, and as replies in a thread. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT_USER } from '../support/slack-api.ts';
import { buttonIn, CHANNEL, messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { brokenStores } from '../support/stores.ts';
import { problemsOf, type Sendable, shown } from '../support/validate-blocks.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');
const responses = () => bot.api.sent('response_url');

describe('a slash command', () => {
  test('is answered in the channel, with the question, who asked, the statement, and where it stands', async () => {
    expect(await bot.command('when does the bridge shut?')).toBe(200);
    await bot.settle();
    expect(messagesIn(bot.api)).toHaveLength(1);
    const [answer] = posts();
    expect(answer).toMatchObject({ channel: CHANNEL, unfurl_links: false, unfurl_media: false });
    expect(answer).not.toHaveProperty('thread_ts');
    const text = shown(answer as unknown as Sendable);
    for (const part of [
      `<@${READER}> asked: when does the bridge shut?`,
      'will close to all traffic on October 6, 2025',
      'Expected',
      'NCA, citing two officials of the Velhavn Port Authority · as of Sep 18, 2025',
      'paragraph 1',
      'Why is the bridge being closed?',
      '👍',
      'Why this answer?',
    ]) {
      expect(text).toContain(part);
    }
    expect(answer?.['text']).toContain('will close to all traffic on October 6, 2025');
    expect(problemsOf(answer as unknown as Sendable)).toEqual([]);
  });

  test('begins a thread: a reply under the answer is a follow-up, answered there', async () => {
    await bot.command('when does the bridge shut?');
    await bot.settle();
    const root = '170000001.000100';
    await bot.event('message', { text: 'and which lorries?', thread_ts: root });
    await bot.settle();
    expect(posts()[1]).toMatchObject({ channel: CHANNEL, thread_ts: root });
    expect(bot.engine.asked[1]).toBe('follow-up after “when does the bridge shut?”: and which lorries?');
  });

  test('asks privately with `me`: only the asker sees it, and may post it', async () => {
    await bot.command('me when does the bridge shut?');
    await bot.settle();
    expect(posts()).toEqual([]);
    const [answer] = responses();
    expect(answer).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
    });
    expect(shown(answer as unknown as Sendable)).toContain('Post to channel');
    expect(shown(answer as unknown as Sendable)).toContain('You asked: when does the bridge shut?');
  });

  test.each([
    ['which one is it?', 'Which of these do you mean?'],
    ['are there casinos?', 'does not mention'],
    ['help', '/harbour timeline'],
    ['topics', 'The bridge and its closure'],
    ['timeline', 'Since May 2, 2025'],
    ['thanks', 'I only answer questions'],
  ])('“%s” is answered to the asker alone', async (text, expected) => {
    await bot.command(text);
    await bot.settle();
    expect(posts()).toEqual([]);
    expect(responses()[0]).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(responses()[0])).toContain(expected);
  });

  test('delivered twice is answered once', async () => {
    await bot.command('when does the bridge shut?', 'trigger-again');
    await bot.command('when does the bridge shut?', 'trigger-again');
    await bot.settle();
    expect(messagesIn(bot.api)).toHaveLength(1);
  });

  test('in a channel where the bot is no member, it answers through the response_url and says how to invite it', async () => {
    bot.api.fail('chat.postMessage', 'not_in_channel');
    await bot.command('when does the bridge shut?');
    await bot.settle();
    const [answer] = responses();
    expect(answer).toMatchObject({ response_type: 'in_channel' });
    expect(answer?.['text']).toContain('October 6, 2025');
    expect(answer?.['text']).toContain(`\`/invite\` <@${BOT_USER}>`);
    expect(problemsOf(answer as unknown as Sendable)).toEqual([]);
  });

  test('in an archived private channel whose response_url is dead too, it comes as a direct message', async () => {
    bot.api.fail('chat.postMessage', 'is_archived');
    bot.api.always('response_url', { status: 404 });
    await bot.command('when does the bridge shut?');
    await bot.settle();
    expect(posts()[1]).toMatchObject({ channel: READER });
    expect(posts()[1]?.['text']).toContain('October 6, 2025');
  });

  test('a help that the response_url does not take is whispered', async () => {
    bot.api.always('response_url', { status: 404 });
    await bot.command('help');
    await bot.settle();
    expect(bot.api.sent('chat.postEphemeral')[0]).toMatchObject({ channel: CHANNEL, user: READER });
  });

  test('when Slack gives no answer, the channel never gets it twice: the asker alone does', async () => {
    bot.api.always('chat.postMessage', { status: 500 });
    await bot.command('when does the bridge shut?');
    await bot.settle();
    expect(responses()[0]).toMatchObject({ response_type: 'ephemeral' });
  });
});

describe('a mention', () => {
  test('is answered in the thread under it, without restating the question', async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> when does the bridge shut?`, ts: '1600.1' });
    await bot.settle();
    expect(bot.engine.asked).toEqual(['command: when does the bridge shut?']);
    expect(posts()[0]).toMatchObject({ channel: CHANNEL, thread_ts: '1600.1' });
    expect(JSON.stringify(posts()[0])).not.toContain('asked:');
  });

  test('inside a thread is answered in that thread', async () => {
    await bot.event('app_mention', {
      text: `when does it shut, <@${BOT_USER}>?`,
      ts: '1600.2',
      thread_ts: '1600.1',
    });
    await bot.settle();
    expect(posts()[0]).toMatchObject({ thread_ts: '1600.1' });
  });

  test('that also arrives as a message is answered once, and as a question put to the bot', async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> when does the bridge shut?`, ts: '1600.3' });
    await bot.settle();
    const reply = { text: `<@${BOT_USER}> which lorries?`, ts: '1600.4', thread_ts: '1600.3' };
    await bot.event('message', reply);
    await bot.settle();
    await bot.event('app_mention', reply);
    await bot.settle();
    expect(posts()).toHaveLength(2);
    expect(bot.engine.asked.at(-1)).toContain('addressed: which lorries?');
  });

  test('retried by Slack with the same event id is answered once', async () => {
    const fields = { text: `<@${BOT_USER}> when does the bridge shut?`, ts: '1600.5' };
    await bot.event('app_mention', fields, 'Ev-same');
    await bot.event('app_mention', { ...fields, ts: '1600.6' }, 'Ev-same');
    await bot.settle();
    expect(posts()).toHaveLength(1);
  });

  test('choices and admissions are posted in the thread, and bring buttons that answer there', async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> which one is it?`, ts: '1600.1' });
    await bot.settle();
    expect(posts()[0]).toMatchObject({ thread_ts: '1600.1' });
    expect(posts()[0]?.['text']).toContain('Which of these do you mean?');
  });

  test('of another bot is passed over: two bots must not talk to each other', async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> when does the bridge shut?`, bot_id: 'B0OTHER' });
    await bot.settle();
    expect(messagesIn(bot.api)).toEqual([]);
  });

  test('in a thread that takes no more replies is answered in private', async () => {
    bot.api.fail('chat.postMessage', 'restricted_action_thread_locked');
    await bot.event('app_mention', { text: `<@${BOT_USER}> when does the bridge shut?`, ts: '1600.1' });
    await bot.settle();
    expect(bot.api.sent('chat.postEphemeral')[0]).toMatchObject({ user: READER, thread_ts: '1600.1' });
  });
});

describe('a direct message', () => {
  const direct = { channel: 'D0DIRECT', channel_type: 'im' };

  test('is answered in the thread under it, and so are replies there', async () => {
    await bot.event('message', { ...direct, text: 'when does the bridge shut?', ts: '1600.1' });
    await bot.settle();
    await bot.event('message', { ...direct, text: 'and which lorries?', ts: '1600.2', thread_ts: '1600.1' });
    await bot.settle();
    expect(posts().map((post) => post['thread_ts'])).toEqual(['1600.1', '1600.1']);
    expect(bot.engine.asked).toEqual([
      'command: when does the bridge shut?',
      'follow-up after “when does the bridge shut?”, addressed: and which lorries?',
    ]);
  });

  test('with a file is a question all the same', async () => {
    await bot.event('message', { ...direct, subtype: 'file_share', text: 'when does it shut?' });
    await bot.settle();
    expect(posts()).toHaveLength(1);
  });
});

describe('a message in a channel', () => {
  const root = '1700.1';
  beforeEach(async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> when does the bridge shut?`, ts: root });
    await bot.settle();
  });

  test.each([
    ['on its own', { text: 'when does the bridge shut?' }],
    ['in a thread of others', { text: 'when does the bridge shut?', thread_ts: '1111.1' }],
    ['that somebody edited', { subtype: 'message_changed', thread_ts: root, message: { text: 'shut?' } }],
    ['that somebody deleted', { subtype: 'message_deleted', thread_ts: root, deleted_ts: root }],
    ['that says who joined', { subtype: 'channel_join', text: 'has joined the channel', thread_ts: root }],
    ['of a bot', { text: 'when does it shut?', thread_ts: root, bot_id: 'B0OTHER' }],
    ['of the bot itself', { text: 'when does it shut?', thread_ts: root, user: BOT_USER }],
  ])('%s gets no reply', async (_, fields) => {
    await bot.event('message', fields);
    await bot.settle();
    expect(posts()).toHaveLength(1);
  });

  test('that says thanks in a thread of the bot’s gets no reply, and the thread goes on', async () => {
    await bot.event('message', { text: 'thanks!', thread_ts: root });
    await bot.settle();
    expect(posts()).toHaveLength(1);
    await bot.event('message', { text: 'which lorries?', thread_ts: root });
    await bot.settle();
    expect(posts()).toHaveLength(2);
  });

  test('that could mean several things gets choices in the thread, and they are answered there', async () => {
    await bot.event('message', { text: 'which one is it?', ts: '1700.2', thread_ts: root });
    await bot.settle();
    expect(posts()[1]).toMatchObject({ thread_ts: root });
    const button = buttonIn(posts()[1], 'When does the bridge shut');
    await bot.press({ ...button, ts: '1700.3', threadTs: root });
    await bot.settle();
    expect(posts()[2]).toMatchObject({ channel: CHANNEL, thread_ts: root });
  });

  test('answers to two quick replies come in the order of the replies, each knowing the one before', async () => {
    await Promise.all([
      bot.event('message', { text: 'which lorries?', ts: '1700.2', thread_ts: root }),
      bot.event('message', { text: 'source?', ts: '1700.3', thread_ts: root }),
    ]);
    await bot.settle();
    const [, second, third] = bot.engine.asked;
    expect(third).toContain(`follow-up after “${second?.split(': ').at(-1)}”`);
  });
});

describe('what goes wrong after the acknowledgement', () => {
  test('a bug tells the asker a reference that the log has with the cause', async () => {
    expect(await bot.command('please explode')).toBe(200);
    await bot.settle();
    expect(responses()[0]?.['text']).toContain('reference ref-1');
    const line = bot.log.find(({ fields }) => fields['reference'] === 'ref-1');
    expect(line).toMatchObject({ level: 'error', fields: { feature: 'ask-command' } });
    expect(line?.fields['error']).toMatchObject({ message: 'the engine is on fire' });
  });

  test('a bug in a thread is told to the person alone', async () => {
    await bot.event('app_mention', { text: `<@${BOT_USER}> please explode`, ts: '1600.1' });
    await bot.settle();
    expect(posts()).toEqual([]);
    expect(bot.api.sent('chat.postEphemeral')[0]?.['text']).toContain('reference ref-1');
  });

  test('what the person can mend is said as it is, and is no error', async () => {
    await bot.command('refuse');
    await bot.settle();
    expect(responses()[0]?.['text']).toBe('That cannot be asked on a Sunday.');
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('with Slack refusing everything, the process stays up and the log says what was not said', async () => {
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) bot.api.always(method, 'invalid_auth');
    bot.api.always('response_url', { status: 500 });
    await bot.command('when does the bridge shut?');
    await bot.settle();
    expect(bot.log.map(({ message }) => message)).toContain('the person could not be told');
    expect((await fetch(`${bot.origin}/healthz`)).status).toBe(200);
  });

  test('the log holds no question', async () => {
    await bot.command('are there secret casinos?');
    await bot.command('please explode about the secret casinos');
    await bot.settle();
    const above = bot.log.filter(({ level }) => level !== 'debug');
    expect(JSON.stringify(above)).not.toContain('casinos');
  });
});

describe('with a database that is away', () => {
  beforeEach(async () => {
    await bot.close();
    bot = await startTestBot(brokenStores());
  });

  test('a command and a mention are answered', async () => {
    await bot.command('when does the bridge shut?');
    await bot.event('app_mention', { text: `<@${BOT_USER}> which lorries?` });
    await bot.settle();
    expect(posts()).toHaveLength(2);
  });

  test('a vote that cannot be kept is not thanked for', async () => {
    await bot.press({ actionId: 'vote:up', value: '{"q":"when?","f":["bridge-closes"]}' });
    await bot.settle();
    expect(responses()[0]?.['text']).toContain('reference ref-1');
  });
});

describe('rate limits', () => {
  test('a post is sent again after the time Slack asks for, and only once', async () => {
    bot.api.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '7' } });
    await bot.command('when does the bridge shut?');
    await bot.settle();
    expect(bot.waits).toContain(7000);
    expect(posts()).toHaveLength(2);
    expect(responses()).toEqual([]);
  });

  test('a wait too long for a person is not waited: the asker gets the answer, to be posted later', async () => {
    bot.api.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '600' } });
    await bot.command('when does the bridge shut?');
    await bot.settle();
    const [answer] = responses();
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect(shown(answer as unknown as Sendable)).toContain('October 6, 2025');
    expect(shown(answer as unknown as Sendable)).toContain('only you see this');
    expect(buttonIn(answer, 'Post to channel').actionId).toBe('post-to-channel');
  });
});

test('blocks that Slack does not take are sent again as plain text, whole', async () => {
  bot.api.fail('chat.postMessage', 'invalid_blocks');
  await bot.command('when does the bridge shut?');
  await bot.settle();
  expect(posts()[1]).not.toHaveProperty('blocks');
  expect(posts()[1]?.['text']).toContain('will close to all traffic on October 6, 2025');
});
