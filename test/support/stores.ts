/** Stores in memory, for the tests of the Slack room. */
import type { Conversation } from '../../src/answer/conversation.ts';
import type { Conversations, Deliveries, Feedback, ThreadKey } from '../../src/slack/ports.ts';

type CastVote = Parameters<Feedback['vote']>[0];

export interface MemoryStores {
  readonly deliveries: Deliveries;
  readonly conversations: Conversations;
  readonly feedback: Feedback;
  readonly threads: ReadonlyMap<string, Conversation>;
  readonly votes: readonly CastVote[];
}

export function memoryStores(): MemoryStores {
  const seen = new Set<string>();
  const threads = new Map<string, Conversation>();
  const votes: CastVote[] = [];
  const name = ({ team, channel, root }: ThreadKey): string => `${team}/${channel}/${root}`;
  return {
    threads,
    votes,
    deliveries: {
      claim: async (key) => !seen.has(key) && Boolean(seen.add(key)),
    },
    conversations: {
      load: async (thread) => threads.get(name(thread)),
      save: async (thread, conversation) => void threads.set(name(thread), conversation),
    },
    feedback: {
      vote: async (entry) => void votes.push(entry),
    },
  };
}

/** Stores of which every call is refused, as by a database that is away. */
export function brokenStores(): MemoryStores {
  const away = (): Promise<never> => Promise.reject(new Error('the database is away'));
  return {
    threads: new Map(),
    votes: [],
    deliveries: { claim: away },
    conversations: { load: away, save: away },
    feedback: { vote: away },
  };
}
