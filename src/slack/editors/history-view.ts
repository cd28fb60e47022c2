/** The history of a fact: who, when, from what to what, why, and the way back. */
import type { Change, OpenedFact } from '../editor-ports.ts';
import { inMrkdwn } from '../escape.ts';
import { ACTION, writeChangeRef } from '../ids.ts';
import { MODAL_BLOCKS } from '../limits.ts';
import { button, buttons, type Message, markedAside, paragraph, strong } from '../render/blocks.ts';
import { paginate } from '../render/pages.ts';
import { mention } from '../render/parts.ts';
import type { Room } from '../room.ts';
import type { ModalView } from '../types.ts';
import { differenceBlocks, differences, differenceText } from './fact-diff.ts';
import { EDITORS } from './wording.ts';

/** So many changes are shown, the newest. */
const SHOWN = 20;

export async function historyMessages(
  { history }: Pick<Room, 'history'>,
  { fact }: Pick<OpenedFact, 'fact'>,
): Promise<Message[]> {
  const changes = await history.of(fact.id, SHOWN);
  const title = `${EDITORS.history}: ${fact.id}`;
  const head: Message = {
    text: [inMrkdwn(title), inMrkdwn(fact.statement)].join('\n'),
    blocks: [...strong(title), ...paragraph(fact.statement)],
  };
  const none = { text: EDITORS.noHistory, blocks: paragraph(EDITORS.noHistory) };
  return paginate([head, ...(changes.length === 0 ? [none] : changes.map(changeEntry))]);
}

/** The same in a modal, on top of the panel that it was asked for in. */
export function historyModal(messages: readonly Message[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: EDITORS.history },
    close: { type: 'plain_text', text: EDITORS.close },
    blocks: messages.flatMap(({ blocks }) => blocks).slice(0, MODAL_BLOCKS),
  };
}

function changeEntry(change: Change): Message {
  const list = differences(change.before?.fact, change.after?.fact);
  const line = whoAndWhen(change);
  return {
    text: [line, differenceText(list)].join('\n'),
    blocks: [
      markedAside(line),
      ...differenceBlocks(list),
      ...buttons(`change:${change.id}`, [button(ACTION.undo, EDITORS.undo, writeChangeRef(change.id))]),
    ],
  };
}

const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** In UTC, as editors sit in different places. */
function whoAndWhen({ who, at, why }: Change): string {
  const name = who === 'files' ? EDITORS.inFiles : mention(who);
  return [`${TIME.format(at)} UTC`, name, ...(why === '' ? [] : [inMrkdwn(why)])].join(' · ');
}
