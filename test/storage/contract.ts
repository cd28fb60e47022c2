/** What every database must do. Each implementation runs all of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/answer/conversation.ts';
import type { Log, Stores } from '../../src/storage/stores.ts';

interface Opening {
  /** What the clock of these stores says, in milliseconds. */
  readonly clock: () => number;
  readonly log?: Log;
  readonly retentionDays?: number;
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
        await stores.gaps.dismiss(id);
        await stores.gaps.dismiss(id);
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
