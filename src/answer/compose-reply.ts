/** From a decision to the reply that is shown: facts, corrections, suggestions and wording. */
import type { Digest } from '../facts/schema.ts';
import { allTerms } from '../search/reader.ts';
import type { CompiledBase } from './compile.ts';
import type { Decided, Decision } from './decide.ts';
import { explain } from './explain.ts';
import type { Piece, Question } from './question.ts';
import type { AnswerReply, Explanation, Reply, SourcedFact, Suggestion, UnknownReply } from './reply.ts';
import type { Candidate } from './score.ts';
import { SUGGESTIONS } from './weights.ts';
import { fill, questionFor, writeKinds, writeList, writeTimeBetween } from './wording.ts';

/** Facts already given in the thread are not suggested again. */
export function composeReply(
  question: Question,
  decided: Decided,
  compiled: CompiledBase,
  given: readonly string[] = [],
): Reply {
  const { decision, candidates } = decided;
  const explanation = explain(question, decided);
  const { wording } = compiled.base.bot;
  const near = suggestNearest(candidates, given);
  switch (decision.kind) {
    case 'answer':
      return answerReply(question, decision, compiled, explanation, given);
    case 'choices':
      return { kind: 'choices', choices: decision.chosen.map(suggest), explanation };
    case 'stated-unknown':
      return statedUnknown(decision.chosen, compiled, explanation, given);
    case 'unsettled':
      return unknown(fill(wording.notSettled, { asked: writeKinds(decision.kinds) }), near, explanation);
    case 'unmentioned':
      return unknown(unmentionedText(decision.pieces, compiled), near, explanation);
    case 'nothing': {
      const text =
        decision.reason === 'chat' || decision.reason === 'empty' ? wording.chat : wording.notInReport;
      return { ...unknown(text, exampleSuggestions(compiled), explanation), reason: decision.reason };
    }
  }
}

function unmentionedText(pieces: readonly Piece[], { base, knows }: CompiledBase): string {
  const { wording } = base.bot;
  const foreign = pieces.filter(({ item }) => !allTerms(item).some(knows));
  if (foreign.length === 0) return wording.notInReport;
  const words = writeList([...new Set(foreign.map(({ item }) => `“${item.text}”`))].slice(0, 4), 'or');
  return fill(wording.notMentioned, { words });
}

function answerReply(
  { asked }: Question,
  decision: Extract<Decision, { kind: 'answer' }>,
  compiled: CompiledBase,
  explanation: Explanation,
  given: readonly string[],
): AnswerReply {
  const facts = uniqueFacts(decision.chosen.flatMap(({ answerable }) => answerable.facts));
  const digest = decision.chosen.length === 1 ? decision.chosen[0]?.answerable.digest : undefined;
  const { setRight } = decision;
  // "The report says 1,000, not 5,000."
  const correction =
    setRight === undefined ? undefined : fill(compiled.base.bot.wording.correction, { ...setRight });
  return {
    kind: 'answer',
    facts,
    ...(digest !== undefined && { digest }),
    ...leadOf(digest, asked.isBetween ? timeBetween(facts) : undefined),
    ...(correction !== undefined && { correction }),
    suggestions: suggestRelated(facts, compiled, given),
    explanation,
  };
}

/** What an editor wrote of the facts together, and what their dates come to. */
function leadOf(digest: Digest | undefined, time: string | undefined): Pick<AnswerReply, 'lead'> {
  const between = time === undefined ? [] : [`The two are ${time} apart.`];
  const said = [...(digest?.lead === undefined ? [] : [digest.lead]), ...between];
  return said.length === 0 ? {} : { lead: said.join(' ') };
}

function timeBetween(facts: readonly SourcedFact[]): string | undefined {
  const [one, other, ...more] = facts;
  return more.length > 0 ? undefined : writeTimeBetween(one?.fact.when, other?.fact.when);
}

function statedUnknown(
  { answerable }: Candidate,
  compiled: CompiledBase,
  explanation: Explanation,
  given: readonly string[],
): UnknownReply {
  const [fact] = answerable.facts;
  const text = answerable.facts.map((sourced) => sourced.fact.statement).join(' ');
  const suggestions = suggestRelated(answerable.facts, compiled, given);
  return { ...unknown(text, suggestions, explanation), ...(fact !== undefined && { fact }) };
}

function unknown(text: string, suggestions: readonly Suggestion[], explanation: Explanation): UnknownReply {
  return { kind: 'unknown', text, suggestions, explanation, reason: 'gap' };
}

/** The next questions a reader of these facts would ask: what the editor related to them. */
export function suggestRelated(
  facts: readonly SourcedFact[],
  compiled: CompiledBase,
  given: readonly string[] = [],
): Suggestion[] {
  const shown = new Set([...given, ...facts.map(({ fact }) => fact.id)]);
  const suggestions: Suggestion[] = [];
  for (const id of nextFacts(facts)) {
    const next = shown.has(id) ? undefined : compiled.facts.get(id);
    if (next === undefined || next.fact.status === 'unknown') continue;
    suggestions.push({ question: questionFor(next.fact), factIds: [id] });
    if (suggestions.length === SUGGESTIONS) break;
    shown.add(id);
  }
  return suggestions;
}

/** One by one, because a topic may have thousands and three are enough. */
function* nextFacts(facts: readonly SourcedFact[]): Generator<string> {
  for (const { fact } of facts) yield* fact.related;
  for (const { topic } of facts) {
    for (const { id, status } of topic.facts) if (status !== 'unknown') yield id;
  }
}

/** The nearest questions that the base can answer. */
function suggestNearest(candidates: readonly Candidate[], given: readonly string[]): Suggestion[] {
  return candidates
    .filter(({ answerable }) =>
      answerable.facts.some(({ fact }) => fact.status !== 'unknown' && !given.includes(fact.id)),
    )
    .slice(0, SUGGESTIONS)
    .map(suggest);
}

function suggest({ answerable }: Candidate): Suggestion {
  const [first] = answerable.facts;
  const question =
    answerable.digest?.asks.find((ask) => ask.endsWith('?')) ??
    (first === undefined ? answerable.id : questionFor(first.fact));
  return { question, factIds: answerable.facts.map(({ fact }) => fact.id) };
}

function exampleSuggestions({ base }: CompiledBase): Suggestion[] {
  return base.bot.examples.slice(0, SUGGESTIONS).map((question) => ({ question, factIds: [] }));
}

function uniqueFacts(facts: readonly SourcedFact[]): SourcedFact[] {
  return [...new Map(facts.map((sourced) => [sourced.fact.id, sourced])).values()];
}

/** The answers to several questions as one reply; what could not be answered is said after them. */
export function joinReplies(replies: readonly Reply[]): AnswerReply | undefined {
  const answers = replies.filter((reply) => reply.kind === 'answer');
  const [first] = answers;
  if (first === undefined || answers.length + replies.filter(isGap).length < replies.length) return undefined;
  const facts = uniqueFacts(answers.flatMap((reply) => reply.facts));
  const unanswered = replies.filter(isGap).map((reply) => reply.text);
  const corrections = answers.flatMap((reply) => reply.correction ?? []);
  const notes = [...corrections, ...unanswered];
  return {
    kind: 'answer',
    facts,
    ...(notes.length > 0 && { correction: notes.join(' ') }),
    suggestions: first.suggestions.filter(
      ({ factIds }) => !facts.some(({ fact }) => factIds.includes(fact.id)),
    ),
    explanation: { lines: replies.flatMap((reply, index) => [`Question ${index + 1}:`, ...linesOf(reply)]) },
  };
}

function isGap(reply: Reply): reply is UnknownReply {
  return reply.kind === 'unknown' && reply.reason === 'gap';
}

function linesOf(reply: Reply): readonly string[] {
  return 'explanation' in reply ? reply.explanation.lines : [];
}
