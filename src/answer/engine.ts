/** The engine: a compiled base behind the one door that everybody calls. */
import type { Base, Entity, Topic } from '../facts/schema.ts';
import { runInSlices } from '../search/slices.ts';
import type { Answering, CommandTurn, Turn } from './answering.ts';
import { askingParts, claimOf, questionsToRemark } from './asking-part.ts';
import { type AboutSubject, type Command, readCommand } from './command.ts';
import { type CompiledBase, compileBase, compileInSteps } from './compile.ts';
import { composeReply, joinReplies, suggestRelated } from './compose-reply.ts';
import type { Conversation } from './conversation.ts';
import { decide, scoreOf } from './decide.ts';
import type { Ingredients } from './ingredients.ts';
import { type Question, readQuestion, takesUp } from './question.ts';
import type { AnswerReply, Reply, SourcedFact } from './reply.ts';
import { splitQuestions } from './several.ts';
import { beginConversation, continueConversation } from './thread.ts';
import { PART_MARGIN } from './weights.ts';

/**
 * Makes an engine for a checked base. The work is done here; questions are then answered in microseconds.
 * `ingredients` is for the evaluation, which leaves one out to see what it is worth.
 */
export function createEngine(base: Base, ingredients?: Ingredients): Answering {
  return engineOver(compileBase(base, ingredients));
}

/** The same, giving way to other work every few milliseconds, so that another engine answers meanwhile. */
export async function createEngineInSlices(base: Base, giveWay: () => Promise<void>): Promise<Answering> {
  return engineOver(await runInSlices(compileInSteps(base), giveWay));
}

function engineOver(compiled: CompiledBase): Answering {
  return {
    base: compiled.base,
    ask: (question, conversation, isAddressed = false) =>
      conversation === undefined
        ? answer(question, compiled)
        : continueConversation(question, conversation, compiled, isAddressed),
    command: (text) => command(text, compiled),
    give: (factIds, question, conversation) => give(factIds, question, conversation, compiled),
  };
}

/** Answers a question that stands on its own. */
function answer(text: string, compiled: CompiledBase): Turn {
  const whole = answerWhole(text, compiled);
  const parts = splitQuestions(text);
  // A fact or a digest that explains all of it at once is the better answer.
  const each = parts === undefined || coversAll(whole.reply) ? undefined : answerEach(text, parts, compiled);
  if (each !== undefined && each.reply.kind !== 'unknown') return each;
  const part = answerPart(text, compiled);
  if (whole.reply.kind !== 'unknown') {
    return part?.isWhole === true && part.score - whole.score >= PART_MARGIN ? part : whole;
  }
  return part ?? answerClaim(text, compiled) ?? answerToRemark(text, compiled) ?? each ?? whole;
}

/** What is talked around a question is short; more ways of cutting it would only cost time. */
const MAX_PARTS = 4;

/** Leaves out the talk before the question, where there is an answer without it. */
function answerPart(text: string, compiled: CompiledBase): PartTurn | undefined {
  for (const part of askingParts(text, compiled).slice(0, MAX_PARTS)) {
    const { reply, conversation, score, question } = answerWhole(part, compiled);
    const isWhole = saysItself(readQuestion(question, compiled));
    if (reply.kind === 'answer') return { ...onlyFor(part, text, reply, conversation), score, isWhole };
  }
  return undefined;
}

/** `how many stayed` takes what it is about from the talk before it, as `why did they` does. */
function saysItself({ pieces, reading }: Question): boolean {
  return pieces.filter(({ isHard }) => isHard).length > 1 && !takesUp(reading.tokens);
}

/** Answers what somebody claims, as if it were asked whether it is so. */
function answerClaim(text: string, compiled: CompiledBase): Turn | undefined {
  const claim = claimOf(text);
  if (claim === undefined) return undefined;
  const { reply, conversation } = answerWhole(claim, compiled);
  return reply.kind === 'answer'
    ? onlyFor(claim.slice('I heard '.length), text, reply, conversation)
    : undefined;
}

/** Answers what is asked about something heard, in its light, as a follow-up would be. */
function answerToRemark(text: string, compiled: CompiledBase): Turn | undefined {
  for (const { remark, part } of questionsToRemark(text).slice(0, MAX_PARTS)) {
    const heard = beginConversation(
      readQuestion(remark, compiled),
      remark,
      { kind: 'silent', why: 'aside' },
      compiled,
    );
    const { reply, conversation } = continueConversation(part, heard, compiled, true);
    if (reply.kind === 'answer') return onlyFor(part, text, reply, conversation);
  }
  return undefined;
}

/** Says that the rest of the message was left out. */
function onlyFor(part: string, text: string, reply: AnswerReply, conversation: Conversation): Turn {
  const lines = [`Only “${part}” was taken for the question.`, ...reply.explanation.lines];
  return {
    reply: { ...reply, explanation: { lines } },
    question: text,
    conversation: { ...conversation, question: text },
  };
}

/** An answer, and how well its facts fit. */
interface ScoredTurn extends Turn {
  readonly score: number;
}

interface PartTurn extends ScoredTurn {
  /** It takes up nothing that the talk around it names. */
  readonly isWhole: boolean;
}

function answerWhole(text: string, compiled: CompiledBase): ScoredTurn {
  const question = readQuestion(text, compiled);
  const decided = decide(question, compiled);
  const reply = composeReply(question, decided, compiled);
  const conversation = beginConversation(question, text, reply, compiled);
  return { reply, question: text, conversation, score: scoreOf(decided) };
}

function coversAll(reply: Reply): boolean {
  return reply.kind === 'answer' && reply.digest !== undefined;
}

/** Answers the questions of one message in turn; those that have no answer are admitted beside those that have. */
function answerEach(text: string, parts: readonly string[], compiled: CompiledBase): Turn | undefined {
  const turns: Turn[] = [];
  for (const part of parts) {
    const before = turns.at(-1)?.conversation;
    turns.push(
      before === undefined ? answerWhole(part, compiled) : continueConversation(part, before, compiled, true),
    );
  }
  const reply = joinReplies(turns.map((turn) => turn.reply));
  const last = turns.at(-1);
  if (reply === undefined || last === undefined) return undefined;
  return { reply, question: text, conversation: { ...last.conversation, question: text } };
}

function command(text: string, compiled: CompiledBase): CommandTurn {
  const read = readCommand(text, compiled);
  if (read.kind === 'ask') {
    return { ...answer(read.question, compiled), visibility: read.isPrivate ? 'asker' : 'channel' };
  }
  const reply = commandReply(read, compiled);
  return {
    reply,
    question: text,
    conversation: beginConversation(undefined, text, reply, compiled),
    visibility: 'asker',
  };
}

function commandReply(read: Exclude<Command, { kind: 'ask' }>, compiled: CompiledBase): Reply {
  switch (read.kind) {
    case 'about':
      return { kind: 'about', subject: read.subject, facts: factsAbout(read.subject, compiled) };
    case 'timeline':
      return { kind: 'timeline', facts: datedFacts(compiled) };
    default:
      return { kind: read.kind };
  }
}

function factsAbout(subject: AboutSubject, { facts }: CompiledBase): SourcedFact[] {
  const belongs = (sourced: SourcedFact): boolean =>
    'topic' in subject ? isTopic(sourced.topic, subject.topic) : mentions(sourced, subject.entity);
  return [...facts.values()].filter(belongs);
}

const isTopic = (one: Topic, other: Topic): boolean => one.id === other.id;
const mentions = ({ fact }: SourcedFact, { id }: Entity): boolean => fact.about.includes(id);

/** Facts that happened at a date of their own, earliest first; what is unknown has no place in time. */
function datedFacts({ facts }: CompiledBase): SourcedFact[] {
  return [...facts.values()]
    .filter(({ fact }) => fact.when !== undefined && fact.status !== 'unknown')
    .sort((a, b) => startOf(a).localeCompare(startOf(b)));
}

function startOf({ fact: { when } }: SourcedFact): string {
  return typeof when === 'string' ? when : (when?.from ?? when?.to ?? '');
}

function give(
  factIds: readonly string[],
  question: string,
  conversation: Conversation | undefined,
  compiled: CompiledBase,
): Turn {
  const facts = factIds.flatMap((id) => compiled.facts.get(id) ?? []);
  if (facts.length === 0) return answer(question, compiled);
  const reply = giveReply(facts, compiled, conversation?.given ?? []);
  const next = beginConversation(readQuestion(question, compiled), question, reply, compiled);
  return {
    reply,
    question,
    conversation: { ...next, given: [...(conversation?.given ?? []), ...next.given] },
  };
}

function giveReply(facts: readonly SourcedFact[], compiled: CompiledBase, given: readonly string[]): Reply {
  const explanation = {
    lines: ['You chose this question; its answer was picked by an editor, not searched for.'],
  };
  const suggestions = suggestRelated(facts, compiled, given);
  const [first] = facts;
  if (first !== undefined && facts.every(({ fact }) => fact.status === 'unknown')) {
    return {
      kind: 'unknown',
      text: first.fact.statement,
      fact: first,
      suggestions,
      explanation,
      reason: 'gap',
    };
  }
  return { kind: 'answer', facts, suggestions, explanation };
}
