import type { Answering, Turn } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import type { Reply, Suggestion } from '../answer/reply.ts';

/**
 * The answer to a question that was answered with these facts before: asked again, so that a lead or a
 * correction is there as well. Where that gives other facts by now, or gave these only in its thread, the
 * facts themselves.
 */
export function answerAgain(
  engine: Answering,
  { question, factIds }: Suggestion,
  conversation?: Conversation,
): Turn {
  const asked = engine.ask(question, conversation, true);
  if (factIds.length === 0 || factsOf(asked.reply) === factIds.join()) return asked;
  return engine.give(factIds, question, conversation);
}

function factsOf(reply: Reply): string {
  if (reply.kind === 'answer') return reply.facts.map(({ fact }) => fact.id).join();
  return reply.kind === 'unknown' && reply.fact !== undefined ? reply.fact.fact.id : '';
}
