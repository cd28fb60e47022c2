/** *Why this answer?*, for the eyes of the person who pressed it. */
import type { Explanation } from '../../answer/reply.ts';
import { EDITORS } from '../editors/wording.ts';
import { inMrkdwn } from '../escape.ts';
import { editAction, writeFactRef } from '../ids.ts';
import { ACTIONS } from '../limits.ts';
import { WORDS } from '../wording.ts';
import type { Message } from './blocks.ts';
import { button, buttons, paragraph, strong } from './blocks.ts';
import { paginate } from './pages.ts';

/** @param editable ids of the facts that this person may edit from here. */
export function renderExplanation({ lines }: Explanation, editable: readonly string[] = []): Message[] {
  const shown = lines.length === 0 ? [WORDS.whyNothing] : lines;
  const head = { text: WORDS.whyTitle, blocks: strong(WORDS.whyTitle) };
  const edits = editable
    .slice(0, ACTIONS)
    .map((id, index) =>
      button(
        editAction(index),
        editable.length === 1 ? EDITORS.editFact : `${EDITORS.edit} ${id}`,
        writeFactRef(id),
      ),
    );
  return paginate([
    head,
    ...shown.map((line) => ({ text: inMrkdwn(line), blocks: paragraph(line) })),
    ...(edits.length === 0 ? [] : [{ text: '', blocks: buttons('edit', edits) }]),
  ]);
}
