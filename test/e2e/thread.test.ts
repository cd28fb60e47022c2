/** A thread as the desk uses it, on the page itself. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { because, noWorkspace, type RunningBot, startBot } from './bot.ts';
import { noBrowser, openBrowser } from './chromium.ts';
import { enterNewsroom, seen } from './newsroom.ts';

const reason = noWorkspace ?? noBrowser;

describe.skipIf(reason)(`a thread in the local workspace${because(reason)}`, () => {
  let bot: RunningBot;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    bot = await startBot();
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.remove();
  });

  test('a command, two follow-ups, thanks, an aside, and another question by a colleague', async () => {
    const newsroom = await enterNewsroom(browser, bot.url);
    await newsroom.say('/syria how many US troops are still in Syria?');
    const answer = newsroom.message('1,000');
    await answer.waitFor();
    await newsroom.openThread(answer);
    const fromBot = newsroom.page.locator('.thread-pane .msg', { has: newsroom.page.locator('.badge-app') });

    await newsroom.reply('and in 2019?');
    await newsroom.threadMessage('2,000').waitFor();
    await newsroom.reply('who ordered them to leave?');
    await newsroom.threadMessage(/Trump ordered/).waitFor();
    expect(await fromBot.count()).toBe(3);

    await newsroom.reply('thanks!');
    await newsroom.reply('@sam can you put that in the 5 pm draft?');
    await newsroom.become('Editor');
    await newsroom.reply('is that confirmed?');
    const provenance = newsroom.threadMessage(/nobody has confirmed/);
    await provenance.waitFor();
    expect(await seen(provenance)).toContain('AFP');
    expect(await fromBot.count()).toBe(4);
    expect(await newsroom.page.locator('.main .messages .msg').count()).toBe(1);
    await newsroom.picture('a-thread');
    await newsroom.close();
  });

  test('a corrected question has its answer mended, and the thread goes on from it', async () => {
    const newsroom = await enterNewsroom(browser, bot.url);
    await newsroom.mention('when did Assad fall?');
    const question = newsroom.message('when did Assad fall?');
    await question.locator('.thread-summary').waitFor();
    await newsroom.openThread(question);
    await newsroom.threadMessage('December 2024').waitFor();

    await newsroom.edit(question, 'when did Assad fall', 'how many US troops are still in Syria');
    await newsroom.threadMessage('1,000').waitFor();
    expect(await newsroom.threadMessage('December 2024').count()).toBe(0);
    expect(await newsroom.page.locator('.thread-pane .msg').count()).toBe(2);

    await newsroom.reply('and in 2019?');
    await newsroom.threadMessage('2,000').waitFor();
    await newsroom.picture('a-corrected-question');
    await newsroom.close();
  });
});
