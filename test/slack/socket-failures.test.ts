/** A socket that closes, refuses, is sent away, brings garbage or is silent: the bot stays up and answers again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp, type SlackApp } from '../../src/slack/app.ts';
import type { Log } from '../../src/slack/ports.ts';
import { handMadeEngine, version } from '../support/replies.ts';
import { type SlackApi, startSlackApi } from '../support/slack-api.ts';
import { type SlackSocket, startSlackSocket } from '../support/slack-socket.ts';
import { memoryStores } from '../support/stores.ts';

let api: SlackApi;
let socket: SlackSocket;
let app: SlackApp;
let lines: string[];

/** Connecting again takes as long as a ping is waited for, and longer each time that it fails. */
const PING_MS = 300;
const PATIENCE = { timeout: 40_000 };

beforeEach(async () => {
  api = await startSlackApi();
  socket = await startSlackSocket();
  api.socketUrl = socket.url;
  lines = [];
  const write = (message: string): void => void lines.push(message);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const engine = handMadeEngine();
  app = createApp(
    {
      ...{ mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', port: undefined, apiUrl: api.url },
      pingTimeoutMs: PING_MS,
    },
    {
      ...memoryStores(),
      engine: () => engine,
      version: () => version,
      log,
      clock: () => 0,
      sleep: () => new Promise(() => {}),
      reference: () => 'ref-1',
    },
  );
  await app.start();
});
afterEach(async () => {
  socket.silence(false);
  await app.stop();
  await socket.close();
  await api.close();
});

const command = (trigger: string) => ({
  ...{ command: '/harbour', text: 'when does the bridge shut?', trigger_id: trigger },
  ...{ user_id: 'U0READER', team_id: 'T0TEAM', channel_id: 'C0NEWS', is_enterprise_install: 'false' },
  response_url: api.responseUrl,
});

async function connectedAgain(times = 2): Promise<void> {
  while (socket.connections() < times) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function isAnswered(trigger: string): Promise<void> {
  const before = api.sent('chat.postMessage').length;
  await socket.send('slash_commands', command(trigger));
  await app.idle();
  expect(api.sent('chat.postMessage')).toHaveLength(before + 1);
}

describe('a connection that ends is opened again', PATIENCE, () => {
  const sentAway = (reason: string) => () => socket.sendRaw(JSON.stringify({ type: 'disconnect', reason }));

  test.each([
    { how: 'closed by Slack', end: () => socket.drop('close') },
    { how: 'cut', end: () => socket.drop('cut') },
    { how: 'sent away with a warning', end: sentAway('warning') },
    { how: 'sent away for another', end: sentAway('refresh_requested') },
    { how: 'sent away for a reason that is new', end: sentAway('something_new') },
  ])('$how', async ({ end }) => {
    end();
    await connectedAgain();
    await isAnswered('after');
  });

  test('also when new ones are refused for a while', async () => {
    socket.refuse(2, 503);
    socket.drop('cut');
    await connectedAgain();
    await isAnswered('after');
  });

  test('also when Slack gives no address for a while', async () => {
    api.fail('apps.connections.open', 'internal_error', { status: 500 });
    socket.drop('cut');
    await connectedAgain();
    await isAnswered('after');
  });

  test('also when it is silent, since nobody may be there any more', async () => {
    socket.silence(true);
    await connectedAgain();
    socket.silence(false);
    await isAnswered('after');
  });
});

test('what was acknowledged before it ended is answered, once', async () => {
  await socket.send('slash_commands', command('before'));
  socket.drop('cut');
  await connectedAgain();
  await socket.send('slash_commands', command('before'));
  await app.idle();
  expect(api.sent('chat.postMessage')).toHaveLength(1);
});

test.each([
  ['no JSON', 'no json'],
  ['bytes', Buffer.from([0xff, 0x00, 0xfe])],
  ['nothing at all', ''],
  ['null', 'null'],
  ['a type that is new', '{"type":"something new"}'],
  ['an event without a payload', '{"type":"events_api","envelope_id":"x"}'],
  ['a command without a payload', '{"type":"slash_commands","envelope_id":"x"}'],
  ['a button without a payload', '{"type":"interactive","envelope_id":"x","payload":null}'],
  ['an event that is none', '{"type":"events_api","envelope_id":"x","payload":{"event":7}}'],
])('garbage is passed over: %s', async (_, garbage) => {
  socket.sendRaw(garbage);
  await isAnswered('after');
});

test('an access that Slack takes away ends the bot with its reason, since nothing else would help', async () => {
  api.always('apps.connections.open', 'invalid_auth');
  socket.drop('cut');
  expect(String(await app.lost)).toMatch(
    /Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\. Copy the App-Level/,
  );
});
