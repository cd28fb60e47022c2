/** Takes the README's picture from the real page: `PICTURE=1 npm run test:e2e` renews docs/images/. */
import { copyFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { because, noWorkspace, startBot } from './bot.ts';
import { noBrowser, openBrowser } from './chromium.ts';
import { enterNewsroom } from './newsroom.ts';

const reason = noWorkspace ?? noBrowser;
const { PICTURE } = process.env;

describe.skipIf(reason)(`the picture in the README${because(reason)}`, () => {
  test('shows an answer with its source, an honest admission, and a follow-up in a thread', async () => {
    const browser = await openBrowser();
    const bot = await startBot();
    try {
      const newsroom = await enterNewsroom(browser, bot.url);
      await newsroom.page.setViewportSize({ width: 1200, height: 840 });
      await newsroom.say('/syria how many US troops are still in Syria?');
      const answer = newsroom.message('1,000');
      await answer.waitFor();
      await newsroom.say('/syria which country are the withdrawn troops being moved to?');
      await newsroom.message('only visible to you').waitFor();
      await newsroom.openThread(answer);
      await newsroom.reply('and in 2019?');
      await newsroom.threadMessage('2,000').waitFor();
      await newsroom.picture('answer');
    } finally {
      await browser.close();
      await bot.remove();
    }
    expect((await stat('test-results/answer.png')).size).toBeLessThan(300_000);
    if (PICTURE !== undefined) await copyFile('test-results/answer.png', 'docs/images/answer.png');
  });
});
