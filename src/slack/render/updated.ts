/** The line above an answer that says what it said before one of its facts changed. */
import type { Fact } from '../../facts/schema.ts';
import type { Change } from '../editor-ports.ts';
import { differences } from '../editors/fact-diff.ts';
import { EDITORS, LABELS } from '../editors/wording.ts';
import { clip, inMrkdwn } from '../escape.ts';
import { CONTEXT_TEXT } from '../limits.ts';
import { NO_LONGER_GIVEN, updated } from '../wording.ts';
import { type Message, markedAside } from './blocks.ts';
import { showDate } from './dates.ts';

/** What an answer shows of a fact; a change of anything else changes no answer that was given. */
const SHOWN: ReadonlySet<string> = new Set([
  LABELS.statement,
  LABELS.status,
  LABELS.asOf,
  LABELS.report,
  LABELS.paragraph,
  LABELS.note,
  LABELS.retired,
]);

/** Whether a reader of the answer would notice. */
export function isSeen(change: Change): boolean {
  return seenDifferences(change).length > 0;
}

export function updateLines(changes: readonly Change[]): Message {
  const lines = changes.map((change) => clip(lineFor(change), CONTEXT_TEXT));
  return { text: lines.join('\n'), blocks: lines.map(markedAside) };
}

function seenDifferences({ before, after }: Change) {
  return differences(before?.fact, after?.fact).filter(({ label }) => SHOWN.has(label));
}

/** `Updated Feb 24, 2026: was “…”, now “…”`. */
function lineFor(change: Change): string {
  const { before, after, at } = change;
  const day = updated(showDate(new Date(at).toISOString().slice(0, 10)));
  if (isGiven(before?.fact) && !isGiven(after?.fact)) {
    return `*${day}*: ${EDITORS.was} ${quoted(before?.fact.statement ?? '')}. ${NO_LONGER_GIVEN}`;
  }
  const parts = seenDifferences(change).map(({ label, was, now }) => {
    const name = label === LABELS.statement ? '' : `${label} `;
    return `${name}${EDITORS.was} ${quoted(was)}, ${EDITORS.now} ${quoted(now)}`;
  });
  return `*${day}*: ${parts.join('; ')}`;
}

function isGiven(fact: Fact | undefined): boolean {
  return fact !== undefined && fact.retired === undefined;
}

function quoted(text: string): string {
  return text === '' ? EDITORS.nothing : `“${inMrkdwn(text)}”`;
}
