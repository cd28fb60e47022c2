/** What every database must do. Each implementation runs all of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/answer/conversation.ts';
import { Fact, type WrittenFact } from '../../src/facts/schema.ts';
import type { Log, Stores } from '../../src/storage/stores.ts';

interface Opening {
  /** What the clock of these stores says, in milliseconds. */
  readonly clock: () => number;
  readonly log?: Log;
  readonly retentionDays?: number;
  readonly correctionDays?: number;
}

export interface Harness {
  /** Opens one more time the database that the current test began with. */
  open(opening: Opening): Promise<Stores>;
  /** Runs SQL on it, past the stores. */
  run(sql: string): Promise<void>;
  /** Ends the test's database. */
  remove(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2031, 4, 6, 12);

const thread = { team: 'T1', channel: 'C1', root: '1900000000.000100' };
const talk: Conversation = {
  given: ['berths-total'],
  latest: ['berths-total'],
  question: 'how many berths?',
  kinds: ['how-many'],
  terms: ['berth'],
  entities: ['pier'],
};
const vote = {
  team: 'T1',
  channel: 'C1',
  message: '1900000000.000200',
  user: 'U1',
  vote: 'up',
  question: 'how many berths?',
  factIds: ['berths-total'],
} as const;

export function describeStores(name: string, start: () => Promise<Harness>): void {
  describe(name, () => {
    let harness: Harness;
    let stores: Stores;
    let now: number;
    let lines: string[];

    const log: Log = {
      debug: () => {},
      info: () => {},
      warn: (message) => lines.push(message),
      error: (message) => lines.push(message),
    };
    const open = () => harness.open({ clock: () => now, log });

    beforeEach(async () => {
      now = NOON;
      lines = [];
      harness = await start();
      stores = await open();
    });
    afterEach(async () => {
      await stores.close();
      await harness.remove();
    });

    describe('deliveries', () => {
      it('gives a delivery to the first who asks for it, and to nobody after', async () => {
        expect(await stores.deliveries.claim('Ev1')).toBe(true);
        expect(await stores.deliveries.claim('Ev1')).toBe(false);
        expect(await stores.deliveries.claim('Ev2')).toBe(true);
      });

      it('gives it to one of many who ask at the same time, on two connections', async () => {
        const other = await open();
        const claims = Array.from({ length: 40 }, (_, turn) =>
          (turn % 2 === 0 ? stores : other).deliveries.claim('Ev1'),
        );
        const won = (await Promise.all(claims)).filter(Boolean);
        await other.close();
        expect(won).toHaveLength(1);
      });

      it('remembers one for two days, then forgets it when purged', async () => {
        await stores.deliveries.claim('Ev1');
        now += 2 * DAY;
        await stores.purge();
        expect(await stores.deliveries.claim('Ev1')).toBe(false);
        now += 1;
        await stores.purge();
        expect(await stores.deliveries.claim('Ev1')).toBe(true);
      });
    });

    describe('questions in hand', () => {
      const SECOND = 1000;
      const asked = { key: 'command:1', body: '{"text":"how many berths?"}' };
      const keys = (set: ReadonlySet<string>) => [...set].sort();
      const adopt = (owner: string) => stores.inHand.adopt(owner, 100);

      it('are in the hands of the first who takes them', async () => {
        const other = { key: 'command:2', body: '{}' };
        expect(keys(await stores.inHand.take('A', [asked]))).toEqual(['command:1']);
        expect(keys(await stores.inHand.take('B', [asked, other]))).toEqual(['command:2']);
      });

      it('stay there for as long as their owner is heard of', async () => {
        await stores.inHand.take('A', [asked]);
        now += 10 * SECOND;
        expect(await adopt('B')).toEqual([]);
        await stores.inHand.keep('A');
        now += 10 * SECOND;
        expect(await adopt('B')).toEqual([]);
      });

      it('are adopted when it is silent, as they were delivered, by one', async () => {
        await stores.inHand.take('A', [asked]);
        now += 10 * SECOND + 1;
        const other = await open();
        const [one, two] = await Promise.all([adopt('B'), other.inHand.adopt('C', 100)]);
        await other.close();
        expect([...one, ...two]).toEqual([{ ...asked, mayBeAnswered: false }]);
      });

      it('are adopted at once when it lets go of them', async () => {
        await stores.inHand.take('A', [asked]);
        await stores.inHand.release('A');
        expect(await adopt('B')).toHaveLength(1);
      });

      it('are known to be perhaps answered once their owner was about to', async () => {
        await stores.inHand.take('A', [asked]);
        expect(keys(await stores.inHand.sending('A', ['command:1']))).toEqual(['command:1']);
        await stores.inHand.release('A');
        expect(await adopt('B')).toMatchObject([{ mayBeAnswered: true }]);
      });

      it('are not answered by an owner who was wrongly taken for dead', async () => {
        await stores.inHand.take('A', [asked]);
        await stores.inHand.release('A');
        await adopt('B');
        expect(keys(await stores.inHand.sending('A', ['command:1']))).toEqual([]);
        await stores.inHand.done('A', ['command:1']);
        expect(keys(await stores.inHand.sending('B', ['command:1']))).toEqual(['command:1']);
      });

      it('are gone when they are done', async () => {
        await stores.inHand.take('A', [asked]);
        await stores.inHand.done('A', ['command:1']);
        now += 11 * SECOND;
        expect(await adopt('B')).toEqual([]);
      });

      it('are left alone when three processes died over them, or after half an hour', async () => {
        await stores.inHand.take('A', [asked]);
        for (const owner of ['B', 'C']) {
          now += 11 * SECOND;
          expect(await adopt(owner)).toHaveLength(1);
        }
        now += 11 * SECOND;
        expect(await adopt('D')).toEqual([]);
        await stores.inHand.take('A', [{ key: 'command:2', body: '{}' }]);
        now += 31 * 60 * SECOND;
        expect(await adopt('B')).toEqual([]);
      });

      it('are taken by the hundred', async () => {
        const many = Array.from({ length: 250 }, (_, index) => ({ key: `command:${index}`, body: '{}' }));
        expect((await stores.inHand.take('A', many)).size).toBe(250);
        await stores.inHand.done(
          'A',
          many.slice(0, 249).map(({ key }) => key),
        );
        await stores.inHand.release('A');
        expect(await adopt('B')).toHaveLength(1);
      });
    });

    describe('conversations', () => {
      it('knows nothing of a thread it was not told of', async () => {
        expect(await stores.conversations.load(thread)).toBeUndefined();
      });

      it('gives back what was saved last', async () => {
        await stores.conversations.save(thread, talk);
        const later = { ...talk, given: ['berths-total', 'berths-open'], latest: ['berths-open'] };
        await stores.conversations.save(thread, later);
        expect(await stores.conversations.load(thread)).toEqual(later);
      });

      it('keeps threads apart by workspace, by channel and by root', async () => {
        await stores.conversations.save(thread, talk);
        expect(await stores.conversations.load({ ...thread, team: 'T2' })).toBeUndefined();
        expect(await stores.conversations.load({ ...thread, channel: 'C2' })).toBeUndefined();
        expect(await stores.conversations.load({ ...thread, root: '1900000000.000101' })).toBeUndefined();
      });

      it('holds whatever people type', async () => {
        const hostile = {
          ...talk,
          question: `'; drop table conversations; -- \0 \u202e "🚢" ${'x'.repeat(10_000)}`,
        };
        await stores.conversations.save(thread, hostile);
        expect(await stores.conversations.load(thread)).toEqual(hostile);
      });

      it('survives a restart, and is seen by a second process', async () => {
        const other = await open();
        await stores.conversations.save(thread, talk);
        expect(await other.conversations.load(thread)).toEqual(talk);
        await other.close();
        await stores.close();
        stores = await open();
        expect(await stores.conversations.load(thread)).toEqual(talk);
      });

      it('forgets a thread 30 days after its last use, purged or not', async () => {
        await stores.conversations.save(thread, talk);
        now += 29 * DAY;
        await stores.conversations.save(thread, talk);
        now += 30 * DAY;
        await stores.purge();
        expect(await stores.conversations.load(thread)).toEqual(talk);
        now += 1;
        expect(await stores.conversations.load(thread)).toBeUndefined();
        await stores.purge();
        now -= 1;
        expect(await stores.conversations.load(thread)).toBeUndefined();
      });

      it('forgets sooner when the setting says so', async () => {
        const brief = await harness.open({ clock: () => now, log, retentionDays: 1 });
        await brief.conversations.save(thread, talk);
        now += DAY + 1;
        expect(await brief.conversations.load(thread)).toBeUndefined();
        await brief.close();
      });

      it.each([
        ['cut short', '{"given":["berths-'],
        ['of an older shape', '{"facts":["berths-total"]}'],
        [
          'of the wrong type',
          '{"given":"berths-total","latest":[],"question":"","kinds":[],"terms":[],"entities":[]}',
        ],
        ['not an object', 'null'],
      ])('takes a thread whose stored value is %s as unknown, and says so in the log', async (_, value) => {
        await stores.conversations.save(thread, talk);
        await harness.run(`update conversations set value = '${value}'`);
        expect(await stores.conversations.load(thread)).toBeUndefined();
        expect(lines).toEqual(['a stored conversation cannot be read']);
        await stores.conversations.save(thread, talk);
        expect(await stores.conversations.load(thread)).toEqual(talk);
      });
    });

    describe('questions and the replies to them', () => {
      const question = { thread, ts: '1900000000.000300' };
      const exchange = { ...question, replies: ['1900000000.000400'], before: undefined, after: talk };

      it('knows nothing of a question it was not told of', async () => {
        expect(await stores.exchanges.load(thread, question.ts)).toBeUndefined();
      });

      it('gives back what was saved last, with what the thread was about before', async () => {
        await stores.exchanges.save(exchange);
        expect(await stores.exchanges.load(thread, question.ts)).toEqual(exchange);
        const later = { ...exchange, replies: [], before: talk, after: { ...talk, question: 'which \0?' } };
        await stores.exchanges.save(later);
        expect(await stores.exchanges.load(thread, question.ts)).toEqual(later);
      });

      it('keeps questions apart by workspace and channel', async () => {
        await stores.exchanges.save(exchange);
        expect(await stores.exchanges.load({ ...thread, team: 'T2' }, question.ts)).toBeUndefined();
        expect(await stores.exchanges.load({ ...thread, channel: 'C2' }, question.ts)).toBeUndefined();
      });

      it('forgets one 30 days later, purged or not', async () => {
        await stores.exchanges.save(exchange);
        now += 30 * DAY;
        await stores.purge();
        expect(await stores.exchanges.load(thread, question.ts)).toEqual(exchange);
        now += 1;
        expect(await stores.exchanges.load(thread, question.ts)).toBeUndefined();
        await stores.purge();
        now -= 1;
        expect(await stores.exchanges.load(thread, question.ts)).toBeUndefined();
      });

      it('takes one that is damaged as unknown', async () => {
        await stores.exchanges.save(exchange);
        await harness.run(`update exchanges set after = '{"given":["berths-'`);
        expect(await stores.exchanges.load(thread, question.ts)).toBeUndefined();
      });
    });

    describe('feedback', () => {
      /** Fails unless exactly `count` votes meet the condition: there is no reading of votes yet. */
      const expectVotes = async (count: number, condition: string) =>
        await expect(
          harness.run(
            `select 1 / (case when count(*) = ${count} then 1 else 0 end) as met from feedback where ${condition}`,
          ),
        ).resolves.toBeUndefined();

      it('keeps one vote a person and message: a later one replaces it', async () => {
        await stores.feedback.vote(vote);
        await stores.feedback.vote({ ...vote, vote: 'down' });
        await expectVotes(1, '1 = 1');
        await expectVotes(1, `vote = 'down'`);
      });

      it('counts two people, and two messages, each for itself', async () => {
        await stores.feedback.vote(vote);
        await stores.feedback.vote({ ...vote, user: 'U2', question: 'with a \0 in it' });
        await stores.feedback.vote({ ...vote, message: '1900000000.000300' });
        await expectVotes(3, `vote = 'up'`);
      });
    });

    describe('gaps', () => {
      const gap = {
        question: 'who built the pier?',
        at: NOON,
        team: 'T1',
        channel: 'C1',
        offered: ['When was the pier opened?'],
        kind: 'unknown',
      } as const;

      it('lists what people asked and did not get, newest first', async () => {
        await stores.gaps.record(gap);
        await stores.gaps.record({ ...gap, question: 'and who paid?', at: NOON + 2, thread: thread.root });
        await stores.gaps.record({
          ...gap,
          question: 'how deep is it?',
          at: NOON + 1,
          offered: [],
          kind: 'downvote',
        });
        const listed = await stores.gaps.list();
        expect(listed.map(({ id, ...entry }) => entry)).toEqual([
          { ...gap, question: 'and who paid?', at: NOON + 2, thread: thread.root },
          { ...gap, question: 'how deep is it?', at: NOON + 1, offered: [], kind: 'downvote' },
          gap,
        ]);
        expect((await stores.gaps.list(1)).map(({ question }) => question)).toEqual(['and who paid?']);
      });

      it('dismisses one entry for good, also one that is gone', async () => {
        await stores.gaps.record(gap);
        await stores.gaps.record({ ...gap, at: NOON + 1 });
        const [newest] = await stores.gaps.list();
        const id = newest?.id ?? '';
        await stores.gaps.dismiss([id]);
        await stores.gaps.dismiss([id]);
        expect((await stores.gaps.list()).map(({ at }) => at)).toEqual([NOON]);
      });

      it('holds whatever people type, but for the NUL that PostgreSQL refuses', async () => {
        await stores.gaps.record({
          ...gap,
          question: `' or 1=1 -- \0🚢 ${'x'.repeat(10_000)}`,
          offered: ['a \0 b'],
        });
        const [entry] = await stores.gaps.list();
        expect(entry?.question).toBe(`' or 1=1 -- 🚢 ${'x'.repeat(10_000)}`);
        expect(entry?.offered).toEqual(['a \0 b']);
      });
    });

    describe('gaps that are answered', () => {
      const gap = {
        question: 'who built the pier?',
        at: NOON,
        team: 'T1',
        channel: 'C1',
        thread: thread.root,
        offered: [],
        kind: 'unknown',
      } as const;
      const idOf = async (question: string) =>
        (await stores.gaps.list()).find((entry) => entry.question === question)?.id ?? '';

      it('leave the list, and their threads are told once, by one of two processes', async () => {
        const other = await open();
        await stores.gaps.record(gap);
        await stores.gaps.record({ ...gap, question: 'who paid?', at: NOON + 1 });
        const id = await idOf(gap.question);
        await stores.gaps.answer([id], 'builder');
        expect((await stores.gaps.list()).map(({ question }) => question)).toEqual(['who paid?']);
        expect(await other.gaps.toTell()).toEqual([{ ...gap, id, factId: 'builder' }]);
        const claims = await Promise.all([stores, other, stores].map((each) => each.gaps.claimTelling(id)));
        expect(claims.filter(Boolean)).toHaveLength(1);
        expect(await stores.gaps.toTell()).toEqual([]);
        await other.close();
      });

      it('say whether they were asked in a thread, in the channel, or in private', async () => {
        const { thread: _, ...inChannel } = gap;
        await stores.gaps.record(inChannel);
        await stores.gaps.record({ ...inChannel, at: NOON + 1, isPrivate: true, user: 'U1' });
        const ids = (await stores.gaps.list()).map(({ id }) => id);
        await stores.gaps.answer(ids, 'builder');
        expect((await stores.gaps.toTell()).map(({ id, ...told }) => told)).toEqual([
          { ...inChannel, factId: 'builder' },
          { ...inChannel, at: NOON + 1, isPrivate: true, user: 'U1', factId: 'builder' },
        ]);
        expect(await stores.gaps.list()).toEqual([]);
      });

      it('stay dismissed or answered, whichever came first', async () => {
        await stores.gaps.record(gap);
        const id = await idOf(gap.question);
        await stores.gaps.dismiss([id]);
        await stores.gaps.answer([id, 'gone'], 'builder');
        expect(await stores.gaps.toTell()).toEqual([]);
      });

      it('say who asked only where that was recorded', async () => {
        await stores.gaps.record({ ...gap, user: 'U1' });
        await stores.gaps.record({ ...gap, at: NOON + 1 });
        expect((await stores.gaps.list()).map(({ user }) => user)).toEqual([undefined, 'U1']);
      });
    });

    describe('suggestions', () => {
      const suggestion = {
        text: 'It has 15.',
        factIds: ['cracks'],
        question: 'how many?',
        at: NOON,
        user: 'U1',
      };

      it('are listed newest first until one is dealt with', async () => {
        await stores.suggestions.record(suggestion);
        await stores.suggestions.record({ ...suggestion, text: 'drop table \0 it', at: NOON + 1 });
        const [newest, ...others] = await stores.suggestions.list();
        expect(newest?.text).toBe('drop table  it');
        expect(others.map(({ id, ...rest }) => rest)).toEqual([suggestion]);
        expect(await stores.suggestions.list(1)).toHaveLength(1);
        await stores.suggestions.close(newest?.id ?? '');
        await stores.suggestions.close('gone');
        expect(await stores.suggestions.list()).toEqual(others);
      });
    });

    describe('reminders', () => {
      it('are claimed once, by one of several processes, also after a long time', async () => {
        const other = await open();
        const claims = await Promise.all(
          [stores, other, stores].map(({ reminders }) => reminders.claim('week 1', NOON)),
        );
        expect(claims.filter(Boolean)).toHaveLength(1);
        now += 400 * DAY;
        await stores.purge();
        expect(await other.reminders.claim('week 1', now)).toBe(false);
        await other.reminders.release('week 1');
        expect(await stores.reminders.claim('week 1', now)).toBe(true);
        await other.close();
      });
    });

    describe('the history', () => {
      const fact = (id: string, statement: string): WrittenFact => ({
        topic: 'harbour',
        fact: Fact.parse({
          id,
          statement,
          source: { report: 'gazette', paragraph: 1 },
          status: 'reported',
          asOf: '2031-05-01',
          asks: [`${id}?`],
        }),
      });
      const pier = fact('pier', 'The pier is 90 metres long.');
      const longer = fact('pier', 'The pier is 95 metres long.');
      const quay = fact('quay', 'There is one quay.');
      const byUser = { factId: 'pier', at: NOON, who: 'U1', why: 'measured', before: pier, after: longer };

      it('begins by remembering the facts there are, and records each later difference', async () => {
        expect(await stores.history.notice([pier, quay], NOON)).toEqual([]);
        expect(await stores.history.notice([pier, quay], NOON + 1)).toEqual([]);
        const recorded = await stores.history.notice([longer, fact('jetty', 'A jetty.')], NOON + 2);
        expect(recorded).toHaveLength(3);
        const differences = recorded.map(({ factId, who, at, before, after }) => ({
          ...{ factId, who, at },
          from: before?.fact.statement,
          to: after?.fact.statement,
        }));
        const noticed = { who: 'files', at: NOON + 2 };
        expect(differences).toEqual(
          expect.arrayContaining([
            { factId: 'pier', ...noticed, from: pier.fact.statement, to: longer.fact.statement },
            { factId: 'quay', ...noticed, from: quay.fact.statement, to: undefined },
            { factId: 'jetty', ...noticed, from: undefined, to: 'A jetty.' },
          ]),
        );
        expect(await stores.history.recent()).toHaveLength(3);
        expect(await stores.history.of('pier')).toEqual(recorded.filter(({ factId }) => factId === 'pier'));
      });

      it('has a change made in Slack under its author, and does not notice it again', async () => {
        await stores.history.notice([pier], NOON);
        const id = await stores.history.begin(byUser);
        expect(await stores.history.recent()).toEqual([]);
        expect(await stores.history.complete(id ?? '')).toEqual({ id, ...byUser });
        expect(await stores.history.get(id ?? '')).toEqual({ id, ...byUser });
        expect(await stores.history.notice([longer], NOON + 1)).toEqual([]);
        expect(await stores.history.of('pier')).toEqual([{ id, ...byUser }]);
      });

      it('lets one process write at a time', async () => {
        const other = await open();
        const id = await stores.history.begin(byUser);
        expect(await other.history.begin(byUser)).toBeUndefined();
        await stores.history.abandon(id ?? '');
        expect(await stores.history.complete(id ?? '')).toBeUndefined();
        expect(await other.history.begin(byUser)).toBeDefined();
        await other.close();
      });

      it('knows the author of a change whose process died after the file was written', async () => {
        await stores.history.notice([pier], NOON);
        const id = await stores.history.begin(byUser);
        expect(await stores.history.notice([longer], NOON + 1)).toEqual([{ id, ...byUser }]);
        expect(await stores.history.complete(id ?? '')).toBeUndefined();
        expect(await stores.history.recent()).toEqual([{ id, ...byUser }]);
      });

      it('forgets a change whose process died before the file was written', async () => {
        await stores.history.notice([pier], NOON);
        await stores.history.begin(byUser);
        expect(await stores.history.notice([pier], NOON + 10_000)).toEqual([]);
        expect(await stores.history.begin(byUser)).toBeUndefined();
        expect(await stores.history.notice([pier], NOON + 10_001)).toEqual([]);
        expect(await stores.history.begin(byUser)).toBeDefined();
        expect(await stores.history.recent()).toEqual([]);
      });

      it('has a difference once that several processes notice', async () => {
        const other = await open();
        await stores.history.notice([pier, quay], NOON);
        const noticed = await Promise.all([1, 2].map(() => stores.history.notice([longer], NOON + 1)));
        expect([...noticed.flat(), ...(await other.history.notice([longer], NOON + 1))]).toHaveLength(2);
        expect(await other.history.recent()).toHaveLength(2);
        await other.close();
      });

      it('gives the newest first, as many as asked for', async () => {
        await stores.history.notice([pier], NOON);
        for (let turn = 1; turn <= 5; turn++) {
          await stores.history.notice([fact('pier', `The pier is ${turn} metres long.`)], NOON + turn);
        }
        expect((await stores.history.recent(2)).map(({ at }) => at)).toEqual([NOON + 5, NOON + 4]);
        expect((await stores.history.of('pier', 3)).map(({ at }) => at)).toEqual([
          NOON + 5,
          NOON + 4,
          NOON + 3,
        ]);
        expect(await stores.history.of('quay')).toEqual([]);
        expect(await stores.history.get('none')).toBeUndefined();
      });

      it('does not take what another version wrote differently for a change', async () => {
        await stores.history.notice([pier], NOON);
        await harness.run(`update known_facts set value = '{"topic":"harbour","fact":{"id":"pier"}}'`);
        expect(await stores.history.notice([pier], NOON + 1)).toEqual([]);
        expect(await stores.history.recent()).toEqual([]);
      });
    });

    describe('posted messages', () => {
      const message = {
        team: 'T1',
        channel: 'C1',
        ts: '1900000000.000100',
        factIds: ['pier', 'quay'],
        question: 'how long?\0',
        at: NOON,
      };

      it('are found by each fact they hold, the newest first, as far back as asked', async () => {
        const reply = {
          ...message,
          ts: '1900000000.000200',
          thread: message.ts,
          askedBy: 'U1',
          at: NOON + 1,
        };
        await stores.posted.remember(message);
        await stores.posted.remember({ ...reply, factIds: ['quay'] });
        const question = 'how long?';
        expect(await stores.posted.messagesWith('quay', NOON)).toEqual([
          { ...reply, question, factIds: ['quay'] },
          { ...message, question },
        ]);
        expect(await stores.posted.messagesWith('pier', NOON)).toEqual([{ ...message, question }]);
        expect(await stores.posted.messagesWith('quay', NOON + 1)).toHaveLength(1);
        expect(await stores.posted.messagesWith('jetty', 0)).toEqual([]);
      });

      it('are remembered as they were last', async () => {
        await stores.posted.remember(message);
        await stores.posted.remember({ ...message, factIds: ['jetty', 'jetty'], at: NOON + 1 });
        expect(await stores.posted.messagesWith('pier', 0)).toEqual([]);
        expect(await stores.posted.messagesWith('jetty', NOON + 1)).toHaveLength(1);
      });

      it('are remembered for as long as they are corrected, whatever threads are', async () => {
        const brief = await harness.open({ clock: () => now, log, retentionDays: 1, correctionDays: 3 });
        await brief.posted.remember(message);
        now += 3 * DAY;
        await brief.purge();
        expect(await brief.posted.messagesWith('pier', 0)).toHaveLength(1);
        now += 1;
        await brief.purge();
        expect(await brief.posted.messagesWith('pier', 0)).toEqual([]);
        await brief.close();
      });

      it('are forgotten after 30 days', async () => {
        await stores.posted.remember(message);
        now += 30 * DAY;
        await stores.purge();
        expect(await stores.posted.messagesWith('pier', 0)).toHaveLength(1);
        now += 1;
        await stores.purge();
        expect(await stores.posted.messagesWith('pier', 0)).toEqual([]);
      });
    });

    it('may be closed twice; afterwards every call rejects', async () => {
      await stores.close();
      await stores.close();
      await expect(stores.deliveries.claim('Ev1')).rejects.toThrow();
    });

    it('refuses a database that a newer version has written, and leaves it as it is', async () => {
      await stores.deliveries.claim('Ev1');
      await harness.run(
        `insert into kysely_migration (name, timestamp) values ('9999_later', '2040-01-01T00:00:00.000Z')`,
      );
      await expect(open()).rejects.toThrow(/newer version.*9999_later/);
      await harness.run(`delete from kysely_migration where name = '9999_later'`);
      const again = await open();
      expect(await again.deliveries.claim('Ev1')).toBe(false);
      await again.close();
    });
  });
}
