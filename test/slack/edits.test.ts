/** Questions that are corrected or deleted after the bot has replied to them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT_USER } from '../support/slack-api.ts';
import { messagesIn, READER, startTestBot, type TestBot } from '../support/slack-bot.ts';
import { brokenStores } from '../support/stores.ts';
import { problemsOf, type Sendable } from '../support/validate-blocks.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

const posts = () => bot.api.sent('chat.postMessage');
const updates = () => bot.api.sent('chat.update');
const removals = () => bot.api.sent('chat.delete');

const ROOT = '1650000000.000100';
const SECOND = '1650000001.000200';
/** What the stand-in calls the bot's first and second message. */
const FIRST_REPLY = '170000001.000100';
const SECOND_REPLY = '170000002.000100';

interface Said {
  readonly text: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
}

const withMention = (text: string): string => `<@${BOT_USER}> ${text}`;

async function mention(said: Said): Promise<void> {
  await bot.event('app_mention', { ts: ROOT, ...said, text: withMention(said.text) });
  await bot.settle();
}

async function say(said: object, place: object = {}): Promise<void> {
  await bot.event('message', { ...place, ...said });
  await bot.settle();
}

let edits = 0;

/** A message is edited: Slack sends what it says now and what it said before. */
async function edit(before: string, now: Said, place: object = {}, eventId?: string): Promise<void> {
  edits += 1;
  const message = { type: 'message', user: READER, ts: ROOT, ...now };
  const fields = {
    ...place,
    subtype: 'message_changed',
    hidden: true,
    user: undefined,
    text: undefined,
    ts: `1660000000.00000${edits}`,
    event_ts: `1660000000.00000${edits}`,
    message: { ...message, edited: { user: READER, ts: `1655000000.00000${edits}` } },
    previous_message: { ...message, text: before },
  };
  await bot.event('message', fields, eventId);
  await bot.settle();
}

const direct = { channel: 'D0DIRECT', channel_type: 'im' };

describe('a corrected question', () => {
  test('put by mention has its reply updated, and no second one', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    expect(posts()).toHaveLength(1);
    expect(updates()).toHaveLength(1);
    expect(updates()[0]).toMatchObject({ channel: 'C0NEWS', ts: FIRST_REPLY });
    expect(updates()[0]?.['text']).toContain('12 tonnes');
    expect(problemsOf(updates()[0] as unknown as Sendable)).toEqual([]);
  });

  test('put directly has its reply updated', async () => {
    await say({ text: 'when does it shut?', ts: ROOT }, direct);
    await edit('when does it shut?', { text: 'which lorries?' }, direct);
    expect(posts()).toHaveLength(1);
    expect(updates()).toEqual([expect.objectContaining({ channel: 'D0DIRECT', ts: FIRST_REPLY })]);
  });

  test('put as a reply in a thread is read in the light of what stood there before it', async () => {
    await mention({ text: 'when does it shut?' });
    await say({ text: 'and lorries?', ts: SECOND, thread_ts: ROOT });
    await edit('and lorries?', { text: 'when was it inspected?', ts: SECOND, thread_ts: ROOT });
    expect(posts()).toHaveLength(2);
    expect(updates()).toEqual([expect.objectContaining({ ts: SECOND_REPLY })]);
    expect(bot.engine.asked.at(-1)).toBe('follow-up after “when does it shut?”: when was it inspected?');
  });

  test('is what the thread goes on from', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    await say({ text: 'source?', ts: SECOND, thread_ts: ROOT });
    expect(bot.engine.asked.at(-1)).toBe('follow-up after “which lorries?”: source?');
  });

  test('from further up changes its own reply, and not what the thread is about by now', async () => {
    await mention({ text: 'when does it shut?' });
    await say({ text: 'which lorries?', ts: SECOND, thread_ts: ROOT });
    await edit(withMention('when does it shut?'), { text: withMention('when was it inspected?') });
    expect(updates()).toEqual([expect.objectContaining({ ts: FIRST_REPLY })]);
    await say({ text: 'source?', ts: '1650000002.000300', thread_ts: ROOT });
    expect(bot.engine.asked.at(-1)).toBe('follow-up after “which lorries?”: source?');
  });

  test('can be corrected again', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    await edit(withMention('which lorries?'), { text: withMention('are there casinos?') });
    expect(updates().map(({ ts }) => ts)).toEqual([FIRST_REPLY, FIRST_REPLY]);
    expect(updates()[1]?.['text']).toContain('does not mention');
  });

  test('comes as two events when it mentions the bot, and is answered once', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    await bot.event('app_mention', {
      text: withMention('which lorries?'),
      ts: ROOT,
      edited: { user: READER, ts: `1655000000.00000${edits}` },
    });
    await bot.settle();
    expect(messagesIn(bot.api)).toHaveLength(2);
  });

  test('that Slack sends again is answered once', async () => {
    await mention({ text: 'when does it shut?' });
    const now = { text: withMention('which lorries?') };
    await edit(withMention('when does it shut?'), now, {}, 'Ev-edit');
    await edit(withMention('when does it shut?'), now, {}, 'Ev-edit');
    expect(messagesIn(bot.api)).toHaveLength(2);
  });

  test('whose first wording arrives after it is answered once, as corrected', async () => {
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    await mention({ text: 'when does it shut?' });
    expect(messagesIn(bot.api)).toHaveLength(1);
    expect(posts()[0]?.['text']).toContain('12 tonnes');
  });

  test('whose reply somebody has removed gets a new one', async () => {
    await mention({ text: 'when does it shut?' });
    bot.api.fail('chat.update', 'message_not_found');
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    expect(posts()[1]).toMatchObject({ thread_ts: ROOT });
    expect(posts()[1]?.['text']).toContain('12 tonnes');
  });

  test('no longer has its old answer follow the facts of that', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    expect(bot.stores.remembered.at(-1)).toMatchObject({
      ts: FIRST_REPLY,
      factIds: ['lorry-ban'],
      thread: ROOT,
    });
    await edit(withMention('which lorries?'), { text: withMention('are there casinos?') });
    expect(bot.stores.remembered.at(-1)).toMatchObject({ ts: FIRST_REPLY, factIds: [] });
  });

  test('is answered also while the database is away', async () => {
    await bot.close();
    bot = await startTestBot(brokenStores());
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    expect(posts()).toHaveLength(1);
  });
});

describe('an edit', () => {
  test('that turns a remark in the thread into a question gets a new reply', async () => {
    await mention({ text: 'when does it shut?' });
    await say({ text: 'thanks', ts: SECOND, thread_ts: ROOT });
    await edit('thanks', { text: 'and which lorries?', ts: SECOND, thread_ts: ROOT });
    expect(updates()).toEqual([]);
    expect(posts()[1]).toMatchObject({ thread_ts: ROOT });
  });

  test('that puts the mention in makes a message in the channel a question', async () => {
    await edit('when does it shut?', { text: withMention('when does it shut?') });
    expect(posts()).toEqual([expect.objectContaining({ thread_ts: ROOT })]);
  });

  test('that takes the mention out leaves a question that was answered', async () => {
    await mention({ text: 'when does it shut?' });
    await edit(withMention('when does it shut?'), { text: 'which lorries?' });
    expect(updates()).toHaveLength(1);
  });

  test('that turns a question into thanks takes the reply back', async () => {
    await mention({ text: 'when does it shut?' });
    await say({ text: 'which lorries?', ts: SECOND, thread_ts: ROOT });
    bot.api.thread({ ts: ROOT }, { ts: SECOND }, { ts: SECOND_REPLY });
    await edit('which lorries?', { text: 'thanks, found it', ts: SECOND, thread_ts: ROOT });
    expect(removals()).toEqual([expect.objectContaining({ channel: 'C0NEWS', ts: SECOND_REPLY })]);
    expect(updates()).toEqual([]);
    await say({ text: 'source?', ts: '1650000002.000300', thread_ts: ROOT });
    expect(bot.engine.asked.at(-1)).toBe('follow-up after “when does it shut?”: source?');
  });

  test.each([
    ['of Slack’s own, such as the preview of a link', 'which lorries?', {}],
    ['of a bot', 'when?', { bot_id: 'B0OTHER' }],
    ['of the bot’s own message', 'when?', { user: BOT_USER, bot_id: 'B0BOT' }],
    ['of a notice of Slack’s', 'when?', { subtype: 'channel_topic' }],
  ])('%s does nothing', async (_, before, fields) => {
    await mention({ text: 'when does it shut?' });
    await edit(before, { text: 'which lorries?', ts: SECOND, thread_ts: ROOT, ...fields });
    expect(messagesIn(bot.api)).toHaveLength(1);
  });

  test('of which Slack does not say who made it does nothing', async () => {
    await mention({ text: 'when does it shut?' });
    const message = { user: READER, ts: SECOND, thread_ts: ROOT, text: 'which lorries?' };
    await say({ subtype: 'message_changed', user: undefined, message });
    expect(messagesIn(bot.api)).toHaveLength(1);
  });

  test.each([
    ['in a channel, without a mention', {}],
    ['in a thread of others', { thread_ts: '1111.1' }],
  ])('%s does nothing', async (_, where) => {
    await edit('when?', { text: 'which lorries?', ts: SECOND, ...where });
    expect(messagesIn(bot.api)).toEqual([]);
  });

  test('of a list takes back the messages that are too many', async () => {
    await mention({ text: 'when does it shut?' });
    const exchange = await bot.stores.exchanges.load({ team: 'T0TEAM', channel: 'C0NEWS' }, ROOT);
    if (exchange === undefined) throw new Error('the reply is not remembered');
    await bot.stores.exchanges.save({ ...exchange, replies: [FIRST_REPLY, SECOND_REPLY] });
    await edit(withMention('when does it shut?'), { text: withMention('which lorries?') });
    expect(updates()).toEqual([expect.objectContaining({ ts: FIRST_REPLY })]);
    expect(removals()).toEqual([expect.objectContaining({ ts: SECOND_REPLY })]);
  });
});

describe('a question that is deleted', () => {
  const gone = { user: undefined, hidden: true, ts: '1660000000.000900' };
  const question = { type: 'message', user: READER, text: 'which lorries?', thread_ts: ROOT };

  const deleteReply = (ts: string): Promise<void> =>
    say({ ...gone, subtype: 'message_deleted', deleted_ts: ts, previous_message: { ...question, ts } });

  /** The root of a thread stays as a stone. */
  const deleteRoot = (): Promise<void> => {
    const stone = { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', hidden: true };
    return say({
      ...gone,
      subtype: 'message_changed',
      message: { ...stone, text: 'This message was deleted.', ts: ROOT, thread_ts: ROOT },
      previous_message: { ...question, ts: ROOT },
    });
  };

  beforeEach(async () => {
    await mention({ text: 'when does it shut?' });
  });

  test('takes the reply along, and the thread goes on as if it had not been put', async () => {
    await say({ text: 'which lorries?', ts: SECOND, thread_ts: ROOT });
    bot.api.thread({ ts: ROOT }, { ts: FIRST_REPLY }, { ts: SECOND_REPLY });
    await deleteReply(SECOND);
    expect(removals()).toEqual([expect.objectContaining({ channel: 'C0NEWS', ts: SECOND_REPLY })]);
    expect(bot.stores.remembered.at(-1)).toMatchObject({ ts: SECOND_REPLY, factIds: [] });
    await say({ text: 'source?', ts: '1650000002.000300', thread_ts: ROOT });
    expect(bot.engine.asked.at(-1)).toBe('follow-up after “when does it shut?”: source?');
  });

  test('as the root of the thread takes the reply along', async () => {
    bot.api.thread({ ts: ROOT, subtype: 'tombstone' }, { ts: FIRST_REPLY });
    await deleteRoot();
    expect(removals()).toEqual([expect.objectContaining({ ts: FIRST_REPLY })]);
  });

  test('leaves a reply that others have replied to', async () => {
    bot.api.thread({ ts: ROOT }, { ts: FIRST_REPLY }, { ts: '1700000099.000100', user: 'U0EDITOR' });
    await deleteRoot();
    expect(removals()).toEqual([]);
  });

  test('leaves the reply when Slack does not say what came after it', async () => {
    bot.api.always('conversations.replies', 'missing_scope');
    await deleteRoot();
    expect(removals()).toEqual([]);
    expect(messagesIn(bot.api)).toHaveLength(1);
  });

  test('twice removes the reply once', async () => {
    bot.api.thread({ ts: ROOT }, { ts: FIRST_REPLY });
    await deleteRoot();
    await deleteRoot();
    expect(removals()).toHaveLength(1);
  });
});
