/** After the acknowledgement every path ends in a message: this is the one that ends in an apology. */
import { UserError } from '../errors.ts';
import { deliver, type Way } from './deliver.ts';
import { NotAnEditor } from './editors/admins.ts';
import { refusalMessage } from './editors/refusal.ts';
import type { Message } from './render/blocks.ts';
import { notice } from './render/notice.ts';
import type { Room } from './room.ts';
import { note } from './watch.ts';
import { failed } from './wording.ts';

/**
 * Does the work of a listener. When it throws, the person is told by the first of `ways` that works: a
 * UserError as it is, anything else as a reference that the log has with the cause. Never throws.
 */
export async function handle(
  room: Pick<Room, 'log' | 'reference'>,
  feature: string,
  ways: readonly Way[],
  work: () => Promise<void>,
): Promise<void> {
  note({ feature });
  try {
    await work();
  } catch (error) {
    await tell(room, feature, ways, error);
  }
}

async function tell(
  { log, reference }: Pick<Room, 'log' | 'reference'>,
  feature: string,
  ways: readonly Way[],
  error: unknown,
): Promise<void> {
  const isForPerson = error instanceof UserError;
  const ref = reference();
  note({ outcome: isForPerson ? 'refused' : 'failed' });
  if (!isForPerson) log.error('a listener failed', { feature, reference: ref, error });
  try {
    await deliver([toSay(error, ref)], ways);
  } catch (unsaid) {
    log.error('the person could not be told', { feature, reference: ref, error: unsaid });
  }
}

function toSay(error: unknown, reference: string): Message {
  if (error instanceof NotAnEditor) return refusalMessage(error);
  return notice(error instanceof UserError ? error.message : failed(reference));
}
