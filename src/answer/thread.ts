/** Follow-up questions: what a message in a thread means, given what the thread has been about. */
import type { Turn } from './answering.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { Reply } from './reply.ts';

type Answer = (text: string, compiled: CompiledBase, given: readonly string[]) => Turn;

/** The conversation after its first question. */
export function beginConversation(question: string, reply: Reply): Conversation {
  const facts =
    reply.kind === 'answer' ? reply.facts : reply.kind === 'unknown' && reply.fact ? [reply.fact] : [];
  const ids = facts.map(({ fact }) => fact.id);
  return {
    given: ids,
    latest: ids,
    question,
    kinds: [],
    terms: [],
    entities: [...new Set(facts.flatMap(({ fact }) => fact.about))],
  };
}

/** Answers a message in a thread. */
export function continueConversation(
  text: string,
  conversation: Conversation,
  compiled: CompiledBase,
  answer: Answer,
): Turn {
  return answer(text, compiled, conversation.given);
}
