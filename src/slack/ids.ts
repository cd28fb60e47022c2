/** Ids of actions and blocks, and what buttons carry: written here, and read back only here. */
import { z } from 'zod';
import type { Suggestion } from '../answer/reply.ts';
import { clip } from './escape.ts';
import { BUTTON_VALUE } from './limits.ts';

export const ACTION = {
  why: 'why',
  voteUp: 'vote:up',
  voteDown: 'vote:down',
  post: 'post-to-channel',
  retire: 'retire',
  undo: 'undo',
  suggest: 'suggest',
} as const;

/** Suggested questions are numbered, since action ids are unique within a block. */
export const askAction = (index: number): string => `ask:${index}`;
export const ASK_ACTIONS = /^ask:\d+$/;
/** So are the buttons that open a fact for editing. */
export const editAction = (index: number): string => `edit:${index}`;
export const EDIT_ACTIONS = /^edit:\d+$/;
export const historyAction = (index: number): string => `history:${index}`;
export const HISTORY_ACTIONS = /^history:\d+$/;
/** And those of the editors' panel. */
export const gapAction = (what: 'new' | 'add' | 'dismiss', index: number): string => `gap-${what}:${index}`;
export const GAP_NEW_ACTIONS = /^gap-new:\d+$/;
export const GAP_ADD_ACTIONS = /^gap-add:\d+$/;
export const GAP_DISMISS_ACTIONS = /^gap-dismiss:\d+$/;
export const suggestionAction = (index: number): string => `suggestion-done:${index}`;
export const SUGGESTION_ACTIONS = /^suggestion-done:\d+$/;
export const pageAction = (index: number): string => `page:${index}`;
export const PAGE_ACTIONS = /^page:\d+$/;
export const undoAction = (index: number): string => `undo:${index}`;
export const UNDO_ACTIONS = /^undo(?::\d+)?$/;
export const VOTE_ACTIONS = /^vote:(?:up|down)$/;
/** A button that no listener of this version knows, in a message of an older one. */
export const UNKNOWN_ACTIONS =
  /^(?!(?:ask|edit|history|undo|page|gap-new|gap-add|gap-dismiss|suggestion-done):\d+$|vote:(?:up|down)$|(?:why|post-to-channel|retire|undo|suggest)$)/;

/** Who sees the answer to a button in a message that only one person sees. */
const Audience = z.enum(['channel', 'asker']);
export type Audience = z.infer<typeof Audience>;

const Pressed = z.object({ q: z.string(), f: z.array(z.string()), to: Audience });
const Given = z.object({ q: z.string(), f: z.array(z.string()) });
const Why = Given.extend({ w: z.array(z.string()).optional() });

/** A pressed question: what it asks, the facts it is answered with, and who sees that. */
export interface PressedQuestion extends Suggestion {
  readonly to: Audience;
}

export function writePressed({ question, factIds, to }: PressedQuestion): string {
  return fitting(question, (q) => ({ q, f: factIds, to }));
}

/** Undefined for what this version did not write. */
export function readPressed(value: string | undefined): PressedQuestion | undefined {
  const read = Pressed.safeParse(parseJson(value)).data;
  return read && { question: read.q, factIds: read.f, to: read.to };
}

/** What a vote and *Post to channel* speak of: a question and the facts given to it. */
export function writeGiven({ question, factIds }: Suggestion): string {
  return fitting(question, (q) => ({ q, f: factIds }));
}

export function readGiven(value: string | undefined): Suggestion | undefined {
  const read = Given.safeParse(parseJson(value)).data;
  return read && { question: read.q, factIds: read.f };
}

/** The explanation goes along as far as it fits a button; `lines` is left out where it does not. */
export interface ExplainedAnswer extends Suggestion {
  readonly lines?: readonly string[] | undefined;
}

export function writeWhy({ question, factIds, lines }: ExplainedAnswer): string {
  const whole = JSON.stringify({ q: question, f: factIds, w: lines });
  return whole.length <= BUTTON_VALUE ? whole : writeGiven({ question, factIds });
}

export function readWhy(value: string | undefined): ExplainedAnswer | undefined {
  const read = Why.safeParse(parseJson(value)).data;
  return read && { question: read.q, factIds: read.f, lines: read.w };
}

const FactRef = z.object({ id: z.string() });
const GapRef = z.object({ g: z.array(z.string()), q: z.string() });
const SuggestionRef = z.object({ suggestion: z.string() });
const ChangeRef = z.object({ change: z.string() });

/** What *Edit* and *Retire* speak of. */
export const writeFactRef = (id: string): string => JSON.stringify({ id });

export function readFactRef(value: string | undefined): string | undefined {
  return FactRef.safeParse(parseJson(value)).data?.id;
}

/** A question that people asked in vain, and the entries that stand for it. */
export interface GapRef {
  readonly ids: readonly string[];
  readonly question: string;
}

/** As many entries as a button carries; the others stay on the list and are asked about again. */
const MAX_GAPS = 40;

export function writeGapRef({ ids, question }: GapRef): string {
  return fitting(question, (q) => ({ g: ids.slice(0, MAX_GAPS), q }));
}

export function readGapRef(value: string | undefined): GapRef | undefined {
  const read = GapRef.safeParse(parseJson(value)).data;
  return read && { ids: read.g, question: read.q };
}

export const writeSuggestionRef = (suggestion: string): string => JSON.stringify({ suggestion });

export function readSuggestionRef(value: string | undefined): string | undefined {
  return SuggestionRef.safeParse(parseJson(value)).data?.suggestion;
}

/** Which page of each of its lists the panel shows, from 0 on; travels in the panel itself. */
const Pages = z.object({
  due: z.int().min(0).max(1000),
  gaps: z.int().min(0).max(1000),
  suggestions: z.int().min(0).max(1000),
  changes: z.int().min(0).max(1000),
});
export type Pages = Readonly<z.infer<typeof Pages>>;

export const FIRST_PAGES: Pages = { due: 0, gaps: 0, suggestions: 0, changes: 0 };
export const writePages = (pages: Pages): string => JSON.stringify(pages);

export function readPages(value: string | undefined): Pages | undefined {
  return Pages.safeParse(parseJson(value)).data;
}

/** What *Undo* takes back: a change in the history. */
export const writeChangeRef = (change: string): string => JSON.stringify({ change });

export function readChangeRef(value: string | undefined): string | undefined {
  return ChangeRef.safeParse(parseJson(value)).data?.change;
}

/** Every form about a fact comes back under this name. */
export const FACT_FORM = 'fact-form';
/** The form that asks which fact answers a question. */
export const GAP_FORM = 'gap-form';
/** The form in which a reader says what is wrong. */
export const SUGGEST_FORM = 'suggest-form';

const FormMeta = z.object({
  kind: z.enum(['change', 'add', 'retire', 'restore']),
  id: z.string().optional(),
  version: z.string().optional(),
  previewed: z.string().optional(),
  gaps: z.array(z.string()).optional(),
});

/** What a form about a fact is for; travels in the form itself, so that it outlives the process. */
export interface FactForm {
  readonly kind: 'change' | 'add' | 'retire' | 'restore';
  /** The fact; none for a new one. */
  readonly id?: string | undefined;
  /** The version that the form was filled from. */
  readonly version?: string | undefined;
  /** Names the edit whose preview the form shows: only that one is saved. */
  readonly previewed?: string | undefined;
  /** The entries of a question that the fact answers once it is saved. */
  readonly gaps?: readonly string[] | undefined;
}

export const writeForm = (form: FactForm): string => JSON.stringify(form);

export function readForm(metadata: string): FactForm | undefined {
  return FormMeta.safeParse(parseJson(metadata)).data;
}

/** A field of a form, and in the rare case of very much text its further parts. */
export const fieldBlockId = (field: string, part = 0): string => `field:${field}:${part}`;

export function fieldOfBlock(blockId: string): string | undefined {
  return /^field:([A-Za-z]+):\d+$/.exec(blockId)?.[1];
}

/** Carries a fact's id through Slack, so that a thread can be understood from its root message alone. */
export const factBlockId = (id: string, index: number): string => `fact:${index}:${id}`;

/** The fact ids of a message's blocks, in order. */
export function factIdsIn(blocks: readonly { readonly block_id?: string }[]): string[] {
  return blocks.flatMap(({ block_id: id = '' }) => /^fact:\d+:([a-z0-9-]+)$/.exec(id)?.[1] ?? []);
}

/** Cuts an endless question, not the ids, until the value fits a button. */
function fitting(question: string, payload: (question: string) => object): string {
  for (let max = Math.min(question.length, BUTTON_VALUE); ; max = Math.floor(max * 0.8)) {
    const value = JSON.stringify(payload(clip(question, max)));
    if (value.length <= BUTTON_VALUE || max === 0) return value;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
