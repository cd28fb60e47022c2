/** The editors' panel: the state of the base, and what waits for an editor. */
import { createGapGrouper, type GapGroup, type GroupGaps } from '../../answer/gaps.ts';
import type { Base, Fact } from '../../facts/schema.ts';
import type { Change, ReaderSuggestion } from '../editor-ports.ts';
import { inMrkdwn } from '../escape.ts';
import {
  editAction,
  gapAction,
  suggestionAction,
  writeFactRef,
  writeGapRef,
  writeSuggestionRef,
} from '../ids.ts';
import { aside, button, buttons, header, marked, markedAside, paragraph } from '../render/blocks.ts';
import { dayOf } from '../render/dates.ts';
import { mention } from '../render/parts.ts';
import type { Room } from '../room.ts';
import type { KnownBlock, ModalView } from '../types.ts';
import { mustBeEditor } from './admins.ts';
import { type Opener, openView } from './open-form.ts';
import { askedInVain, baseState, EDITORS, more } from './wording.ts';

/** So many of each are shown; a modal holds a hundred blocks. */
const SHOWN = { problems: 3, due: 6, gaps: 8, suggestions: 5, changes: 5 } as const;
/** Enough to see what is asked often. */
const ENTRIES = 1000;

/** @throws UserError when the person is no editor, or Slack did not wait. */
export async function openPanel(room: Room, opener: Opener): Promise<void> {
  mustBeEditor(room, opener.user);
  await openView(room, opener, await panelView(room));
}

/** Shows the panel as it is now. Throws as `openPanel` does. */
export async function refreshPanel(room: Room, user: string, viewId: string | undefined): Promise<void> {
  mustBeEditor(room, user);
  if (viewId !== undefined) await room.outbox.updateView(viewId, await panelView(room));
}

/** Facts whose day of review has passed, the longest overdue first. */
export function dueFacts({ topics }: Base, now: number): Fact[] {
  const today = dayOf(now);
  return topics
    .flatMap(({ facts }) => facts)
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < today)
    .sort((a, b) => (a.reviewBy ?? '').localeCompare(b.reviewBy ?? ''));
}

interface Kept {
  readonly gaps: readonly GapGroup[];
  readonly suggestions: readonly ReaderSuggestion[];
  readonly changes: readonly Change[];
}

async function panelView(room: Room): Promise<ModalView> {
  const { base } = room.editing.current();
  const kept = await readKept(room, base);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: EDITORS.panel },
    close: { type: 'plain_text', text: EDITORS.close },
    blocks: [
      ...stateBlocks(room, base),
      ...dueBlocks(dueFacts(base, room.clock())),
      ...(kept === undefined
        ? paragraph(EDITORS.away)
        : [
            ...gapBlocks(
              kept.gaps.filter(({ answeredBy, downvotes }) => answeredBy.length === 0 || downvotes > 0),
            ),
            ...suggestionBlocks(kept.suggestions),
            ...changeBlocks(kept.changes),
          ]),
    ],
  };
}

/** Undefined where the database is away: the rest of the panel is shown all the same. */
async function readKept(room: Room, base: Base): Promise<Kept | undefined> {
  const { gaps, suggestions, history, clock, log } = room;
  try {
    const [entries, suggested, changes] = await Promise.all([
      gaps.list(ENTRIES),
      suggestions.list(),
      history.recent(SHOWN.changes),
    ]);
    return { gaps: grouperFor(base)(entries, clock()), suggestions: suggested, changes };
  } catch (error) {
    log.error('the panel could not be filled', { error });
    return undefined;
  }
}

/** The entries of questions that a fact of the base in service answers now. */
export async function answeredBy(
  room: Pick<Room, 'gaps' | 'engine' | 'clock'>,
  factId: string,
): Promise<string[]> {
  const entries = (await room.gaps.list(ENTRIES)).filter(({ kind }) => kind === 'unknown');
  const groups = grouperFor(room.engine().base)(entries, room.clock());
  return groups.flatMap((group) => (group.answeredBy.includes(factId) ? group.ids : []));
}

const groupers = new WeakMap<Base, GroupGaps>();

/** A base is read for grouping when its panel is first opened, and once. */
function grouperFor(base: Base): GroupGaps {
  const grouper = groupers.get(base) ?? createGapGrouper(base);
  groupers.set(base, grouper);
  return grouper;
}

const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

function stateBlocks({ editing }: Room, { topics, reports }: Base): KnownBlock[] {
  const facts = topics.reduce((total, topic) => total + topic.facts.length, 0);
  const problems = editing.problems();
  return [
    ...paragraph(baseState(facts, reports.length, `${TIME.format(editing.loadedAt())} UTC`)),
    ...(problems.length === 0 ? [] : [marked(`:warning: *${EDITORS.broken}*`)]),
    ...problems
      .slice(0, SHOWN.problems)
      .flatMap(({ file, line, column, message }) => aside(`${file}:${line}:${column} ${message}`)),
    ...moreThan(problems.length, SHOWN.problems),
  ];
}

function dueBlocks(facts: readonly Fact[]): KnownBlock[] {
  return [
    header(EDITORS.due),
    ...(facts.length === 0 ? aside(EDITORS.nothingDue) : []),
    ...facts
      .slice(0, SHOWN.due)
      .flatMap((fact, index) => [
        ...paragraph(fact.headline ?? fact.statement),
        ...aside(`${fact.id} · ${fact.reviewBy ?? ''}`),
        ...buttons(`due:${index}`, [button(editAction(index), EDITORS.edit, writeFactRef(fact.id))]),
      ]),
    ...moreThan(facts.length, SHOWN.due),
  ];
}

function gapBlocks(groups: readonly GapGroup[]): KnownBlock[] {
  return [
    header(EDITORS.gaps),
    ...(groups.length === 0 ? aside(EDITORS.noGaps) : []),
    ...groups.slice(0, SHOWN.gaps).flatMap((group, index) => {
      const value = writeGapRef(group);
      const also = group.wordings.slice(1, 3).map((wording) => `also: ${wording}`);
      return [
        ...paragraph(group.question),
        ...aside(
          [askedInVain(group.unknowns, group.downvotes, DAY.format(group.lastAt)), ...also].join(' · '),
        ),
        ...buttons(`gap:${index}`, [
          button(gapAction('add', index), EDITORS.gapAdd, value),
          button(gapAction('new', index), EDITORS.gapNew, value),
          button(gapAction('dismiss', index), EDITORS.dismiss, value),
        ]),
      ];
    }),
    ...moreThan(groups.length, SHOWN.gaps),
  ];
}

function suggestionBlocks(suggestions: readonly ReaderSuggestion[]): KnownBlock[] {
  if (suggestions.length === 0) return [];
  return [
    header(EDITORS.suggestions),
    ...suggestions.slice(0, SHOWN.suggestions).flatMap(({ id, text, user, at, factIds: [factId] }, index) => [
      ...paragraph(text),
      markedAside([mention(user), DAY.format(at), inMrkdwn(factId ?? '')].join(' · ')),
      ...buttons(`suggestion:${index}`, [
        // Its number goes on behind those of the facts that are due.
        ...(factId === undefined
          ? []
          : [button(editAction(SHOWN.due + index), EDITORS.edit, writeFactRef(factId))]),
        button(suggestionAction(index), EDITORS.done, writeSuggestionRef(id)),
      ]),
    ]),
    ...moreThan(suggestions.length, SHOWN.suggestions),
  ];
}

function changeBlocks(changes: readonly Change[]): KnownBlock[] {
  return [
    header(EDITORS.recent),
    ...(changes.length === 0 ? aside(EDITORS.noChanges) : []),
    ...changes.map(({ factId, who, at, why }) => {
      const name = who === 'files' ? EDITORS.inFiles : mention(who);
      return markedAside([`${TIME.format(at)} UTC`, name, inMrkdwn(factId), inMrkdwn(why)].join(' · '));
    }),
  ];
}

function moreThan(count: number, shown: number): KnownBlock[] {
  return count > shown ? aside(more(count - shown)) : [];
}
