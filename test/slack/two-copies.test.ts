/** Two copies of the bot on one database: whichever Slack turns to goes on with the thread. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { openDatabase } from '../../src/storage/database.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { base } from '../support/replies.ts';
import { BOT_USER } from '../support/slack-api.ts';
import { READER, startTestBot, type TestBot } from '../support/slack-bot.ts';

const engine = createEngine(base);
const ROOT = '1650000000.000100';
const question = { text: `<@${BOT_USER}> What did the inspection turn up?`, ts: ROOT };

let dataDir: string;
let databases: Stores[];
let one: TestBot;
let other: TestBot;

async function startCopy(): Promise<TestBot> {
  const database = await openDatabase({ dataDir, clock: Date.now });
  databases.push(database);
  return startTestBot(undefined, undefined, { ...database, engine: () => engine });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'two-copies-'));
  databases = [];
  one = await startCopy();
  other = await startCopy();
  await one.event('app_mention', question, 'Ev-question');
  await one.settle();
});
afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await Promise.all(databases.map((database) => database.close()));
  await rm(dataDir, { recursive: true });
});

const posts = (bot: TestBot) => bot.api.sent('chat.postMessage');

test('a follow-up is understood by the copy that did not answer the question', async () => {
  await other.event('message', { text: 'when was that?', ts: '1650000001.000100', thread_ts: ROOT });
  await other.settle();
  expect(posts(other)).toEqual([expect.objectContaining({ thread_ts: ROOT })]);
  expect(posts(other)[0]?.['text']).toContain('March 2025');
  expect(other.api.sent('conversations.replies')).toEqual([]);
});

test('what Slack delivers to both is answered by one', async () => {
  await other.event('app_mention', question, 'Ev-question');
  await other.settle();
  expect(posts(one)).toHaveLength(1);
  expect(posts(other)).toEqual([]);
});

test('a reply is mended by the copy that did not write it', async () => {
  await other.event('message', {
    subtype: 'message_changed',
    user: undefined,
    message: { ...question, user: READER, text: `<@${BOT_USER}> When does the bridge shut?` },
    previous_message: { ...question, user: READER },
    event_ts: '1650000002.000100',
  });
  await other.settle();
  expect(posts(other)).toEqual([]);
  const [update] = other.api.sent('chat.update');
  expect(update).toMatchObject({ ts: '170000001.000100' });
  expect(update?.['text']).toContain('October 6, 2025');
});
