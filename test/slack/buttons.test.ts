/** Buttons: suggested questions, choices, votes, the reason, and the way into the channel. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonIn, CHANNEL, messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';
import type { Sendable } from '../support/validate-blocks.ts';
import { problemsOf } from '../support/validate-blocks.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');
const responses = () => bot.api.sent('response_url');

/** Asks in the channel and returns the answer as it was posted. */
async function ask(text: string) {
  await bot.command(text);
  await bot.settle();
  return posts().at(-1) ?? responses().at(-1);
}

describe('a suggested question', () => {
  test('under an answer is answered in its thread, restating the question and who pressed', async () => {
    const answer = await ask('when does the bridge shut?');
    const button = buttonIn(answer, 'Which lorries');
    expect(await bot.press({ ...button, ts: '170000001.000100', user: 'U0EDITOR' })).toBe(200);
    await bot.settle();
    expect(posts()[1]).toMatchObject({ channel: CHANNEL, thread_ts: '170000001.000100' });
    expect(posts()[1]?.['text']).toContain('<@U0EDITOR> asked: Which lorries are banned from the bridge?');
    expect(posts()[1]?.['text']).toContain('12 tonnes');
    expect(bot.engine.asked.at(-1)).toBe('give lorry-ban: Which lorries are banned from the bridge?');
  });

  test('in a thread is answered in that thread', async () => {
    const button = buttonIn(await ask('when does the bridge shut?'), 'Which lorries');
    await bot.press({ ...button, ts: '1600.7', threadTs: '1600.1' });
    await bot.settle();
    expect(posts()[1]).toMatchObject({ thread_ts: '1600.1' });
  });

  test('clicked twice is answered once, and may be pressed again later', async () => {
    const button = { ...buttonIn(await ask('when does the bridge shut?'), 'Which lorries'), ts: '1600.7' };
    await bot.press(button);
    bot.pass(900);
    await bot.press(button);
    await bot.settle();
    expect(posts()).toHaveLength(2);
    bot.pass(60_000);
    await bot.press(button);
    await bot.settle();
    expect(posts()).toHaveLength(3);
  });

  test('clicked twice across the edge of two spans of time is still answered once', async () => {
    const button = { ...buttonIn(await ask('when does the bridge shut?'), 'Which lorries'), ts: '1600.7' };
    bot.pass(4999);
    await bot.press(button);
    bot.pass(2);
    await bot.press(button);
    await bot.settle();
    expect(posts()).toHaveLength(2);
  });

  test('that Slack delivers twice is answered once', async () => {
    const button = { ...buttonIn(await ask('when does the bridge shut?'), 'Which lorries'), trigger: 'same' };
    await bot.press(button);
    bot.pass(60_000);
    await bot.press(button);
    await bot.settle();
    expect(posts()).toHaveLength(2);
  });

  test('among choices is answered in the channel, as the question would have been', async () => {
    const button = buttonIn(await ask('which one is it?'), 'When does the bridge shut');
    await bot.press({ ...button, isPrivate: true });
    await bot.settle();
    expect(posts()[0]).toMatchObject({ channel: CHANNEL });
    expect(posts()[0]).not.toHaveProperty('thread_ts');
  });

  test('among choices to a private question is answered in private', async () => {
    const button = buttonIn(await ask('me which one is it?'), 'When does the bridge shut');
    await bot.press({ ...button, isPrivate: true });
    await bot.settle();
    expect(posts()).toEqual([]);
    expect(responses().at(-1)).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(responses().at(-1))).toContain('Post to channel');
  });

  test('of the help is tried out in private', async () => {
    const button = buttonIn(await ask('help'), 'When does the bridge shut');
    await bot.press({ ...button, isPrivate: true });
    await bot.settle();
    expect(posts()).toEqual([]);
    expect(bot.engine.asked.at(-1)).toBe('ask, addressed: When does the bridge shut?');
  });

  test('of the Home tab comes as a direct message that a thread can grow under', async () => {
    await bot.event('app_home_opened', { tab: 'home', channel: 'D0DIRECT' });
    await bot.settle();
    const view = bot.api.sent('views.publish')[0]?.['view'] as Record<string, unknown>;
    await bot.press({ ...buttonIn(view, 'When does the bridge shut'), inHome: true });
    await bot.settle();
    expect(posts()[0]).toMatchObject({ channel: READER });
    expect([...bot.stores.threads.keys()]).toEqual([expect.stringContaining('T0TEAM/D0DIRECT/')]);
  });
});

describe('Why this answer?', () => {
  test('is told to the person who pressed, in the engine’s own words', async () => {
    const button = buttonIn(await ask('when does the bridge shut?'), 'Why this');
    await bot.press(button);
    await bot.settle();
    expect(responses()[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(responses()[0]?.['text']).toContain('“bridge” is the Skarne Bridge.');
  });

  test('in a thread stays in the thread', async () => {
    const button = buttonIn(await ask('when does the bridge shut?'), 'Why this');
    await bot.press({ ...button, ts: '1600.7', threadTs: '1600.1' });
    await bot.settle();
    expect(responses()[0]).toMatchObject({ thread_ts: '1600.1' });
  });

  test('works for a question too long for the explanation to travel with it', async () => {
    const button = buttonIn(await ask(`when does it shut ${'really '.repeat(400)}?`), 'Why this');
    expect(button.value.length).toBeLessThanOrEqual(2000);
    await bot.press(button);
    await bot.settle();
    expect(responses()[0]?.['text']).toContain('Nothing was left over.');
  });
});

describe('a vote', () => {
  test('is kept with what it is about, and thanked for in private', async () => {
    const answer = await ask('when does the bridge shut?');
    await bot.press({ ...buttonIn(answer, '👎'), ts: '1600.7' });
    await bot.settle();
    expect(bot.stores.votes).toEqual([
      {
        team: 'T0TEAM',
        channel: CHANNEL,
        message: '1600.7',
        user: READER,
        vote: 'down',
        question: 'when does the bridge shut?',
        factIds: ['bridge-closes'],
      },
    ]);
    expect(responses()[0]).toMatchObject({ response_type: 'ephemeral' });
    expect(messagesIn(bot.api)).toHaveLength(2);
  });
});

describe('Post to channel', () => {
  test('posts the private answer for everybody, and takes the private copy away', async () => {
    const button = buttonIn(await ask('me when does the bridge shut?'), 'Post to channel');
    await bot.press({ ...button, isPrivate: true });
    await bot.settle();
    expect(posts()[0]).toMatchObject({ channel: CHANNEL });
    expect(posts()[0]?.['text']).toContain(`<@${READER}> asked: when does the bridge shut?`);
    expect(JSON.stringify(posts()[0])).not.toContain('Post to channel');
    expect(responses().at(-1)).toEqual({ delete_original: true });
    expect(bot.stores.threads.size).toBe(1);
  });

  test('where the bot is no member goes through the response_url, with how to invite it', async () => {
    const button = buttonIn(await ask('me when does the bridge shut?'), 'Post to channel');
    bot.api.fail('chat.postMessage', 'channel_not_found');
    await bot.press({ ...button, isPrivate: true });
    await bot.settle();
    const posted = responses().find((body) => body['response_type'] === 'in_channel');
    expect(posted).toMatchObject({ replace_original: false });
    expect(posted?.['text']).toContain('/invite');
  });
});

describe('a button of an older version', () => {
  test.each([
    ['an id nobody knows', { actionId: 'edit-fact-7', value: '' }],
    ['a question in another form', { actionId: 'ask:0', value: 'bridge-closes' }],
    ['a forged vote', { actionId: 'vote:up', value: '{"q":1}' }],
    ['an explanation in another form', { actionId: 'why', value: '' }],
    ['a post in another form', { actionId: 'post-to-channel', value: '[]' }],
  ])('%s says so', async (_, button) => {
    expect(await bot.press(button)).toBe(200);
    await bot.settle();
    expect(responses()).toHaveLength(1);
    expect(responses()[0]?.['text']).toContain('older version');
  });
});

describe('the Home tab', () => {
  test('lists topics and examples and says how current the base is', async () => {
    await bot.event('app_home_opened', { tab: 'home', channel: 'D0DIRECT' });
    await bot.settle();
    const [call] = bot.api.sent('views.publish');
    const view = call?.['view'] as unknown as Sendable;
    expect(call).toMatchObject({ user_id: READER, view: { type: 'home' } });
    expect(JSON.stringify(view)).toContain('The bridge and its closure');
    expect(JSON.stringify(view)).toContain('from one report (NCA), as of Sep 18, 2025');
    expect(problemsOf(view, 100)).toEqual([]);
  });

  test('is not touched when the Messages tab is opened', async () => {
    await bot.event('app_home_opened', { tab: 'messages', channel: 'D0DIRECT' });
    await bot.settle();
    expect(bot.api.sent('views.publish')).toEqual([]);
  });
});
