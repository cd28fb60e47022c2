/** Which pronouns of a message need something to stand for, and what each may mean in its thread. */
import { type Entity, EntityKind, type Pronoun } from '../facts/schema.ts';
import { KIND_NOUNS } from '../search/english/kind-nouns.ts';
import { PREPOSITIONS } from '../search/english/words.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import { CLASSES, COLLECTIVE } from './entity-classes.ts';
import type { Question } from './question.ts';

/** What stands for somebody or something by itself. */
type Bare = Pronoun | 'there';
export type Reach = Pronoun | 'there' | 'other' | 'noun' | 'nth';

const PRONOUNS: ReadonlyMap<string, Bare> = new Map([
  ...['he', 'him', 'his', 'hes'].map((word) => [word, 'he'] as const),
  ...['she', 'her', 'hers', 'shes'].map((word) => [word, 'she'] as const),
  ...['they', 'them', 'their', 'theirs', 'theyre'].map((word) => [word, 'they'] as const),
  ...['it', 'its'].map((word) => [word, 'it'] as const),
  ...['there'].map((word) => [word, 'there'] as const),
]);

export const NEEDS_SOMEONE: ReadonlySet<Reach> = new Set(['he', 'she', 'other', 'nth']);

/** A word that stands for something spoken of before. */
export interface Standing {
  readonly reach: Reach;
  /** Index of its token. */
  readonly at: number;
  /** What sorts of things a noun such as `the group` is for. */
  readonly kinds?: readonly EntityKind[];
  /** Which of those that were spoken of together: 0 is the first, -1 the last. */
  readonly nth?: number;
  /** Means several, whether or not they were named together: `are they both open?` */
  readonly isSeveral?: boolean;
}

/** The pronouns that need something to stand for. */
export function findPronouns({ reading, pieces }: Question, compiled: CompiledBase): Standing[] {
  const words = reading.tokens.map((token) => token.text);
  if (/\b(the )?other (one|base|group|place|side)s?\b|\bthe others?\b|\bother one\b/.test(words.join(' ')))
    return [{ reach: 'other', at: words.findIndex((word) => word.startsWith('other')) }];
  const ordinal = findOrdinal(words);
  if (ordinal !== undefined) return [ordinal];
  const found = words.flatMap((word, at) => {
    const reach = PRONOUNS.get(word);
    if (reach === undefined) return [];
    if (reach === 'there' && isEmptyThere(words, at)) return [];
    // `who did it`: what was done has no name.
    if (reach === 'it' && DOING.has(words[at - 1] ?? '') && PREPOSITIONS.has(words[at + 1] ?? 'in'))
      return [];
    // `did the army say they …`: the question itself says who they are. `is the army in it` does not.
    const isObject = OBJECTS.has(word) && PREPOSITIONS.has(words[at - 1] ?? '');
    const own = isObject ? [] : pieces.filter(({ item }) => item.at >= 0 && item.at < at);
    if (own.some(({ item }) => item.terms.some((term) => mayStandFor(reach, term, compiled)))) return [];
    return [{ reach, at, isSeveral: words.some((other) => SEVERAL.has(other)) }];
  });
  const all = [...found, ...findNouns(words, pieces)];
  return all.filter(({ reach }, at) => all.findIndex((first) => first.reach === reach) === at).slice(0, 2);
}

/** `and the second?`, `where is the first one?`: of those that were named side by side; in `the first ferry` it is none. */
function findOrdinal(words: readonly string[]): Standing | undefined {
  const at = words.findIndex(
    (word, index) =>
      ORDINALS.has(word) && words[index - 1] === 'the' && (words[index + 1] ?? 'one') === 'one',
  );
  const nth = ORDINALS.get(words[at] ?? '');
  return nth === undefined ? undefined : { reach: 'nth', at, nth };
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['former', 0],
  ['second', 1],
  ['third', 2],
  ['latter', -1],
  ['last', -1],
]);

const SEVERAL = new Set(['both', 'same', 'each', 'either', 'neither', 'two']);

/** `the group`, `that deal`: a plain word for one that was spoken of, unless it names one itself or has its name beside it. */
function findNouns(words: readonly string[], pieces: Question['pieces']): Standing[] {
  return words.flatMap((word, at) => {
    const kinds = POINTING.has(words[at - 1] ?? '') ? (NOUNS.get(word) ?? []) : [];
    const isOwn = pieces.some(({ item }) => {
      const end = item.at + item.length;
      const isBeside = item.at <= at + 1 && end >= at;
      return isBeside && (item.length > 1 || item.terms.some((term) => term.startsWith('e:')));
    });
    return kinds.length === 0 || isOwn || words[at + 1] === 'of'
      ? []
      : [{ reach: 'noun', at, kinds } as const];
  });
}

const POINTING = new Set(['the', 'that', 'this']);

/** The words for one sort of thing or another; `side` and `name` are for anything. */
const NOUNS: ReadonlyMap<string, readonly EntityKind[]> = new Map(
  'group organisation organization faction movement militia force army government regime administration base outpost camp operation campaign mission agreement deal accord agency company'
    .split(' ')
    .map((noun) => [noun, kindsCalled(noun)] as const),
);

function kindsCalled(noun: string): EntityKind[] {
  return EntityKind.options.filter((kind) => (KIND_NOUNS[kind] as readonly string[]).includes(noun));
}

/** Whether a thing named earlier in the same question may be what the pronoun means. */
function mayStandFor(reach: Bare, term: string, compiled: CompiledBase): boolean {
  const entity = term.startsWith('e:') ? compiled.entities.get(term.slice(2)) : undefined;
  // In `are the Americans still there` they are not the place.
  if (entity === undefined || (reach === 'there' && entity.kind === 'country')) return false;
  return isMeantBy(reach, entity) || (reach === 'they' && CLASSES[entity.kind] === 'actor');
}

function isMeantBy(reach: Bare, { kind, pronoun }: Entity): boolean {
  // A government is `it`, and its members are `they`.
  if (reach === 'they' && STANDS_FOR.they.has(kind)) return true;
  return pronoun === undefined || reach === 'there' ? STANDS_FOR[reach].has(kind) : pronoun === reach;
}

const DOING = new Set(['do', 'did', 'does', 'done', 'doing']);

/** What stands after a preposition is seldom what the sentence is about. */
const OBJECTS = new Set(['it', 'them', 'him']);

/** In `is there a base`, there is no place; in `how many were there`, there may be. */
const isEmptyThere = (words: readonly string[], at: number): boolean =>
  BEFORE_EMPTY_THERE.has(words[at - 1] ?? '') &&
  !(at === words.length - 1 && /^w(as|ere)$/.test(words[at - 1] ?? ''));

const BEFORE_EMPTY_THERE = new Set(['is', 'are', 'was', 'were', 'have', 'has', 'will', 'been']);

const STANDS_FOR: Readonly<Record<Bare, ReadonlySet<EntityKind>>> = {
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

/** Whom a pronoun may mean, at most three: `it` is rather a base than an army, and `there` rather a base than a country; else the latest spoken of. */
export function findReferents(
  { reach, kinds = [], nth = 0, isSeveral = false }: Standing,
  conversation: Conversation,
  compiled: CompiledBase,
): (readonly string[])[] {
  const known = conversation.entities.flatMap((id) => compiled.entities.get(id) ?? []);
  if (reach === 'other') return findOthers(known, conversation, compiled).map((id) => [id]);
  if (reach === 'noun') {
    return known.flatMap(({ id, kind }) => (kinds.includes(kind) ? [[id]] : [])).slice(0, 2);
  }
  if (reach === 'nth') {
    const one = sideBySide(conversation, compiled).at(nth);
    return one === undefined ? [] : [[one]];
  }
  const fitting = known.filter((entity) => isMeantBy(reach, entity));
  const isWide = (kind: EntityKind): boolean =>
    (reach === 'it' && COLLECTIVE.has(kind)) || (reach === 'there' && kind === 'country');
  const rank = (kind: EntityKind): number => (isWide(kind) ? 1 : 0);
  const single = fitting.toSorted((a, b) => rank(a.kind) - rank(b.kind)).map(({ id }) => [id]);
  const together = reach === 'they' ? spokenOfTogether(conversation, compiled) : [];
  if (isSeveral && together.length === 0) together.push(...alike(known));
  return [...together, ...single].slice(0, 3);
}

/** The things of a kind that an answer put side by side, the latest one that did so. */
function sideBySide({ latest, given }: Conversation, { facts, entities }: CompiledBase): readonly string[] {
  const aboutOf = (ids: readonly string[]): Entity[] =>
    [...new Set(ids.flatMap((id) => facts.get(id)?.fact.about ?? []))].flatMap(
      (id) => entities.get(id) ?? [],
    );
  const groups = [aboutOf(latest), ...given.map((id) => aboutOf([id])).reverse()];
  return groups.flatMap((about) => alike(about))[0] ?? [];
}

/** Those of one kind, where there are several. */
function alike(known: readonly Entity[]): string[][] {
  const things = known.filter(({ kind }) => THINGS.has(kind));
  const groups = things.map((first) => things.filter(({ kind }) => kind === first.kind).map(({ id }) => id));
  return groups.filter((group) => group.length > 1).slice(0, 1);
}

/** In `are they both open`, two things of a kind that the latest answer put side by side. */
function spokenOfTogether({ latest }: Conversation, { facts, entities }: CompiledBase): string[][] {
  const about = latest.flatMap((id) => facts.get(id)?.fact.about ?? []);
  const known = [...new Set(about)].flatMap((id) => entities.get(id) ?? []);
  // What is many by itself, such as the ferries, is meant alone.
  const isMany = known.find(({ kind }) => THINGS.has(kind))?.pronoun === 'they';
  return isMany ? [] : alike(known);
}

const THINGS: ReadonlySet<EntityKind> = new Set([
  'base',
  'place',
  'thing',
  'event',
  'operation',
  'agreement',
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
