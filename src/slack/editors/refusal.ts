/** The answer to a reader who wants to change a fact: who may, and how to tell those what is wrong. */
import { ACTION, writeGiven } from '../ids.ts';
import { button, buttons, type Message } from '../render/blocks.ts';
import { notice } from '../render/notice.ts';
import type { KnownBlock } from '../types.ts';
import { WORDS } from '../wording.ts';
import type { NotAnEditor } from './admins.ts';

export function refusalMessage({ message, factId }: NotAnEditor): Message {
  const { text, blocks } = notice(message);
  return { text, blocks: [...blocks, ...suggestButton(factId)] };
}

/** *Suggest a correction*, of a fact where one was named. */
function suggestButton(factId: string | undefined): KnownBlock[] {
  const given = { question: '', factIds: factId === undefined ? [] : [factId] };
  return buttons('suggest', [button(ACTION.suggest, WORDS.suggest, writeGiven(given))]);
}
