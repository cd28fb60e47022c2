/**
 * Fills in what a follow-up leaves out: whom a pronoun means, what `and in 2019?` asks, what `and the mayor?`
 * keeps of the question before it.
 */
import type { AnswerKind } from '../facts/schema.ts';
import type { Item } from '../search/reader.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { CLASSES } from './entity-classes.ts';
import { findPronouns, findReferents, NEEDS_SOMEONE } from './pronouns.ts';
import { type Piece, type Question, readQuestion, termsOf } from './question.ts';
import { leans } from './talk.ts';
import { asksElse, limitsOf, limitsOfElse } from './thread-limits.ts';
import { INHERITED_WEIGHT, OLDER_SHARE } from './weights.ts';
import { writeList } from './wording.ts';

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
  const namesSomething = own.pieces.some(({ item }) => item.isName);
  // `and who is the president?` is whole; `and the president?` and `how many were kept?` lean on the thread.
  const isScrap = hard.length <= 1 && own.reading.tokens.length <= 7 && !(asksItself && namesSomething);
  const referents = pronouns.map((pronoun) => findReferents(pronoun, conversation, compiled));
  // `what does he say?` where nobody was spoken of: any answer would be a guess.
  const isLost = pronouns.some((pronoun, at) => NEEDS_SOMEONE.has(pronoun) && referents[at]?.length === 0);
  const readings = combine(referents).map((entities) => fill(own, entities, conversation, compiled));
  return {
    readings: isLost ? readings.map((reading) => ({ ...reading, accepts: () => false })) : readings,
    leans: isBound || isScrap || (leans(alone.text) && !(asksItself && namesSomething)),
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
  const kinds = keepKinds(own, conversation);
  const question: Question = {
    ...own,
    focus: own.focus.length > 0 ? own.focus : countedBefore(kinds, conversation, compiled),
    asked: { ...own.asked, kinds },
    pieces: [...own.pieces, ...meant, ...inherited],
  };
  return { question, ...limitsOf({ own, meant, inherited }, conversation, compiled) };
}

/** `and today?` after a count goes on counting the same. */
function countedBefore(
  kinds: readonly AnswerKind[],
  { latest }: Conversation,
  { answerables }: CompiledBase,
): Item[] {
  if (!kinds.includes('how-many')) return [];
  const counted = answerables
    .filter(({ facts, digest }) => digest === undefined && facts.some(({ fact }) => latest.includes(fact.id)))
    .flatMap(({ settles }) => [...(settles.get('how-many') ?? [])]);
  return counted.length === 0 ? [] : [silentItem(counted)];
}

/** What the thread was about and the message does not replace; what the latest question said itself counts most. */
function inherit(
  own: Question,
  ownTerms: ReadonlySet<string>,
  conversation: Conversation,
  compiled: CompiledBase,
): Piece[] {
  const replaced = replacedClasses(own, compiled);
  const recent = new Set(termsOf(readQuestion(conversation.question, compiled)));
  const kept = conversation.terms.filter((joined) => {
    const terms = joined.split('|');
    return !terms.some((term) => ownTerms.has(term) || replaced.has(classOf(term, compiled) ?? ''));
  });
  const hasRecent = kept.some((joined) => recent.has(joined));
  return kept.map((joined) =>
    inheritedPiece(joined.split('|'), !hasRecent || recent.has(joined) ? 1 : OLDER_SHARE, compiled),
  );
}

function inheritedPiece(
  terms: readonly string[],
  share: number,
  { index, knows, entities }: CompiledBase,
): Piece {
  const known = terms.filter(knows);
  const rarity = Math.min(...(known.length > 0 ? known : terms).map((term) => index.idf(term)));
  return {
    item: silentItem(
      terms,
      writeList(
        terms.flatMap((term) => entities.get(term.slice(2))?.name ?? []),
        'or',
      ),
    ),
    weight: (INHERITED_WEIGHT * share * rarity) / index.idf(''),
    isHard: false,
    isLoose: false,
  };
}

/** A country is about everywhere; only what is more particular must be what the answer is about. */
function referentPiece(entity: string, { entities }: CompiledBase): Piece {
  const kind = entities.get(entity)?.kind;
  const isHard = kind !== 'country' && kind !== 'region';
  const item = silentItem([entityTerm(entity)], entities.get(entity)?.name);
  return { item, weight: isHard ? 1 : INHERITED_WEIGHT, isHard, isLoose: false };
}

function silentItem(terms: readonly string[], text = ''): Item {
  return { kind: 'concept', text, at: -1, length: 0, terms, parts: [], isName: true };
}

/** A follow-up that asks nothing itself (`and the president?`) keeps the question before it. */
function keepKinds({ asked, reading }: Question, conversation: Conversation): readonly AnswerKind[] {
  if (asked.kinds.length > 0 || asked.isYesNo) return asked.kinds;
  return reading.tokens.length <= 8 ? conversation.kinds : [];
}

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

/** `now` takes the place of `in 2019`, as another year does. */
const NOW =
  /\b(now|today|currently|present|presently|nowadays|still|tonight|at the moment|these days|as it stands|so far|to date)\b/;

function classOf(term: string, { entities }: CompiledBase): string | undefined {
  if (/^[ymd]:/.test(term)) return 'time';
  const entity = term.startsWith('e:') ? entities.get(term.slice(2)) : undefined;
  return entity === undefined ? undefined : CLASSES[entity.kind];
}

function replacedClasses({ pieces, reading }: Question, compiled: CompiledBase): Set<string> {
  const named = pieces.flatMap(({ item }) => item.terms.flatMap((term) => classOf(term, compiled) ?? []));
  const line = reading.tokens.map(({ text }) => text).join(' ');
  return new Set(NOW.test(line) ? [...named, 'time'] : named);
}
