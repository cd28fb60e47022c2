/**
 * Sees to it that what Slack was told is taken is answered, also when this process is killed: each question is
 * in the database before it is acknowledged and until it is answered, and whoever shares the database goes on
 * with what a dead process left. The channel never gets an answer twice: where one was being sent when the
 * process died, it goes to the asker alone.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { inBatches } from './batch.ts';
import type { Accepted, Adopted, Deliveries, InHand, Log } from './ports.ts';

/** A question while it is being answered. */
interface Held {
  readonly key: string;
  /** Whether another process will see to it if this one dies. */
  readonly isStored: boolean;
  /** Left by another process. */
  readonly isAdopted: boolean;
  readonly mayBeAnswered: boolean;
  /** Resolves with whether it is still for this process to answer; set when an answer is about to be sent. */
  isOurs?: Promise<boolean>;
}

export interface Custody {
  /** Resolves once the delivery is stored or cannot be; undefined when somebody has it in hand already. */
  take(delivery: Accepted): Promise<Held | undefined>;
  /** Does the work of answering, and lets go. */
  during(held: Held, work: () => Promise<void>): Promise<void>;
  /** Notes that an answer is about to be sent; resolves with why it must not be, if so. */
  objection(isPublic: boolean): Promise<string | undefined>;
  /** What another process left half done is not done yet. */
  reopen(deliveries: Deliveries): Deliveries;
  /** Says that this process is alive, and takes over what others left: to be called every three seconds. */
  lookRound(answer: (adopted: Adopted, held: Held) => void): Promise<void>;
  /** Leaves the rest to others. */
  release(): Promise<void>;
}

export interface CustodyParts {
  readonly inHand: InHand;
  readonly log: Log;
}

/** Taken over at a time; the rest is there when these are answered. */
const ADOPTED_AT_ONCE = 200;

export function createCustody({ inHand, log }: CustodyParts): Custody {
  const owner = randomUUID();
  const current = new AsyncLocalStorage<Held>();
  /** Done, and the database does not know it yet. */
  const undone = new Set<string>();
  const take = inBatches((deliveries: readonly Accepted[]) => inHand.take(owner, deliveries));
  const sending = inBatches((keys: readonly string[]) => inHand.sending(owner, keys));
  const done = inBatches(async (keys: readonly string[]) => {
    await inHand.done(owner, keys).catch(() => {
      for (const key of keys) undone.add(key);
    });
  });

  /** When the database cannot say, the answer is due: nobody else may be able to give it. */
  const mark = (held: Held): Promise<boolean> => {
    if (!held.isStored) return Promise.resolve(true);
    held.isOurs ??= sending(held.key).then(
      (ours) => ours.has(held.key),
      () => true,
    );
    return held.isOurs;
  };

  return {
    async take(delivery) {
      const held = { key: delivery.key, isAdopted: false, mayBeAnswered: false };
      try {
        const taken = await take(delivery);
        return taken.has(delivery.key) ? { ...held, isStored: true } : undefined;
      } catch {
        return { ...held, isStored: false };
      }
    },
    async during(held, work) {
      try {
        await current.run(held, work);
      } finally {
        await done(held.key);
      }
    },
    async objection(isPublic) {
      const held = current.getStore();
      if (held === undefined) return undefined;
      if (!(await mark(held))) return 'another process answers this';
      return isPublic && held.mayBeAnswered ? 'it may have been sent before' : undefined;
    },
    reopen: (deliveries) => ({
      async claim(key) {
        const isFirst = await deliveries.claim(key);
        return isFirst || current.getStore()?.isAdopted === true;
      },
    }),
    async lookRound(answer) {
      try {
        await inHand.keep(owner);
        const late = [...undone];
        await inHand.done(owner, late);
        for (const key of late) undone.delete(key);
        const adopted = await inHand.adopt(owner, ADOPTED_AT_ONCE);
        if (adopted.length > 0)
          log.warn('questions that were left are answered now', { count: adopted.length });
        for (const each of adopted) answer(each, { ...each, isStored: true, isAdopted: true });
      } catch (error) {
        log.debug('the questions in hand could not be looked after', { error });
      }
    },
    release: () => inHand.release(owner).catch(() => {}),
  };
}
