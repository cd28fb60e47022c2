/**
 * The stores as the bot uses them: while the database fails or hangs, deliveries and threads are kept in
 * memory, so that questions are still answered. What is kept there is bounded, seen by this process only,
 * and threads are stored as soon as the database is back.
 */
import type { Conversation } from '../answer/conversation.ts';
import { ConfigError } from '../errors.ts';
import type { ThreadKey } from '../slack/ports.ts';
import { type Link, linkTo, realTimer, type Timer } from './link.ts';
import { Recent } from './recent.ts';
import type { Clock, Conversations, Deliveries, Gaps, History, InHand, Log, Stores } from './stores.ts';

/** Milliseconds a question waits for the database; a person does not notice one second. */
const DEADLINE = 1000;

/** At the start there is time for a slow server to say that the password is wrong. */
const START_DEADLINE = 3000;

/** The first look at a large base writes each of its facts. */
const NOTICE_DEADLINE = 30_000;

/** Deleting what is old may take long, and nobody waits for it. */
const PURGE_DEADLINE = 60_000;

/** At most some ten megabytes altogether, and more than a desk asks in the hour for which Slack sends again. */
const DELIVERIES_KEPT = 20_000;
const THREADS_KEPT = 2000;

export interface ResilientOptions {
  /** Opens the database; called again until it succeeds. */
  readonly open: () => Promise<Stores>;
  readonly clock: Clock;
  readonly log: Log;
  readonly timer?: Timer;
}

export interface ResilientStores extends Stores {
  /** Whether the database was away when it was last asked. */
  isAway(): boolean;
}

/**
 * Opens the database, or starts without it and opens it later. Votes, suggestions, reminders, the history
 * and the reading of gaps reject while it is away, since somebody waits for them; a gap, a posted message or the reply to a question
 * that cannot be recorded is dropped.
 * @throws ConfigError when the first attempt finds what only a person can mend.
 */
export async function openResilient(options: ResilientOptions): Promise<ResilientStores> {
  const threads = new Recent<KeptThread>(THREADS_KEPT);
  const link = linkTo({ timer: realTimer, ...options, onReturn: () => void storeKept(link, threads) });
  await link
    .reach(async () => {}, START_DEADLINE)
    .catch((error) => {
      if (error instanceof ConfigError) throw error;
    });
  return {
    deliveries: deliveriesOver(link),
    conversations: conversationsOver(link, threads),
    exchanges: {
      load: (place, ts) => link.reach((stores) => stores.exchanges.load(place, ts), DEADLINE).catch(reported),
      save: (exchange) => link.reach((stores) => stores.exchanges.save(exchange), DEADLINE).catch(reported),
    },
    feedback: { vote: (entry) => link.reach((stores) => stores.feedback.vote(entry), DEADLINE) },
    gaps: gapsOver(link),
    history: historyOver(link),
    inHand: inHandOver(link),
    posted: {
      remember: (message) =>
        link.reach((stores) => stores.posted.remember(message), DEADLINE).catch(reported),
      messagesWith: (factId, since) =>
        link.reach((stores) => stores.posted.messagesWith(factId, since), DEADLINE),
    },
    suggestions: {
      record: (suggestion) => link.reach((stores) => stores.suggestions.record(suggestion), DEADLINE),
      list: (limit) => link.reach((stores) => stores.suggestions.list(limit), DEADLINE),
      close: (id) => link.reach((stores) => stores.suggestions.close(id), DEADLINE),
    },
    reminders: {
      claim: (key, at) => link.reach((stores) => stores.reminders.claim(key, at), DEADLINE),
      release: (key) => link.reach((stores) => stores.reminders.release(key), DEADLINE),
    },
    purge: () => link.reach((stores) => stores.purge(), PURGE_DEADLINE).catch(reported),
    close: () => link.close(DEADLINE),
    isAway: link.isAway,
  };
}

/** The link has written it to the log. */
function reported(): undefined {
  return undefined;
}

function gapsOver(link: Link): Gaps {
  const { reach } = link;
  return {
    record: (gap) => reach((stores) => stores.gaps.record(gap), DEADLINE).catch(reported),
    list: (limit) => reach((stores) => stores.gaps.list(limit), DEADLINE),
    dismiss: (ids) => reach((stores) => stores.gaps.dismiss(ids), DEADLINE),
    answer: (ids, factId) => reach((stores) => stores.gaps.answer(ids, factId), DEADLINE),
    toTell: (limit) => reach((stores) => stores.gaps.toTell(limit), DEADLINE),
    claimTelling: (id) => reach((stores) => stores.gaps.claimTelling(id), DEADLINE),
  };
}

/** Without a database nothing is changed in Slack: a change that nobody can trace or undo is worse than a wait. */
function historyOver({ reach }: Link): History {
  return {
    begin: (change) => reach((stores) => stores.history.begin(change), DEADLINE),
    complete: (id) => reach((stores) => stores.history.complete(id), DEADLINE),
    abandon: (id) => reach((stores) => stores.history.abandon(id), DEADLINE),
    notice: (facts, at) => reach((stores) => stores.history.notice(facts, at), NOTICE_DEADLINE),
    get: (id) => reach((stores) => stores.history.get(id), DEADLINE),
    of: (factId, limit) => reach((stores) => stores.history.of(factId, limit), DEADLINE),
    recent: (limit) => reach((stores) => stores.history.recent(limit), DEADLINE),
  };
}

/**
 * Taking and marking reject while the database is away: whoever calls them then answers all the same, and
 * must know that nobody else will. What another process left is looked for again soon.
 */
function inHandOver({ reach }: Link): InHand {
  return {
    take: (owner, deliveries) => reach((stores) => stores.inHand.take(owner, deliveries), DEADLINE),
    sending: (owner, keys) => reach((stores) => stores.inHand.sending(owner, keys), DEADLINE),
    done: (owner, keys) => reach((stores) => stores.inHand.done(owner, keys), DEADLINE),
    keep: (owner) => reach((stores) => stores.inHand.keep(owner), DEADLINE),
    release: (owner) => reach((stores) => stores.inHand.release(owner), DEADLINE),
    adopt: (owner, limit) => reach((stores) => stores.inHand.adopt(owner, limit), DEADLINE),
  };
}

/** Memory is asked first: it knows what this process claimed while the database was away. */
function deliveriesOver(link: Link): Deliveries {
  const claimed = new Recent<true>(DELIVERIES_KEPT);
  return {
    async claim(key) {
      if (claimed.get(key)) return false;
      claimed.set(key, true);
      return link.reach((stores) => stores.deliveries.claim(key), DEADLINE).catch(() => true);
    },
  };
}

interface KeptThread {
  readonly thread: ThreadKey;
  readonly conversation: Conversation;
  stored: boolean;
}

function conversationsOver(link: Link, threads: Recent<KeptThread>): Conversations {
  return {
    async load(thread) {
      const kept = threads.get(nameOf(thread));
      if (kept?.stored === false) return kept.conversation;
      return link
        .reach((stores) => stores.conversations.load(thread), DEADLINE)
        .catch(() => kept?.conversation);
    },
    async save(thread, conversation) {
      const kept = { thread, conversation, stored: false };
      threads.set(nameOf(thread), kept);
      await store(link, kept);
    },
  };
}

async function storeKept(link: Link, threads: Recent<KeptThread>): Promise<void> {
  for (const kept of threads.values()) {
    const isLatest = threads.get(nameOf(kept.thread)) === kept;
    if (isLatest && !kept.stored) await store(link, kept);
  }
}

async function store(link: Link, kept: KeptThread): Promise<void> {
  await link
    .reach((stores) => stores.conversations.save(kept.thread, kept.conversation), DEADLINE)
    .then(() => {
      kept.stored = true;
    }, reported);
}

function nameOf({ team, channel, root }: ThreadKey): string {
  return JSON.stringify([team, channel, root]);
}
