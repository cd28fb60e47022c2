import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { because, noWorkspace, type RunningBot, startBot } from './bot.ts';

let bot: RunningBot | undefined;
afterEach(() => bot?.remove());

async function isServed(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Returns once the address answers no more; the test's own time limit is the only one. */
async function untilGone(url: string): Promise<void> {
  while (await isServed(url)) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.skipIf(noWorkspace)(`started without credentials${because(noWorkspace)}`, () => {
  test('it says where its page is and gives three questions to try', async () => {
    bot = await startBot();
    expect(await isServed(bot.url)).toBe(true);
    expect(bot.printed().match(/^ {4}\/syria .+$/gm)).toHaveLength(3);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the bot with 0, and the workspace with it',
    async (signal) => {
      bot = await startBot();
      expect(await bot.end(signal)).toBe(0);
      expect(await isServed(bot.url)).toBe(false);
    },
  );

  test('killed without a chance to tidy up, it leaves no workspace behind', async () => {
    bot = await startBot();
    expect(await bot.end('SIGKILL')).toBe(null);
    await untilGone(bot.url);
  });

  test('when the workspace dies, the bot says so and ends as a failure', async () => {
    bot = await startBot();
    const [server] = readFileSync(`/proc/${bot.pid}/task/${bot.pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(server), 'SIGKILL');
    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toContain('The server of the local workspace ended (signal SIGKILL)');
  });

  test('two run side by side, each with a workspace of its own', async () => {
    bot = await startBot();
    const other = await startBot();
    expect(other.url).not.toBe(bot.url);
    await other.remove();
    expect(await isServed(bot.url)).toBe(true);
  });
});
