/** Stores in memory, for the tests of the Slack room. */
import type { Conversation } from '../../src/answer/conversation.ts';
import type {
  Editing,
  Gaps,
  History,
  NewGap,
  NewSuggestion,
  Posted,
  PostedMessage,
  Reminders,
  Suggestions,
} from '../../src/slack/editor-ports.ts';
import type {
  Accepted,
  Conversations,
  Deliveries,
  Exchange,
  Exchanges,
  Feedback,
  InHand,
  ThreadKey,
} from '../../src/slack/ports.ts';
import { base, handMadeEngine, version } from './replies.ts';

type CastVote = Parameters<Feedback['vote']>[0];

export interface MemoryStores {
  readonly deliveries: Deliveries;
  readonly inHand: MemoryInHand;
  readonly conversations: Conversations;
  readonly exchanges: Exchanges;
  readonly feedback: Feedback;
  readonly threads: ReadonlyMap<string, Conversation>;
  readonly votes: readonly CastVote[];
  /** A base that nobody edits. */
  readonly editing: Editing;
  readonly history: History;
  readonly posted: Posted;
  readonly gaps: Gaps;
  readonly suggestions: Suggestions;
  readonly reminders: Reminders;
  /** The gaps that were recorded. */
  readonly gapsKept: readonly NewGap[];
  readonly suggested: readonly NewSuggestion[];
  /** The messages that are to be remembered. */
  readonly remembered: readonly PostedMessage[];
  readonly admins: readonly string[];
}

export function memoryStores(): MemoryStores {
  const seen = new Set<string>();
  const threads = new Map<string, Conversation>();
  const votes: CastVote[] = [];
  const name = ({ team, channel, root }: ThreadKey): string => `${team}/${channel}/${root}`;
  const remembered: PostedMessage[] = [];
  const gapsKept: NewGap[] = [];
  const suggested: NewSuggestion[] = [];
  const reminded = new Set<string>();
  const exchanges = new Map<string, Exchange>();
  return {
    threads,
    votes,
    remembered,
    gapsKept,
    suggested,
    gaps: {
      record: async (gap) => void gapsKept.push(gap),
      list: async () => gapsKept.map((gap, index) => ({ ...gap, id: String(index) })),
      dismiss: async () => {},
      answer: async () => {},
      toTell: async () => [],
      claimTelling: async () => false,
    },
    suggestions: {
      record: async (suggestion) => void suggested.push(suggestion),
      list: async () => suggested.map((each, index) => ({ ...each, id: String(index) })),
      close: async () => {},
    },
    reminders: {
      claim: async (key) => !reminded.has(key) && Boolean(reminded.add(key)),
      release: async (key) => void reminded.delete(key),
    },
    posted: {
      remember: async (message) => void remembered.push(message),
      messagesWith: async (id) => remembered.filter(({ factIds }) => factIds.includes(id)),
    },
    ...nobodyEdits(),
    inHand: memoryInHand(),
    deliveries: {
      claim: async (key) => !seen.has(key) && Boolean(seen.add(key)),
    },
    conversations: {
      load: async (thread) => threads.get(name(thread)),
      save: async (thread, conversation) => void threads.set(name(thread), conversation),
    },
    exchanges: {
      load: async ({ team, channel }, ts) => exchanges.get(name({ team, channel, root: ts })),
      save: async (exchange) => void exchanges.set(name({ ...exchange.thread, root: exchange.ts }), exchange),
    },
    feedback: {
      vote: async (entry) => void votes.push(entry),
    },
  };
}

interface HeldQuestion extends Accepted {
  owner: string | undefined;
  mayBeAnswered: boolean;
}

/** Questions in hand, of processes that are all taken for alive until they let go. */
interface MemoryInHand extends InHand {
  /** Every process that has something in hand is dead from now on. */
  everybodyDies(): void;
  /** How many questions are in hand. */
  count(): number;
}

function memoryInHand(): MemoryInHand {
  const held = new Map<string, HeldQuestion>();
  const mine = (owner: string, keys: readonly string[]): HeldQuestion[] =>
    keys.flatMap((key) => held.get(key) ?? []).filter((each) => each.owner === owner);
  return {
    everybodyDies: () => {
      for (const each of held.values()) each.owner = undefined;
    },
    count: () => held.size,
    take: async (owner, deliveries) => {
      const free = deliveries.filter(({ key }) => !held.has(key));
      for (const each of free) held.set(each.key, { ...each, owner, mayBeAnswered: false });
      return new Set(free.map(({ key }) => key));
    },
    sending: async (owner, keys) => {
      for (const each of mine(owner, keys)) each.mayBeAnswered = true;
      return new Set(mine(owner, keys).map(({ key }) => key));
    },
    done: async (owner, keys) => {
      for (const { key } of mine(owner, keys)) held.delete(key);
    },
    keep: async () => {},
    release: async (owner) => {
      for (const each of mine(owner, [...held.keys()])) each.owner = undefined;
    },
    adopt: async (owner, limit) => {
      const left = [...held.values()].filter((each) => each.owner === undefined).slice(0, limit);
      for (const each of left) each.owner = owner;
      return left.map(({ key, body, mayBeAnswered }) => ({ key, body, mayBeAnswered }));
    },
  };
}

/** Stores of which every call is refused, as by a database that is away. */
export function brokenStores(): MemoryStores {
  const away = (): Promise<never> => Promise.reject(new Error('the database is away'));
  return {
    threads: new Map(),
    votes: [],
    remembered: [],
    gapsKept: [],
    suggested: [],
    gaps: { record: away, list: away, dismiss: away, answer: away, toTell: away, claimTelling: away },
    suggestions: { record: away, list: away, close: away },
    reminders: { claim: away, release: away },
    posted: { remember: away, messagesWith: away },
    ...nobodyEdits(),
    inHand: {
      ...memoryInHand(),
      ...{ take: away, sending: away, done: away, keep: away, release: away, adopt: away },
    },
    deliveries: { claim: away },
    conversations: { load: away, save: away },
    exchanges: { load: away, save: away },
    feedback: { vote: away },
  };
}

function nobodyEdits(): Pick<MemoryStores, 'editing' | 'history' | 'admins'> {
  const engine = handMadeEngine();
  const refuse = (): Promise<never> => Promise.reject(new Error('nobody edits here'));
  return {
    admins: [],
    history: {
      begin: refuse,
      complete: refuse,
      abandon: refuse,
      notice: refuse,
      get: async () => undefined,
      of: async () => [],
      recent: async () => [],
    },
    editing: {
      current: () => engine,
      version: () => version,
      loadedAt: () => 0,
      problems: () => [],
      open: (id) => {
        const written = base.written.find(({ fact }) => fact.id === id);
        return written && { ...written, version };
      },
      preview: refuse,
      edit: refuse,
      undo: refuse,
      listen: () => () => {},
    },
  };
}
