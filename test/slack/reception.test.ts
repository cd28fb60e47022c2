/** Floods: many at once, one person's too many, and questions whose process dies before they are answered. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IN_A_CHANNEL } from '../../src/slack/pace.ts';
import { QUESTIONS_A_MINUTE } from '../../src/slack/person-limit.ts';
import { signedForm } from '../support/signing.ts';
import { buttonIn, CHANNEL, messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { brokenStores, type MemoryStores, memoryStores } from '../support/stores.ts';
import { type Sendable, shown } from '../support/validate-blocks.ts';

let bot: TestBot;
const bots: TestBot[] = [];
beforeEach(async () => {
  bot = await start();
});
afterEach(async () => {
  for (const each of bots.splice(0)) await each.close();
});

async function start(stores: MemoryStores = memoryStores()): Promise<TestBot> {
  const started = await startTestBot(stores);
  bots.push(started);
  return started;
}

const ASKED = 'when does the bridge shut?';
const posts = (of = bot) => of.api.sent('chat.postMessage');
const responses = (of = bot) => of.api.sent('response_url');

/** What stands in the body of the acknowledgement of a command. */
async function acknowledgement(text: string, user: string): Promise<string> {
  const { api, origin } = bot;
  const fields = {
    ...{ command: '/harbour', text, user_id: user, trigger_id: `${user}${Math.random()}` },
    ...{ channel_id: CHANNEL, team_id: 'T0TEAM', response_url: api.responseUrl },
  };
  const response = await fetch(`${origin}/slack/events`, { method: 'POST', ...signedForm(fields) });
  return response.text();
}

describe('many questions at once', () => {
  test('are all acknowledged and all answered, each once', async () => {
    const people = Array.from({ length: 100 }, (_, index) => `U${index}`);
    const statuses = await Promise.all(people.map((user) => bot.command(ASKED, undefined, user)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await bot.settle();
    const told = messagesIn(bot.api).map(({ body }) => JSON.stringify(body));
    expect(told.filter((text) => text.includes('October 6, 2025'))).toHaveLength(100);
  });

  test('about the same thing are worked out once', async () => {
    for (const user of ['U1', 'U2', 'U3']) await bot.command(ASKED, undefined, user);
    await bot.settle();
    expect(bot.engine.asked).toHaveLength(1);
    expect(posts()).toHaveLength(3);
  });
});

describe('more than a person may ask in a minute', () => {
  async function askTooMuch(): Promise<string[]> {
    const told: string[] = [];
    for (let count = 0; count < QUESTIONS_A_MINUTE + 5; count += 1) {
      told.push(await acknowledgement(ASKED, 'UMUCH'));
    }
    await bot.settle();
    return told;
  }

  test('is told so once, to that person alone, and not answered', async () => {
    const told = await askTooMuch();
    expect(told.filter(Boolean)).toEqual([told[QUESTIONS_A_MINUTE]]);
    expect(JSON.parse(told[QUESTIONS_A_MINUTE] ?? '')).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining(`more than ${QUESTIONS_A_MINUTE} questions in a minute`),
    });
    expect(messagesIn(bot.api)).toHaveLength(QUESTIONS_A_MINUTE);
  });

  test('keeps nobody else from being answered', async () => {
    await askTooMuch();
    await bot.command(ASKED, undefined, READER);
    await bot.settle();
    expect(posts().some(({ text }) => String(text).includes(READER)) || responses().length > 0).toBe(true);
    expect(messagesIn(bot.api)).toHaveLength(QUESTIONS_A_MINUTE + 1);
  });

  test('is over after the minute', async () => {
    await askTooMuch();
    bot.pass(60_000);
    expect(await acknowledgement(ASKED, 'UMUCH')).toBe('');
    await bot.settle();
    expect(messagesIn(bot.api)).toHaveLength(QUESTIONS_A_MINUTE + 1);
  });

  test('said by mention, is told once too, where only that person sees it', async () => {
    for (let count = 0; count < QUESTIONS_A_MINUTE + 3; count += 1) {
      await bot.event('app_mention', { text: '<@U0BOT> lorries?', ts: `17.${count}`, user: 'UMUCH' });
    }
    await bot.settle();
    const whispers = bot.api.sent('chat.postEphemeral');
    const told = whispers.filter(({ text }) => String(text).includes('questions in a minute'));
    expect(told).toEqual([expect.objectContaining({ user: 'UMUCH' })]);
    expect(messagesIn(bot.api)).toHaveLength(QUESTIONS_A_MINUTE + 1);
  });

  test('is not what Slack sends again', async () => {
    const event = { text: '<@U0BOT> lorries?', ts: '17.1' };
    for (let count = 0; count < QUESTIONS_A_MINUTE + 3; count += 1) {
      await bot.event('app_mention', event, 'EvSame');
    }
    await bot.settle();
    expect(posts()).toHaveLength(1);
  });
});

describe('a process that dies before it has answered', () => {
  /** Stores with which whoever uses them gets no further than the acknowledgement. */
  function stuck(stores: MemoryStores): MemoryStores {
    return { ...stores, deliveries: { claim: () => new Promise(() => {}) } };
  }

  test.each([
    ['a command', (dying: TestBot) => dying.command(ASKED)],
    ['a mention', (dying: TestBot) => dying.event('app_mention', { text: '<@U0BOT> when is it shut?' })],
    ['a direct message', (dying: TestBot) => dying.event('message', { text: 'shut?', channel_type: 'im' })],
    [
      'a reply under an answer',
      (dying: TestBot) =>
        dying.event('message', { text: 'shut?', thread_ts: '5.5', parent_user_id: 'U0BOT' }),
    ],
    [
      'a pressed question',
      (dying: TestBot) =>
        dying.press({ actionId: 'ask:0', value: '{"q":"?","f":["bridge-closes"],"to":"channel"}' }),
    ],
  ])('%s is answered by the next one, once', async (_, ask) => {
    const stores = memoryStores();
    const thread = { team: 'T0TEAM', channel: CHANNEL, root: '5.5' };
    const conversation = { given: [], latest: [], question: '', kinds: [], terms: [], entities: [] };
    await stores.conversations.save(thread, conversation);
    expect(await ask(await start(stuck(stores)))).toBe(200);
    expect(stores.inHand.count()).toBe(1);
    stores.inHand.everybodyDies();
    const next = await start(stores);
    const third = await start(stores);
    await settled(next, third);
    expect([...posts(next), ...posts(third)]).toHaveLength(1);
    expect(stores.inHand.count()).toBe(0);
  });

  test('and a correction, which the next one brings into the reply', async () => {
    const stores = memoryStores();
    const first = await start(stores);
    const asked = { ts: '1650000000.000100', user: READER, text: '<@U0BOT> when is it shut?' };
    await first.event('app_mention', asked);
    await first.settle();
    const dying = await start(stuck(stores));
    const message = { ...asked, type: 'message', text: '<@U0BOT> which lorries?' };
    await dying.event('message', {
      ...{ subtype: 'message_changed', user: undefined, text: undefined, ts: '1660000000.1' },
      message: { ...message, edited: { user: READER, ts: '1655000000.1' } },
      previous_message: { ...message, text: asked.text },
    });
    expect(stores.inHand.count()).toBe(1);
    stores.inHand.everybodyDies();
    const next = await start(stores);
    await settled(next);
    expect(next.api.sent('chat.update')).toHaveLength(1);
    expect(next.api.sent('chat.update')[0]?.['text']).toContain('12 tonnes');
    expect(posts(next)).toEqual([]);
    expect(stores.inHand.count()).toBe(0);
  });

  test('while it sends leaves the asker with the answer, and the channel with no second one', async () => {
    const stores = memoryStores();
    const dying = await start(stores);
    dying.api.always('chat.postMessage', 'SILENCE');
    await dying.command(ASKED);
    await until(() => posts(dying).length === 1);
    stores.inHand.everybodyDies();
    const next = await start(stores);
    await settled(next);
    expect(posts(next)).toEqual([]);
    // Where the command said, which was delivered to the other one.
    const [answer] = responses(dying);
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect(shown(answer as unknown as Sendable)).toContain('could not make sure');
    expect(buttonIn(answer, 'Post to channel').actionId).toBe('post-to-channel');
  });

  test('wrongly taken for dead, it leaves the answer to whoever has taken over', async () => {
    const stores = memoryStores();
    let letGo = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = await start({ ...stores, deliveries: { claim: () => gate.then(() => true) } });
    await slow.command(ASKED);
    stores.inHand.everybodyDies();
    const next = await start(stores);
    await settled(next);
    letGo();
    await settled(slow);
    expect(posts(next)).toHaveLength(1);
    expect(messagesIn(slow.api)).toEqual([]);
  });

  test('has stored no token', async () => {
    const stores = memoryStores();
    const dying = await start(stuck(stores));
    const fields = { command: '/harbour', text: ASKED, trigger_id: '1', user_id: 'U1', token: 'T0KEN' };
    await dying.send(signedForm({ ...fields, channel_id: CHANNEL, team_id: 'T0TEAM' }));
    stores.inHand.everybodyDies();
    const [left] = await stores.inHand.adopt('next', 1);
    expect(left?.body).toContain(ASKED);
    expect(left?.body).not.toContain('T0KEN');
  });

  test('leaves nothing behind when all is answered', async () => {
    await bot.command(ASKED);
    await bot.settle();
    expect(bot.stores.inHand.count()).toBe(0);
  });
});

test('a bot that stops gives what waits for its turn in a crowded channel to the askers at once', async () => {
  const stopping = await startTestBot(memoryStores(), () => new Promise(() => {}));
  for (let count = 0; count < 10; count += 1) await stopping.command(ASKED, undefined, `U${count}`);
  await until(() => posts(stopping).length === IN_A_CHANNEL.burst);
  await stopping.app.stop();
  expect(posts(stopping)).toHaveLength(IN_A_CHANNEL.burst);
  const told = responses(stopping).map((each) => each['response_type']);
  expect(told).toEqual(Array(10 - IN_A_CHANNEL.burst).fill('ephemeral'));
  await stopping.api.close();
});

test('what is asked twice while it is in hand is answered once', async () => {
  const [first, second] = await Promise.all([bot.command(ASKED, 'same'), bot.command(ASKED, 'same')]);
  expect([first, second]).toEqual([200, 200]);
  await bot.settle();
  expect(messagesIn(bot.api)).toHaveLength(1);
});

test('without a database questions are acknowledged and answered all the same', async () => {
  const away = await start(brokenStores());
  expect(await away.command(ASKED)).toBe(200);
  await away.settle();
  expect(posts(away)).toHaveLength(1);
});

/** Also what a bot takes over by itself. */
async function settled(...all: TestBot[]): Promise<void> {
  for (const each of all) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await each.settle();
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
