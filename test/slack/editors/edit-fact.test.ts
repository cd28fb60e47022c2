/** An editor mends a fact in Slack: found, opened, checked, looked at, saved, undone; and nobody else does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EDITOR, type EditedBot, OTHER_EDITOR, startEditedBot } from '../../support/editors.ts';
import { buttonIn, READER } from '../../support/slack-bot.ts';
import { problemsOf, type Sendable } from '../../support/validate-blocks.ts';
import { problemsOfModal } from '../../support/validate-modal.ts';

type View = Record<string, unknown>;

let bot: EditedBot;
beforeEach(async () => {
  bot = await startEditedBot();
});
afterEach(() => bot.close());

const responses = () => bot.api.sent('response_url');
const direct = () => bot.api.sent('chat.postMessage').filter(({ channel }) => channel === EDITOR);
const statementOf = (id: string) => bot.base.open(id)?.fact.statement;

/** Types the command as an editor and returns the form that opens. */
async function open(text: string, user = EDITOR): Promise<View> {
  await bot.command(text, undefined, user);
  await bot.settle();
  return bot.modal();
}

const submit = (view: View, entered: Readonly<Record<string, string>> = {}, user = EDITOR) =>
  bot.submit({ view, entered, user });

/** What a submission shows in the place of the form. */
async function next(view: View, entered: Readonly<Record<string, string>> = {}): Promise<View> {
  const answer = await submit(view, entered);
  expect(answer).toMatchObject({ response_action: 'update' });
  return answer?.['view'] as View;
}

/** Looks at the preview and saves. */
async function save(view: View, entered: Readonly<Record<string, string>>): Promise<void> {
  const preview = await next(view, entered);
  expect(await submit(preview, entered)).toEqual({ response_action: 'clear' });
  await bot.settle();
}

const fifteen = {
  statement:
    'The decision to close the Skarne Bridge follows an inspection in March 2025 that found 15 cracks in the supports of its central span, NCA reports.',
  why: 'The agency corrected the number.',
};

describe('an editor finds a fact', () => {
  test('by its id, and gets it in a form that Slack takes, filled in', async () => {
    const form = await open('edit cracks-found');
    expect(problemsOfModal(form)).toEqual([]);
    const text = JSON.stringify(form);
    expect(text).toContain('found 14 cracks in the supports');
    expect(text).toContain('"initial_date":"2025-09-18"');
    expect(text).toContain('How many cracks are there in the bridge?');
    // Entities stand there by the names that people know.
    expect(text).toContain('Skarne Bridge\\n');
    expect(bot.api.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  test('by the question that it answers', async () => {
    expect(JSON.stringify(await open('edit how many cracks are there in the bridge?'))).toContain(
      '14 cracks',
    );
  });

  test('among several, by choosing', async () => {
    await bot.command('edit ferries then and now', undefined, EDITOR);
    await bot.settle();
    expect(bot.api.sent('views.open')).toEqual([]);
    const choice = responses()[0];
    expect(choice).toMatchObject({ response_type: 'ephemeral' });
    expect(problemsOf(choice as unknown as Sendable)).toEqual([]);
    await bot.press({ ...buttonIn(choice, 'Edit'), user: EDITOR, isPrivate: true });
    await bot.settle();
    expect(bot.modal()).toMatchObject({ type: 'modal' });
  });

  test('from the reason under an answer', async () => {
    await bot.command('how many cracks are there in the bridge?');
    await bot.settle();
    const why = buttonIn(bot.api.sent('chat.postMessage')[0], 'Why this');
    await bot.press({ ...why, user: EDITOR });
    await bot.settle();
    await bot.press({ ...buttonIn(responses()[0], 'Edit this fact'), user: EDITOR, isPrivate: true });
    await bot.settle();
    expect(JSON.stringify(bot.modal())).toContain('14 cracks');
  });

  test.each(['edit wars on the wiki', 'edition of the gazette', 'add value', 'edit'])(
    'but “%s” is a question',
    async (text) => {
      await bot.command(text, undefined, EDITOR);
      await bot.settle();
      expect(bot.api.sent('views.open')).toEqual([]);
      expect(responses()).toHaveLength(1);
    },
  );

  test('and is told when Slack did not wait for the form', async () => {
    bot.api.always('views.open', 'expired_trigger_id');
    await bot.command('edit cracks-found', 'once', EDITOR);
    await bot.settle();
    expect(responses()[0]?.['text']).toContain('three seconds');
    // The same command delivered again has no trigger left, and nothing to say.
    await bot.command('edit cracks-found', 'once', EDITOR);
    await bot.settle();
    expect(responses()).toHaveLength(1);
  });

  test('while the database is away, since the form needs none', async () => {
    await bot.database.close();
    expect(await open('edit cracks-found')).toMatchObject({ type: 'modal' });
  });
});

describe('a wrong number is mended', () => {
  test('first it is shown what saving changes, then it is saved, and the next reader gets it', async () => {
    const before = await bot.file('closure');
    const preview = await next(await open('edit cracks-found'), fifteen);
    expect(problemsOfModal(preview)).toEqual([]);
    const text = JSON.stringify(preview);
    expect(text).toContain('Nothing is saved yet');
    expect(text).toContain('14 cracks');
    expect(text).toContain('15 cracks');
    expect(text).toContain('1 of 3 test questions gets another answer.');
    expect(await bot.file('closure')).toBe(before);

    expect(await submit(preview, fifteen)).toEqual({ response_action: 'clear' });
    await bot.settle();
    const after = await bot.file('closure');
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
    // The short answers and the headline follow the statement.
    expect(changed.map((line) => line.trim().slice(0, 24))).toEqual([
      'statement: The decision ',
      'headline: 15 cracks',
      '- { kind: how-many, valu',
      '- { kind: what, value: 1',
    ]);
    await bot.command('how many cracks are there in the bridge?');
    await bot.settle();
    expect(bot.api.sent('chat.postMessage').at(-1)?.['text']).toContain('15 cracks');
  });

  test('what else says the old number is named', async () => {
    const shown = await next(await open('edit bridge-history'), {
      statement:
        'The Skarne Bridge was opened in 1972 and carries about 23,000 cars a day, according to NCA.',
      why: 'The agency corrected the year.',
    });
    expect(JSON.stringify(shown)).toContain('“1971” also stands in: first-ferry');
  });

  test('the editor is told in private, and takes it back with a press', async () => {
    const before = await bot.file('closure');
    await save(await open('edit cracks-found'), fifteen);
    const [told] = direct();
    expect(problemsOf(told as unknown as Sendable)).toEqual([]);
    expect(told?.['text']).toContain('Saved');
    await bot.press({ ...buttonIn(told, 'Undo'), user: EDITOR });
    await bot.settle();
    expect(await bot.file('closure')).toBe(before);
    expect(direct()[1]?.['text']).toContain('Undone');
    const [undone, saved] = await bot.database.history.of('cracks-found');
    expect(saved).toMatchObject({ who: EDITOR, why: fifteen.why });
    expect(undone).toMatchObject({ who: EDITOR, why: 'Undone' });
  });

  test('an undo of what changed again since is not done', async () => {
    await save(await open('edit cracks-found'), fifteen);
    await save(await open('edit cracks-found'), { note: 'Counted twice.', why: 'Caveat' });
    await bot.press({ ...buttonIn(direct()[0], 'Undo'), user: EDITOR });
    await bot.settle();
    expect(statementOf('cracks-found')).toContain('15 cracks');
    expect(responses().at(-1)?.['text'] ?? direct().at(-1)?.['text']).toContain('changed again since');
  });

  test('whatever is typed after the preview is previewed before it is saved', async () => {
    const preview = await next(await open('edit cracks-found'), fifteen);
    const more = { ...fifteen, note: 'Counted twice.' };
    const second = await next(preview, more);
    expect(JSON.stringify(second)).toContain('Counted twice.');
    expect(statementOf('cracks-found')).toContain('14 cracks');
    expect(await submit(second, more)).toEqual({ response_action: 'clear' });
    expect(bot.base.open('cracks-found')?.fact.note).toBe('Counted twice.');
  });

  test('a short answer that the new statement no longer holds is named before it is taken out', async () => {
    const statement = 'An inspection in March 2025 found that the Skarne Bridge is damaged, NCA reports.';
    const preview = await next(await open('edit cracks-found'), { statement, why: 'No number any more.' });
    expect(JSON.stringify(preview)).toContain('are taken out: “14”');
  });

  test('a form in which nothing was changed has nothing to save', async () => {
    const shown = await next(await open('edit cracks-found'), { why: 'Looked at it.' });
    expect(JSON.stringify(shown)).toContain('nothing to save');
  });

  test('optional fields can be emptied', async () => {
    await save(await open('edit bridge-closes'), { when: '', reviewBy: '', why: 'Not known after all.' });
    expect(bot.base.open('bridge-closes')?.fact).not.toHaveProperty('reviewBy');
    expect(bot.base.open('bridge-closes')?.fact).not.toHaveProperty('when');
  });
});

describe('what is wrong is said at the field', () => {
  test.each([
    ['paragraph', '99', 'paragraph'],
    ['when', 'soon', 'date'],
    ['reviewBy', '2026-02-31', 'calendar'],
    ['about', 'Skarne Brigde', 'skarne-bridge'],
    ['asks', 'When does the bridge shut?', 'bridge-closes'],
    ['statement', 'x'.repeat(700), '600'],
  ])('%s: %s', async (field, value, said) => {
    const answer = await submit(await open('edit cracks-found'), { [field]: value, why: 'Try' });
    expect(answer).toMatchObject({ response_action: 'errors' });
    const errors = answer?.['errors'] as Record<string, string>;
    expect(Object.keys(errors)).toEqual([`field:${field}:0`]);
    expect(Object.values(errors)[0]).toContain(said);
  });

  test('what is wrong with the files is said above the fields, with file and line', async () => {
    const form = await open('edit cracks-found');
    const preview = await next(form, fifteen);
    await bot.rewrite('jobs', (text) => text.replace(/status: \w+/, 'status: sure'));
    const shown = await next(preview, fifteen);
    expect(problemsOfModal(shown)).toEqual([]);
    expect(JSON.stringify(shown)).toMatch(/topics\/jobs\.yml:\d+:\d+/);
    expect(statementOf('cracks-found')).toContain('14 cracks');
  });
});

describe('two editors with the same fact', () => {
  test('the second sees both versions, keeps theirs, and saves it', async () => {
    const mine = await open('edit cracks-found');
    await save(await open('edit cracks-found', OTHER_EDITOR), { note: 'Provisional.', why: 'Caveat' });
    const conflict = await next(mine, fifteen);
    expect(problemsOfModal(conflict)).toEqual([]);
    const text = JSON.stringify(conflict);
    expect(text).toContain('Somebody else changed this fact');
    expect(text).toContain('Provisional.');
    expect(text).toContain('15 cracks');
    expect(conflict).toMatchObject({ submit: { text: 'Keep mine' }, close: { text: 'Drop mine' } });
    expect(statementOf('cracks-found')).toContain('14 cracks');
    await save(conflict, fifteen);
    expect(bot.base.open('cracks-found')?.fact).toMatchObject({ statement: fifteen.statement });
  });

  test('a change in the files between preview and save is a conflict too', async () => {
    const preview = await next(await open('edit cracks-found'), fifteen);
    await bot.rewrite('closure', (text) => text.replace('headline: 14 cracks', 'headline: Fourteen cracks'));
    expect(JSON.stringify(await next(preview, fifteen))).toContain('Somebody else changed this fact');
  });

  test('a fact that somebody took out meanwhile is not written again', async () => {
    const form = await open('edit cracks-found');
    await save(await open('edit cracks-found', OTHER_EDITOR).then(pressRetire), { why: 'Withdrawn.' });
    const shown = await next(form, fifteen);
    expect(shown).not.toHaveProperty('submit');
    expect(bot.base.open('cracks-found')?.fact.retired).toMatchObject({ why: 'Withdrawn.' });
  });
});

/** Presses *Retire* in a form and returns the form on top of it. */
async function pressRetire(form: View): Promise<View> {
  await bot.press({ ...buttonIn(form, 'Retire'), user: EDITOR, inHome: true });
  await bot.settle();
  expect(bot.api.sent('views.push')).toHaveLength(1);
  return bot.modal();
}

describe('facts come and go', () => {
  test('one is retired, no longer answers, and is restored', async () => {
    const before = await bot.file('closure');
    const retiring = await pressRetire(await open('edit closed-2018'));
    expect(problemsOfModal(retiring)).toEqual([]);
    await save(retiring, { why: 'The agency withdrew it.' });
    expect(JSON.stringify(bot.base.open('closed-2018'))).toContain('The agency withdrew it.');
    await bot.command('has the bridge been closed before?');
    await bot.settle();
    expect(JSON.stringify(bot.api.calls.at(-1)?.body)).not.toContain('nine weeks');

    const restoring = await open('edit closed-2018');
    expect(JSON.stringify(restoring)).toContain('The agency withdrew it.');
    await save(restoring, { why: 'It stands after all.' });
    expect(await bot.file('closure')).toBe(before);
  });

  test('what retiring one does to the test questions is shown first, and what it breaks', async () => {
    const preview = await next(await pressRetire(await open('edit lorry-ban')), { why: 'Lifted.' });
    expect(JSON.stringify(preview)).toContain('One of them no longer gets the answer it should.');
    expect(JSON.stringify(preview)).toContain(':warning:');
  });

  test('a new one is added, and answers', async () => {
    const form = await open('add closure');
    expect(problemsOfModal(form)).toEqual([]);
    await save(form, {
      statement: 'The lamps on the Skarne Bridge are painted green, NCA reports.',
      paragraph: '2',
      asks: 'What colour are the lamps?\nlamps on the bridge',
      about: 'Skarne Bridge',
      answers: 'what\nwhich',
      why: 'Readers ask.',
    });
    await bot.command('what colour are the lamps?');
    await bot.settle();
    expect(bot.api.sent('chat.postMessage').at(-1)?.['text']).toContain('painted green');
    expect(bot.base.open('the-lamps-on-the-skarne')?.fact.answers).toEqual([
      { kind: 'what' },
      { kind: 'which' },
    ]);
  });
});

describe('somebody who is no editor', () => {
  test('is refused when naming a fact by its id, and offered no form', async () => {
    await bot.command('edit cracks-found');
    await bot.settle();
    expect(bot.api.sent('views.open')).toEqual([]);
    expect(responses()[0]?.['text']).toContain('Only the editors');
  });

  test.each(['edit how many cracks are there?', 'add', 'edit the bridge'])(
    'asks a question with “%s”',
    async (text) => {
      await bot.command(text);
      await bot.settle();
      expect(bot.api.sent('views.open')).toEqual([]);
      expect(JSON.stringify(responses())).not.toContain('Only the editors');
    },
  );

  test('sees no Edit in the reason of an answer, and no commands of editors in the help', async () => {
    await bot.command('how many cracks are there in the bridge?');
    await bot.settle();
    await bot.press(buttonIn(bot.api.sent('chat.postMessage')[0], 'Why this'));
    await bot.command('help');
    await bot.settle();
    expect(JSON.stringify(responses())).not.toMatch(/Edit this|harbour edit/);
    await bot.command('help', undefined, EDITOR);
    await bot.settle();
    expect(JSON.stringify(responses().at(-1))).toContain('/harbour edit');
  });

  test.each([
    ['edit:0', '{"id":"cracks-found"}'],
    ['retire', '{"id":"cracks-found"}'],
    ['history:0', '{"id":"cracks-found"}'],
    ['undo', '{"change":"any"}'],
  ])('who sends the button %s is refused', async (actionId, value) => {
    await bot.press({ actionId, value });
    await bot.settle();
    expect(bot.api.calls.filter(({ method }) => method.startsWith('views.'))).toEqual([]);
    expect(responses()[0]?.['text']).toContain('Only the editors');
  });

  test('is offered to say what is wrong instead, and the editors read it', async () => {
    await bot.command('edit cracks-found');
    await bot.settle();
    expect(problemsOf(responses()[0] as unknown as Sendable)).toEqual([]);
    await bot.press({ ...buttonIn(responses()[0], 'Suggest a correction'), isPrivate: true });
    await bot.settle();
    await bot.submit({ view: bot.modal(), entered: { text: 'It is 15.' }, user: READER });
    expect(await bot.database.suggestions.list()).toMatchObject([
      { text: 'It is 15.', user: READER, factIds: ['cracks-found'] },
    ]);
  });

  test('is offered it in the refusal of a form too, where it opens on top', async () => {
    const answer = await submit(await open('edit cracks-found'), fifteen, READER);
    const refusal = answer?.['view'] as View;
    expect(problemsOfModal(refusal)).toEqual([]);
    await bot.press({ ...buttonIn(refusal, 'Suggest a correction'), user: READER, inHome: true });
    await bot.settle();
    const pushed = bot.api.sent('views.push').at(-1)?.['view'] as View;
    await bot.submit({ view: pushed, entered: { text: 'It is 15.' }, user: READER });
    expect(await bot.database.suggestions.list()).toMatchObject([{ factIds: ['cracks-found'] }]);
  });

  test('who submits an editor’s form, even one already looked at, is refused', async () => {
    const preview = await next(await open('edit cracks-found'), fifteen);
    for (const view of [bot.modal(), preview]) {
      const answer = await submit(view, fifteen, READER);
      expect(JSON.stringify(answer)).toContain('Only the editors');
    }
    expect(statementOf('cracks-found')).toContain('14 cracks');
  });
});

describe('a forged form', () => {
  test.each([
    ['no JSON', 'x'],
    ['another kind', '{"kind":"delete","id":"cracks-found"}'],
    ['nothing', ''],
  ])('with %s about itself does nothing', async (_, metadata) => {
    const form = { ...(await open('edit cracks-found')), private_metadata: metadata };
    const answer = await submit(form, fifteen);
    expect(JSON.stringify(answer)).toContain('older version');
  });

  test('cannot skip the preview, nor the check of the version', async () => {
    const form = await open('edit cracks-found');
    const forged = { kind: 'change', id: 'cracks-found', previewed: 'forged' };
    const shown = await next({ ...form, private_metadata: JSON.stringify(forged) }, fifteen);
    expect(JSON.stringify(shown)).toContain('Somebody else changed');
    expect(statementOf('cracks-found')).toContain('14 cracks');
  });

  test('that is no form at all is logged, and answered', async () => {
    const answer = await bot.submit({ view: { callback_id: 'fact-form', blocks: 'none' }, user: EDITOR });
    expect(JSON.stringify(answer)).toContain('older version');
  });
});

describe('when it takes longer than Slack waits', () => {
  beforeEach(async () => {
    await bot.close();
    bot = await startEditedBot({ slow: true });
  });

  test('the form says so, and then shows the preview with all that was typed', async () => {
    const waiting = await next(await open('edit cracks-found'), fifteen);
    expect(JSON.stringify(waiting)).toContain('One moment');
    expect(problemsOfModal(waiting)).toEqual([]);
    await bot.settle();
    expect(bot.api.sent('views.update')[0]).toMatchObject({ view_id: 'V0FORM' });
    expect(problemsOfModal(bot.modal())).toEqual([]);
    expect(JSON.stringify(bot.modal())).toContain(`"initial_value":"${fifteen.why}"`);
    await next(bot.modal());
    await bot.settle();
    expect(JSON.stringify(bot.modal())).toContain('in service from now on');
    expect(statementOf('cracks-found')).toContain('15 cracks');
  });

  test('what is wrong stands under its field', async () => {
    await next(await open('edit cracks-found'), { paragraph: '99', why: 'Try' });
    await bot.settle();
    expect(problemsOfModal(bot.modal())).toEqual([]);
    const blocks = bot.modal()['blocks'] as { block_id?: string; type: string }[];
    const at = blocks.findIndex(({ block_id: id }) => id === 'field:paragraph:0');
    expect(blocks[at + 1]).toMatchObject({ type: 'context' });
  });
});

test('where untouched fields come back empty, they stay as they were', async () => {
  await bot.close();
  bot = await startEditedBot({ untouchedIsEmpty: true });
  const form = await open('edit bridge-closes');
  const entered = { note: 'Provisional.', why: 'Caveat' };
  const answer = await bot.submit({ view: form, entered, user: EDITOR, untouchedIsEmpty: true });
  const view = answer?.['view'] as View;
  await bot.submit({ view, user: EDITOR, untouchedIsEmpty: true });
  expect(bot.base.open('bridge-closes')?.fact).toMatchObject({
    note: 'Provisional.',
    reviewBy: '2025-10-07',
  });
});

test('a bug while saving is told in the form with a reference that the log has, and nothing typed is lost', async () => {
  await bot.close();
  bot = await startEditedBot();
  const form = await open('edit cracks-found');
  await bot.database.close();
  const preview = await next(form, fifteen);
  const shown = await next(preview, fifteen);
  expect(JSON.stringify(shown)).toContain('reference ref-1');
  expect(JSON.stringify(shown)).toContain('15 cracks');
  expect(bot.log.find(({ fields }) => fields['reference'] === 'ref-1')?.level).toBe('error');
});
