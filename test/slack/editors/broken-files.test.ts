/** Files that cannot be used are told to the editors once, and so is their mending. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EDITOR, type EditedBot, OTHER_EDITOR, startEditedBot } from '../../support/editors.ts';
import { CHANNEL } from '../../support/slack-bot.ts';
import { problemsOf, type Sendable } from '../../support/validate-blocks.ts';

let bot: EditedBot;
beforeEach(async () => {
  bot = await startEditedBot();
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');

async function breakFiles(how = 'sure'): Promise<void> {
  await bot.rewrite('jobs', (text) => text.replace(/status: \w+/, `status: ${how}`));
  await bot.settle();
}

test('each editor gets one direct message, with file, line, column and the mend', async () => {
  await breakFiles();
  expect(posts().map(({ channel }) => channel)).toEqual([EDITOR, OTHER_EDITOR]);
  const [told] = posts();
  expect(problemsOf(told as unknown as Sendable)).toEqual([]);
  expect(told?.['text']).toContain('The last good base stays in service');
  expect(told?.['text']).toMatch(/topics\/jobs\.yml:\d+:\d+ .*sure.*reported/);
});

test('while they stay broken there is no second message, and questions are answered', async () => {
  await breakFiles();
  await breakFiles('certain');
  expect(posts()).toHaveLength(2);
  await bot.command('how many cracks are there in the bridge?');
  await bot.settle();
  expect(posts()[2]).toMatchObject({ channel: CHANNEL });
});

test('when they are mended each editor hears that, once', async () => {
  await breakFiles();
  await breakFiles('reported');
  await bot.base.refresh();
  await bot.settle();
  expect(posts().slice(2)).toMatchObject([
    { channel: EDITOR, text: expect.stringContaining('mended') },
    { channel: OTHER_EDITOR, text: expect.stringContaining('mended') },
  ]);
  expect(posts()).toHaveLength(4);
});

test('an editor who cannot be reached does not keep the others from hearing', async () => {
  bot.api.fail('chat.postMessage', 'user_disabled');
  await breakFiles();
  expect(posts()).toHaveLength(2);
});

test('many problems come in one message that Slack takes, and the rest is counted', async () => {
  await bot.rewrite('closure', (text) =>
    text.replaceAll(/status: \w+/g, 'status: sure').replaceAll(/asOf: \S+/g, 'asOf: never'),
  );
  await bot.settle();
  expect(posts()).toHaveLength(2);
  expect(problemsOf(posts()[0] as unknown as Sendable)).toEqual([]);
  expect(posts()[0]?.['text']).toMatch(/and \d+ more$/);
});

test('of two bots with one database and one folder, one tells', async () => {
  await bot.close();
  // The other one was first to claim the event.
  bot = await startEditedBot({ deliveries: { claim: async (key) => !key.startsWith('press:broken:') } });
  await breakFiles();
  expect(posts()).toEqual([]);
});
