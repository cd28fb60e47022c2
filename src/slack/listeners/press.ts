/** What the listeners of buttons share. */

import { deliver, type Way } from '../deliver.ts';
import { handle } from '../handle.ts';
import { isFirst } from '../memory.ts';
import type { Respond } from '../outbox.ts';
import { type Press, readPress, threadOf } from '../payloads.ts';
import { type Asker, askerWays } from '../publish.ts';
import { notice } from '../render/notice.ts';
import type { Room, SlackContext } from '../room.ts';
import { WORDS } from '../wording.ts';

export interface PressArgs {
  readonly ack: () => Promise<void>;
  /** Absent in the Home tab. */
  readonly respond?: Respond | undefined;
  readonly body: unknown;
  readonly context: SlackContext;
}

/** A press with the way back to whoever pressed. */
export interface Pressed {
  readonly press: Press;
  readonly asker: Asker;
  /** Ways to reach that person alone. */
  readonly ways: readonly Way[];
}

/** Acknowledges, reads the press, and does the work once; what goes wrong is told to the person. */
export function onPress(room: Room, feature: string, work: (pressed: Pressed) => Promise<void>) {
  return async ({ ack, respond, body, context }: PressArgs): Promise<void> => {
    await ack();
    const pressed = readPressed(room, feature, { respond, body, context });
    if (pressed === undefined) return;
    const { press } = pressed;
    await handle(room, feature, pressed.ways, async () => {
      const { triggerId } = press;
      if (triggerId === undefined || (await isFirst(room, `press:${triggerId}`))) await work(pressed);
    });
  };
}

/** Undefined, and logged, for what is no press. */
export function readPressed(
  room: Room,
  feature: string,
  { respond, body, context: { teamId, botUserId } }: Pick<PressArgs, 'respond' | 'body' | 'context'>,
): Pressed | undefined {
  const press = readPress(body);
  if (press === undefined) {
    room.log.warn('a press could not be read', { feature });
    return undefined;
  }
  const asker: Asker = {
    team: teamId ?? '',
    channel: press.message?.channel ?? press.user,
    user: press.user,
    botUserId,
    respond: respond ?? (() => Promise.reject(new Error('there is no message to respond to'))),
    threadTs: threadOf(press),
  };
  const directly: Way = (message) => room.outbox.direct(press.user, message);
  return { press, asker, ways: respond === undefined ? [directly] : askerWays(room, asker) };
}

/** Tells the person that the button's value is not one of this version's. */
export async function sayOldButton({ ways }: Pressed): Promise<void> {
  await deliver([notice(WORDS.oldButton)], ways);
}
