/**
 * A suggested question or a choice, pressed. In a channel or a thread the answer goes into the thread; in a
 * message for one person's eyes it goes where that person's own question would; in the Home tab it comes as
 * a direct message.
 */
import type { Turn } from '../../answer/answering.ts';
import type { Conversation } from '../../answer/conversation.ts';
import { answerPress } from '../answer-in-thread.ts';
import { deliver } from '../deliver.ts';
import type { Feature } from '../feature.ts';
import { ASK_ACTIONS, type PressedQuestion, readPressed } from '../ids.ts';
import { keepUnknown } from '../keep-gaps.ts';
import { isFirstPress, remember } from '../memory.ts';
import type { Press } from '../payloads.ts';
import { reply } from '../publish.ts';
import { dayOf } from '../render/dates.ts';
import { renderReply } from '../render/reply.ts';
import type { Room } from '../room.ts';
import { onPress, type Pressed, sayOldButton } from './press.ts';

function createPressedQuestion(room: Room) {
  return onPress(room, 'pressed-question', async (pressed) => {
    const { press, asker } = pressed;
    const question = readPressed(press.value);
    if (question === undefined) return sayOldButton(pressed);
    const { message } = press;
    const place = message === undefined ? `home:${press.user}` : `${message.channel}:${message.ts}`;
    if (!(await isFirstPress(room, `${place}:${press.actionId}`))) return;
    if (message === undefined) return answerDirectly(room, pressed, question);
    if (isForOne(message, question)) return reply(room, asker, answer(room, question), question.to);
    const thread = { team: asker.team, channel: message.channel, root: message.root };
    const said = { thread, user: press.user };
    return answerPress(room, said, (conversation) => answer(room, question, conversation));
  });
}

/** Pressed where only one person sees it, and not to be answered in the thread there. */
function isForOne({ isPrivate, isReply }: NonNullable<Press['message']>, { to }: PressedQuestion): boolean {
  return isPrivate && !(isReply && to === 'channel');
}

/** An example has no facts yet; it is asked like any question. */
function answer(room: Room, { factIds, question }: PressedQuestion, conversation?: Conversation): Turn {
  return factIds.length === 0
    ? room.engine().ask(question, undefined, true)
    : room.engine().give(factIds, question, conversation);
}

async function answerDirectly(room: Room, { press, asker }: Pressed, question: PressedQuestion) {
  const turn = answer(room, question);
  const { base } = room.engine();
  const messages = renderReply(turn.reply, {
    base,
    today: dayOf(room.clock()),
    question: question.question,
    askedBy: press.user,
    suggestionsFor: 'channel',
  });
  const sent = await deliver(messages, [(message) => room.outbox.direct(press.user, message)]);
  await remember(room, { team: asker.team, channel: sent.channel, root: sent.ts }, turn.conversation);
  const place = { team: asker.team, channel: sent.channel, thread: sent.ts };
  await keepUnknown(room, turn, { ...place, user: press.user });
}

export const pressedQuestion: Feature = {
  name: 'pressed-question',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => app.action(ASK_ACTIONS, createPressedQuestion(room)),
};
