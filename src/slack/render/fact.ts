/** One fact: what it says, how firmly, who said so, as of when and where, and what to beware of. */

import type { SourcedFact } from '../../answer/reply.ts';
import { inMrkdwn } from '../escape.ts';
import { factBlockId } from '../ids.ts';
import type { KnownBlock } from '../types.ts';
import { STATUS, WORDS } from '../wording.ts';
import { aside, paragraph } from './blocks.ts';
import { showDate } from './dates.ts';

/** @param statement the fact's own unless it is said together with others. */
export function factBlocks(
  sourced: SourcedFact,
  index: number,
  statement = sourced.fact.statement,
): KnownBlock[] {
  const { fact } = sourced;
  return [
    ...paragraph(statement, factBlockId(fact.id, index)),
    ...citationBlocks(sourced),
    ...noteBlocks(sourced),
  ];
}

/** The editor's caveat, where there is one. */
export function noteBlocks({ fact }: SourcedFact): KnownBlock[] {
  return fact.note === undefined ? [] : aside(fact.note, WORDS.note);
}

/** The line under a statement. */
export function citationBlocks(sourced: SourcedFact): KnownBlock[] {
  return aside(citation(sourced), STATUS[sourced.fact.status]);
}

/** `NCA, citing two officials · as of Sep 18, 2025 · “Bridge to close”, paragraph 1`. */
function citation({ fact, report }: SourcedFact): string {
  const place = `“${report.title}”, paragraph ${fact.source.paragraph}`;
  return `${report.attribution} · as of ${showDate(fact.asOf)} · ${place}`;
}

/** The same as one paragraph of fallback text. */
export function factText(sourced: SourcedFact): string {
  const { note, statement } = sourced.fact;
  const caveat = note === undefined ? '' : `${WORDS.note}: ${note}`;
  return `${inMrkdwn(statement)} (${citationText(sourced)})${caveat === '' ? '' : ` ${inMrkdwn(caveat)}`}`;
}

export function citationText(sourced: SourcedFact): string {
  const status = STATUS[sourced.fact.status];
  return inMrkdwn(status === undefined ? citation(sourced) : `${status} · ${citation(sourced)}`);
}
