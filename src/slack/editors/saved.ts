/** What an editor is told of a saved change, with the way to take it back. */
import { ACTION, writeChangeRef } from '../ids.ts';
import { aside, button, buttons, type Message, marked } from '../render/blocks.ts';
import { differenceBlocks, differences, differenceText } from './fact-diff.ts';
import type { Saved } from './fact-step.ts';
import { EDITORS, dropped as sayDropped } from './wording.ts';

export function savedMessage({ change, dropped }: Saved, opening: string = EDITORS.saved): Message {
  const list = differences(change.before?.fact, change.after?.fact);
  return {
    text: [opening, differenceText(list)].join('\n'),
    blocks: [
      marked(`*${opening}*`),
      ...differenceBlocks(list),
      ...(dropped.length === 0 ? [] : aside(sayDropped(dropped))),
      ...aside(change.factId),
      ...buttons('saved', [button(ACTION.undo, EDITORS.undo, writeChangeRef(change.id))]),
    ],
  };
}
