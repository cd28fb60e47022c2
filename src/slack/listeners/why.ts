/** *Why this answer?*, pressed: how the question was understood, for the eyes of the person who pressed. */
import { answerAgain } from '../answer-again.ts';
import { deliver } from '../deliver.ts';
import { isEditor } from '../editors/admins.ts';
import type { Feature } from '../feature.ts';
import { ACTION, readWhy } from '../ids.ts';
import { renderExplanation } from '../render/explanation.ts';
import type { Room } from '../room.ts';
import { onPress, sayOldButton } from './press.ts';

function createWhy(room: Room) {
  return onPress(room, 'why', async (pressed) => {
    const why = readWhy(pressed.press.value);
    if (why === undefined) return sayOldButton(pressed);
    const lines = why.lines ?? explain(answerAgain(room.engine(), why).reply);
    const edited = isEditor(room, pressed.press.user) ? why.factIds : [];
    await deliver(renderExplanation({ lines }, edited), pressed.ways);
  });
}

function explain(reply: ReturnType<typeof answerAgain>['reply']): readonly string[] {
  return 'explanation' in reply ? reply.explanation.lines : [];
}

export const why: Feature = {
  name: 'why',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(ACTION.why, createWhy(room)),
};
