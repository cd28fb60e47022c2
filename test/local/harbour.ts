/** A base of two facts and an engine that knows them by heart, for the tests of this room. */
import type { Answering, Turn } from '../../src/answer/answering.ts';
import type { Conversation } from '../../src/answer/conversation.ts';
import type { Reply, SourcedFact } from '../../src/answer/reply.ts';
import { type Base, BotFile, ReportFile, TopicFile, VocabularyFile } from '../../src/facts/schema.ts';

const report = ReportFile.parse({
  id: 'harbour-report',
  title: 'The harbour reopens',
  agency: 'NCA',
  attribution: 'NCA, citing the port office',
  date: '2025-09-18',
  paragraphs: 4,
});

const topic = TopicFile.parse({
  id: 'ferries',
  title: 'Ferries',
  summary: 'How many sail, and since when.',
  facts: [
    {
      id: 'ferries-now',
      statement: 'Twelve ferries sail each day.',
      source: { report: report.id, paragraph: 2 },
      status: 'reported',
      asOf: '2025-09-18',
      note: 'The report does not say whether that counts both ways.',
      asks: ['how many ferries sail'],
    },
    {
      id: 'reopening',
      statement: 'The harbour reopened in September.',
      source: { report: report.id, paragraph: 1 },
      status: 'reported',
      asOf: '2025-09-18',
      when: '2025-09',
      asks: ['when did it reopen'],
    },
  ],
});

export const base: Base = {
  bot: BotFile.parse({
    name: 'Harbour Facts',
    command: '/harbour',
    subject: 'the harbour',
    greeting: 'I answer from one report about the harbour.',
    examples: ['how many ferries sail?', 'when did it reopen?', 'who runs it?'],
    wording: {
      notInReport: 'The report does not say.',
      notMentioned: 'The report does not mention {words}.',
      notSettled: 'The report does not say {asked}.',
      correction: 'The report says {said}, not {asked}.',
      chat: 'Ask me about the harbour.',
    },
  }),
  reports: [report],
  topics: [topic],
  written: topic.facts.map((fact) => ({ fact, topic: topic.id })),
  entities: [],
  vocabulary: VocabularyFile.parse({}),
};

function sourced(id: string): SourcedFact {
  const fact = topic.facts.find((each) => each.id === id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return { fact, report, topic };
}

/** The answer with one fact, suggesting the other. */
export function answerWith(id: string): Reply {
  const other = id === 'reopening' ? 'ferries-now' : 'reopening';
  return {
    kind: 'answer',
    facts: [sourced(id)],
    suggestions: [{ question: sourced(other).fact.asks[0] ?? '', factIds: [other] }],
    explanation: { lines: [] },
  };
}

/** An engine that notes what it was asked, and answers from the words "ferries" and "reopen". */
export function knowingEngine(): Answering & { readonly asked: string[] } {
  const asked: string[] = [];
  const turn = (how: string, question: string, before?: Conversation): Turn => {
    asked.push(`${how}: ${question.trim()}${before === undefined ? '' : ` (after ${before.question})`}`);
    return { reply: replyTo(question), question, conversation: conversationAbout(question) };
  };
  return {
    base,
    asked,
    ask: (question, before) => turn('ask', question, before),
    command: (text) => ({ ...turn('command', text), visibility: 'channel' }),
    give: (_ids, question, before) => turn('give', question, before),
  };
}

function replyTo(question: string): Reply {
  if (question.includes('help')) return { kind: 'help' };
  if (question.includes('thanks')) return { kind: 'silent', why: 'thanks' };
  if (question.includes('ferries')) return answerWith('ferries-now');
  if (question.includes('reopen')) return answerWith('reopening');
  return {
    kind: 'unknown',
    text: base.bot.wording.notInReport,
    suggestions: [],
    explanation: { lines: [] },
    reason: 'gap',
  };
}

function conversationAbout(question: string): Conversation {
  return { given: [], latest: [], question: question.trim(), entities: [], kinds: [], terms: [] };
}
