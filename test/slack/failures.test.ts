/** Everything that Slack's API can refuse or leave unanswered: who gets the answer then, by which way, and that nothing is sent twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../support/slack-api.ts';
import { CHANNEL, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { type Sendable, shown } from '../support/validate-blocks.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

const FACT = 'October 6, 2025';
/** A call that is not answered is given up after ten seconds. */
const PATIENCE = { timeout: 20_000 };

type Method = 'chat.postMessage' | 'chat.postEphemeral' | 'response_url';

/** The calls that hold the answer and were taken: all that anybody has seen. */
function seen(...refused: readonly Method[]): { readonly method: string; readonly body: Sendable }[] {
  return bot.api.calls
    .filter(({ method, body }) => !refused.includes(method as Method) && JSON.stringify(body).includes(FACT))
    .map(({ method, body }) => ({ method, body: body as unknown as Sendable }));
}

const limited = (seconds: number): Failure => ({ status: 429, headers: { 'retry-after': String(seconds) } });

async function ask(): Promise<void> {
  expect(await bot.command('when does the bridge shut?')).toBe(200);
  await bot.settle();
}

async function mention(): Promise<void> {
  await bot.event('app_mention', { text: '<@U0BOT> when does the bridge shut?', ts: '1600.1' });
  await bot.settle();
}

describe('a command whose answer cannot be posted in the channel', PATIENCE, () => {
  test.each<{ name: string; failure: Failure; to: 'in_channel' | 'ephemeral'; says?: string }>([
    { name: 'a long Retry-After', failure: limited(3600), to: 'ephemeral', says: 'only you see this' },
    { name: 'rate limits in words', failure: 'ratelimited', to: 'ephemeral', says: 'only you see this' },
    { name: 'HTTP 500', failure: { status: 500 }, to: 'ephemeral', says: 'could not make sure' },
    { name: 'internal_error', failure: 'internal_error', to: 'ephemeral', says: 'could not make sure' },
    { name: 'silence', failure: 'SILENCE', to: 'ephemeral', says: 'could not make sure' },
    { name: 'a dropped connection', failure: 'HANG UP', to: 'ephemeral', says: 'could not make sure' },
    {
      name: 'an error that is new',
      failure: 'brand_new_error',
      to: 'ephemeral',
      says: 'could not make sure',
    },
    { name: 'not_in_channel', failure: 'not_in_channel', to: 'in_channel', says: '/invite' },
    { name: 'channel_not_found', failure: 'channel_not_found', to: 'in_channel', says: '/invite' },
    { name: 'is_archived', failure: 'is_archived', to: 'ephemeral' },
    { name: 'restricted_action', failure: 'restricted_action', to: 'ephemeral' },
    { name: 'restricted_action_read_only', failure: 'restricted_action_read_only_channel', to: 'ephemeral' },
    { name: 'missing_scope', failure: 'missing_scope', to: 'in_channel' },
    { name: 'invalid_auth', failure: 'invalid_auth', to: 'in_channel' },
    { name: 'token_revoked', failure: 'token_revoked', to: 'in_channel' },
    { name: 'account_inactive', failure: 'account_inactive', to: 'in_channel' },
  ])('$name: answered through the response_url, once, $to', async ({ failure, to, says = FACT }) => {
    bot.api.always('chat.postMessage', failure);
    await ask();
    const answers = seen('chat.postMessage');
    expect(answers.map(({ method }) => method)).toEqual(['response_url']);
    expect(answers[0]?.body).toMatchObject({ response_type: to });
    expect(answers[0] && shown(answers[0].body)).toContain(says);
    expect(bot.api.sent('chat.postMessage')).toHaveLength(1);
  });

  test('a short Retry-After is waited for, and the answer posted', async () => {
    bot.api.fail('chat.postMessage', limited(2));
    await ask();
    expect(bot.waits).toContain(2000);
    expect(bot.api.sent('chat.postMessage')).toHaveLength(2);
    expect(bot.api.sent('response_url')).toEqual([]);
  });

  test('a Retry-After is for its channel: others are answered meanwhile', async () => {
    bot.api.fail('chat.postMessage', limited(7));
    await ask();
    await bot.event('app_mention', { text: 'lorries?', channel: 'C0OTHER', ts: '1700.1' });
    await bot.settle();
    const waited = bot.waits.filter((ms) => ms > 1000);
    expect(waited).toEqual([7000]);
    expect(bot.api.sent('chat.postMessage').at(-1)).toMatchObject({ channel: 'C0OTHER' });
  });

  test.each(['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks'])(
    '%s: posted as plain text, whole',
    async (failure) => {
      bot.api.fail('chat.postMessage', failure);
      await ask();
      const [, plain] = bot.api.sent('chat.postMessage');
      expect(plain).not.toHaveProperty('blocks');
      expect(plain?.['text']).toContain(FACT);
      expect(bot.api.sent('response_url')).toEqual([]);
    },
  );
});

describe('when the response_url does not take it either', () => {
  test.each<{ name: string; failure: Failure }>([
    { name: 'used up', failure: { status: 404 } },
    { name: 'too old', failure: { status: 410 } },
    { name: 'refused', failure: { status: 403 } },
    { name: 'failing', failure: { status: 500 } },
    { name: 'hung up', failure: 'HANG UP' },
  ])('$name: the person gets the answer as a direct message', async ({ failure }) => {
    bot.api.fail('chat.postMessage', 'not_in_channel');
    bot.api.always('response_url', failure);
    await ask();
    const last = bot.api.sent('chat.postMessage').at(-1);
    expect(last).toMatchObject({ channel: READER });
    expect(last?.['text']).toContain(FACT);
    expect(bot.api.sent('chat.postMessage')).toHaveLength(2);
  });

  test.each<{ name: string; failure: Failure }>([
    { name: 'used up', failure: { status: 404 } },
    { name: 'hung up', failure: 'HANG UP' },
  ])('$name: a private reply is whispered', async ({ failure }) => {
    bot.api.always('response_url', failure);
    await bot.command('me when does the bridge shut?');
    await bot.settle();
    expect(seen('response_url').map(({ method }) => method)).toEqual(['chat.postEphemeral']);
  });

  test('nobody can be told when Slack takes nothing at all; the log says so, and the bot stays up', async () => {
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) bot.api.always(method, 'token_revoked');
    bot.api.always('response_url', { status: 404 });
    await ask();
    expect(bot.log.map(({ message }) => message)).toContain('the person could not be told');
    bot.api.always('chat.postMessage', 'token_revoked');
    expect((await fetch(`${bot.origin}/healthz`)).status).toBe(200);
  });
});

describe('a mention whose answer cannot be posted in the thread', PATIENCE, () => {
  test.each<{ failure: Failure }>([
    { failure: limited(3600) },
    { failure: { status: 500 } },
    { failure: 'HANG UP' },
    { failure: 'not_in_channel' },
    { failure: 'is_archived' },
    { failure: 'restricted_action_thread_locked' },
    { failure: 'cannot_reply_to_message' },
    { failure: 'missing_scope' },
  ])('$failure: whispered there, once', async ({ failure }) => {
    bot.api.always('chat.postMessage', failure);
    await mention();
    expect(seen('chat.postMessage').map(({ method }) => method)).toEqual(['chat.postEphemeral']);
    expect(seen('chat.postMessage')[0]?.body).toMatchObject({ channel: CHANNEL, user: READER });
    expect(bot.api.sent('chat.postMessage')).toHaveLength(1);
  });

  test('is a direct message when the person cannot be whispered to', async () => {
    bot.api.fail('chat.postMessage', 'is_archived');
    bot.api.always('chat.postEphemeral', 'user_not_in_channel');
    await mention();
    expect(seen('chat.postEphemeral').at(-1)?.body).toMatchObject({ channel: READER });
  });
});

describe('what only whoever runs the bot can mend', () => {
  test.each([
    ['missing_scope', 'manifest.yml'],
    ['invalid_auth', 'OAuth & Permissions'],
    ['token_revoked', 'OAuth & Permissions'],
  ])('%s: the log says what to do', async (failure, mend) => {
    bot.api.always('chat.postMessage', failure);
    await ask();
    const [line] = bot.log.filter(({ level }) => level === 'error');
    expect(line?.fields).toMatchObject({ error: failure, mend: expect.stringContaining(mend) });
  });
});
