/** The parts of the editors' panel, each a list that may have several pages. */
import type { GapGroup } from '../../answer/gaps.ts';
import type { Base, Fact } from '../../facts/schema.ts';
import type { Change, ReaderSuggestion } from '../editor-ports.ts';
import { inMrkdwn } from '../escape.ts';
import {
  editAction,
  gapAction,
  historyAction,
  type Pages,
  pageAction,
  suggestionAction,
  undoAction,
  writeChangeRef,
  writeFactRef,
  writeGapRef,
  writePages,
  writeSuggestionRef,
} from '../ids.ts';
import { aside, button, buttons, header, marked, markedAside, paragraph } from '../render/blocks.ts';
import { mention } from '../render/parts.ts';
import type { Room } from '../room.ts';
import type { KnownBlock } from '../types.ts';
import { askedInVain, baseState, EDITORS, more, outOf } from './wording.ts';

/** So many of each are shown on a page; a modal holds a hundred blocks. */
const SHOWN = { problems: 3, due: 6, gaps: 8, suggestions: 5, changes: 5 } as const;

const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

export function stateBlocks({ editing }: Room, { topics, reports }: Base): KnownBlock[] {
  const facts = topics.reduce((total, topic) => total + topic.facts.length, 0);
  const problems = editing.problems();
  return [
    ...paragraph(baseState(facts, reports.length, `${TIME.format(editing.loadedAt())} UTC`)),
    ...(problems.length === 0 ? [] : [marked(`:warning: *${EDITORS.broken}*`)]),
    ...problems
      .slice(0, SHOWN.problems)
      .flatMap(({ file, line, column, message }) => aside(`${file}:${line}:${column} ${message}`)),
    ...(problems.length > SHOWN.problems ? aside(more(problems.length - SHOWN.problems)) : []),
  ];
}

export function dueBlocks(facts: readonly Fact[], pages: Pages): KnownBlock[] {
  const page = pageOf(facts, 'due', pages);
  return [
    { type: 'divider' },
    header(EDITORS.due),
    ...(facts.length === 0 ? aside(EDITORS.nothingDue) : []),
    ...page.items.flatMap((fact, index) => [
      ...paragraph(fact.headline ?? fact.statement),
      ...aside(`${fact.id} · ${fact.reviewBy ?? ''}`),
      ...buttons(`due:${index}`, [button(editAction(index), EDITORS.edit, writeFactRef(fact.id))]),
    ]),
    ...page.turns,
  ];
}

export function gapBlocks(groups: readonly GapGroup[], pages: Pages): KnownBlock[] {
  const page = pageOf(groups, 'gaps', pages);
  return [
    { type: 'divider' },
    header(EDITORS.gaps),
    ...(groups.length === 0 ? aside(EDITORS.noGaps) : []),
    ...page.items.flatMap((group, index) => {
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
    ...page.turns,
  ];
}

export function suggestionBlocks(suggestions: readonly ReaderSuggestion[], pages: Pages): KnownBlock[] {
  if (suggestions.length === 0) return [];
  const page = pageOf(suggestions, 'suggestions', pages);
  return [
    { type: 'divider' },
    header(EDITORS.suggestions),
    ...page.items.flatMap(({ id, text, user, at, factIds: [factId] }, index) => [
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
    ...page.turns,
  ];
}

export function changeBlocks(changes: readonly Change[], pages: Pages): KnownBlock[] {
  const page = pageOf(changes, 'changes', pages);
  return [
    { type: 'divider' },
    header(EDITORS.recent),
    ...(changes.length === 0 ? aside(EDITORS.noChanges) : []),
    ...page.items.flatMap(({ id, factId, who, at, why }, index) => {
      const name = who === 'files' ? EDITORS.inFiles : mention(who);
      return [
        markedAside([`${TIME.format(at)} UTC`, name, inMrkdwn(factId), inMrkdwn(why)].join(' · ')),
        ...buttons(`change:${index}`, [
          button(historyAction(index), EDITORS.history, writeFactRef(factId)),
          button(undoAction(index), EDITORS.undo, writeChangeRef(id)),
        ]),
      ];
    }),
    ...page.turns,
  ];
}

interface Page<T> {
  readonly items: readonly T[];
  /** The buttons to the pages before and after, where there are any. */
  readonly turns: readonly KnownBlock[];
}

/** The part of a list that is shown; the last one where the list has become shorter meanwhile. */
function pageOf<T>(list: readonly T[], section: keyof Pages, pages: Pages): Page<T> {
  const size = SHOWN[section];
  const page = Math.min(pages[section], Math.max(0, Math.ceil(list.length / size) - 1));
  const from = page * size;
  const items = list.slice(from, from + size);
  if (list.length <= size) return { items, turns: [] };
  const turn = (by: -1 | 1, label: string) =>
    button(pageAction(by === 1 ? 1 : 0), label, writePages({ ...pages, [section]: page + by }));
  const isLast = from + items.length === list.length;
  return {
    items,
    turns: [
      ...aside(outOf(from + 1, from + items.length, list.length)),
      ...buttons(`page:${section}`, [
        ...(page === 0 ? [] : [turn(-1, EDITORS.pageBefore)]),
        ...(isLast ? [] : [turn(1, EDITORS.pageAfter)]),
      ]),
    ],
  };
}
