/** The editors' panel: the state of the base, and what waits for an editor. */
import type { Base, Fact } from '../../facts/schema.ts';
import { FIRST_PAGES, type Pages, readPages, writePages } from '../ids.ts';
import type { Press } from '../payloads.ts';
import { aside, paragraph } from '../render/blocks.ts';
import { dayOf } from '../render/dates.ts';
import type { Room } from '../room.ts';
import type { KnownBlock, ModalView } from '../types.ts';
import { mustBeEditor } from './admins.ts';
import { type Kept, readKept } from './kept.ts';
import { type Opener, openView } from './open-form.ts';
import { changeBlocks, dueBlocks, gapBlocks, stateBlocks, suggestionBlocks } from './panel-blocks.ts';
import { EDITORS } from './wording.ts';

/**
 * Slack waits three seconds for a modal, so it opens with what is at hand and is filled when the rest was read.
 * @throws UserError when the person is no editor, or Slack did not wait.
 */
export async function openPanel(room: Room, opener: Opener): Promise<void> {
  mustBeEditor(room, opener.user);
  const viewId = await openView(room, opener, panelView(room, FIRST_PAGES, aside(EDITORS.reading)));
  if (viewId !== undefined) await fill(room, viewId, FIRST_PAGES);
}

/** Shows the panel that a button was pressed in as it is now, on other pages where they are given. */
export async function refreshPanel(room: Room, press: Press, pages?: Pages): Promise<void> {
  mustBeEditor(room, press.user);
  const shown = readPages(press.metadata);
  if (press.viewId !== undefined && shown !== undefined) await fill(room, press.viewId, pages ?? shown);
}

/** Facts whose day of review has passed, the longest overdue first. */
export function dueFacts({ topics }: Base, now: number): Fact[] {
  const today = dayOf(now);
  return topics
    .flatMap(({ facts }) => facts)
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < today)
    .sort((a, b) => (a.reviewBy ?? '').localeCompare(b.reviewBy ?? ''));
}

async function fill(room: Room, viewId: string, pages: Pages): Promise<void> {
  const kept = await readKept(room);
  const blocks = kept === undefined ? paragraph(EDITORS.away) : keptBlocks(kept, pages);
  await room.outbox.updateView(viewId, panelView(room, pages, blocks));
}

function keptBlocks({ gaps, suggestions, changes }: Kept, pages: Pages): KnownBlock[] {
  return [
    ...gapBlocks(gaps, pages),
    ...suggestionBlocks(suggestions, pages),
    ...changeBlocks(changes, pages),
  ];
}

function panelView(room: Room, pages: Pages, below: readonly KnownBlock[]): ModalView {
  const { base } = room.editing.current();
  return {
    type: 'modal',
    private_metadata: writePages(pages),
    title: { type: 'plain_text', text: EDITORS.panel },
    close: { type: 'plain_text', text: EDITORS.close },
    blocks: [...stateBlocks(room, base), ...dueBlocks(dueFacts(base, room.clock()), pages), ...below],
  };
}
