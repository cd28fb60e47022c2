/** However the program ends, it starts again and owes nobody an answer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotProgram, botProgram, type ServingBot, slackSettings, until } from './support/bot-process.ts';
import { type SlackApi, startSlackApi } from './support/slack-api.ts';

const PATIENCE = { timeout: 120_000 };
const QUESTION = 'When does the bridge shut?';

let program: BotProgram;
let api: SlackApi;
let folder: string;

beforeAll(async () => {
  program = await botProgram();
}, 60_000);
afterAll(() => program.remove());
beforeEach(async () => {
  api = await startSlackApi();
  folder = await mkdtemp(join(tmpdir(), 'restart-'));
});
afterEach(async () => {
  await program.killAll();
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const posts = () => api.sent('chat.postMessage');

/** In a channel and by a person of its own, so that nothing has to wait for its turn. */
const ask = ({ command }: ServingBot, number: number): Promise<number> =>
  command(QUESTION, `trigger-${number}`, {
    channel_id: `C0CHANNEL${number}`,
    user_id: `U0USER${number}`,
    response_url: `${api.responseUrl}/${number}`,
  });

const isAnswered = (number: number): boolean =>
  posts().some(({ channel }) => channel === `C0CHANNEL${number}`) ||
  api.sent(`response_url/${number}`).length > 0;

describe('told to end', PATIENCE, () => {
  test('it finishes what is in hand and ends with 0', async () => {
    const bot = await program.serve(api, folder);
    await Promise.all(Array.from({ length: 30 }, (_, number) => ask(bot, number)));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(posts()).toHaveLength(30);
  });

  test('while Slack is silent, it leaves the answer to the next start, which gives it to the asker', async () => {
    api.fail('chat.postMessage', 'SILENCE');
    const bot = await program.serve(api, folder);
    await ask(bot, 1);
    await until(() => posts().length === 1);
    bot.child.kill('SIGTERM');
    // Whoever stops containers waits ten seconds; a killed process would have no exit code.
    const killed = setTimeout(() => bot.child.kill('SIGKILL'), 10_000);
    expect(await bot.ended).toBe(0);
    clearTimeout(killed);
    expect(api.sent('response_url/1')).toEqual([]);

    await program.serve(api, folder);
    await until(() => api.sent('response_url/1').length === 1);
    expect(api.sent('response_url/1')[0]?.['text']).toContain('October 6, 2025');
    expect(posts()).toHaveLength(1);
  });
});

describe('killed', PATIENCE, () => {
  test('at any moment of its start, it starts again', async () => {
    for (const ms of [50, 250, 500, 750, 1000, 1250, 1500]) {
      const bot = program.start(folder, slackSettings(api));
      await sleep(ms);
      bot.child.kill('SIGKILL');
      await bot.ended;
    }
    await ask(await program.serve(api, folder), 1);
    await until(() => posts().length === 1);
  });

  test('at any moment of its work, it starts again and answers each question once', async () => {
    const asked: number[] = [];
    for (const answered of [1, 5, 20]) {
      const bot = await program.serve(api, folder);
      const before = posts().length;
      const flood = Array.from({ length: 40 }, async () => {
        const number = asked.length;
        asked.push(number);
        await ask(bot, number).catch(() => {});
      });
      await until(() => posts().length >= before + answered);
      bot.child.kill('SIGKILL');
      await bot.ended;
      await Promise.all(flood);
    }
    const bot = await program.serve(api, folder);
    // Slack sends again what was not acknowledged, and may send again what was.
    await Promise.all(asked.map((number) => ask(bot, number)));
    await until(() => asked.every(isAnswered));
    const channels = posts().map(({ channel }) => channel);
    expect(new Set(channels).size).toBe(channels.length);
  });
});
