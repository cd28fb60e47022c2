/** Gets messages to a person by the first way that works. */
import type { Outcome } from './outbox.ts';
import type { Message } from './render/blocks.ts';

export type Way = (message: Message) => Promise<Outcome>;

export type Delivered = Extract<Outcome, { sent: true }>;

/** None of the ways worked; the message names what Slack said to each. */
class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/**
 * Sends all messages, in order, by the first way that takes the first of them; resolves with that one.
 * @throws Undeliverable when no way takes it, or a later one is not taken.
 */
export async function deliver(messages: readonly Message[], ways: readonly Way[]): Promise<Delivered> {
  const [first, ...rest] = messages;
  if (first === undefined) throw new Undeliverable('there is nothing to send');
  const errors: string[] = [];
  for (const way of ways) {
    const outcome = await way(first);
    if (outcome.sent) {
      for (const message of rest) await mustSend(way, message);
      return outcome;
    }
    errors.push(outcome.error);
  }
  throw new Undeliverable(errors.join(', '));
}

async function mustSend(way: Way, message: Message): Promise<void> {
  const outcome = await way(message);
  if (!outcome.sent) throw new Undeliverable(outcome.error);
}
