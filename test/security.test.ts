/** Hostile input over the one door there is, and what a busy run leaves in the log. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/storage/database.ts';
import { type BotProgram, botProgram, until } from './support/bot-process.ts';
import { EDITOR, type EditedBot, startEditedBot } from './support/editors.ts';
import { SIGNING_SECRET, signedForm, signedJson } from './support/signing.ts';
import { type SlackApi, startSlackApi } from './support/slack-api.ts';
import { commandFields, messagesIn, startTestBot } from './support/slack-bot.ts';

describe('a signed request that is sent again', () => {
  const api = { responseUrl: 'http://127.0.0.1:9/response_url' } as SlackApi;
  test.each([
    ['a command', signedForm({ ...commandFields('when does the bridge shut?', 'same', api) })],
    [
      'a mention',
      signedJson({
        type: 'event_callback',
        event_id: 'Ev0SAME',
        team_id: 'T0TEAM',
        event: {
          type: 'app_mention',
          channel: 'C0NEWS',
          user: 'U0READER',
          text: 'when does it shut?',
          ts: '1.1',
        },
      }),
    ],
  ])('%s is answered once', async (_, request) => {
    const bot = await startTestBot();
    for (let time = 0; time < 5; time += 1) expect(await bot.send(request)).toBe(200);
    await bot.settle();
    expect(bot.api.sent('chat.postMessage')).toHaveLength(1);
    await bot.close();
  });
});

/** What somebody would send who hopes that an id becomes a path or a key. */
const HOSTILE_IDS = [
  '../../etc/passwd',
  '/etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'topics/closure.yml',
  'closure\u0000.yml',
  '__proto__',
  'constructor',
  "cracks-found'; drop table history; --",
  'a'.repeat(3000),
];

describe('an id from outside', () => {
  let bot: EditedBot;
  beforeEach(async () => {
    bot = await startEditedBot();
  });
  afterEach(() => bot.close());

  test.each(HOSTILE_IDS)('names no fact, and nothing else either: %j', async (id) => {
    const before = await bot.file('closure');
    await bot.press({ actionId: 'edit', value: JSON.stringify({ id }), user: EDITOR });
    await bot.command(`edit ${id}`, undefined, EDITOR);
    const form = (kind: string) => ({ kind, id, version: 'none', topic: id });
    for (const kind of ['change', 'add', 'retire', 'restore']) {
      await bot.submit({
        view: {
          type: 'modal',
          callback_id: 'fact-form',
          private_metadata: JSON.stringify(form(kind)),
          blocks: [],
        },
        user: EDITOR,
      });
    }
    await bot.settle();
    expect(await bot.file('closure')).toBe(before);
    expect(bot.base.problems()).toEqual([]);
    expect(JSON.stringify(messagesIn(bot.api))).not.toContain('root:');
    expect(await bot.database.history.recent(10)).toEqual([]);
  });
});

describe('the log of a busy run at debug level', { timeout: 120_000 }, () => {
  let program: BotProgram;
  let api: SlackApi;
  let folder: string;
  beforeAll(async () => {
    program = await botProgram();
    api = await startSlackApi();
    folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  }, 60_000);
  afterAll(async () => {
    await program.killAll();
    await program.remove();
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('holds no token, no secret and no word that anybody wrote', async () => {
    const bot = await program.serve(api, folder, {
      LOG_LEVEL: 'debug',
      NODE_ENV: 'production',
      SLACK_BOT_TOKEN: 'xoxb-planted-secret',
      DATABASE_URL: 'postgres://bot:plantedpassword@127.0.0.1:9/none',
    });
    const planted = 'plantedquestion';
    api.fail(
      'chat.postMessage',
      'not_in_channel',
      { status: 500 },
      'invalid_blocks',
      'msg_too_long',
      'SILENCE',
    );
    for (let count = 0; count < 12; count += 1) {
      await bot.command(`When does the bridge shut ${planted}?`, `plantedtrigger-${count}`, {
        response_url: `${api.responseUrl}/plantedurl`,
        token: 'plantedverification',
      });
      await bot.command('When does the bridge shut?', `second-${count}`, { user_id: `U0USER${count}` });
    }
    const event = { type: 'app_mention', channel: 'C0NEWS', user: 'U0READER', text: planted, ts: '9.1' };
    await bot.send(signedJson({ type: 'event_callback', event_id: 'Ev1', team_id: 'T0TEAM', event }));
    await bot.send(signedJson({ type: 'event_callback', event: { type: 'message', text: planted } }));
    await bot.send(signedForm({ payload: `{"${planted}` }));
    await bot.send({ ...signedForm({ text: planted }), headers: { 'x-slack-signature': planted } });
    await until(() => bot.errors().split('a question was handled').length > 12);
    const all = bot.errors() + bot.output();
    for (const secret of [
      planted,
      'planted-secret',
      'plantedpassword',
      'plantedverification',
      'plantedurl',
      SIGNING_SECRET,
    ]) {
      expect(all.includes(secret) ? all.split('\n').find((line) => line.includes(secret)) : undefined).toBe(
        undefined,
      );
    }
    expect(all).not.toMatch(/When does the bridge|October 6/);
  });
});

test('what docs/security.md says to run deletes what a person asked, and nothing of others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forget-'));
  const stores = await openDatabase({ dataDir: folder, clock: Date.now });
  for (const user of ['U012ABCDEF', 'U0OTHER']) {
    const place = { team: 'T0TEAM', channel: `C-${user}` };
    const given = { question: 'q?', factIds: ['lorry-ban'] };
    await stores.posted.remember({ ...place, ...given, ts: '1.1', askedBy: user, at: Date.now() });
    await stores.feedback.vote({ ...place, ...given, message: '1.1', user, vote: 'down' });
  }
  await stores.close();
  const guide = await readFile('docs/security.md', 'utf8');
  const database = new Database(join(folder, 'bot.db'));
  database.exec(/```sql\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  const left = (table: string) => database.prepare(`select * from ${table}`).all();
  expect(left('posted')).toMatchObject([{ asked_by: 'U0OTHER' }]);
  expect(left('posted_facts')).toMatchObject([{ channel: 'C-U0OTHER' }]);
  expect(left('feedback')).toMatchObject([{ user: 'U0OTHER' }]);
  database.close();
  await rm(folder, { recursive: true });
});
