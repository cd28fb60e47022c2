/** What a reader sees in the workspace, on the page itself, from Socket Mode to the pixels. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { because, noWorkspace, type RunningBot, startBot } from './bot.ts';
import { noBrowser, openBrowser } from './chromium.ts';
import { enterNewsroom, type Newsroom, seen } from './newsroom.ts';

const reason = noWorkspace ?? noBrowser;

describe.skipIf(reason)(`a reader in the local workspace${because(reason)}`, () => {
  let bot: RunningBot;
  let browser: Browser;
  let newsroom: Newsroom;

  beforeAll(async () => {
    browser = await openBrowser();
    bot = await startBot();
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.remove();
  });
  beforeEach(async () => {
    newsroom = await enterNewsroom(browser, bot.url);
  });
  afterEach(async ({ task }) => {
    await newsroom.picture(task.name.replace(/\W+/g, '-').slice(0, 60));
    await newsroom.close();
  });

  /** Asks for the number of troops by the slash command and returns the bot's answer. */
  async function askForTroops(): Promise<Locator> {
    await newsroom.say('/syria how many US troops are still in Syria?');
    const answer = newsroom.message('1,000');
    await answer.waitFor();
    return answer;
  }

  test('a slash command is answered in the channel, with who said it, when and where', async () => {
    const answer = await askForTroops();
    const text = await seen(answer);
    expect(text).toMatch(/how many US troops are still in Syria\?/);
    expect(text).toContain('AFP');
    expect(text).toMatch(/Feb(ruary)? 23, 2026/);
    expect(text).toMatch(/paragraph 2/);
    expect(text).not.toContain('only visible to you');
  });

  test('a suggested question is answered when it is pressed', async () => {
    const answer = await askForTroops();
    const suggestion = answer
      .locator('.bk-button')
      .filter({ hasText: /\?$/ })
      .filter({ hasNotText: 'Why this' })
      .first();
    const question = await seen(suggestion);
    await suggestion.click();
    await newsroom.openThread(answer);
    await newsroom.threadMessage(question).nth(1).waitFor();
  });

  test('Why this answer? is explained to the one who asks, and to nobody else', async () => {
    const answer = await askForTroops();
    await answer.getByText('Why this answer?').click();
    const explanation = newsroom.page.locator('.msg', { hasText: 'only visible to you' });
    await explanation.waitFor();
    expect(await seen(explanation)).toMatch(/troops/i);
  });

  test('a mention is answered in a thread under it', async () => {
    await newsroom.mention('when did Assad fall?');
    const question = newsroom.message('when did Assad fall?');
    await question.locator('.thread-summary').waitFor();
    await newsroom.openThread(question);
    await newsroom.threadMessage('December 2024').waitFor();
  });

  test('a direct message is answered there', async () => {
    await newsroom.open('Reader');
    await newsroom.say('who reported the withdrawal?');
    const question = newsroom.message('who reported the withdrawal?');
    await question.locator('.thread-summary').waitFor();
    await newsroom.openThread(question);
    const answer = newsroom.threadMessage('paragraph');
    await answer.waitFor();
    expect(await seen(answer)).toContain('AFP');
  });

  test('what the report does not hold is admitted, to the asker alone', async () => {
    await newsroom.say('/syria which country are the withdrawn troops being moved to?');
    const reply = newsroom.message('only visible to you');
    await reply.waitFor();
    expect(await seen(reply)).toMatch(/does not (say|mention|name|give)/);
  });

  test('hostile text comes back harmless', async () => {
    await newsroom.say(
      '/syria <!channel> <@U0EDITOR> <https://evil.example|here> `x` *how many* US troops are in Syria?',
    );
    const reply = newsroom.message('only visible to you');
    await reply.waitFor();
    expect(await seen(reply)).toContain('The report');
    expect(await reply.locator('a, strong, code').count()).toBe(0);
    expect(await reply.locator('.mention').count()).toBe(0);
  });

  test('a reply under an answer is understood as a follow-up', async () => {
    const answer = await askForTroops();
    await newsroom.openThread(answer);
    await newsroom.reply('and in 2019?');
    await newsroom.threadMessage('2,000').waitFor();
  });

  test('thanks get no answer; the next question does', async () => {
    const answer = await askForTroops();
    await newsroom.openThread(answer);
    await newsroom.reply('thanks!');
    await newsroom.reply('and in 2019?');
    await newsroom.threadMessage('2,000').waitFor();
    expect(await newsroom.page.locator('.thread-pane .msg .badge-app').count()).toBe(2);
  });

  test('Home lists what can be asked', async () => {
    await newsroom.page
      .locator('.sidebar-section', { hasText: 'Apps' })
      .locator('~ .sidebar-item')
      .last()
      .click();
    const home = newsroom.page.locator('.home');
    await home.locator('.bk-button').first().waitFor();
    expect(await seen(home)).toContain('AFP');
  });
});
