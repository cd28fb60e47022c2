/** An editor mends a number in the workspace, by hand, and a reader asks again. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { because, noWorkspace, type RunningBot, startBot } from './bot.ts';
import { noBrowser, openBrowser } from './chromium.ts';
import { enterNewsroom, seen } from './newsroom.ts';

const reason = noWorkspace ?? noBrowser;
const QUESTION = '/syria how many US troops are still in Syria?';

describe.skipIf(reason)(`an editor in the local workspace${because(reason)}`, () => {
  let around: string;
  let bot: RunningBot;
  let browser: Browser;

  beforeAll(async () => {
    around = await mkdtemp(join(tmpdir(), 'e2e-knowledge-'));
    await cp(new URL('../../knowledge', import.meta.url).pathname, around, { recursive: true });
    browser = await openBrowser();
    bot = await startBot(around);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.remove();
    await rm(around, { recursive: true, force: true });
  });

  test('mends a wrong number: the preview, the save, the answer that stands there, the next answer, the file', async () => {
    const newsroom = await enterNewsroom(browser, bot.url);
    const { page } = newsroom;
    const file = join(around, 'topics/presence.yml');
    const before = (await readFile(file, 'utf8')).split('\n');
    await newsroom.say(QUESTION);
    await newsroom.message('1,000').waitFor();

    await newsroom.become('Editor');
    await newsroom.say('/syria edit how many US troops are still in Syria?');
    const modal = page.locator('.modal');
    const field = (label: string) => modal.locator('.bk-input', { hasText: label }).locator('input').first();
    await modal.waitFor();
    const statement = await field('Statement').inputValue();
    await field('Statement').fill(statement.replace('1,000', '1,200'));
    await field('Why this change?').fill('The agency corrected the number.');
    await modal.getByText('See what changes').click();
    await modal.getByText('Nothing is saved yet').waitFor();
    const preview = await seen(modal);
    expect(preview).toContain('1,200');
    expect(preview).toMatch(/test questions? gets? another answer/);
    // What was not touched is not changed either.
    expect(preview).not.toMatch(/now: nothing/);
    await newsroom.picture('an-editor-looks-at-what-saving-changes');
    await modal.getByText('Save', { exact: true }).click();
    await modal.waitFor({ state: 'detached' });

    const corrected = newsroom.message(/Updated .*1,200/);
    await corrected.waitFor();
    await newsroom.become('Reader');
    await newsroom.say(QUESTION);
    await newsroom.message('1,200').nth(1).waitFor();
    await newsroom.picture('the-reader-asks-again');
    const after = (await readFile(file, 'utf8')).split('\n');
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, index) => line !== before[index]);
    expect(changed).toEqual([expect.stringContaining('1,200')]);
    await newsroom.close();
  });

  // The workspace's page sends no presses of buttons in modals; those are tested through signed HTTP.
  test('sees in the panel what people asked in vain, and who changed what', async () => {
    const question = 'Which barber cut the hair of the soldiers?';
    const newsroom = await enterNewsroom(browser, bot.url);
    await newsroom.mention(question);
    await newsroom.message(question).first().waitFor();
    await newsroom.openThread(newsroom.message(question).first());
    await newsroom.threadMessage('report').first().waitFor();

    await newsroom.become('Editor');
    await newsroom.say('/syria admin');
    const modal = newsroom.page.locator('.modal');
    await modal.getByText(question).first().waitFor();
    await newsroom.picture('the-editors-panel');
    const panel = await seen(modal);
    for (const part of [
      'asked once',
      'Add to a fact…',
      'Dismiss',
      'The agency corrected the number.',
      'Undo',
    ])
      expect(panel).toContain(part);
    await newsroom.close();
  });
});
