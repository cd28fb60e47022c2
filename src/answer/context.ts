/**
 * Fills in what a follow-up leaves out: whom a pronoun means, what `and in 2019?` asks, what `and the mayor?`
 * keeps of the question before it.
 */
import type { AnswerKind, Entity, EntityKind, Pronoun } from '../facts/schema.ts';
import type { Item } from '../search/reader.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import type { ThreadLimits } from './decide.ts';
import type { Piece, Question } from './question.ts';
import type { Candidate } from './score.ts';
import { leans } from './talk.ts';
import { INHERITED_WEIGHT, MIN_INHERITED } from './weights.ts';
import { writeList } from './wording.ts';

/** A question with the thread filled in, and which facts may answer it. */
export interface FilledReading {
  readonly question: Question;
  /** Facts just given: they answer again only where nothing else does. */
  readonly avoid: ReadonlySet<string>;
  /** Facts related to those just given: the likelier ones to be asked for next. */
  readonly prefer: ReadonlySet<string>;
  readonly accepts: (candidate: Candidate) => boolean;
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
    ...(asksElse(own) && {
      ownLimits: {
        avoid: new Set(),
        prefer: new Set(),
        accepts: (candidate) => !isGiven(candidate, conversation),
      },
    }),
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
  const replaced = replacedClasses(own, compiled);
  const inherited = conversation.terms
    .map((joined) => joined.split('|'))
    .filter((terms) => !terms.some((term) => ownTerms.has(term)))
    .filter((terms) => !terms.some((term) => replaced.has(classOf(term, compiled) ?? '')))
    .map((terms) => inheritedPiece(terms, compiled));
  const meant = referents.map((entity) => referentPiece(entity, compiled));
  const kinds = keepKinds(own, conversation);
  const question: Question = {
    ...own,
    focus: own.focus.length > 0 ? own.focus : countedBefore(kinds, conversation, compiled),
    asked: { ...own.asked, kinds },
    pieces: [...own.pieces, ...meant, ...inherited],
  };
  const latest = new Set(conversation.latest);
  // `was it in 1981?` has no more to go by than the answer it doubts.
  const hard = own.pieces.filter(({ isHard }) => isHard);
  const doubts =
    own.asked.isYesNo && hard.length > 0 && hard.every(({ item }) => item.quantity !== undefined);
  const related = new Set(conversation.latest.flatMap((id) => compiled.facts.get(id)?.fact.related ?? []));
  return {
    question,
    avoid: doubts || asksAnew(own, conversation) ? new Set() : latest,
    prefer: related,
    accepts: (candidate) => {
      if (doubts) return candidate.answerable.facts.every(({ fact }) => latest.has(fact.id));
      if (asksElse(own) && isGiven(candidate, conversation)) return false;
      const names = hard.length > 0 || meant.some(({ isHard }) => isHard);
      return names || isOnSubject(candidate, latest, inherited, compiled);
    },
  };
}

/** `what else did he prove?` wants none of what was said. */
const asksElse = ({ reading }: Question): boolean => reading.tokens.some(({ text }) => text === 'else');

function isGiven({ answerable }: Candidate, { given }: Conversation): boolean {
  return answerable.facts.every(({ fact }) => given.includes(fact.id));
}

/** `what for?` after `was he on a list?` asks for more of the same fact: it may answer again. */
function asksAnew({ asked }: Question, { kinds }: Conversation): boolean {
  return asked.kinds.some((kind) => !kinds.includes(kind));
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

/** With nothing of its own to go by, a follow-up is answered only by what the thread is about. */
function isOnSubject(
  { answerable, explained }: Candidate,
  latest: ReadonlySet<string>,
  inherited: readonly Piece[],
  compiled: CompiledBase,
): boolean {
  if (answerable.facts.some(({ fact }) => latest.has(fact.id))) return true;
  const related = [...latest].flatMap((id) => compiled.facts.get(id)?.fact.related ?? []);
  if (answerable.facts.some(({ fact }) => related.includes(fact.id))) return true;
  const total = sum(inherited);
  return total > 0 && sum(inherited.filter((piece) => explained.includes(piece))) / total >= MIN_INHERITED;
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, { weight }) => total + weight, 0);

function inheritedPiece(terms: readonly string[], { index, knows, entities }: CompiledBase): Piece {
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
    weight: (INHERITED_WEIGHT * rarity) / index.idf(''),
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

/** Classes of things of which a follow-up names a new one in the place of the old. */
const CLASSES: Readonly<Record<EntityKind, string>> = {
  person: 'actor',
  group: 'actor',
  force: 'actor',
  government: 'actor',
  organisation: 'actor',
  agency: 'actor',
  country: 'actor',
  region: 'place',
  place: 'place',
  base: 'place',
  operation: 'deed',
  agreement: 'deed',
  event: 'deed',
  thing: 'thing',
};

/** `now` takes the place of `in 2019`, as another year does. */
const NOW = new Set('now today currently present presently nowadays still tonight'.split(' '));

function classOf(term: string, { entities }: CompiledBase): string | undefined {
  if (/^[ymd]:/.test(term)) return 'time';
  const entity = term.startsWith('e:') ? entities.get(term.slice(2)) : undefined;
  return entity === undefined ? undefined : CLASSES[entity.kind];
}

function replacedClasses({ pieces, reading }: Question, compiled: CompiledBase): Set<string> {
  const named = pieces.flatMap(({ item }) => item.terms.flatMap((term) => classOf(term, compiled) ?? []));
  return new Set(reading.tokens.some(({ text }) => NOW.has(text)) ? [...named, 'time'] : named);
}

type Reach = Pronoun | 'there' | 'other';

const PRONOUNS: ReadonlyMap<string, Exclude<Reach, 'other'>> = new Map([
  ...['he', 'him', 'his', 'hes'].map((word) => [word, 'he'] as const),
  ...['she', 'her', 'hers', 'shes'].map((word) => [word, 'she'] as const),
  ...['they', 'them', 'their', 'theirs', 'theyre'].map((word) => [word, 'they'] as const),
  ...['it', 'its'].map((word) => [word, 'it'] as const),
  ...['there'].map((word) => [word, 'there'] as const),
]);

const NEEDS_SOMEONE: ReadonlySet<Reach> = new Set(['he', 'she', 'other']);

/** The pronouns that need something to stand for. */
function findPronouns({ reading, pieces }: Question, compiled: CompiledBase): Reach[] {
  const words = reading.tokens.map((token) => token.text);
  if (/\b(the )?other (one|base|group|place|side)s?\b|\bthe others?\b|\bother one\b/.test(words.join(' ')))
    return ['other'];
  const found = words.flatMap((word, at) => {
    const reach = PRONOUNS.get(word);
    if (reach === undefined) return [];
    if (reach === 'there' && BEFORE_EMPTY_THERE.has(words[at - 1] ?? '')) return [];
    // `did the army say they …`: the question itself says who they are.
    const own = pieces.filter(({ item }) => item.at >= 0 && item.at < at);
    if (own.some(({ item }) => item.terms.some((term) => mayStandFor(reach, term, compiled)))) return [];
    return [reach];
  });
  return [...new Set(found)].slice(0, 2);
}

/** Whether a thing named earlier in the same question may be what the pronoun means. */
function mayStandFor(reach: Exclude<Reach, 'other'>, term: string, compiled: CompiledBase): boolean {
  const entity = term.startsWith('e:') ? compiled.entities.get(term.slice(2)) : undefined;
  if (entity === undefined) return false;
  return isMeantBy(reach, entity) || (reach === 'they' && CLASSES[entity.kind] === 'actor');
}

function isMeantBy(reach: Exclude<Reach, 'other'>, { kind, pronoun }: Entity): boolean {
  return pronoun === undefined || reach === 'there' ? STANDS_FOR[reach].has(kind) : pronoun === reach;
}

/** In `is there`, there is no place. */
const BEFORE_EMPTY_THERE = new Set(['is', 'are', 'was', 'were', 'have', 'has', 'will', 'been']);

const STANDS_FOR: Readonly<Record<Exclude<Reach, 'other'>, ReadonlySet<EntityKind>>> = {
  he: new Set(['person']),
  she: new Set(['person']),
  they: new Set(['group', 'force', 'government', 'country', 'organisation', 'agency']),
  it: new Set([
    'base',
    'place',
    'operation',
    'agreement',
    'event',
    'thing',
    'group',
    'organisation',
    'region',
    'government',
    'agency',
    'force',
    'country',
  ]),
  there: new Set(['base', 'place', 'region', 'country']),
};

/** Whom a pronoun may mean, at most three: `it` is rather a base than an army; else the latest spoken of. */
function findReferents(reach: Reach, conversation: Conversation, compiled: CompiledBase): string[] {
  const known = conversation.entities.flatMap((id) => compiled.entities.get(id) ?? []);
  if (reach === 'other') return findOthers(known, conversation, compiled);
  const fitting = known.filter((entity) => isMeantBy(reach, entity));
  const rank = (kind: EntityKind): number => (reach === 'it' && COLLECTIVE.has(kind) ? 1 : 0);
  return fitting
    .toSorted((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ id }) => id)
    .slice(0, 3);
}

const COLLECTIVE: ReadonlySet<EntityKind> = new Set([
  'force',
  'government',
  'country',
  'region',
  'agency',
  'organisation',
]);

/** `the other one`: of the same kind as what was spoken of, and spoken of beside it in the thread or in a fact. */
function findOthers(known: readonly Entity[], { latest }: Conversation, compiled: CompiledBase): string[] {
  const current = new Set(latest.flatMap((id) => compiled.facts.get(id)?.fact.about ?? []));
  for (const one of known.filter(({ kind }) => !COLLECTIVE.has(kind))) {
    const beside = [...compiled.facts.values()]
      .filter(({ fact }) => fact.about.includes(one.id))
      .flatMap(({ fact }) => fact.about);
    const others = [...new Set([...known.map(({ id }) => id), ...beside])].filter(
      (id) => id !== one.id && !current.has(id) && compiled.entities.get(id)?.kind === one.kind,
    );
    if (others.length > 0) return others.slice(0, 3);
  }
  return [];
}
