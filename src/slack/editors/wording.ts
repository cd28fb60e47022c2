/** Every sentence that only editors see. */
import type { Elsewhere } from '../../facts/elsewhere.ts';

/** What a form asks for; the labels also name what a change changed. */
export const LABELS = {
  statement: 'Statement',
  why: 'Why this change?',
  status: 'How firmly the report says it',
  asOf: 'True as of',
  when: 'When it happened',
  report: 'Report',
  paragraph: 'Paragraph',
  asks: 'Ways of asking',
  about: 'Who or what it is about',
  note: 'Note for the reader',
  reviewBy: 'Look at it again by',
  topic: 'Topic',
  answers: 'Kinds of question it settles',
  headline: 'Headline',
  retired: 'Retired',
} as const;

export const HINTS: Readonly<Partial<Record<keyof typeof LABELS, string>>> = {
  statement: 'The whole answer: one or two sentences that stand alone.',
  why: 'Kept in the history of the fact.',
  when: 'A date as far as known, such as 2026-02-23, 2024-12 or 2014, or a span, such as 2024-12 to 2025-01.',
  paragraph: 'Its number; 1 is the first paragraph of the report.',
  asks: 'One a line, as people would type it. Ten varied ones help more than two.',
  about: 'One name a line.',
  reviewBy: 'A day, such as 2026-05-01.',
};

export const STATUS_OPTIONS = {
  reported: 'Reported',
  expected: 'Expected',
  claimed: 'Claimed, not confirmed',
  confirmed: 'Confirmed',
  disputed: 'Disputed',
  unknown: 'The report does not say it',
} as const;

export const TITLES = {
  change: 'Edit a fact',
  add: 'Add a fact',
  retire: 'Retire a fact',
  restore: 'Restore a fact',
} as const;

export const EDITORS = {
  refused: 'Only the editors of this fact base can do that.',
  gone: 'That fact is not in the base any more.',
  tooLate: 'Slack gives me three seconds to open a form, and they were over. Please try again.',
  oldForm: 'This form is from an older version of me. Close it and open the fact again.',
  look: 'See what changes',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  edit: 'Edit',
  editFact: 'Edit this fact',
  retire: 'Retire this fact…',
  undo: 'Undo',
  working: 'One moment: the change is held against the whole base.',
  pick: {
    edit: 'Which of these do you want to edit?',
    history: 'Of which of these do you want the history?',
  },
  history: 'History',
  noHistory: 'Nobody has changed this fact since I began to keep its history.',
  inFiles: 'in the files',
  notSaved: 'Nothing is saved yet. This is what saving will change:',
  nothingChanges: 'Nothing is changed yet, so there is nothing to save.',
  cannotSave: 'This cannot be saved as it is:',
  noGolden: 'No test question gets another answer.',
  was: 'was',
  now: 'now',
  nothing: 'nothing',
  removed: 'gone',
  added: 'new',
  conflict: 'Somebody else changed this fact while you had it open. This is how theirs differs from yours:',
  conflictHint: 'Keep yours to go on with what stands below, or drop it and leave the fact as it is.',
  keepMine: 'Keep mine',
  dropMine: 'Drop mine',
  theirs: 'theirs',
  yours: 'yours',
  conflictGone: 'Somebody took this fact out while you had it open. Nothing was saved.',
  unchanged: 'The fact is like that already.',
  saved: 'Saved, and in service from now on.',
  undone: 'Undone, and in service from now on.',
  broken:
    'The files of the fact base cannot be used as they are. The last good base stays in service. To mend:',
  mended: 'The files of the fact base are mended, and in service.',
  undoWhy: 'Undone',
  panel: 'Fact base',
  due: 'Due for review',
  nothingDue: 'No fact is due for review.',
  gaps: 'Asked, and not answered',
  noGaps: 'Every question that was kept has an answer or was dismissed.',
  suggestions: 'Suggested by readers',
  recent: 'Changed last',
  noChanges: 'Nobody has changed a fact since I began to keep the history.',
  away: 'The database cannot be reached just now, so questions, suggestions and changes are not shown.',
  reading: 'Reading what people asked…',
  pageBefore: '‹ Before',
  pageAfter: 'After ›',
  gapNew: 'Write a fact…',
  gapAdd: 'Add to a fact…',
  dismiss: 'Dismiss',
  done: 'Done',
  whichFact: 'Which fact answers it?',
  whichFactHint: 'Its id, or a question that it answers today.',
  noSuchFact: 'No fact is found by that. Try its id, or a question that it answers today.',
  next: 'Next',
  dueNow: 'These facts are due for review:',
  suggestTitle: 'Suggest a correction',
  suggestLabel: 'What is wrong, and how do you know?',
  suggestHint: 'The editors see what you write, and who wrote it.',
  send: 'Send',
  suggested: 'Thank you. The editors see it in their panel.',
  changedSince: 'The fact has been changed again since then, so that was not undone. Edit it instead.',
} as const;

export function golden(changed: number, asked: number): string {
  return `${changed} of ${asked} test questions ${changed === 1 ? 'gets' : 'get'} another answer.`;
}

export function worse(count: number): string {
  return count === 1
    ? 'One of them no longer gets the answer it should.'
    : `${count} of them no longer get the answer they should.`;
}

/** `2 times, last on Feb 3; also: …`. */
export function askedInVain(unknowns: number, downvotes: number, lastOn: string): string {
  const parts = [
    ...(unknowns > 0 ? [`asked ${times(unknowns)}`] : []),
    ...(downvotes > 0 ? [`voted down ${times(downvotes)}`] : []),
  ];
  return `${parts.join(', ')}, last on ${lastOn}`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export function answeredNow(question: string): string {
  return `There is an answer now to “${question}”:`;
}

export function baseState(facts: number, reports: number, loadedOn: string): string {
  return `${facts} facts from ${reports === 1 ? 'one report' : `${reports} reports`}, loaded ${loadedOn}`;
}

export function more(count: number): string {
  return `and ${count} more`;
}

/** Where a page of a longer list stands: `9 to 16 of 40`. */
export function outOf(from: number, to: number, count: number): string {
  return `${from} to ${to} of ${count}`;
}

export function dropped(values: readonly string[]): string {
  const list = values.map((value) => `“${value}”`).join(', ');
  return `Short answers that the new statement no longer holds are taken out: ${list}.`;
}

/** So many ids are named. */
const NAMED = 12;

export function elsewhere({ numbers, facts, digests }: Elsewhere): string {
  const quoted = numbers.map((number) => `“${number}”`).join(', ');
  const leads = digests.map((id) => `the lead of ${id}, in its file`);
  const places = [...facts, ...leads];
  const rest = places.length - NAMED;
  const list = [...places.slice(0, NAMED), ...(rest > 0 ? [more(rest)] : [])].join(', ');
  return `${quoted} also stands in: ${list}. Saving leaves those as they are; edit them too if they are wrong.`;
}

export function retiredOn(day: string, why: string): string {
  return `Retired on ${day}: ${why}`;
}

/** What editors can type besides, as pairs of the command and what it does. */
export function editorCommands(command: string): readonly (readonly [string, string])[] {
  return [
    [`${command} edit words or id`, 'opens a fact for editing'],
    [`${command} history words or id`, 'who changed a fact when, from what to what, and why'],
    [
      `${command} admin`,
      'the state of the base, what is due, what people asked in vain, and what readers suggest',
    ],
    [`${command} add`, 'opens an empty form for a new fact'],
  ];
}
