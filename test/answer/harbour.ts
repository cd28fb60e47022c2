/** The neutral base, read once, and short ways of asking it. */
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Turn } from '../../src/answer/answering.ts';
import { compileBase } from '../../src/answer/compile.ts';
import type { Conversation } from '../../src/answer/conversation.ts';
import { type Decided, decide } from '../../src/answer/decide.ts';
import { createEngine } from '../../src/answer/engine.ts';
import { type Question, readQuestion } from '../../src/answer/question.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { type Base, EntitiesFile, TopicFile, VocabularyFile } from '../../src/facts/schema.ts';
import { loadBase } from '../../src/storage/knowledge-files.ts';

export const { base } = await loadBase(
  fileURLToPath(new URL('../fixtures/harbour/knowledge', import.meta.url)),
);
export const compiled = compileBase(base);
export const engine = createEngine(base);

export const ask = (question: string): Reply => engine.ask(question).reply;
export const read = (question: string): Question => readQuestion(question, compiled);
export const decideOn = (question: string): Decided['decision'] =>
  decide(readQuestion(question, compiled), compiled).decision;

/** More words than this of one message are never looked at. */
export const MAX_TOKENS_READ = 200;

/** The ids of what a reply says: its facts, or the curated fact that says the report leaves it out. */
export function idsOf(reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'answer':
    case 'provenance':
    case 'about':
    case 'timeline':
      return reply.facts.map(({ fact }) => fact.id);
    case 'unknown':
      return reply.fact === undefined ? [] : [reply.fact.fact.id];
    case 'choices':
      return reply.choices.flatMap(({ factIds }) => factIds);
    default:
      return [];
  }
}

/** Kind and facts in one line: `answer bridge-closes`. */
export const short = (reply: Reply): string => [reply.kind, ...idsOf(reply)].join(' ');

/** Says the messages one after the other in one thread; those that begin with `@bot ` are addressed to it. */
export function talk(...messages: readonly string[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const before: Conversation | undefined = turns.at(-1)?.conversation;
    const isAddressed = message.startsWith('@bot ');
    turns.push(engine.ask(message.replace(/^@bot /, ''), before, isAddressed));
  }
  return turns;
}

/** What the last of the messages got. */
export function lastOf(...messages: readonly string[]): Reply {
  const last = talk(...messages).at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return last.reply;
}

type FactInput = z.input<typeof TopicFile>['facts'][number];

interface SmallFact extends Partial<FactInput> {
  readonly id: string;
  readonly statement: string;
  readonly asks: string[];
}

interface SmallBase {
  readonly facts: readonly SmallFact[];
  readonly entities?: z.input<typeof EntitiesFile>['entities'];
  readonly vocabulary?: z.input<typeof VocabularyFile>;
}

/** A base of a few facts written in the test, for what the harbour has no example of. */
export function smallBase({ facts, entities = [], vocabulary = {} }: SmallBase): Base {
  const topic = TopicFile.parse({
    id: 'topic',
    title: 'A topic',
    summary: 'What the test is about.',
    facts: facts.map((fact) => ({
      source: { report: base.reports[0]?.id ?? '', paragraph: 1 },
      status: 'reported',
      asOf: '2025-09-18',
      ...fact,
    })),
  });
  return {
    bot: base.bot,
    reports: base.reports,
    topics: [topic],
    written: topic.facts.map((fact) => ({ fact, topic: topic.id })),
    entities: EntitiesFile.parse({ entities }).entities,
    vocabulary: VocabularyFile.parse(vocabulary),
  };
}
