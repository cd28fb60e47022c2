/** Hand-made replies of every kind about the harbour, and an engine that gives them by heart. */
import { fileURLToPath } from 'node:url';
import type { Answering, Turn } from '../../src/answer/answering.ts';
import type { Conversation } from '../../src/answer/conversation.ts';
import type { AnswerReply, ChoicesReply, Reply, SourcedFact, UnknownReply } from '../../src/answer/reply.ts';
import { UserError } from '../../src/errors.ts';
import type { Base } from '../../src/facts/schema.ts';
import { loadBase } from '../../src/storage/knowledge-files.ts';

export const { base, version } = await loadBase(
  fileURLToPath(new URL('../fixtures/harbour/knowledge', import.meta.url)),
);

export function sourced(id: string, from: Base = base): SourcedFact {
  for (const topic of from.topics) {
    const fact = topic.facts.find((each) => each.id === id);
    const report = from.reports.find((each) => each.id === fact?.source.report);
    if (fact !== undefined && report !== undefined) return { fact, report, topic };
  }
  throw new Error(`the harbour base has no fact ${id}`);
}

const explanation = { lines: ['“bridge” is the Skarne Bridge.', 'Nothing was left over.'] };

export function answerWith(...ids: string[]): AnswerReply {
  return {
    kind: 'answer',
    facts: ids.map((id) => sourced(id)),
    suggestions: [
      { question: 'Why is the bridge being closed?', factIds: ['cracks-found'] },
      { question: 'Which lorries are banned from the bridge?', factIds: ['lorry-ban'] },
    ],
    explanation,
  };
}

export const choices: ChoicesReply = {
  kind: 'choices',
  choices: [
    { question: 'When does the bridge shut?', factIds: ['bridge-closes'] },
    { question: 'Has the bridge been closed before?', factIds: ['closed-2018'] },
  ],
  explanation,
};

export const unknown: UnknownReply = {
  kind: 'unknown',
  text: 'The report does not mention “casinos”.',
  suggestions: [{ question: 'When does the bridge shut?', factIds: ['bridge-closes'] }],
  explanation,
  reason: 'gap',
};

export const statedUnknown: UnknownReply = {
  ...unknown,
  text: sourced('inspection-by').fact.statement,
  fact: sourced('inspection-by'),
};

/** One reply of each kind, by the kind's name. */
export const REPLIES: { readonly [Kind in Reply['kind']]: Extract<Reply, { kind: Kind }> } = {
  answer: answerWith('bridge-closes'),
  choices,
  unknown,
  provenance: {
    kind: 'provenance',
    facts: [sourced('bridge-closes')],
    text: 'NCA reported it on September 18, 2025, in paragraph 1; it is expected, not yet done.',
  },
  silent: { kind: 'silent', why: 'thanks' },
  help: { kind: 'help' },
  topics: { kind: 'topics' },
  about: { kind: 'about', subject: { topic: sourced('lorry-ban').topic }, facts: [sourced('lorry-ban')] },
  timeline: { kind: 'timeline', facts: [sourced('closed-2018'), sourced('lorry-ban')] },
  sources: { kind: 'sources' },
};

/** What the engine answers to the words in a question; the first that stands in it counts. */
const BY_WORD: readonly (readonly [string, Reply])[] = [
  ['thanks', REPLIES.silent],
  ['help', REPLIES.help],
  ['timeline', REPLIES.timeline],
  ['topics', REPLIES.topics],
  ['source', REPLIES.provenance],
  ['which one', REPLIES.choices],
  ['inspected', statedUnknown],
  ['lorries', answerWith('lorry-ban')],
  ['shut', REPLIES.answer],
];

export interface HandMadeEngine extends Answering {
  /** What it was asked, in order, as `how: text`. */
  readonly asked: readonly string[];
}

/** `explode` in a question is a bug, `refuse` a UserError. */
export function handMadeEngine(): HandMadeEngine {
  const asked: string[] = [];
  const turn = (how: string, question: string, reply: Reply, before?: Conversation): Turn => {
    asked.push(`${how}: ${question}`);
    if (question.includes('explode')) throw new Error('the engine is on fire');
    if (question.includes('refuse')) throw new UserError('That cannot be asked on a Sunday.');
    const isUnmoved = reply.kind === 'silent' && before !== undefined;
    return { reply, question, conversation: isUnmoved ? before : conversationAfter(question, before) };
  };
  return {
    base,
    asked,
    ask: (question, before, isAddressed) => {
      const how = before === undefined ? 'ask' : `follow-up after “${before.question}”`;
      return turn(isAddressed === true ? `${how}, addressed` : how, question, replyTo(question), before);
    },
    command: (text) => {
      const own = /^me (.*)$/.exec(text)?.[1];
      const reply = replyTo(own ?? text);
      return { ...turn('command', own ?? text, reply), visibility: own === undefined ? 'channel' : 'asker' };
    },
    give: (ids, question, before) => turn(`give ${ids.join()}`, question, answerWith(...ids), before),
  };
}

function replyTo(text: string): Reply {
  return BY_WORD.find(([word]) => text.includes(word))?.[1] ?? unknown;
}

function conversationAfter(question: string, before?: Conversation): Conversation {
  return { given: before?.given ?? [], latest: [], question, kinds: [], terms: [], entities: [] };
}
