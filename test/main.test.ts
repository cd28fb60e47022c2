/** The whole program as a process of its own: settings, a question over signed HTTP, and its end. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotProgram, botProgram, HARBOUR, type ServingBot, until } from './support/bot-process.ts';
import { type SignedRequest, signedJson } from './support/signing.ts';
import { type SlackApi, startSlackApi } from './support/slack-api.ts';

let program: BotProgram;
let api: SlackApi;
let data: string;
/** Starting a process takes long on a busy machine. */
const PATIENCE = { timeout: 60_000 };

beforeAll(async () => {
  program = await botProgram();
}, 60_000);
afterAll(() => program.remove());
beforeEach(async () => {
  api = await startSlackApi();
  data = await mkdtemp(join(tmpdir(), 'bot-data-'));
});
afterEach(async () => {
  await program.killAll();
  await api.close();
  await rm(data, { recursive: true, force: true });
});

const start = (settings: Record<string, string>) => program.start(data, settings);
const serve = (knowledge = HARBOUR): Promise<ServingBot> =>
  program.serve(api, data, { KNOWLEDGE_DIR: knowledge });

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
    const { command, child, ended } = await serve();
    expect(await command('When does the bridge shut?', 'once')).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(api.sent('chat.postMessage')[0]?.['text']).toContain('October 6, 2025');
  });

  test('killed between two turns, it goes on with the thread and does not answer a delivery again', async () => {
    const first = await serve();
    await first.command('When does the bridge shut?', 'same');
    await until(() => api.sent('chat.postMessage').length === 1);
    await stored(first);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await serve();
    await second.command('When does the bridge shut?', 'same');
    await second.send(
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
    await first.send(mention);
    await until(() => rowsOf('exchanges') === 1);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await serve();
    await second.send(mention);
    const followUp = { type: 'message', text: 'when was that?', ts: '1800000001.000100', thread_ts: ROOT };
    await second.send(message('Ev2', followUp));
    await until(() => api.sent('chat.postMessage').length === 2);
    const corrected = { user: 'U0READER', ts: ROOT, text: '<@U0BOT> When does the bridge shut?' };
    const edit = { type: 'message', subtype: 'message_changed', event_ts: '1800000002.000100' };
    await second.send(message('Ev3', { ...edit, message: corrected, previous_message: question }));
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
  const isDegraded = async ({ health }: ServingBot): Promise<boolean> =>
    Object.hasOwn(await health(), 'degraded');

  test('is served as it is now, without a restart; broken, the last good one is, and health says so', async () => {
    const folder = join(data, 'knowledge');
    await cp(HARBOUR, folder, { recursive: true });
    const file = join(folder, 'topics/closure.yml');
    const good = await readFile(file, 'utf8');
    const bot = await serve(folder);

    await writeFile(file, good.slice(0, -200));
    await until(() => isDegraded(bot));
    expect(bot.errors()).toMatch(/topics\/closure\.yml:\d+:\d+ /);
    await bot.command('When does the bridge shut?', 'while broken');
    await until(() => api.sent('chat.postMessage').length === 1);

    await writeFile(file, good.replaceAll('October 6, 2025', 'October 7, 2025'));
    await until(async () => !(await isDegraded(bot)));
    await bot.command('When does the bridge shut?', 'when mended');
    await until(() => api.sent('chat.postMessage').length === 2);
    const [before, after] = api.sent('chat.postMessage').map((post) => post['text']);
    expect(before).toContain('October 6, 2025');
    expect(after).toContain('October 7, 2025');
  });
});

/** Once a second question is answered, the first is surely stored: work on the database is done in order. */
async function stored({ command }: ServingBot): Promise<void> {
  await command('help', 'another');
  await until(() => api.sent('response_url').length === 1);
}

/** What stands in the database, past the bot: the reply to a question is written there last. */
function rowsOf(table: string): number {
  const database = new Database(join(data, 'bot.db'));
  const { length } = database.prepare(`select 1 from ${table}`).all();
  database.close();
  return length;
}
