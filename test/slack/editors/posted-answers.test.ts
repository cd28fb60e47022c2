/** An answer that was posted follows its facts: it says what is true now, and what it said before. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FactDraft, factToDraft } from '../../../src/facts/fact-draft.ts';
import { EDITOR, type EditedBot, startEditedBot } from '../../support/editors.ts';
import { BOT_USER } from '../../support/slack-api.ts';
import { buttonIn, CHANNEL, READER } from '../../support/slack-bot.ts';
import { problemsOf, type Sendable } from '../../support/validate-blocks.ts';

let bot: EditedBot;
beforeEach(async () => {
  bot = await startEditedBot();
});
afterEach(() => bot.close());

const updates = () => bot.api.sent('chat.update');
const posts = () => bot.api.sent('chat.postMessage');

async function edit(id: string, change: Partial<FactDraft>): Promise<void> {
  const opened = bot.base.open(id);
  if (opened === undefined) throw new Error(`no fact ${id}`);
  const draft = { ...factToDraft(opened.fact), ...change };
  const by = { user: EDITOR, why: 'Corrected', expectedVersion: opened.version };
  expect((await bot.base.edit({ kind: 'change', id, draft }, by)).kind).toBe('saved');
  await bot.settle();
}

const cracks = (count: number) => ({
  statement: `The inspection in March 2025 found ${count} cracks in the supports of the Skarne Bridge, NCA reports.`,
});

async function ask(text = 'how many cracks are there in the bridge?'): Promise<void> {
  await bot.command(text);
  await bot.settle();
}

test('the answer in the channel is corrected, above it what it said, and the rest as before', async () => {
  await ask();
  await edit('cracks-found', cracks(15));
  const [update] = updates();
  expect(update).toMatchObject({ channel: CHANNEL });
  expect(update?.['ts']).toMatch(/^17000000\d+\.000100$/);
  expect(problemsOf(update as unknown as Sendable)).toEqual([]);
  const text = String(update?.['text']);
  expect(text).toMatch(/^\*Updated \w+ \d+, \d{4}\*: was “[^”]*14 cracks[^”]*”, now “[^”]*15 cracks/);
  expect(text).toContain(`<@${READER}> asked: how many cracks`);
  // The buttons go on working, and speak of the same fact.
  expect(buttonIn(update, '👎').value).toContain('cracks-found');
});

test('an answer in a thread is corrected there', async () => {
  await bot.event('app_mention', { text: `<@${BOT_USER}> how many cracks are there in the bridge?` });
  await bot.settle();
  await edit('cracks-found', cracks(15));
  expect(updates()).toHaveLength(1);
  // The question stands right above it.
  expect(updates()[0]?.['text']).not.toContain('asked:');
});

test('a change in the files is followed as well', async () => {
  await ask();
  await bot.rewrite('closure', (text) => text.replace('found 14 cracks', 'found 16 cracks'));
  await bot.settle();
  expect(updates()[0]?.['text']).toContain('16 cracks');
});

test('each message is updated once for a change, and again for the next one', async () => {
  await ask();
  await edit('cracks-found', cracks(15));
  await bot.base.refresh();
  await bot.settle();
  expect(updates()).toHaveLength(1);
  await edit('cracks-found', cracks(16));
  expect(updates()).toHaveLength(2);
  expect(updates()[1]?.['text']).toMatch(/was “[^”]*15 cracks/);
  expect(updates()[1]?.['text']).not.toContain('14 cracks');
});

test('a message with two changed facts is updated once, with a line for each', async () => {
  await ask('What happened between the inspection and the closure?');
  await bot.rewrite('closure', (text) =>
    text
      .replace('found 14 cracks', 'found 16 cracks')
      .replace('more than 12 tonnes have', 'more than 13 tonnes have'),
  );
  await bot.settle();
  expect(updates()).toHaveLength(1);
  expect(String(updates()[0]?.['text']).match(/Updated/g)).toHaveLength(2);
});

test('a change that no reader would notice updates nothing', async () => {
  await ask();
  await edit('cracks-found', { asks: [...(bot.base.open('cracks-found')?.fact.asks ?? []), 'cracks?'] });
  expect(updates()).toEqual([]);
});

test('an answer whose fact is retired says that it is no longer given', async () => {
  await ask();
  const expectedVersion = bot.base.open('cracks-found')?.version ?? '';
  await bot.base.edit(
    { kind: 'retire', id: 'cracks-found', on: '2025-10-01', why: 'Withdrawn.' },
    { user: EDITOR, why: 'Withdrawn.', expectedVersion },
  );
  await bot.settle();
  expect(problemsOf(updates()[0] as unknown as Sendable)).toEqual([]);
  expect(updates()[0]?.['text']).toContain('This is no longer given as an answer.');
});

test('many messages are updated one after the other, at a pace Slack allows, the newest first', async () => {
  for (let count = 0; count < 4; count += 1) {
    await ask();
    bot.pass(1000);
  }
  await edit('cracks-found', cracks(15));
  const order = updates().map(({ ts }) => String(ts));
  expect(order).toHaveLength(4);
  expect(order).toEqual([...order].sort().reverse());
  expect(bot.waits.filter((ms) => ms >= 1000 && ms < 2000)).toHaveLength(4);
});

test('one that cannot be updated is logged, and the others are', async () => {
  await ask();
  await ask();
  bot.api.fail('chat.update', 'message_not_found');
  await edit('cracks-found', cracks(15));
  expect(updates()).toHaveLength(2);
  expect(bot.log.find(({ fields }) => fields['error'] === 'message_not_found')?.level).toBe('warn');
});

test('Slack’s own pace is kept: a call that is too early is made again after the time it names', async () => {
  await ask();
  bot.api.fail('chat.update', { status: 429, headers: { 'retry-after': '7' } });
  await edit('cracks-found', cracks(15));
  expect(bot.waits).toContain(7000);
  expect(updates()).toHaveLength(2);
});

test('what only one person saw is not touched', async () => {
  await ask('me how many cracks are there in the bridge?');
  await edit('cracks-found', cracks(15));
  expect(updates()).toEqual([]);
});

test('an answer that cannot be remembered is given all the same', async () => {
  bot.api.always('auth.test', 'internal_error');
  await ask();
  expect(posts()).toHaveLength(1);
  expect(bot.log.map(({ message }) => message).join()).toContain('will not follow changes');
});

test('a bot that was stopped updates nothing more', async () => {
  await ask();
  await bot.app.stop();
  const opened = bot.base.open('cracks-found');
  await bot.rewrite('closure', (text) => text.replace('found 14 cracks', 'found 16 cracks'));
  expect(bot.base.open('cracks-found')?.version).not.toBe(opened?.version);
  expect(updates()).toEqual([]);
});

test.each([
  [0, 0, 0],
  [2, 1, 1],
  [2, 3, 0],
])('with a setting of %i days, an answer of %i days ago gets %i updates', async (setting, days, count) => {
  let now = Date.UTC(2026, 2, 1);
  await bot.close();
  bot = await startEditedBot({ correctionDays: setting, clock: () => now });
  await ask();
  now += days * 24 * 60 * 60 * 1000;
  await edit('cracks-found', cracks(15));
  expect(updates()).toHaveLength(count);
});
