/**
 * Follow-up questions: what a message in a thread means, given what the thread has been about.
 *
 * A message is first held to be talk that wants no reply, then a question about the last answer (its source,
 * more of it), then a question: read on its own, and read with what it leaves out filled in from the thread.
 */
import type { AnswerKind } from '../facts/schema.ts';
import type { Turn } from './answering.ts';
import type { CompiledBase } from './compile.ts';
import { composeReply, suggestRelated } from './compose-reply.ts';
import { asMeant, fillFromThread, type Reference } from './context.ts';
import type { Conversation } from './conversation.ts';
import { type Decided, type Decision, decide, scoreOf } from './decide.ts';
import { withNoun } from './left-out-noun.ts';
import { type Question, readQuestion, termsOf } from './question.ts';
import type { Explanation, Reply, SourcedFact } from './reply.ts';
import { readReturn } from './return.ts';
import {
  isCorrection,
  wantsMore,
  wantsProvenance,
  whySilent,
  withoutDenied,
  withoutNod,
  withoutTurn,
} from './talk.ts';
import { asksElse } from './thread-limits.ts';
import { CORRECTED_MARGIN, LATER_READING, NAMED_SCORE, OWN_MARGIN, UNKNOWN_READING } from './weights.ts';
import { writeProvenance } from './wording.ts';

/** The conversation after a first question, or after one that left the thread's subject. */
export function beginConversation(
  question: Question | undefined,
  text: string,
  reply: Reply,
  compiled: CompiledBase,
): Conversation {
  const ids = factsOf(reply).map(({ fact }) => fact.id);
  return {
    given: ids,
    latest: ids,
    question: text,
    kinds: question?.asked.kinds ?? [],
    terms: question === undefined ? [] : termsOf(question),
    entities: inOrder(entitiesOf(question, reply, compiled), aboutOf(reply)),
  };
}

/** What the facts of a reply are about. */
function aboutOf(reply: Reply): string[] {
  return factsOf(reply).flatMap(({ fact }) => fact.about);
}

/** Answers a message in a thread. */
export function continueConversation(
  text: string,
  conversation: Conversation,
  compiled: CompiledBase,
  isAddressed: boolean,
): Turn {
  const silence = whySilent(text, compiled, isAddressed);
  if (silence !== undefined) {
    return { reply: { kind: 'silent', why: silence }, question: text, conversation };
  }
  const said = withoutDenied(withoutNod(text));
  const turned = withoutTurn(said);
  if (turned !== said) return { ...answer(turned, setAside(conversation), compiled), question: text };
  const back = readReturn(said, conversation, compiled);
  if (back !== undefined) return { ...answer(back.rest, back.conversation, compiled), question: text };
  return { ...answer(said, conversation, compiled), ...(said !== text && { question: text }) };
}

function answer(text: string, conversation: Conversation, compiled: CompiledBase): Turn {
  if (wantsProvenance(text)) return provenance(conversation, compiled);
  if (wantsMore(text)) return more(text, conversation, compiled);
  return answerInThread(text, conversation, compiled);
}

function provenance(conversation: Conversation, compiled: CompiledBase): Turn {
  const facts = conversation.latest.flatMap((id) => compiled.facts.get(id) ?? []);
  const reports = compiled.base.reports;
  const reply: Reply = { kind: 'provenance', facts, text: writeProvenance(facts, reports) };
  return { reply, question: conversation.question, conversation };
}

/** The best related fact that the thread has not had yet; when there is none, saying so. */
function more(text: string, conversation: Conversation, compiled: CompiledBase): Turn {
  const seeds = conversation.latest.length > 0 ? conversation.latest : conversation.given;
  const facts = seeds.flatMap((id) => compiled.facts.get(id) ?? []);
  const [next] = suggestRelated(facts, compiled, conversation.given);
  const found = (next?.factIds ?? []).flatMap((id) => compiled.facts.get(id) ?? []);
  const explanation: Explanation = {
    lines: ['You asked for more: this is the nearest related fact not given yet.'],
  };
  const reply: Reply =
    found.length > 0
      ? {
          kind: 'answer',
          facts: found,
          suggestions: suggestRelated(found, compiled, conversation.given),
          explanation,
        }
      : {
          kind: 'unknown',
          text: compiled.base.bot.wording.notInReport,
          suggestions: [],
          explanation,
          reason: 'gap',
        };
  return {
    reply,
    question: next?.question ?? text,
    conversation: follow(conversation, undefined, text, reply, compiled),
  };
}

function answerInThread(text: string, conversation: Conversation, compiled: CompiledBase): Turn {
  const alone = asMeant(readQuestion(withNoun(text, conversation, compiled), compiled), compiled);
  const readings = fillFromThread(alone, conversation, compiled);
  const { question, decided, isFilled } = pickReading(alone, readings, compiled);
  const reply = composeReply(question, decided, compiled, conversation.given);
  return {
    reply,
    question: text,
    conversation: follow(
      isFilled ? conversation : withoutSubject(conversation),
      question,
      text,
      reply,
      compiled,
    ),
  };
}

interface Picked {
  readonly question: Question;
  readonly decided: Decided;
  readonly isFilled: boolean;
}

/**
 * A message that leans on the thread is answered with the thread filled in, if that gives an answer; one that
 * stands on its own, by itself. Each falls back on the other way before the report is said not to hold it.
 */
function pickReading(alone: Question, filled: Reference, compiled: CompiledBase): Picked {
  const own = (): Picked => ({
    question: alone,
    decided: decide(alone, compiled, filled.ownLimits),
    isFilled: false,
  });
  const inThread = filled.readings.map((reading) => ({
    question: reading.question,
    decided: decide(reading.question, compiled, reading),
    isFilled: true,
    isWhole: reading.isWhole,
  }));
  const named = bestOf(inThread.filter(({ isWhole }) => isWhole));
  const isNamed = named !== undefined && scoreOf(named.decided) >= NAMED_SCORE && !asksElse(alone);
  const spoken = isNamed ? named : bestOf(inThread.filter(({ isWhole }) => !isWhole));
  if (filled.leans) {
    if (spoken !== undefined && (filled.isBound || !isBetter(own(), spoken))) return spoken;
    const byItself = filled.isBound ? undefined : own();
    return byItself !== undefined && isSpokenTo(byItself.decided.decision)
      ? byItself
      : (inThread[0] ?? own());
  }
  const byItself = own();
  const isSettled = spoken !== undefined && settles(spoken, byItself, filled.isPlaced);
  return isSpokenTo(byItself.decided.decision) && !isSettled ? byItself : (spoken ?? byItself);
}

/**
 * What leaves a choice on its own may leave none in the thread; `are they still there` fits most of what there is, and
 * where `there` is somewhere that was spoken of, so does `how many are there`, though nothing be known of it.
 */
function settles(spoken: Picked, own: Picked, isPlaced: boolean): boolean {
  const isAnswered = spoken.decided.decision.kind === 'answer';
  const isOpen = isAnswered && own.decided.decision.kind === 'choices';
  const margin = isAnswered ? 0 : UNKNOWN_READING;
  return isOpen || (isPlaced && scoreOf(spoken.decided) >= scoreOf(own.decided) - margin);
}

function isBetter(own: Picked, spoken: Picked): boolean {
  return scoreOf(own.decided) - scoreOf(spoken.decided) >= leastGain(own, spoken);
}

/**
 * How much better a scrap must fit by itself: much, unless it sets right what was asked and asks itself, or what it has
 * in the thread is only known to be missing, or it fits as well as can be what is known to be missing.
 */
function leastGain(own: Picked, spoken: Picked): number {
  const { question, decided } = own;
  const fits = scoreOf(decided) >= NAMED_SCORE;
  if (decided.decision.kind === 'stated-unknown') return fits ? UNKNOWN_READING : OWN_MARGIN;
  if (decided.decision.kind !== 'answer') return OWN_MARGIN;
  if (question.asked.kinds.length > 0 && isCorrection(question.text)) return CORRECTED_MARGIN;
  if (spoken.decided.decision.kind !== 'stated-unknown') return OWN_MARGIN;
  return fits ? UNKNOWN_READING / 2 : OWN_MARGIN - UNKNOWN_READING;
}

/** The reading that the base speaks to best, rather to answer than to say that it lacks it; of equal ones the likelier. */
function bestOf(readings: readonly Picked[]): Picked | undefined {
  const spoken = readings.filter(({ decided }) => isSpokenTo(decided.decision));
  const worth = (picked: Picked): number =>
    scoreOf(picked.decided) -
    LATER_READING * readings.indexOf(picked) -
    (picked.decided.decision.kind === 'stated-unknown' ? UNKNOWN_READING : 0);
  return spoken.toSorted((a, b) => worth(b) - worth(a))[0];
}

function isSpokenTo({ kind }: Decision): boolean {
  return kind === 'answer' || kind === 'choices' || kind === 'stated-unknown';
}

function follow(
  conversation: Conversation,
  question: Question | undefined,
  text: string,
  reply: Reply,
  compiled: CompiledBase,
): Conversation {
  const next = beginConversation(question, text, reply, compiled);
  // What the report does not say leaves the subject where it was.
  const isAnswered = next.latest.length > 0;
  return {
    given: [...new Set([...conversation.given, ...next.given])],
    // What is only said to be missing leaves the subject where it was.
    latest:
      isAnswered && (reply.kind === 'answer' || conversation.latest.length === 0)
        ? next.latest
        : conversation.latest,
    question: text,
    kinds: next.kinds.length > 0 || isAnswered ? next.kinds : conversation.kinds,
    terms: isAnswered && next.terms.length > 0 ? next.terms : conversation.terms,
    entities: inOrder(entitiesOf(question, reply, compiled), conversation.entities, aboutOf(reply)).slice(
      0,
      12,
    ),
  };
}

const inOrder = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** What was given is remembered, and nothing else. */
function setAside({ given, question }: Conversation): Conversation {
  return { given, question, latest: [], kinds: [], terms: [], entities: [] };
}

function withoutSubject(conversation: Conversation): Conversation {
  return { ...conversation, kinds: [] };
}

function factsOf(reply: Reply): readonly SourcedFact[] {
  if (reply.kind === 'answer') return reply.facts;
  return reply.kind === 'unknown' && reply.fact !== undefined ? [reply.fact] : [];
}

/** Entities, latest first: what the question wanted named, what it names itself, what the facts are about. */
function entitiesOf(question: Question | undefined, reply: Reply, compiled: CompiledBase): string[] {
  const facts = factsOf(reply);
  const about = facts.flatMap(({ fact }) => fact.about);
  const named = reply.kind === 'answer' ? namedBy(question, facts, compiled) : [];
  const asked = (question?.pieces ?? []).flatMap(({ item, isHard }) => {
    const ids = item.terms.filter((term) => term.startsWith('e:')).map((term) => term.slice(2));
    // A description that several share means those the answer is about; a name means what it says.
    const meant = ids.filter((id) => about.includes(id));
    // What was only carried along from the thread is no longer spoken of when the answer leaves it.
    const isCarried = item.at < 0 && !isHard;
    return meant.length > 0 || isCarried ? meant : ids;
  });
  // What the report does not say was asked about those who were named, not about whom it speaks of instead.
  return [...new Set([...named, ...asked, ...(reply.kind === 'unknown' ? [] : about)])];
}

/** `which group toppled him? who leads it?`: the group that the answer gives, before anybody that the question names. */
function namedBy(
  question: Question | undefined,
  facts: readonly SourcedFact[],
  compiled: CompiledBase,
): string[] {
  const kinds = new Set<AnswerKind | undefined>(
    question?.asked.kinds.filter((kind) => kind === 'who' || kind === 'which'),
  );
  const values = facts.flatMap(({ fact }) =>
    fact.answers.flatMap(({ kind, value }) => (kinds.has(kind) && value !== undefined ? [value] : [])),
  );
  return values.flatMap((value) => {
    const [only, ...others] = compiled.readQuestion(value).items;
    const [term = '', ...readings] = only?.terms ?? [];
    return others.length + readings.length === 0 && term.startsWith('e:') ? [term.slice(2)] : [];
  });
}
