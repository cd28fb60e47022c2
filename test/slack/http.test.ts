/** HTTP mode: what is let in, how fast it is acknowledged, health, and the end. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/slack/app.ts';
import { base, version } from '../support/replies.ts';
import { signedForm, signedJson } from '../support/signing.ts';
import { messagesIn, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { memoryStores } from '../support/stores.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

describe('a request', () => {
  const request = signedForm({ command: '/harbour', text: 'help', team_id: 'T0TEAM' });

  test.each([
    ['without a signature', { 'x-slack-signature': '' }],
    ['with another signature', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ['of an hour ago', { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000) - 3600) }],
  ])('%s is refused', async (_, headers) => {
    const status = await bot.send({ ...request, headers: { ...request.headers, ...headers } });
    await bot.settle();
    expect(status).toBe(401);
    expect(messagesIn(bot.api)).toEqual([]);
  });

  test('that Slack uses to verify the address is answered', async () => {
    expect(await bot.send(signedJson({ type: 'url_verification', challenge: 'x' }))).toBe(200);
  });
});

describe('everything is acknowledged before any other work', () => {
  /** Stores whose every call waits until it is let go. */
  function slowStores() {
    let letGo = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { deliveries, conversations, feedback, ...rest } = memoryStores();
    return {
      letGo,
      stores: {
        ...rest,
        deliveries: { claim: (key: string) => gate.then(() => deliveries.claim(key)) },
        conversations: {
          load: (thread: Parameters<typeof conversations.load>[0]) =>
            gate.then(() => conversations.load(thread)),
          save: conversations.save,
        },
        feedback,
      },
    };
  }

  test.each([
    ['a command', (slow: TestBot) => slow.command('when does the bridge shut?')],
    [
      'a button',
      (slow: TestBot) =>
        slow.press({ actionId: 'ask:0', value: '{"q":"?","f":["lorry-ban"],"to":"channel"}' }),
    ],
    ['an event', (slow: TestBot) => slow.event('app_mention', { text: 'when does the bridge shut?' })],
  ])('%s', async (_, send) => {
    const { stores, letGo } = slowStores();
    const slow = await startTestBot(stores);
    expect(await send(slow)).toBe(200);
    expect(messagesIn(slow.api)).toEqual([]);
    letGo();
    await slow.settle();
    expect(messagesIn(slow.api)).toHaveLength(1);
    await slow.close();
  });

  test('and what is in hand is finished before the bot has stopped', async () => {
    const { stores, letGo } = slowStores();
    const slow = await startTestBot(stores, () => new Promise(() => {}));
    await slow.command('when does the bridge shut?');
    const stopped = slow.app.stop();
    letGo();
    await stopped;
    expect(messagesIn(slow.api)).toHaveLength(1);
    await slow.api.close();
  });

  test('but for no longer than eight seconds, so that the process ends within ten', async () => {
    const { stores, letGo } = slowStores();
    const slow = await startTestBot(stores);
    await slow.command('when does the bridge shut?');
    await slow.app.stop();
    expect(slow.waits).toEqual([8000]);
    expect(messagesIn(slow.api)).toEqual([]);
    letGo();
    await slow.settle();
    await slow.api.close();
  });
});

describe('what the bot says about itself', () => {
  const facts = base.topics.flatMap((topic) => topic.facts).length;
  const health = { ready: true, facts, asOf: '2025-09-18', version };
  const read = (page: string, on = bot): Promise<Response> => fetch(`${on.origin}${page}`);

  test.each(['/healthz', '/readyz'])('%s: ready, how many facts, and how current', async (page) => {
    const response = await read(page);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(health);
  });

  test('/healthz: that the database is away, and that the files are broken; it is still ready', async () => {
    const parts = { problems: () => 3, databaseIsAway: () => true };
    const troubled = await startTestBot(memoryStores(), undefined, parts);
    const response = await read('/readyz', troubled);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...health, degraded: 3, database: 'away' });
    await troubled.close();
  });

  test('/metrics: what it is given to show, and nothing without', async () => {
    expect((await read('/metrics')).status).toBe(404);
    const metrics = async () => ({ type: 'text/plain; version=0.0.4', text: 'figure 1\n' });
    const measured = await startTestBot(memoryStores(), undefined, { metrics });
    const response = await read('/metrics', measured);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await response.text()).toBe('figure 1\n');
    await measured.close();
  });

  test('a figure that cannot be read is an error of that page alone', async () => {
    const metrics = () => Promise.reject(new Error('no'));
    const broken = await startTestBot(memoryStores(), undefined, { metrics });
    expect((await read('/metrics', broken)).status).toBe(500);
    expect((await read('/healthz', broken)).status).toBe(200);
    await broken.close();
  });

  test('at no other door', async () => {
    expect((await read('/')).status).toBe(404);
  });
});

test('a token that Slack refuses stops the start', async () => {
  bot.api.always('auth.test', 'invalid_auth');
  const parts = {
    ...memoryStores(),
    engine: () => bot.engine,
    version: () => version,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    clock: Date.now,
    sleep: async () => {},
    reference: () => 'ref',
  };
  const access = {
    mode: 'http',
    botToken: 'xoxb-x',
    signingSecret: '0'.repeat(32),
    port: 0,
    apiUrl: bot.api.url,
  } as const;
  await expect(createApp(access, parts).start()).rejects.toThrow(/SLACK_BOT_TOKEN/);
});
