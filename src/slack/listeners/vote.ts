/** 👍 or 👎 under an answer: kept, and thanked for. */
import type { Suggestion } from '../../answer/reply.ts';
import { deliver } from '../deliver.ts';
import type { Feature } from '../feature.ts';
import { ACTION, readGiven, VOTE_ACTIONS, writeGiven } from '../ids.ts';
import { keepDownvote } from '../keep-gaps.ts';
import { isFirst } from '../memory.ts';
import { button, buttons, type Message } from '../render/blocks.ts';
import { notice } from '../render/notice.ts';
import type { Room } from '../room.ts';
import { WORDS } from '../wording.ts';
import { onPress, sayOldButton } from './press.ts';

function createVote(room: Room) {
  return onPress(room, 'vote', async (pressed) => {
    const { press, asker, ways } = pressed;
    const given = readGiven(press.value);
    if (given === undefined || press.message === undefined) return sayOldButton(pressed);
    const vote = press.actionId === ACTION.voteUp ? 'up' : 'down';
    const { channel, ts } = press.message;
    const { team, user } = asker;
    await room.feedback.vote({ team, channel, message: ts, user, vote, ...given });
    // Pressed twice, it is one vote.
    if (vote === 'down' && (await isFirst(room, `downvote:${team}:${channel}:${ts}:${user}`))) {
      const { root, isPrivate } = press.message;
      await keepDownvote(room, given, {
        ...{ team, channel, user, thread: root },
        ...(isPrivate && { isPrivate }),
      });
    }
    await deliver([vote === 'up' ? notice(WORDS.thanksForVote) : thanksForDownvote(given)], ways);
  });
}

/** Whoever finds an answer wrong may say what is wrong with it. */
function thanksForDownvote(given: Suggestion): Message {
  const { text, blocks } = notice(WORDS.thanksForDownvote);
  const suggest = button(ACTION.suggest, WORDS.suggest, writeGiven(given));
  return { text, blocks: [...blocks, ...buttons('suggest', [suggest])] };
}

export const vote: Feature = {
  name: 'vote',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(VOTE_ACTIONS, createVote(room)),
};
