/** Why the engine decided as it did, in plain words for a reader or an editor. */

import type { Reading } from '../search/reader.ts';
import type { Decided, Decision } from './decide.ts';
import type { Piece, Question } from './question.ts';
import type { Explanation } from './reply.ts';
import type { Candidate } from './score.ts';
import { writeKinds, writeList } from './wording.ts';

/** One sentence a line: what was read, what matched, what was left over, the runner-up and the margin. */
export function explain(question: Question, { decision, candidates }: Decided): Explanation {
  const best = chosenOf(decision)[0] ?? candidates[0];
  return {
    lines: [
      ...readLines(question),
      ...(best === undefined ? ['Nothing in the base shares a word with the question.'] : bestLines(best)),
      ...runnerUpLines(best, candidates),
      verdict(decision),
    ],
  };
}

function readLines({ asked, reading }: Question): string[] {
  const lines: string[] = [];
  if (asked.kinds.length > 0) lines.push(`The question asks ${writeKinds(asked.kinds)}.`);
  else if (asked.isYesNo) lines.push('The question asks to confirm or deny something.');
  for (const { typed, read } of reading.repaired) lines.push(`“${typed}” was read as “${read}”.`);
  return [...lines, ...standInLines(reading)];
}

/** A pronoun is read as what it stands for in the thread, which may be several. */
function standInLines({ tokens, items }: Reading): string[] {
  const meant = new Map<string, string[]>();
  for (const { at, length, text } of items) {
    const typed = tokens
      .slice(at, at + length)
      .map(({ raw }) => raw)
      .join(' ');
    if (at >= 0 && text !== typed) meant.set(typed, [...(meant.get(typed) ?? []), `“${text}”`]);
  }
  return [...meant].map(([typed, texts]) => `“${typed}” was taken for ${writeList(texts, 'and')}.`);
}

function bestLines(best: Candidate): string[] {
  const lines = [`Nearest fact: ${best.answerable.id}, score ${best.score.toFixed(2)}.`];
  const [own, fromThread] = [
    best.explained.filter(isTyped),
    best.explained.filter((piece) => !isTyped(piece)),
  ];
  if (own.length > 0) lines.push(`It explains ${quote(own)}.`);
  if (quote(fromThread) !== '') lines.push(`From the thread it takes ${quote(fromThread)}.`);
  if (best.unexplained.length > 0) lines.push(`It does not explain ${quote(best.unexplained)}.`);
  if (best.conflicts.length > 0) lines.push(`It does not agree with ${quote(best.conflicts)}.`);
  if (best.unsettled.length > 0) lines.push(`It does not say ${writeKinds(best.unsettled)}.`);
  if (best.closestAsk !== undefined) lines.push(`The nearest way of asking for it is “${best.closestAsk}”.`);
  return lines;
}

function runnerUpLines(best: Candidate | undefined, candidates: readonly Candidate[]): string[] {
  const second = candidates.find((candidate) => candidate !== best);
  if (best === undefined || second === undefined) return [];
  const margin = best.score - second.score;
  return [
    `Runner-up: ${second.answerable.id}, score ${second.score.toFixed(2)}, ${Math.abs(margin).toFixed(2)} ${margin >= 0 ? 'behind' : 'ahead, but it does not fit'}.`,
  ];
}

function verdict(decision: Decision): string {
  switch (decision.kind) {
    case 'answer':
      return decision.setRight !== undefined
        ? 'Answered, with what the question had differently set right.'
        : decision.isTie === true
          ? 'Answered with both: they fit equally well and say different things.'
          : decision.chosen.length > 1
            ? 'Answered with facts that explain the question together.'
            : 'Answered: every word that matters is explained.';
    case 'choices':
      return 'Several facts fit equally well, so the choice is yours.';
    case 'stated-unknown':
      return 'An editor has checked that the report does not say this.';
    case 'unsettled':
      return `Withheld: the report speaks of this but does not say ${writeKinds(decision.kinds)}.`;
    case 'unmentioned':
      return `Withheld: nothing in the report explains ${quote(decision.pieces) || 'the question as a whole'}.`;
    case 'nothing':
      return 'Nothing was asked that the report could answer.';
  }
}

function chosenOf(decision: Decision): readonly Candidate[] {
  if (decision.kind === 'answer' || decision.kind === 'choices') return decision.chosen;
  if (decision.kind === 'stated-unknown') return [decision.chosen];
  return decision.kind === 'unsettled' ? [decision.nearest] : [];
}

const isTyped = ({ item }: Piece): boolean => item.at >= 0;

/** What a follow-up takes from the thread has words only where it has a name. */
function quote(pieces: readonly Piece[]): string {
  const texts = pieces.map(({ item }) => item.text).filter((text) => text !== '');
  return writeList([...new Set(texts)].map((text) => `“${text}”`));
}
