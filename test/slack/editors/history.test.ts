/** Who changed a fact when, from what to what, and why; and the way back from there. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { factToDraft } from '../../../src/facts/fact-draft.ts';
import { EDITOR, type EditedBot, OTHER_EDITOR, startEditedBot } from '../../support/editors.ts';
import { buttonIn } from '../../support/slack-bot.ts';
import { problemsOf, type Sendable } from '../../support/validate-blocks.ts';

let bot: EditedBot;
beforeEach(async () => {
  bot = await startEditedBot();
});
afterEach(() => bot.close());

const responses = () => bot.api.sent('response_url');

/** Sets a fact's note as an editor does. */
async function note(id: string, text: string, why: string, user = EDITOR): Promise<void> {
  const opened = bot.base.open(id);
  if (opened === undefined) throw new Error(`no fact ${id}`);
  const draft = { ...factToDraft(opened.fact), note: text };
  const outcome = await bot.base.edit(
    { kind: 'change', id, draft },
    { user, why, expectedVersion: opened.version },
  );
  expect(outcome.kind).toBe('saved');
}

async function history(text: string) {
  await bot.command(text, undefined, EDITOR);
  await bot.settle();
  return responses().at(-1);
}

test('the changes of a fact are listed, the newest first, for the editor alone', async () => {
  await note('cracks-found', 'Provisional.', 'The agency checks the number.');
  await bot.rewrite('closure', (text) => text.replace('headline: 14 cracks', 'headline: Fourteen cracks'));
  await note('cracks-found', 'Final.', 'Checked.', OTHER_EDITOR);
  const shown = await history('history cracks-found');
  expect(shown).toMatchObject({ response_type: 'ephemeral' });
  expect(problemsOf(shown as unknown as Sendable)).toEqual([]);
  const text = JSON.stringify(shown?.['blocks']);
  const order = ['Checked.', 'in the files', 'The agency checks the number.'];
  expect(order.map((part) => text.indexOf(part))).toEqual(
    order.map((part) => text.indexOf(part)).sort((a, b) => a - b),
  );
  for (const part of [
    ...order,
    `<@${EDITOR}>`,
    `<@${OTHER_EDITOR}>`,
    'Provisional.',
    'Fourteen cracks',
    ' UTC',
  ])
    expect(text).toContain(part);
});

test('a change is undone from there, with the same checks', async () => {
  await note('cracks-found', 'Provisional.', 'Caveat');
  const before = await history('history how many cracks are there in the bridge?');
  await bot.press({ ...buttonIn(before, 'Undo'), user: EDITOR, isPrivate: true });
  await bot.settle();
  expect(bot.base.open('cracks-found')?.fact).not.toHaveProperty('note');
  // Pressed once more, later: the fact is no longer what that change made of it.
  bot.pass(60_000);
  await bot.press({ ...buttonIn(before, 'Undo'), user: EDITOR, isPrivate: true });
  await bot.settle();
  expect(bot.api.sent('chat.postMessage').at(-1)?.['text']).toContain('changed again since');
});

test('an undo that the checks refuse says why, and changes nothing', async () => {
  await bot.rewrite('closure', (text) => text.replace('headline: 14 cracks', 'headline: Fourteen cracks'));
  const shown = await history('history cracks-found');
  await bot.rewrite('jobs', (text) => text.replace(/status: \w+/, 'status: sure'));
  await bot.press({ ...buttonIn(shown, 'Undo'), user: EDITOR, isPrivate: true });
  await bot.settle();
  expect(bot.api.sent('chat.postMessage').at(-1)?.['text']).toMatch(/topics\/jobs\.yml:\d+:\d+/);
  expect(await bot.file('closure')).toContain('Fourteen cracks');
});

test('a fact that nobody changed says so', async () => {
  expect((await history('history cracks-found'))?.['text']).toContain('Nobody has changed');
});

test('among several facts the editor chooses', async () => {
  await note('ferries-now', 'Provisional.', 'Caveat');
  const choice = await history('history ferries then and now');
  expect(problemsOf(choice as unknown as Sendable)).toEqual([]);
  const value = /"(\{[^}]*ferries-now[^}]*\})"/.exec(JSON.stringify(choice).replaceAll('\\', ''))?.[1] ?? '';
  await bot.press({ actionId: 'history:1', value, user: EDITOR, isPrivate: true });
  await bot.settle();
  expect(responses().at(-1)?.['text']).toContain('Provisional.');
});

test('a long history is shown in pages that Slack takes, the newest changes first', async () => {
  const { fact, topic } = bot.base.open('cracks-found') ?? expect.fail('no such fact');
  for (let count = 1; count <= 22; count += 1) {
    const after = { topic, fact: { ...fact, note: `Note ${count}.` } };
    const change = {
      factId: fact.id,
      at: count,
      who: EDITOR,
      why: `Reason ${count}.`,
      before: undefined,
      after,
    };
    await bot.database.history.complete((await bot.database.history.begin(change)) ?? '');
  }
  await history('history cracks-found');
  expect(responses().length).toBeGreaterThan(1);
  for (const page of responses()) expect(problemsOf(page as unknown as Sendable)).toEqual([]);
  expect(JSON.stringify(responses()[0])).toContain('Reason 22.');
});

test.each(['history of the bridge', 'history lessons', 'history'])('“%s” is a question', async (text) => {
  await history(text);
  expect(bot.api.calls.length).toBeGreaterThan(0);
  expect(JSON.stringify(bot.api.calls)).not.toContain('Nobody has changed');
});

test('delivered twice it is shown once', async () => {
  for (const _ of [1, 2]) await bot.command('history cracks-found', 'same', EDITOR);
  await bot.settle();
  expect(responses()).toHaveLength(1);
});

test('somebody who is no editor asks a question, and sees no history by a forged button', async () => {
  await note('cracks-found', 'Provisional.', 'A secret reason.');
  await bot.command('history how many cracks are there?');
  await bot.press({ actionId: 'history:0', value: '{"id":"cracks-found"}' });
  await bot.command('history cracks-found');
  await bot.settle();
  const said = JSON.stringify(bot.api.calls);
  expect(said).not.toContain('A secret reason.');
  expect(said).toContain('Only the editors');
});
