/** The buttons of the editors' panel. Whoever presses one is asked again whether they are an editor. */
import { mustBeEditor } from '../editors/admins.ts';
import { addForm } from '../editors/form-view.ts';
import { gapForm } from '../editors/gap-form.ts';
import { wordingsOf } from '../editors/kept.ts';
import { openForm, openView } from '../editors/open-form.ts';
import { refreshPanel } from '../editors/panel.ts';
import type { Feature } from '../feature.ts';
import {
  GAP_ADD_ACTIONS,
  GAP_DISMISS_ACTIONS,
  GAP_NEW_ACTIONS,
  PAGE_ACTIONS,
  readGapRef,
  readPages,
  readSuggestionRef,
  SUGGESTION_ACTIONS,
} from '../ids.ts';
import type { Room } from '../room.ts';
import { onPress, type Pressed, sayOldButton } from './press.ts';

function createGapButton(
  room: Room,
  work: (pressed: Pressed, ids: readonly string[], question: string) => Promise<void>,
) {
  return onPress(room, 'panel', async (pressed) => {
    mustBeEditor(room, pressed.press.user);
    const gap = readGapRef(pressed.press.value);
    if (gap === undefined) return sayOldButton(pressed);
    await work(pressed, gap.ids, gap.question);
  });
}

const opener = ({ press: { user, triggerId } }: Pressed) => ({ user, triggerId, how: 'push' }) as const;

export const panel: Feature = {
  name: 'panel',
  events: [],
  scopes: ['chat:write'],
  attach: (app, room) => {
    const writeNew = createGapButton(room, async (pressed, ids, question) => {
      const { form, values } = addForm(room.editing.current().base);
      const asks = (await wordingsOf(room, { ids, question })).join('\n');
      await openForm(room, opener(pressed), { form: { ...form, gaps: ids }, values: { ...values, asks } });
    });
    const addTo = createGapButton(room, async (pressed, ids, question) => {
      await openView(room, opener(pressed), gapForm({ ids, question }));
    });
    const dismiss = createGapButton(room, async ({ press }, ids) => {
      await room.gaps.dismiss(ids);
      await refreshPanel(room, press);
    });
    const close = onPress(room, 'panel', async (pressed) => {
      const { press } = pressed;
      mustBeEditor(room, press.user);
      const id = readSuggestionRef(press.value);
      if (id === undefined) return sayOldButton(pressed);
      await room.suggestions.close(id);
      await refreshPanel(room, press);
    });
    const turn = onPress(room, 'panel', async (pressed) => {
      mustBeEditor(room, pressed.press.user);
      const pages = readPages(pressed.press.value);
      if (pages === undefined) return sayOldButton(pressed);
      await refreshPanel(room, pressed.press, pages);
    });
    app.action(GAP_NEW_ACTIONS, writeNew);
    app.action(GAP_ADD_ACTIONS, addTo);
    app.action(GAP_DISMISS_ACTIONS, dismiss);
    app.action(SUGGESTION_ACTIONS, close);
    app.action(PAGE_ACTIONS, turn);
  },
};
