/** The whole program as a process of its own: settings, a question over signed HTTP, and its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SETTING_NAMES } from '../src/config.ts';
import { compileProgram, type Program } from './support/programs.ts';
import { SIGNING_SECRET, type SignedRequest, signedForm, signedJson } from './support/signing.ts';
import { type SlackApi, startSlackApi } from './support/slack-api.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

let program: Program | undefined;
let api: SlackApi;
let data: string;
/** Starting a process takes long on a busy machine. */
const PATIENCE = { timeout: 60_000 };

const running: ChildProcess[] = [];

beforeAll(async () => {
  program = await compileProgram(path('../src/main.ts'));
}, 60_000);
afterAll(() => program?.remove());
beforeEach(async () => {
  api = await startSlackApi();
  data = await mkdtemp(join(tmpdir(), 'bot-data-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await api.close();
  await rm(data, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error. */
  errors(): string;
}

/** Every setting is set, so that a developer's own .env changes nothing here. */
function start(settings: Record<string, string>): Started {
  const none = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
  const env = { PATH: process.env['PATH'], ...none, DATA_DIR: data, ...settings };
  const child = spawn(process.execPath, [program?.path ?? ''], {
    cwd: data,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { child, ended: once(child, 'close').then(() => child.exitCode), errors: () => errors };
}

const HARBOUR = path('fixtures/harbour/knowledge');

/** Starts it against the stand-in and resolves once it is ready. */
async function serve(knowledge = HARBOUR): Promise<Started & { readonly origin: string }> {
  const bot = start({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: api.url,
    KNOWLEDGE_DIR: knowledge,
    PORT: '0',
  });
  const port = await new Promise<string>((resolve, reject) => {
    bot.child.stderr?.on('data', () => {
      const ready = /"port":(\d+),.*"msg":"ready"/.exec(bot.errors())?.[1];
      if (ready !== undefined) resolve(ready);
    });
    bot.ended.then((code) => reject(new Error(`ended with ${code}: ${bot.errors()}`)));
  });
  return { ...bot, origin: `http://127.0.0.1:${port}` };
}

const send = (origin: string, request: SignedRequest) =>
  fetch(`${origin}/slack/events`, { method: 'POST', ...request });

const command = (text: string, trigger = text): SignedRequest =>
  signedForm({
    command: '/harbour',
    text,
    trigger_id: trigger,
    response_url: api.responseUrl,
    user_id: 'U0READER',
    team_id: 'T0TEAM',
    channel_id: 'C0NEWS',
    is_enterprise_install: 'false',
  });

describe('a start that cannot succeed ends with 1 and one message', PATIENCE, () => {
  test('with wrong settings, which names them all', async () => {
    const { ended, errors } = start({ SLACK_BOT_TOKEN: 'xoxb-1', PORT: 'x' });
    expect(await ended).toBe(1);
    expect(errors()).toMatch(/^PORT is “x”; it must be a port/);
    expect(errors()).toContain('SLACK_SIGNING_SECRET (for HTTP) is missing');
    expect(errors()).not.toContain('    at ');
  });

  test('without a fact base, which says where it looked', async () => {
    const { ended, errors } = start({ KNOWLEDGE_DIR: 'nowhere' });
    expect(await ended).toBe(1);
    expect(errors()).toContain('nowhere');
    expect(errors()).not.toContain('    at ');
  });

  test('with a token that Slack refuses, which says where to get one', async () => {
    api.always('auth.test', 'invalid_auth');
    await expect(serve()).rejects.toThrow(/ended with 1: (.*\n)*.*Slack refuses SLACK_BOT_TOKEN/);
  });
});

describe('serving Slack', PATIENCE, () => {
  test('a signed command is acknowledged and answered from the base', async () => {
    const { origin, child, ended } = await serve();
    expect((await send(origin, command('When does the bridge shut?'))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(api.sent('chat.postMessage')[0]?.['text']).toContain('October 6, 2025');
  });

  test('killed between two turns, it goes on with the thread and does not answer a delivery again', async () => {
    const first = await serve();
    await send(first.origin, command('When does the bridge shut?', 'same'));
    await until(() => api.sent('chat.postMessage').length === 1);
    await stored(first.origin);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await serve();
    await send(second.origin, command('When does the bridge shut?', 'same'));
    await send(
      second.origin,
      signedJson({
        type: 'event_callback',
        event_id: 'Ev1',
        team_id: 'T0TEAM',
        event: {
          type: 'message',
          channel_type: 'channel',
          channel: 'C0NEWS',
          user: 'U0READER',
          text: 'How many ferries replace it?',
          ts: '1800.1',
          thread_ts: '170000001.000100',
        },
      }),
    );
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(api.sent('chat.postMessage').map((post) => post['thread_ts'])).toEqual([
      undefined,
      '170000001.000100',
    ]);
  });
});

describe('killed between two turns of a thread under a mention', PATIENCE, () => {
  const ROOT = '1800000000.000100';
  const message = (eventId: string, fields: object): SignedRequest =>
    signedJson({
      type: 'event_callback',
      event_id: eventId,
      team_id: 'T0TEAM',
      event: { channel: 'C0NEWS', channel_type: 'channel', user: 'U0READER', ...fields },
    });
  const question = { text: '<@U0BOT> What did the inspection turn up?', ts: ROOT };
  const mention = message('Ev1', { type: 'app_mention', ...question });

  test('it understands the next one, answers none twice, and mends the reply to a corrected one', async () => {
    const first = await serve();
    await send(first.origin, mention);
    await until(() => rowsOf('exchanges') === 1);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await serve();
    await send(second.origin, mention);
    const followUp = { type: 'message', text: 'when was that?', ts: '1800000001.000100', thread_ts: ROOT };
    await send(second.origin, message('Ev2', followUp));
    await until(() => api.sent('chat.postMessage').length === 2);
    const corrected = { user: 'U0READER', ts: ROOT, text: '<@U0BOT> When does the bridge shut?' };
    const edit = { type: 'message', subtype: 'message_changed', event_ts: '1800000002.000100' };
    await send(second.origin, message('Ev3', { ...edit, message: corrected, previous_message: question }));
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);

    const posts = api.sent('chat.postMessage');
    expect(posts.map((post) => post['thread_ts'])).toEqual([ROOT, ROOT]);
    expect(posts[1]?.['text']).toContain('March 2025');
    const [update] = api.sent('chat.update');
    expect(update).toMatchObject({ channel: 'C0NEWS', ts: '170000001.000100' });
    expect(update?.['text']).toContain('October 6, 2025');
  });
});

describe('the fact base on disk', PATIENCE, () => {
  const health = async (origin: string): Promise<unknown> => (await fetch(`${origin}/healthz`)).json();
  const whenHealth = async (origin: string, isSo: (seen: unknown) => boolean): Promise<void> => {
    while (!isSo(await health(origin))) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const isDegraded = (seen: unknown): boolean => Object.hasOwn(Object(seen), 'degraded');

  test('is served as it is now, without a restart; broken, the last good one is, and health says so', async () => {
    const folder = join(data, 'knowledge');
    await cp(HARBOUR, folder, { recursive: true });
    const file = join(folder, 'topics/closure.yml');
    const good = await readFile(file, 'utf8');
    const { origin, errors } = await serve(folder);

    await writeFile(file, good.slice(0, -200));
    await whenHealth(origin, isDegraded);
    expect(errors()).toMatch(/topics\/closure\.yml:\d+:\d+ /);
    await send(origin, command('When does the bridge shut?', 'while broken'));
    await until(() => api.sent('chat.postMessage').length === 1);

    await writeFile(file, good.replaceAll('October 6, 2025', 'October 7, 2025'));
    await whenHealth(origin, (seen) => !isDegraded(seen));
    await send(origin, command('When does the bridge shut?', 'when mended'));
    await until(() => api.sent('chat.postMessage').length === 2);
    const [before, after] = api.sent('chat.postMessage').map((post) => post['text']);
    expect(before).toContain('October 6, 2025');
    expect(after).toContain('October 7, 2025');
  });
});

/** Once a second question is answered, the first is surely stored: work on the database is done in order. */
async function stored(origin: string): Promise<void> {
  await send(origin, command('help', 'another'));
  await until(() => api.sent('response_url').length === 1);
}

/** What stands in the database, past the bot: the reply to a question is written there last. */
function rowsOf(table: string): number {
  const database = new Database(join(data, 'bot.db'));
  const { length } = database.prepare(`select 1 from ${table}`).all();
  database.close();
  return length;
}

/** Checks again and again; the test's own time limit is the only one. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
