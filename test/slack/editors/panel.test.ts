/** What people asked in vain, what readers suggest and what is due: kept, shown to editors, and dealt with. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EDITOR, type EditedBot, startEditedBot } from '../../support/editors.ts';
import { BOT_USER } from '../../support/slack-api.ts';
import { buttonIn, CHANNEL, READER } from '../../support/slack-bot.ts';
import { problemsOfModal } from '../../support/validate-modal.ts';

type View = Record<string, unknown>;

let bot: EditedBot;
beforeEach(async () => {
  bot = await startEditedBot({ keepAskers: true });
});
afterEach(() => bot.close());

const UNANSWERED = 'Who painted the bridge?';
const gaps = () => bot.database.gaps.list();
const direct = (user: string) => bot.api.sent('chat.postMessage').filter(({ channel }) => channel === user);

async function ask(text: string): Promise<void> {
  await bot.command(text);
  await bot.settle();
}

async function panel(): Promise<View> {
  await bot.command('admin', undefined, EDITOR);
  await bot.settle();
  return bot.modal();
}

/** Presses a button in a modal. */
async function press(view: View, label: string, user = EDITOR): Promise<void> {
  const metadata = String(view['private_metadata']);
  await bot.press({ ...buttonIn(view, label), user, inHome: true, metadata });
  await bot.settle();
}

test('what the report does not say is kept; what it says, small talk and junk are not', async () => {
  await ask(UNANSWERED);
  await ask('How many cracks are there in the bridge?');
  await ask('hello there');
  await ask('asdf qwer');
  expect(await gaps()).toMatchObject([
    { question: UNANSWERED, kind: 'unknown', channel: CHANNEL, user: READER },
  ]);
});

test('who asked is kept only where the setting says so', async () => {
  await bot.close();
  bot = await startEditedBot();
  await ask(UNANSWERED);
  expect((await gaps())[0]).not.toHaveProperty('user');
});

test('a vote against an answer is kept with the facts it gave', async () => {
  await ask('How many cracks are there in the bridge?');
  const answer = bot.api.sent('chat.postMessage').at(-1);
  await bot.press(buttonIn(answer, '👎'));
  await bot.settle();
  expect(await gaps()).toMatchObject([{ kind: 'downvote', offered: ['cracks-found'] }]);
});

test('pressed again it is the same vote, and the editors see what was voted down', async () => {
  await ask('How many cracks are there in the bridge?');
  const answer = bot.api.sent('chat.postMessage').at(-1);
  for (let times = 0; times < 3; times += 1) {
    await bot.press(buttonIn(answer, '👎'));
    await bot.settle();
  }
  expect(await gaps()).toHaveLength(1);
  expect(JSON.stringify(await panel())).toContain('voted down once');
});

test('an editor sees the state, what is due and what was asked, in a modal that Slack takes', async () => {
  await ask(UNANSWERED);
  await ask('who painted the bridge');
  const view = await panel();
  expect(problemsOfModal(view)).toEqual([]);
  const text = JSON.stringify(view);
  for (const part of [/\d+ facts from one report/, /asked 2 times/, /Due for review/, /Changed last/])
    expect(text).toMatch(part);
});

test('it opens with what is at hand, since Slack does not wait, and is filled then', async () => {
  await ask(UNANSWERED);
  await panel();
  const [opened] = bot.api.sent('views.open').map(({ view }) => JSON.stringify(view));
  expect(opened).toContain('Reading what people asked');
  expect(opened).not.toContain(UNANSWERED);
  expect(bot.api.sent('views.update').map(({ view_id }) => view_id)).toEqual(['V0MODAL']);
  expect(JSON.stringify(bot.modal())).toContain(UNANSWERED);
});

describe('a long list has pages', () => {
  const shown = (view: View): number[] =>
    [...JSON.stringify(view).matchAll(/Who painted pier (\d+)\?/g)].map(([, number]) => Number(number));
  const distinct = (view: View): number => new Set(shown(view)).size;

  beforeEach(async () => {
    for (let index = 0; index < 20; index += 1) {
      const place = { team: 'T0TEAM', channel: 'C0PLACE', thread: '1.0' };
      const question = `Who painted pier ${index + 100}?`;
      await bot.database.gaps.record({ ...place, question, at: index, offered: [], kind: 'unknown' });
    }
  });

  test('that are turned, and kept when something is done on them', async () => {
    const first = await panel();
    expect(distinct(first)).toBe(8);
    expect(JSON.stringify(first)).toContain('1 to 8 of 20');
    await press(first, 'After ›');
    const second = bot.modal();
    expect(JSON.stringify(second)).toContain('9 to 16 of 20');
    expect(shown(first).some((number) => shown(second).includes(number))).toBe(false);
    await press(second, 'Dismiss');
    expect(JSON.stringify(bot.modal())).toContain('9 to 16 of 19');
    await press(bot.modal(), '‹ Before');
    expect(JSON.stringify(bot.modal())).toContain('1 to 8 of 19');
    expect(problemsOfModal(bot.modal())).toEqual([]);
  });

  test('the last of which is shown where a page is gone', async () => {
    const metadata = JSON.stringify({ due: 0, gaps: 99, suggestions: 0, changes: 0 });
    await bot.press({ actionId: 'page:1', value: metadata, user: EDITOR, inHome: true, metadata });
    await bot.settle();
    expect(JSON.stringify(bot.modal())).toContain('17 to 20 of 20');
  });

  test('that no reader turns', async () => {
    const view = await panel();
    const calls = bot.api.calls.length;
    await press(view, 'After ›', READER);
    expect(bot.api.calls.slice(calls).map(({ method }) => method)).toEqual(['chat.postMessage']);
    expect(JSON.stringify(direct(READER))).toContain('Only the editors');
  });
});

test('a change has its history and its undo beside it', async () => {
  await bot.base.refresh();
  await bot.rewrite('closure', (text) =>
    text.replaceAll('14 cracks', '15 cracks').replaceAll("'14'", "'15'"),
  );
  const view = await panel();
  await press(view, 'History');
  const history = bot.api.sent('views.push').at(-1)?.['view'] as View;
  expect(problemsOfModal(history)).toEqual([]);
  expect(JSON.stringify(history)).toContain('15 cracks');
  await press(view, 'Undo');
  expect(bot.base.open('cracks-found')?.fact.statement).toContain('14 cracks');
  expect(JSON.stringify(bot.modal())).toContain('Undone');
});

test('nobody else does', async () => {
  await bot.command('admin');
  await bot.settle();
  expect(bot.api.sent('views.open')).toEqual([]);
  expect(JSON.stringify(bot.api.sent('response_url'))).toContain('Only the editors');
});

test('a dismissed question is gone, and a reader who forges the press dismisses nothing', async () => {
  await ask(UNANSWERED);
  const view = await panel();
  await press(view, 'Dismiss', READER);
  expect(await gaps()).toHaveLength(1);
  await press(view, 'Dismiss');
  expect(await gaps()).toEqual([]);
});

describe('a press or a form that somebody forged', () => {
  const refs = async () => {
    const [gap] = await gaps();
    return JSON.stringify({ g: [gap?.id], q: UNANSWERED });
  };
  const suggested = { text: 'It is 15.', question: '', factIds: ['cracks-found'], at: 1, user: READER };

  test.each(['gap-new:0', 'gap-add:0', 'gap-dismiss:0'])(
    '%s, by a reader, does nothing',
    async (actionId) => {
      await ask(UNANSWERED);
      await bot.press({ actionId, value: await refs() });
      await bot.settle();
      expect(bot.api.calls.filter(({ method }) => method.startsWith('views.'))).toEqual([]);
      expect(JSON.stringify(bot.api.sent('response_url').at(-1))).toContain('Only the editors');
      expect(await gaps()).toHaveLength(1);
    },
  );

  test('a suggestion is closed by no reader', async () => {
    await bot.database.suggestions.record(suggested);
    const [kept] = await bot.database.suggestions.list();
    await bot.press({ actionId: 'suggestion-done:0', value: JSON.stringify({ suggestion: kept?.id }) });
    await bot.settle();
    expect(await bot.database.suggestions.list()).toHaveLength(1);
    expect(JSON.stringify(bot.api.sent('response_url').at(-1))).toContain('Only the editors');
  });

  test('the form that adds a question to a fact opens no fact for a reader', async () => {
    await ask(UNANSWERED);
    await press(await panel(), 'Add to a fact…');
    const view = bot.modal();
    const answer = await bot.submit({ view, entered: { fact: 'bridge-history' }, user: READER });
    expect(JSON.stringify(answer)).toContain('Only the editors');
    expect(JSON.stringify(answer)).not.toContain('1971');
  });

  test.each(['gap-new:0', 'gap-add:0', 'gap-dismiss:0', 'suggestion-done:0'])(
    '%s with a value that no version wrote is answered, and changes nothing',
    async (actionId) => {
      await ask(UNANSWERED);
      await bot.database.suggestions.record(suggested);
      for (const value of ['', 'x', '{}', '[]', '{"g":"all"}', '{"suggestion":7}']) {
        await bot.press({ actionId, value, user: EDITOR });
        await bot.settle();
        expect(JSON.stringify(bot.api.sent('response_url').at(-1))).toContain('older version');
      }
      expect(await gaps()).toHaveLength(1);
      expect(await bot.database.suggestions.list()).toHaveLength(1);
    },
  );

  test('ids that there are not do no harm', async () => {
    await ask(UNANSWERED);
    const missing = JSON.stringify({ g: ['no-such-gap'], q: UNANSWERED });
    await bot.press({ actionId: 'gap-dismiss:0', value: missing, user: EDITOR });
    await bot.press({ actionId: 'suggestion-done:0', value: '{"suggestion":"none"}', user: EDITOR });
    await bot.settle();
    expect(await gaps()).toHaveLength(1);
  });
});

test('a question is added to a fact; then it has an answer, and whoever asked hears of it', async () => {
  await ask(UNANSWERED);
  await press(await panel(), 'Add to a fact…');
  const asking = bot.modal();
  expect(problemsOfModal(asking)).toEqual([]);
  const entered = (text: string) => bot.submit({ view: asking, entered: { fact: text }, user: EDITOR });
  expect(await entered('no-such-fact-at-all')).toMatchObject({ response_action: 'errors' });
  const form = (await entered('bridge-history'))?.['view'] as View;
  expect(JSON.stringify(form)).toContain(UNANSWERED);
  const why = { why: 'People ask for it.' };
  const preview = (await bot.submit({ view: form, entered: why, user: EDITOR }))?.['view'] as View;
  expect(await bot.submit({ view: preview, entered: why, user: EDITOR })).toEqual({
    response_action: 'clear',
  });
  await bot.settle();
  expect(await gaps()).toEqual([]);
  expect(JSON.stringify(direct(READER))).toContain(`There is an answer now to “${UNANSWERED}”`);
});

test('whoever asked the same hears of it too, however many they are', async () => {
  for (let asker = 0; asker < 50; asker += 1) {
    const place = { team: 'T0TEAM', channel: `C0PLACE${asker}`, thread: '1.0' };
    await bot.database.gaps.record({ ...place, question: UNANSWERED, at: 1, offered: [], kind: 'unknown' });
  }
  await press(await panel(), 'Add to a fact…');
  const view = bot.modal();
  const form = (await bot.submit({ view, entered: { fact: 'bridge-history' }, user: EDITOR }))?.[
    'view'
  ] as View;
  const why = { why: 'People ask for it.' };
  const preview = (await bot.submit({ view: form, entered: why, user: EDITOR }))?.['view'] as View;
  await bot.submit({ view: preview, entered: why, user: EDITOR });
  await bot.settle();
  const told = bot.api.sent('chat.postMessage').filter(({ text }) => String(text).includes('an answer now'));
  expect(new Set(told.map(({ channel }) => channel)).size).toBe(50);
});

test('what was told in a thread is part of it: who asks on is understood', async () => {
  await bot.event('app_mention', { text: `<@${BOT_USER}> ${UNANSWERED}`, ts: '1600.1' });
  await bot.settle();
  await press(await panel(), 'Add to a fact…');
  const view = bot.modal();
  const why = { why: 'People ask for it.' };
  const next = async (shown: View, entered: Record<string, string>): Promise<View> =>
    (await bot.submit({ view: shown, entered, user: EDITOR }))?.['view'] as View;
  await next(await next(await next(view, { fact: 'bridge-history' }), why), why);
  await bot.settle();
  const texts = () => bot.api.sent('chat.postMessage').filter(({ thread_ts }) => thread_ts === '1600.1');
  expect(JSON.stringify(texts())).toContain('There is an answer now');
  const before = texts().length;
  await bot.event('message', { text: 'and how many cars crossed it?', thread_ts: '1600.1', ts: '1600.9' });
  await bot.settle();
  expect(JSON.stringify(texts().slice(before))).toContain('23,000');
});

test('all the ways in which people put it are offered', async () => {
  await ask(UNANSWERED);
  await ask('Which painter painted the bridge?');
  await ask('who was it that painted the bridge');
  await press(await panel(), 'Write a fact…');
  const form = JSON.stringify(bot.modal());
  for (const wording of [UNANSWERED, 'who was it that painted the bridge']) expect(form).toContain(wording);
});

test('a question begins a new fact', async () => {
  await ask(UNANSWERED);
  await press(await panel(), 'Write a fact…');
  const form = bot.modal();
  expect(problemsOfModal(form)).toEqual([]);
  expect(JSON.stringify(form)).toContain(UNANSWERED);
});

test('a reader suggests a correction, and the editors see it until one has dealt with it', async () => {
  await ask('How many cracks are there in the bridge?');
  await bot.press(buttonIn(bot.api.sent('chat.postMessage').at(-1), '👎'));
  await bot.settle();
  await bot.press({
    ...buttonIn(bot.api.sent('response_url').at(-1), 'Suggest a correction'),
    isPrivate: true,
  });
  await bot.settle();
  const form = bot.modal();
  expect(problemsOfModal(form)).toEqual([]);
  const shown = await bot.submit({ view: form, entered: { text: 'It is 15, see page 3.' }, user: READER });
  expect(JSON.stringify(shown)).toContain('Thank you');
  const view = await panel();
  for (const part of ['It is 15, see page 3.', `<@${READER}>`, 'cracks-found'])
    expect(JSON.stringify(view)).toContain(part);
  await press(view, 'Done');
  expect(await bot.database.suggestions.list()).toEqual([]);
});

test('what is due is said to every editor at the start of a week, once', async () => {
  await bot.close();
  bot = await startEditedBot({ clock: () => Date.parse('2026-01-05T12:00:00Z') });
  await bot.settle();
  const due = direct(EDITOR).filter(({ text }) => String(text).includes('due for review'));
  expect(due).toHaveLength(1);
  expect(JSON.stringify(due)).toContain('union-strike-called');
  // Any other process, and the same one after a restart, finds it said; the next week it is said again.
  expect(await bot.database.reminders.claim('due:2923', 0)).toBe(false);
  expect(await bot.database.reminders.claim('due:2924', 0)).toBe(true);
});

test('an answer whose fact is due says so, and one whose fact is not does not', async () => {
  await bot.close();
  bot = await startEditedBot({ clock: () => Date.parse('2026-01-05T12:00:00Z') });
  await ask('When is the strike?');
  expect(JSON.stringify(bot.api.sent('chat.postMessage').at(-1))).toContain(
    'Due for review since Oct 2, 2025',
  );
  await ask('How many cracks are there in the bridge?');
  expect(JSON.stringify(bot.api.sent('chat.postMessage').at(-1))).not.toContain('Due for review');
});
