/** A reply as one flat record: what `ask --json` prints and what the evaluation judges. */
import type { Reply, SourcedFact } from '../answer/reply.ts';

export interface AskRecord {
  readonly question: string;
  readonly outcome: 'answer' | 'choices' | 'unknown' | 'silent';
  /** The answer's own words, without citation or suggestions. */
  readonly text: string;
  readonly facts: readonly string[];
  /** Who said it, in which report, when and where in it; empty where nothing was said. */
  readonly source: string;
  readonly choices: readonly string[];
}

/** Flattens the reply to a question. */
export function toRecord(question: string, reply: Reply): AskRecord {
  const record = { question, outcome: 'unknown', text: '', facts: [], source: '', choices: [] } as const;
  switch (reply.kind) {
    case 'answer':
      return {
        ...record,
        outcome: 'answer',
        text: answerText(reply),
        facts: ids(reply.facts),
        source: sources(reply.facts),
      };
    case 'choices':
      return { ...record, outcome: 'choices', choices: reply.choices.map((choice) => choice.question) };
    case 'unknown': {
      const facts = reply.fact === undefined ? [] : [reply.fact];
      return {
        ...record,
        text: reply.text,
        facts: ids(facts),
        source: sources(facts),
        choices: reply.suggestions.map((suggestion) => suggestion.question),
      };
    }
    case 'provenance':
      return {
        ...record,
        outcome: 'answer',
        text: reply.text,
        facts: ids(reply.facts),
        source: sources(reply.facts),
      };
    case 'silent':
      return { ...record, outcome: 'silent' };
    case 'about':
    case 'timeline':
      return {
        ...record,
        outcome: 'answer',
        text: statements(reply.facts),
        facts: ids(reply.facts),
        source: sources(reply.facts),
      };
    case 'help':
    case 'topics':
    case 'sources':
      return record;
  }
}

function answerText(reply: Extract<Reply, { kind: 'answer' }>): string {
  return [reply.correction, reply.lead, statements(reply.facts)]
    .filter((part) => part !== undefined)
    .join(' ');
}

const statements = (facts: readonly SourcedFact[]): string =>
  facts.map(({ fact }) => fact.statement).join(' ');
const ids = (facts: readonly SourcedFact[]): string[] => facts.map(({ fact }) => fact.id);

function sources(facts: readonly SourcedFact[]): string {
  const lines = facts.map(
    ({ fact, report }) => `${report.attribution}, ${report.date}, paragraph ${fact.source.paragraph}`,
  );
  return [...new Set(lines)].join('; ');
}
