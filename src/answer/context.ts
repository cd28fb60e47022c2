/**
 * Fills in what a follow-up leaves out: whom a pronoun means, what `and in 2019?` asks, what `and the mayor?`
 * keeps of the question before it.
 */
import type { AnswerKind } from '../facts/schema.ts';
import { PREPOSITIONS } from '../search/english/words.ts';
import type { Item } from '../search/reader.ts';
import { tokenise } from '../search/tokens.ts';
import { entityTerm } from './base-words.ts';
import { inherit, referentPiece, saysNow, silentItem, timeMeant } from './carried.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import { findPronouns, NEEDS_SOMEONE, type Reach, type Standing } from './pronouns.ts';
import { isPlural, type Piece, type Question, readQuestion } from './question.ts';
import { findReferents } from './referents.ts';
import { keepsQuestion } from './scraps.ts';
import { type StandIn, speakOut } from './speak-out.ts';
import { leans, pointsBack } from './talk.ts';
import { asksElse, limitsOf, limitsOfElse, limitsOfNamed } from './thread-limits.ts';
import { SOFT_WEIGHT } from './weights.ts';

/** A question with the thread filled in, and which facts may answer it. */
export interface FilledReading extends ThreadLimits {
  readonly question: Question;
  /** It has names for its pronouns and takes nothing else from the thread. */
  readonly isWhole: boolean;
}

export interface Reference {
  /** Likeliest first; several where a pronoun may mean several. */
  readonly readings: readonly FilledReading[];
  /** The message cannot do without the thread, or does not look as if it could. */
  readonly leans: boolean;
  /** It means nothing on its own: it has a pronoun, or no word of its own. */
  readonly isBound: boolean;
  /** Its `there` is a base or a town that was spoken of, and not the country that everything is about. */
  readonly isPlaced: boolean;
  /** What may answer the message read on its own; absent where anything may. */
  readonly ownLimits?: ThreadLimits;
}

/** Fills a message from the conversation. */
export function fillFromThread(own: Question, conversation: Conversation, compiled: CompiledBase): Reference {
  const standings = findPronouns(own, compiled).filter(
    // `when will the last one be gone?` means one of many, where nothing was named side by side.
    (standing) => standing.nth !== -1 || findReferents(standing, conversation, compiled).length > 0,
  );
  const hard = own.pieces.filter(({ isHard, item }) => isHard && item.quantity === undefined);
  const asksItself = own.asked.kinds.length > 0 || own.asked.isYesNo;
  // `there` seldom decides anything where the question has words of its own.
  // `another question: have they left yet?` is read as a first question.
  const isAnew = conversation.latest.length + conversation.entities.length === 0;
  const isBound =
    !isAnew &&
    (standings.some(({ reach }) => reach !== 'there' && reach !== 'noun') ||
      (hard.length === 0 && !(asksItself && own.pieces.some(({ item }) => item.isName))) ||
      continues(own, hard) ||
      keepsQuestion(own, conversation.kinds));
  const namesSomething = own.pieces.some(({ item, isHard }) => isHard && item.isName);
  // `and who is the president?` is whole; `and the president?` and `how many were kept?` lean on the thread.
  const isScrap = hard.length <= 1 && own.reading.tokens.length <= 7 && !(asksItself && namesSomething);
  const referents = standings.map((standing) => findReferents(standing, conversation, compiled));
  // `what does he say?` where nobody was spoken of: any answer would be a guess.
  const isLost = standings.some(({ reach }, at) => NEEDS_SOMEONE.has(reach) && referents[at]?.length === 0);
  const ways = combine(standings, referents);
  // `but there are some?` is not said by names alone.
  const isOther = ({ item }: Piece): boolean => standings.every(({ at }) => at !== item.at);
  const saysMore =
    own.asked.kinds.length > 0 ||
    own.asked.isYesNo ||
    own.pieces.some(isOther) ||
    standings.some(({ reach }) => reach === 'other' || reach === 'nth');
  const isEvent =
    standings.length === 1 && EVENTFUL.has(standings[0]?.reach ?? 'he') && ways.some((way) => way.length > 0);
  // `in which month was it?` is not asked of the country that everything is about.
  const isTelling = (way: StandIn[]): boolean =>
    hard.length > 0 || way.some(({ entities }) => entities.some((id) => !compiled.scope.has(entityTerm(id))));
  const spoken = ways
    .filter((way) => way.length > 0 && saysMore && isTelling(way) && !asksOfSame(own))
    .map((way) => nameThem(own, way, conversation, compiled));
  const filled = [...ways, ...(isEvent ? [[]] : [])].map((way) =>
    fill(own, way, standings.length > 0, conversation, compiled),
  );
  const readings = [...spoken, ...filled];
  return {
    readings: isLost ? readings.map((reading) => ({ ...reading, accepts: () => false })) : readings,
    leans:
      isBound ||
      isScrap ||
      timeMeant(own, conversation, compiled).length > 0 ||
      pointsBack(own) ||
      (leans(own.text) && !(asksItself && namesSomething)),
    isBound,
    isPlaced: standings.some(
      ({ reach }, at) => reach === 'there' && referents[at]?.[0]?.some((id) => isPlace(id, compiled)),
    ),
    ...(asksElse(own) && { ownLimits: limitsOfElse(conversation) }),
  };
}

/** `is he still?` leaves out all that is asked of him. */
const asksOfSame = ({ reading }: Question): boolean =>
  /^(?:and |but |so )*(?:is|are|was|were|did|does|do|has|have|had|can|will) (?:he|she|they|it|that)(?: (?:still|really|now|already|yet|too|also|ever))*$/.test(
    reading.tokens.map(({ text }) => text).join(' '),
  );

const isPlace = (id: string, { entities }: CompiledBase): boolean =>
  entities.get(id)?.kind === 'base' || entities.get(id)?.kind === 'place';

/** `in which bases?` belongs to the sentence before it, and names only what it wants. */
function continues({ focus, reading }: Question, hard: readonly Piece[]): boolean {
  const first = reading.tokens.find(({ text }) => text !== 'and' && text !== 'but')?.text ?? '';
  return PREPOSITIONS.has(first) && hard.every(({ item }) => focus.includes(item));
}

/** What may also stand for what happened, which has no name: `when will it end?`, `who were they aimed at?` */
const EVENTFUL: ReadonlySet<Reach> = new Set(['it', 'they']);

/** `when did they leave it?`: what the pronouns may mean together, the likeliest first, at most four ways. */
function combine(
  standings: readonly Standing[],
  referents: readonly (readonly (readonly string[])[])[],
): StandIn[][] {
  const ways = standings
    .map(({ at }, index) => (referents[index] ?? []).map((entities) => ({ at, entities })))
    .filter((choices) => choices.length > 0)
    .reduce<StandIn[][]>(
      (all, choices) =>
        all.flatMap((way) =>
          choices
            .filter(({ entities }) => way.every((other) => other.entities[0] !== entities[0]))
            .map((choice) => [...way, choice]),
        ),
      [[]],
    );
  return ways.slice(0, 4);
}

/** The message with names for its pronouns, and nothing else taken from the thread. */
function nameThem(
  own: Question,
  way: readonly StandIn[],
  conversation: Conversation,
  compiled: CompiledBase,
): FilledReading {
  const named = speakOut(own, way, compiled);
  const kinds = keepKinds(own, way.length > 0, conversation);
  const isSeveral = named.asked.isSeveral || way.some(({ entities }) => entities.length > 1);
  const question = { ...named, asked: { ...named.asked, kinds, isSeveral } };
  return { question, isWhole: true, ...limitsOfNamed(question, conversation, compiled) };
}

function fill(
  own: Question,
  way: readonly StandIn[],
  isBound: boolean,
  conversation: Conversation,
  compiled: CompiledBase,
): FilledReading {
  const meant = way.map(({ entities }) => referentPiece(entities, compiled));
  const ownTerms = new Set([...own.pieces, ...meant].flatMap(({ item }) => item.terms));
  const inherited = inherit(own, ownTerms, conversation, compiled);
  const kinds = keepKinds(own, way.length > 0, conversation);
  const counted = speakOut(own, way, compiled).focus;
  const isNamedAt = (at: number): boolean => way.some((standIn) => standIn.at === at);
  const then = timeMeant(own, conversation, compiled);
  const question: Question = {
    ...own,
    focus: counted.length > 0 ? counted : countedInThread(own, inherited, kinds, conversation, compiled),
    asked: { ...own.asked, kinds },
    pieces: [
      ...shaded(
        own.pieces.filter(({ item }) => !isNamedAt(item.at)),
        own.asked,
      ),
      ...meant,
      ...then,
      ...inherited,
    ],
  };
  return {
    question,
    isWhole: false,
    ...limitsOf({ own, meant, inherited, isBound, counted: question.focus }, conversation, compiled),
  };
}

/**
 * In a scrap such as `to achieve what?`, a word that elsewhere only shades the meaning is all there is to go by; but
 * `against whom exactly?` asks no more than `against whom?`.
 */
function shaded(pieces: readonly Piece[], { kinds }: Question['asked']): readonly Piece[] {
  const isAll = pieces.every(({ isHard, item }) => !isHard || item.at < 0 || isEntityItem(item));
  if (!isAll) return pieces;
  const isStress = (text: string): boolean => kinds.includes('who') && STRESS.test(text);
  return pieces.map((piece) =>
    piece.item.kind === 'soft' && !saysNow(piece.item.text) && !isStress(piece.item.text)
      ? { ...piece, weight: piece.weight / SOFT_WEIGHT }
      : piece,
  );
}

const STRESS = /^(?:exact|precise)(?:ly)?$/i;

const isEntityItem = ({ terms }: Item): boolean => terms.every((term) => term.startsWith('e:'));

/** `and today?` after a count goes on counting the same, and `and soldiers?` counts soldiers. */
function countedInThread(
  { asked: { kinds: own }, pieces }: Question,
  inherited: readonly Piece[],
  kinds: readonly AnswerKind[],
  { latest, question }: Conversation,
  compiled: CompiledBase,
): Item[] {
  const { answerables } = compiled;
  if (!kinds.includes('how-many')) return [];
  const named = pieces.flatMap(({ isHard, item }) =>
    isHard && item.quantity === undefined && !saysNow(item.text) ? [item] : [],
  );
  const counts = own.length > 0 ? named.filter(({ text }) => isPlural(text.toLowerCase())) : named;
  if (counts.length > 0) return counts;
  const counted = answerables
    .filter(({ facts, digest }) => digest === undefined && facts.some(({ fact }) => latest.includes(fact.id)))
    .flatMap(({ settles }) => [...(settles.get('how-many') ?? [])]);
  if (counted.length > 0) return [silentItem(counted)];
  // `what about lorries? how many?`: where the answer counted nothing, what was asked about is counted.
  const isCounted = (term: string): boolean =>
    answerables.some(({ settles }) => settles.get('how-many')?.has(term));
  const recent = new Set(
    readQuestion(question, compiled).pieces.flatMap(({ isHard, item }) => (isHard ? item.terms : [])),
  );
  const asked = inherited.flatMap(({ item }) =>
    item.terms.filter((term) => recent.has(term) && isCounted(term)),
  );
  return asked.length === 0 ? [] : [silentItem(asked)];
}

/**
 * A follow-up that asks nothing itself (`and the president?`) keeps the question before it. `his group?` names what it
 * wants, and `with planes?` adds to what was said.
 */
function keepKinds(
  { asked, reading, pieces }: Question,
  hasReferent: boolean,
  conversation: Conversation,
): readonly AnswerKind[] {
  if (asked.kinds.length > 0 || asked.isYesNo) return asked.kinds;
  const first = reading.tokens.find(({ text }) => text !== 'and' && text !== 'but')?.text ?? '';
  if (ADDING.has(first) || (hasReferent && pieces.length > 0)) return [];
  if (reading.tokens.length > 8) return [];
  // `goal?` after `when was it launched` names what it wants; `soldiers?` after a count goes on counting.
  const [only, ...others] = pieces;
  const isNoun = reading.tokens.length === 1 && others.length === 0 && only?.isHard && !only.item.isName;
  if (isNoun) return conversation.kinds.filter((kind) => kind === 'how-many');
  // `and now?` says when, and asks what was asked before that.
  return conversation.kinds.filter(
    (kind) => kind !== 'when' || !pieces.every(({ item }) => saysNow(item.text)),
  );
}

const ADDING = new Set(['with', 'without', 'including', 'besides']);

/**
 * What is left of a message that sets the one before it right: `not troops, bases`, `right now, not 2019`, `sorry, I
 * meant to ask when`. `why did he not sign` asks about it. What ends with `by` asks by whom.
 */
export function asMeant(question: Question, compiled: CompiledBase): Question {
  const { tokens } = question.reading;
  const dropped = new Set([...negatedTokens(question), ...openingTokens(question)]);
  if (dropped.size === 0) {
    const kind = asksByWhom(question) ? 'who' : bareKind(question);
    return kind === undefined ? question : { ...question, asked: { ...question.asked, kinds: [kind] } };
  }
  const left = tokens.filter((_, at) => !dropped.has(at)).map(({ text }) => text);
  const rest = readQuestion(left.join(' '), compiled);
  return rest.pieces.length === 0 ? question : { ...rest, text: question.text };
}

/** `launched by?`, but not `caused by?`, which need not be a person. */
function asksByWhom({ asked, reading: { tokens } }: Question): boolean {
  const [deed = '', by] = tokens.slice(-2).map(({ text }) => text);
  const isScrap = tokens.length > 1 && tokens.length <= 4 && by === 'by';
  return isScrap && asked.kinds.length === 0 && !asked.isYesNo && !IMPERSONAL.has(deed);
}

/** `since?`, `and between?`, `because of?` */
function bareKind({ reading: { tokens } }: Question): AnswerKind | undefined {
  const words = tokens.map(({ text }) => text).filter((word) => word !== 'and' && word !== 'so');
  if (/^(?:because of|due to|owing to)$/.test(words.join(' '))) return 'why';
  return words.length === 1 ? BARE_KINDS.get(words[0] ?? '') : undefined;
}

const BARE_KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ['since', 'when'],
  ['until', 'when'],
  ['till', 'when'],
  ['because', 'why'],
  ['between', 'who'],
  ['against', 'who'],
  ['with', 'who'],
  ['by', 'who'],
]);

const IMPERSONAL = new Set('caused followed preceded triggered marked prompted explained meant'.split(' '));

function negatedTokens({ reading: { tokens }, asked, text }: Question): number[] {
  const negated: number[] = [];
  const sets = leans(text);
  tokens.forEach((token, at) => {
    if (token.text !== 'not' || asked.isYesNo) return;
    if (!sets && at > 0 && tokens[at - 1]?.closes !== true) return;
    negated.push(at);
    for (let next = at + 1; next < tokens.length; next += 1) {
      negated.push(next);
      if (tokens[next]?.closes || tokens[next]?.text === 'but') break;
    }
  });
  return negated;
}

/** `sorry, I wanted to say` says nothing of the subject. */
function openingTokens({ reading: { tokens } }: Question): number[] {
  const line = tokens.map(({ text }) => text).join(' ');
  const length = tokenise(OPENING.exec(line)?.[0] ?? '').length;
  return length < tokens.length ? Array.from({ length }, (_, at) => at) : [];
}

const OPENING =
  /^(?:(?:no|nope|sorry|oh|wait|ok|hang on|hold on|typo) )*(?:(?:i|we) (?:meant|mean|want|wanted|need)(?: to (?:say|ask|know))?(?: about)?|(?:id|i would) like to (?:know|ask)(?: about)?|i (?:was thinking of|had in mind)|(?:i was|im|we were) asking(?: about)?)\b|^(?:(?:no|sorry|oh|wait|ok) )*(?:oops|my bad|scratch that|scrap that|(?:let me )?rephrase|(?:the |that was the |thats the |that is the )?wrong one|(?:thats )?not what i (?:asked|meant|wanted)) /;
