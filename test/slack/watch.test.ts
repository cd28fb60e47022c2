/** What the bot tells of its work: a line and a count for each question, and nothing that somebody wrote. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Meter } from '../../src/slack/ports.ts';
import { messagesIn, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { memoryStores } from '../support/stores.ts';

let bot: TestBot;
let questions: string[];
let slackErrors: string[];

const meter: Meter = {
  question: (feature, outcome, ms) => void questions.push(`${feature} ${outcome} ${ms}`),
  slackError: (call, error) => void slackErrors.push(`${call} ${error}`),
};

beforeEach(async () => {
  questions = [];
  slackErrors = [];
  bot = await startTestBot(memoryStores(), undefined, { meter });
});
afterEach(() => bot.close());

const handled = () => bot.log.filter(({ message }) => message === 'a question was handled');

test('each question has a line with its reference, what became of it and how long it took', async () => {
  await bot.command('when does the bridge shut?');
  await bot.event('app_mention', { text: '<@U0BOT> who pays for the moon?', ts: '1.1' });
  await bot.settle();
  expect(handled().map(({ level, fields }) => ({ level, ...fields }))).toEqual([
    { level: 'info', reference: 'ref-1', feature: 'ask-command', outcome: 'answer', ms: 0 },
    { level: 'info', reference: 'ref-2', feature: 'mention', outcome: 'gap', ms: 0 },
  ]);
  expect(questions).toEqual(['ask-command answer 0', 'mention gap 0']);
});

test('what Slack sends again is no further question', async () => {
  await bot.command('when does the bridge shut?', 'same');
  await bot.command('when does the bridge shut?', 'same');
  await bot.settle();
  expect(questions).toHaveLength(1);
});

test('every line about a question has its reference, and a bug is told with the same one', async () => {
  await bot.command('will it explode?');
  await bot.settle();
  expect(questions).toEqual(['ask-command failed 0']);
  expect(JSON.stringify(messagesIn(bot.api))).toContain('reference ref-1');
  const about = bot.log.filter(({ fields }) => fields['reference'] === 'ref-1').map(({ message }) => message);
  expect(about).toEqual(['a listener failed', 'a question was handled']);
});

test('what Slack does not take is counted by the call and the name of the error', async () => {
  bot.api.always('chat.postMessage', 'not_in_channel');
  bot.api.always('response_url', { status: 500 });
  await bot.command('when does the bridge shut?');
  await bot.settle();
  expect(new Set(slackErrors)).toEqual(
    new Set(['post not_in_channel', 'respond down', 'direct not_in_channel']),
  );
});
