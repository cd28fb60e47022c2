/** *Post to channel* under a private answer: the answer again, now for everybody. */
import { answerAgain } from '../answer-again.ts';
import type { Feature } from '../feature.ts';
import { ACTION, readGiven } from '../ids.ts';
import { isFirstPress } from '../memory.ts';
import { reply } from '../publish.ts';
import type { Room } from '../room.ts';
import { onPress, sayOldButton } from './press.ts';

function createPostToChannel(room: Room) {
  return onPress(room, 'post-to-channel', async (pressed) => {
    const { press, asker } = pressed;
    const given = readGiven(press.value);
    if (given === undefined || press.message === undefined) return sayOldButton(pressed);
    if (!(await isFirstPress(room, `${press.message.channel}:${press.message.ts}:post`))) return;
    await reply(room, asker, answerAgain(room.engine(), given), 'channel');
    // The private copy has done its work; where it cannot be taken away it does no harm.
    await room.outbox.withdraw(asker.respond);
  });
}

export const postToChannel: Feature = {
  name: 'post-to-channel',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(ACTION.post, createPostToChannel(room)),
};
