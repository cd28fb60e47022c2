/** Judges replies by the rules of `knowledge/questions/README.md`. */
import type { Answering } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import type { AnswerableRecord, ThreadRecord, UnanswerableRecord } from './question-sets.ts';
import { type AskRecord, toRecord } from './record.ts';

/** Whoever answers questions. */
type Asking = Pick<Answering, 'ask'>;

/** How one question, or one turn of a thread, came out. */
export interface Verdict {
  readonly group: 'answerable' | 'unanswerable' | 'thread';
  readonly id: string;
  readonly kind: string;
  /** `wrong` is a miss that states something; `choices` and `refused` are misses that do not. */
  readonly result: 'right' | 'wrong' | 'choices' | 'refused' | 'spoke' | 'silent';
  readonly question: string;
  readonly expected: string;
  readonly said: AskRecord;
}

/** Right: an answer that matches every group of patterns and none of the forbidden ones. */
export function judgeAnswerable(record: AnswerableRecord, engine: Asking): Verdict {
  const said = toRecord(record.q, engine.ask(record.q).reply);
  const result = isRight(said, record) ? 'right' : missOf(said);
  return {
    group: 'answerable',
    id: record.id,
    kind: record.kind,
    result,
    question: record.q,
    expected: record.gold,
    said,
  };
}

/** Right: withheld, or an answer that sets the premise right. */
export function judgeUnanswerable(record: UnanswerableRecord, engine: Asking): Verdict {
  const said = toRecord(record.q, engine.ask(record.q).reply);
  const isHeld = said.outcome !== 'answer' || matchesAny(said.text, record.okIf);
  const result = isHeld ? 'right' : 'wrong';
  return {
    group: 'unanswerable',
    id: record.id,
    kind: record.kind,
    result,
    question: record.q,
    expected: record.why,
    said,
  };
}

/** How many in a hundred came out so. */
export function shareOf(verdicts: readonly Verdict[], result: Verdict['result']): number {
  return (
    (100 * verdicts.filter((verdict) => verdict.result === result).length) / Math.max(1, verdicts.length)
  );
}

/** One verdict a turn; the turns share one conversation. */
export function judgeThread(record: ThreadRecord, engine: Answering): Verdict[] {
  let conversation: Conversation | undefined;
  return record.turns.map((turn, index) => {
    const { reply, conversation: next } = engine.ask(turn.q, conversation);
    conversation = next;
    const said = toRecord(turn.q, reply);
    return {
      group: 'thread',
      id: `${record.id}.${index + 1}`,
      kind: turn.kind,
      result: judgeTurn(turn, said),
      question: turn.q,
      expected: turn.gold || turn.expect,
      said,
    };
  });
}

function judgeTurn(turn: ThreadRecord['turns'][number], said: AskRecord): Verdict['result'] {
  if (turn.expect === 'silent') return said.outcome === 'silent' ? 'right' : 'spoke';
  if (said.outcome === 'silent') return 'silent';
  if (turn.expect === 'unknown') return said.outcome === 'answer' ? 'wrong' : 'right';
  return isRight(said, turn) ? 'right' : missOf(said);
}

function isRight(
  { outcome, text }: AskRecord,
  { must, mustNot }: Pick<AnswerableRecord, 'must' | 'mustNot'>,
): boolean {
  return outcome === 'answer' && must.every((group) => matchesAny(text, group)) && !matchesAny(text, mustNot);
}

function missOf({ outcome }: AskRecord): Verdict['result'] {
  if (outcome === 'answer') return 'wrong';
  return outcome === 'choices' ? 'choices' : 'refused';
}

function matchesAny(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => new RegExp(pattern, 'i').test(text));
}
