import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/answer/conversation.ts';
import { ConfigError } from '../../src/errors.ts';
import { openResilient } from '../../src/storage/resilient.ts';
import type { Log, NewGap, Stores } from '../../src/storage/stores.ts';

const thread = { team: 'T1', channel: 'C1', root: '1900000000.000100' };
const talk: Conversation = {
  given: ['berths-total'],
  latest: ['berths-total'],
  question: 'how many berths?',
  kinds: ['how-many'],
  terms: ['berth'],
  entities: ['pier'],
};
const later: Conversation = { ...talk, given: ['berths-total', 'berths-open'], latest: ['berths-open'] };
const vote = {
  team: 'T1',
  channel: 'C1',
  message: '1900000000.000200',
  user: 'U1',
  vote: 'up',
  question: 'how many berths?',
  factIds: [],
} as const;
const gap: NewGap = { question: 'who paid?', at: 0, team: 'T1', channel: 'C1', offered: [], kind: 'unknown' };

/** A database that does what `mood` says, and the machinery around it, all under the test's hand. */
function setUp() {
  const world = {
    mood: 'well' as 'well' | 'throws' | 'hangs',
    now: 0,
    calls: 0,
    closed: 0,
    log: [] as string[],
    claimed: new Set<string>(),
    saved: new Map<string, Conversation>(),
    gaps: [] as NewGap[],
    /** The deadlines now running, with their milliseconds. */
    waiting: new Map<() => void, number>(),
    /** Lets every deadline now running pass. */
    passDeadlines: async () => {
      await settled();
      for (const callback of [...world.waiting.keys()]) callback();
    },
  };
  const answer = async <T>(value: () => T): Promise<T> => {
    world.calls++;
    if (world.mood === 'throws') throw new Error('connection refused');
    if (world.mood === 'hangs') return new Promise(() => {});
    return value();
  };
  const inner: Stores = {
    deliveries: { claim: (key) => answer(() => world.claimed.size < world.claimed.add(key).size) },
    conversations: {
      load: ({ root }) => answer(() => world.saved.get(root)),
      save: ({ root }, conversation) => answer(() => void world.saved.set(root, conversation)),
    },
    exchanges: { load: () => answer(() => undefined), save: () => answer(() => {}) },
    feedback: { vote: () => answer(() => {}) },
    gaps: {
      record: (entry) => answer(() => void world.gaps.push(entry)),
      list: () => answer(() => []),
      dismiss: () => answer(() => {}),
      answer: () => answer(() => {}),
      toTell: () => answer(() => []),
      claimTelling: () => answer(() => true),
    },
    history: {
      begin: () => answer(() => 'change'),
      complete: () => answer(() => undefined),
      abandon: () => answer(() => {}),
      notice: () => answer(() => []),
      get: () => answer(() => undefined),
      of: () => answer(() => []),
      recent: () => answer(() => []),
    },
    inHand: {
      take: (_, deliveries) => answer(() => new Set(deliveries.map(({ key }) => key))),
      sending: (_, keys) => answer(() => new Set(keys)),
      done: () => answer(() => {}),
      keep: () => answer(() => {}),
      release: () => answer(() => {}),
      adopt: () => answer(() => []),
    },
    posted: { remember: () => answer(() => {}), messagesWith: () => answer(() => []) },
    suggestions: {
      record: () => answer(() => {}),
      list: () => answer(() => []),
      close: () => answer(() => {}),
    },
    reminders: { claim: () => answer(() => true), release: () => answer(() => {}) },
    purge: () => answer(() => {}),
    close: async () => void world.closed++,
  };
  const write = (message: string) => world.log.push(message);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const open = (opening: () => Promise<Stores> = () => answer(() => inner)) =>
    openResilient({
      open: opening,
      clock: () => world.now,
      log,
      timer: (milliseconds, callback) => {
        world.waiting.set(callback, milliseconds);
        return () => world.waiting.delete(callback);
      },
    });
  return { world, open, inner };
}

/** Lets everything that waits for nothing from outside run to its end. */
const settled = () => new Promise((done) => setImmediate(done));

describe('the stores while the database', () => {
  let world: ReturnType<typeof setUp>['world'];
  let open: ReturnType<typeof setUp>['open'];
  let inner: Stores;
  beforeEach(() => {
    ({ world, open, inner } = setUp());
  });

  describe('is well', () => {
    it('pass everything on to it', async () => {
      const stores = await open();
      expect(await stores.deliveries.claim('Ev1')).toBe(true);
      await stores.conversations.save(thread, talk);
      await stores.gaps.record(gap);
      expect(world.claimed).toEqual(new Set(['Ev1']));
      expect(world.saved.get(thread.root)).toEqual(talk);
      expect(world.gaps).toEqual([gap]);
      expect(world.log).toEqual([]);
      expect(world.waiting.size).toBe(0);
    });

    it('see what another process has claimed and saved', async () => {
      const stores = await open();
      await stores.conversations.save(thread, talk);
      world.claimed.add('Ev1');
      world.saved.set(thread.root, later);
      expect(await stores.deliveries.claim('Ev1')).toBe(false);
      expect(await stores.conversations.load(thread)).toEqual(later);
    });
  });

  describe('throws', () => {
    it('handle each delivery once, also one claimed before', async () => {
      const stores = await open();
      await stores.deliveries.claim('Ev1');
      world.mood = 'throws';
      expect(await stores.deliveries.claim('Ev1')).toBe(false);
      expect(await stores.deliveries.claim('Ev2')).toBe(true);
      expect(await stores.deliveries.claim('Ev2')).toBe(false);
    });

    it('remember threads of before and of meanwhile', async () => {
      const stores = await open();
      await stores.conversations.save(thread, talk);
      world.mood = 'throws';
      expect(await stores.conversations.load(thread)).toEqual(talk);
      await stores.conversations.save(thread, later);
      expect(await stores.conversations.load(thread)).toEqual(later);
      expect(await stores.conversations.load({ ...thread, channel: 'C2' })).toBeUndefined();
    });

    it('drop a gap, and reject what a person waits for', async () => {
      const stores = await open();
      world.mood = 'throws';
      await stores.gaps.record(gap);
      await stores.purge();
      await expect(stores.feedback.vote(vote)).rejects.toThrow('connection refused');
      await expect(stores.gaps.list()).rejects.toThrow('connection refused');
      await expect(stores.gaps.dismiss(['g1'])).rejects.toThrow('connection refused');
    });

    it('drop a posted message, and reject every call of the history: no change without its author', async () => {
      const stores = await open();
      const message = { team: 'T1', channel: 'C1', ts: '1.2', factIds: ['pier'], question: '', at: 0 };
      const change = { factId: 'pier', at: 0, who: 'U1', why: '', before: undefined, after: undefined };
      await stores.posted.remember(message);
      world.mood = 'throws';
      await stores.posted.remember(message);
      await expect(stores.history.begin(change)).rejects.toThrow('connection refused');
      await expect(stores.history.notice([], 0)).rejects.toThrow('connection refused');
      await expect(stores.history.recent()).rejects.toThrow('connection refused');
      await expect(stores.posted.messagesWith('pier', 0)).rejects.toThrow('connection refused');
    });

    it('say so once a minute, and say when it is back', async () => {
      const stores = await open();
      world.mood = 'throws';
      const failing = 'the database fails; questions are answered without it';
      await stores.gaps.record(gap);
      world.now = 59_999;
      await stores.gaps.record(gap);
      expect(world.log).toEqual([failing]);
      world.now = 60_000;
      await stores.gaps.record(gap);
      expect(world.log).toEqual([failing, failing]);
      world.mood = 'well';
      await stores.gaps.record(gap);
      expect(world.log).toEqual([failing, failing, 'the database is back']);
    });

    it('store the threads of meanwhile when it is back, each as it was last', async () => {
      const stores = await open();
      world.mood = 'throws';
      await stores.conversations.save(thread, talk);
      await stores.conversations.save(thread, later);
      await stores.conversations.save({ ...thread, root: '1900000000.000300' }, talk);
      world.mood = 'well';
      await stores.deliveries.claim('Ev1');
      await settled();
      expect(Object.fromEntries(world.saved)).toEqual({ [thread.root]: later, '1900000000.000300': talk });
      world.saved.set(thread.root, talk);
      expect(await stores.conversations.load(thread)).toEqual(talk);
    });

    it('keep no more than 20,000 deliveries and 2,000 threads', async () => {
      const stores = await open();
      world.mood = 'throws';
      for (let number = 0; number <= 20_000; number++) await stores.deliveries.claim(`Ev${number}`);
      for (let number = 0; number <= 2000; number++)
        await stores.conversations.save({ ...thread, root: `${number}` }, talk);
      expect(await stores.deliveries.claim('Ev1')).toBe(false);
      expect(await stores.deliveries.claim('Ev0')).toBe(true);
      expect(await stores.conversations.load({ ...thread, root: '1' })).toEqual(talk);
      expect(await stores.conversations.load({ ...thread, root: '0' })).toBeUndefined();
    });
  });

  describe('hangs', () => {
    it('wait no longer than a second, and then answer from memory', async () => {
      const stores = await open();
      await stores.conversations.save(thread, talk);
      world.mood = 'hangs';
      const asked = Promise.all([stores.deliveries.claim('Ev1'), stores.conversations.load(thread)]);
      expect([...world.waiting.values()]).toEqual([1000, 1000]);
      await world.passDeadlines();
      expect(await asked).toEqual([true, talk]);
      expect(world.waiting.size).toBe(0);
    });

    it('leave it alone for five seconds, so that not every question waits', async () => {
      const stores = await open();
      world.mood = 'hangs';
      const first = stores.deliveries.claim('Ev1');
      await world.passDeadlines();
      await first;
      const calls = world.calls;
      world.now = 4999;
      expect(await stores.deliveries.claim('Ev2')).toBe(true);
      await stores.conversations.save(thread, talk);
      await expect(stores.feedback.vote(vote)).rejects.toThrow('the database is away');
      expect(world.calls).toBe(calls);
      world.now = 5000;
      world.mood = 'well';
      expect(await stores.deliveries.claim('Ev3')).toBe(true);
      await settled();
      expect(world.saved.get(thread.root)).toEqual(talk);
    });

    it('close all the same', async () => {
      const stores = await open(() => Promise.resolve({ ...inner, close: () => new Promise(() => {}) }));
      const closed = stores.close();
      await world.passDeadlines();
      await expect(closed).resolves.toBeUndefined();
    });
  });

  describe('is away at the start', () => {
    it.each(['throws', 'hangs'] as const)('(%s) start without it', async (mood) => {
      world.mood = mood;
      const opening = open();
      if (mood === 'hangs') await world.passDeadlines();
      const stores = await opening;
      expect(await stores.deliveries.claim('Ev1')).toBe(true);
      await stores.conversations.save(thread, talk);
      expect(world.saved.size).toBe(0);
    });

    it('open it when it is there, and store the threads of meanwhile', async () => {
      world.mood = 'throws';
      const stores = await open();
      await stores.conversations.save(thread, talk);
      world.mood = 'well';
      world.now = 5000;
      expect(await stores.deliveries.claim('Ev1')).toBe(true);
      await settled();
      expect(world.claimed).toEqual(new Set(['Ev1']));
      expect(world.saved.get(thread.root)).toEqual(talk);
    });

    it('refuse to start for what only a person can mend', async () => {
      const refused = new ConfigError(['The database bot.db cannot be opened']);
      await expect(open(() => Promise.reject(refused))).rejects.toBe(refused);
    });
  });

  it('had to be closed reach for it no more', async () => {
    const stores = await open();
    await stores.close();
    const calls = world.calls;
    expect(await stores.deliveries.claim('Ev1')).toBe(true);
    await expect(stores.feedback.vote(vote)).rejects.toThrow('the database is closed');
    expect([world.closed, world.calls]).toEqual([1, calls]);
  });
});
