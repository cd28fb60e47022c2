/** Socket Mode: the same bot over a WebSocket, with its health on a port of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppParts, createApp, type SlackApp } from '../../src/slack/app.ts';
import { handMadeEngine, version } from '../support/replies.ts';
import { type SlackApi, startSlackApi } from '../support/slack-api.ts';
import { type SlackSocket, startSlackSocket } from '../support/slack-socket.ts';
import { memoryStores } from '../support/stores.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

let api: SlackApi;
let socket: SlackSocket;
let app: SlackApp;

function createSocketApp(port: number | undefined, parts: Partial<AppParts> = {}): SlackApp {
  const engine = handMadeEngine();
  return createApp(
    { mode: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test', port, apiUrl: api.url },
    {
      ...memoryStores(),
      engine: () => engine,
      version: () => version,
      log: silent,
      clock: () => 0,
      sleep: () => new Promise(() => {}),
      reference: () => 'ref-1',
      ...parts,
    },
  );
}

beforeEach(async () => {
  api = await startSlackApi();
  socket = await startSlackSocket();
  api.socketUrl = socket.url;
});
afterEach(async () => {
  await app.stop();
  await socket.close();
  await api.close();
});

const command = (trigger: string) => ({
  command: '/harbour',
  text: 'when does the bridge shut?',
  trigger_id: trigger,
  response_url: api.responseUrl,
  user_id: 'U0READER',
  team_id: 'T0TEAM',
  channel_id: 'C0NEWS',
  is_enterprise_install: 'false',
});

describe('over a socket', () => {
  beforeEach(async () => {
    app = createSocketApp(undefined);
    await app.start();
  });

  test('a command is acknowledged and answered; sent again, it is acknowledged again and not answered', async () => {
    await socket.send('slash_commands', command('one'));
    await socket.send('slash_commands', command('one'));
    await app.idle();
    expect(api.sent('chat.postMessage')).toHaveLength(1);
  });

  test('a mention and a button are answered', async () => {
    await socket.send('events_api', {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T0TEAM',
      event: {
        type: 'app_mention',
        channel: 'C0NEWS',
        user: 'U0READER',
        text: '<@U0BOT> lorries?',
        ts: '1.1',
      },
    });
    await socket.send('interactive', {
      type: 'block_actions',
      user: { id: 'U0READER' },
      team: { id: 'T0TEAM' },
      trigger_id: 'two',
      response_url: api.responseUrl,
      channel: { id: 'C0NEWS' },
      message: { ts: '2.2' },
      container: { type: 'message', message_ts: '2.2', channel_id: 'C0NEWS' },
      actions: [
        {
          type: 'button',
          action_id: 'ask:0',
          block_id: 'b',
          value: '{"q":"?","f":["lorry-ban"],"to":"channel"}',
        },
      ],
    });
    await app.idle();
    expect(api.sent('chat.postMessage').map((post) => post['thread_ts'])).toEqual(['1.1', '2.2']);
  });

  test('garbage is passed over', async () => {
    socket.sendRaw('no json');
    socket.sendRaw('{"type":"something new"}');
    await socket.send('slash_commands', command('three'));
    await app.idle();
    expect(api.sent('chat.postMessage')).toHaveLength(1);
  });

  test('calls to Slack are tried once: the app-level connection keeps its own patience', async () => {
    api.always('chat.postMessage', 'not_in_channel');
    await socket.send('slash_commands', command('four'));
    await app.idle();
    expect(api.sent('chat.postMessage')).toHaveLength(1);
    expect(api.sent('response_url')[0]).toMatchObject({ response_type: 'in_channel' });
  });
});

test('health is served on the given port', async () => {
  app = createSocketApp(0);
  const port = await app.start();
  const response = await fetch(`http://127.0.0.1:${port}/healthz?from=probe`);
  expect(await response.json()).toMatchObject({ ready: true, version });
  expect((await fetch(`http://127.0.0.1:${port}/else`)).status).toBe(404);
});

test('while it finishes what is in hand it is alive, and not ready for more', async () => {
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  app = createSocketApp(0, { deliveries: { claim: () => gate.then(() => true) } });
  const port = await app.start();
  await socket.send('slash_commands', command('five'));
  const stopped = app.stop();
  const page = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect(await page('/readyz')).toBe(503);
  expect(await page('/healthz')).toBe(200);
  letGo();
  await stopped;
  expect(api.sent('chat.postMessage')).toHaveLength(1);
});

test('a port that is taken stops the start with its reason', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, () => resolve()));
  const { port } = other.address() as AddressInfo;
  app = createSocketApp(port);
  await expect(app.start()).rejects.toThrow(/PORT/);
  await new Promise((resolve) => other.close(resolve));
});

test('an app-level token that Slack refuses stops the start with its place', async () => {
  api.always('apps.connections.open', 'invalid_auth');
  app = createSocketApp(undefined);
  await expect(app.start()).rejects.toThrow(/SLACK_APP_TOKEN/);
});
