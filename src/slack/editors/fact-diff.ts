/** What is different between two states of a fact, in the words of the form. */
import { factToDraft } from '../../facts/fact-draft.ts';
import type { Fact } from '../../facts/schema.ts';
import { clip, inMrkdwn } from '../escape.ts';
import { SECTION_TEXT } from '../limits.ts';
import { marked } from '../render/blocks.ts';
import type { KnownBlock } from '../types.ts';
import { FIELDS, linesOf, type Values } from './fields.ts';
import { EDITORS, LABELS, STATUS_OPTIONS } from './wording.ts';

export interface Difference {
  readonly label: string;
  readonly was: string;
  readonly now: string;
}

/** Undefined stands for no fact. */
export function differences(before: Fact | undefined, after: Fact | undefined): Difference[] {
  const [old, now] = [shownOf(before), shownOf(after)];
  const labels = [...new Set([...old.keys(), ...now.keys()])];
  return labels.flatMap((label) => {
    const [was = '', is = ''] = [old.get(label), now.get(label)];
    return was === is ? [] : [label === LABELS.asks ? listDifference(was, is) : { label, was, now: is }];
  });
}

/** Of two fillings of the form for the same fact. */
export function valueDifferences(theirs: Values, mine: Values): Difference[] {
  return FIELDS.change.flatMap((field) => {
    const [was, now] = [tidy(theirs[field]), tidy(mine[field])];
    if (was === now || field === 'why') return [];
    return [field === 'asks' ? listDifference(was, now) : { label: LABELS[field], was, now }];
  });
}

function tidy(text = ''): string {
  return linesOf(text).join('\n');
}

/** Of a list, what went and what came. */
function listDifference(was: string, now: string): Difference {
  const [old, is] = [was.split('\n'), now.split('\n')];
  const only = (one: readonly string[], other: readonly string[]) =>
    one.filter((line) => !other.includes(line)).join('\n');
  return { label: LABELS.asks, was: only(old, is), now: only(is, old) };
}

function shownOf(fact: Fact | undefined): Map<string, string> {
  if (fact === undefined) return new Map();
  const draft = factToDraft(fact);
  const { retired } = fact;
  return new Map([
    [LABELS.statement, draft.statement],
    [LABELS.headline, draft.headline],
    [LABELS.status, STATUS_OPTIONS[fact.status]],
    [LABELS.asOf, draft.asOf],
    [LABELS.when, draft.when],
    [LABELS.report, draft.report],
    [LABELS.paragraph, draft.paragraph],
    [LABELS.answers, fact.answers.map(({ kind, value }) => `${kind} ${value ?? ''}`.trim()).join('; ')],
    [LABELS.asks, draft.asks.join('\n')],
    [LABELS.about, draft.about.join(', ')],
    [LABELS.note, draft.note],
    [LABELS.reviewBy, draft.reviewBy],
    [LABELS.retired, retired === undefined ? '' : `${retired.on}: ${retired.why}`],
  ]);
}

/** @param words what the two sides are called: was and now, theirs and yours. */
export function differenceBlocks(
  list: readonly Difference[],
  words: readonly [string, string] = [EDITORS.was, EDITORS.now],
): KnownBlock[] {
  const side = (word: string, text: string) =>
    text === '' ? `_${word}:_ ${EDITORS.nothing}` : `_${word}:_ ${inLines(text)}`;
  return list.map(({ label, was, now }) =>
    marked(clip([`*${label}*`, side(words[0], was), side(words[1], now)].join('\n'), SECTION_TEXT)),
  );
}

/** The same as one text for notifications. */
export function differenceText(list: readonly Difference[]): string {
  return list
    .map(
      ({ label, was, now }) =>
        `${label}: ${EDITORS.was} ${was || EDITORS.nothing}, ${EDITORS.now} ${now || EDITORS.nothing}`,
    )
    .map(inMrkdwn)
    .join('\n');
}

function inLines(text: string): string {
  return text
    .split('\n')
    .map((line) => inMrkdwn(line))
    .join('\n');
}
