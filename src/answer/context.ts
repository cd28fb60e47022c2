/**
 * Fills in what a follow-up leaves out: whom a pronoun means, what `and in 2019?` asks, what `and the mayor?`
 * keeps of the question before it.
 */
import type { AnswerKind } from '../facts/schema.ts';
import type { Item } from '../search/reader.ts';
import { entityTerm } from './base-words.ts';
import { inherit, referentPiece, silentItem, timeMeant } from './carried.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { findPronouns, findReferents, NEEDS_SOMEONE } from './pronouns.ts';
import { isPlural, type Question } from './question.ts';
import { leans } from './talk.ts';
import { asksElse, limitsOf, limitsOfElse } from './thread-limits.ts';

/** A question with the thread filled in, and which facts may answer it. */
export interface FilledReading extends ThreadLimits {
  readonly question: Question;
}

export interface Reference {
  /** Likeliest first; several where a pronoun may mean several. */
  readonly readings: readonly FilledReading[];
  /** The message cannot do without the thread, or does not look as if it could. */
  readonly leans: boolean;
  /** It means nothing on its own: it has a pronoun, or no word of its own. */
  readonly isBound: boolean;
  /** What may answer the message read on its own; absent where anything may. */
  readonly ownLimits?: ThreadLimits;
}

/** Fills a message from the conversation. */
export function fillFromThread(
  alone: Question,
  conversation: Conversation,
  compiled: CompiledBase,
): Reference {
  const own = withoutNegated(alone);
  const pronouns = findPronouns(own, compiled);
  const hard = own.pieces.filter(({ isHard, item }) => isHard && item.quantity === undefined);
  // `there` seldom decides anything where the question has words of its own.
  const isBound = pronouns.some((pronoun) => pronoun !== 'there') || hard.length === 0;
  const asksItself = own.asked.kinds.length > 0 || own.asked.isYesNo;
  const namesSomething = own.pieces.some(({ item, isHard }) => isHard && item.isName);
  // `and who is the president?` is whole; `and the president?` and `how many were kept?` lean on the thread.
  const isScrap = hard.length <= 1 && own.reading.tokens.length <= 7 && !(asksItself && namesSomething);
  const referents = pronouns.map((pronoun) => findReferents(pronoun, conversation, compiled));
  // `what does he say?` where nobody was spoken of: any answer would be a guess.
  const isLost = pronouns.some((pronoun, at) => NEEDS_SOMEONE.has(pronoun) && referents[at]?.length === 0);
  const ways = combine(referents);
  // `when will it end?` may also mean what happened, which has no name.
  if (pronouns.length === 1 && pronouns[0] === 'it' && ways.some((way) => way.length > 0)) ways.push([]);
  const readings = ways.map((entities) => fill(own, entities, conversation, compiled));
  return {
    readings: isLost ? readings.map((reading) => ({ ...reading, accepts: () => false })) : readings,
    leans:
      isBound ||
      isScrap ||
      timeMeant(own, conversation, compiled).length > 0 ||
      (leans(alone.text) && !(asksItself && namesSomething)),
    isBound,
    ...(asksElse(own) && { ownLimits: limitsOfElse(conversation) }),
  };
}

/** `when did they leave it?`: what the pronouns may mean together, the likeliest first, at most four ways. */
function combine(referents: readonly (readonly string[])[]): string[][] {
  const ways = referents
    .filter((entities) => entities.length > 0)
    .reduce<string[][]>(
      (all, entities) => all.flatMap((way) => entities.map((entity) => [...way, entity])),
      [[]],
    );
  return ways.slice(0, 4);
}

function fill(
  own: Question,
  referents: readonly string[],
  conversation: Conversation,
  compiled: CompiledBase,
): FilledReading {
  const ownTerms = new Set([...own.pieces.flatMap(({ item }) => item.terms), ...referents.map(entityTerm)]);
  const inherited = inherit(own, ownTerms, conversation, compiled);
  const meant = referents.map((entity) => referentPiece(entity, compiled));
  const kinds = keepKinds(own, referents, conversation);
  const then = timeMeant(own, conversation, compiled);
  const question: Question = {
    ...own,
    focus: own.focus.length > 0 ? own.focus : countedInThread(own, kinds, conversation, compiled),
    asked: { ...own.asked, kinds },
    pieces: [...own.pieces, ...meant, ...then, ...inherited],
  };
  return { question, ...limitsOf({ own, meant, inherited }, conversation, compiled) };
}

/** `and today?` after a count goes on counting the same, and `and soldiers?` counts soldiers. */
function countedInThread(
  { asked, pieces }: Question,
  kinds: readonly AnswerKind[],
  { latest }: Conversation,
  { answerables }: CompiledBase,
): Item[] {
  if (!kinds.includes('how-many')) return [];
  const named = pieces.flatMap(({ isHard, item }) => (isHard && item.quantity === undefined ? [item] : []));
  const counts = asked.kinds.length > 0 ? named.filter(({ text }) => isPlural(text.toLowerCase())) : named;
  if (counts.length > 0) return counts;
  const counted = answerables
    .filter(({ facts, digest }) => digest === undefined && facts.some(({ fact }) => latest.includes(fact.id)))
    .flatMap(({ settles }) => [...(settles.get('how-many') ?? [])]);
  return counted.length === 0 ? [] : [silentItem(counted)];
}

/**
 * A follow-up that asks nothing itself (`and the president?`) keeps the question before it. `his group?` names what it
 * wants, and `with planes?` adds to what was said.
 */
function keepKinds(
  { asked, reading, pieces }: Question,
  referents: readonly string[],
  conversation: Conversation,
): readonly AnswerKind[] {
  if (asked.kinds.length > 0 || asked.isYesNo) return asked.kinds;
  const first = reading.tokens.find(({ text }) => text !== 'and' && text !== 'but')?.text ?? '';
  if (ADDING.has(first) || (referents.length > 0 && pieces.length > 0)) return [];
  return reading.tokens.length <= 8 ? conversation.kinds : [];
}

const ADDING = new Set(['with', 'without', 'including', 'besides']);

/** `not troops, bases` and `right now, not 2019`: what follows `not` is taken out. */
function withoutNegated(question: Question): Question {
  const { tokens } = question.reading;
  const negated = new Set<number>();
  tokens.forEach((token, at) => {
    if (token.text !== 'not' || question.asked.isYesNo) return;
    for (let next = at + 1; next < tokens.length; next += 1) {
      negated.add(next);
      if (tokens[next]?.closes || tokens[next]?.text === 'but') break;
    }
  });
  const pieces = question.pieces.filter(({ item }) => !negated.has(item.at));
  return pieces.length === 0 ? question : { ...question, pieces };
}
