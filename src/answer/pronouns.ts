/** Which pronouns of a message, and which plain words such as `the group`, need something to stand for. */
import { type Entity, EntityKind, type Pronoun } from '../facts/schema.ts';
import { KIND_NOUNS } from '../search/english/kind-nouns.ts';
import { PREPOSITIONS } from '../search/english/words.ts';
import type { CompiledBase } from './compile.ts';
import { CLASSES } from './entity-classes.ts';
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
  /** Stands where what undergoes something does, or is something: `when were they opened?` */
  readonly isUndergoing?: boolean;
  /** Is counted: `how many of them?` */
  readonly isCounted?: boolean;
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
    const reach = reachOf(words, at, pieces);
    if (reach === undefined) return [];
    // `who did it`: what was done has no name.
    if (reach === 'it' && DOING.has(words[at - 1] ?? '') && PREPOSITIONS.has(words[at + 1] ?? 'in'))
      return [];
    // `did the army say they …`: the question itself says who they are. `is the army in it` does not.
    const isObject = OBJECTS.has(word) && PREPOSITIONS.has(words[at - 1] ?? '');
    const own = isObject ? [] : pieces.filter(({ item }) => item.at >= 0 && item.at < at);
    if (own.some(({ item }) => item.terms.some((term) => mayStandFor(reach, term, compiled)))) return [];
    return [standingAt(reach, at, words)];
  });
  const all = [...found, ...findNouns(words, pieces)];
  return all.filter(({ reach }, at) => all.findIndex((first) => first.reach === reach) === at).slice(0, 2);
}

function reachOf(words: readonly string[], at: number, pieces: Question['pieces']): Bare | undefined {
  if (isBoth(words, at)) return 'they';
  if (isThat(words, at, pieces)) return 'it';
  const reach = PRONOUNS.get(words[at] ?? '');
  return reach === 'there' && isEmptyThere(words, at) ? undefined : reach;
}

/** `were both in the north?`, but not `both of them`, `both bases`. */
const isBoth = (words: readonly string[], at: number): boolean =>
  words[at] === 'both' &&
  BEING.has(words[at - 1] ?? '') &&
  PREPOSITIONS.has(words[at + 1] ?? '') &&
  words[at + 1] !== 'of';

/** `is that still open?` and `whose is that?`, but not `is that plan open?`. */
const isThat = (words: readonly string[], at: number, pieces: Question['pieces']): boolean =>
  words[at] === 'that' &&
  BEING.has(words[at - 1] ?? '') &&
  ((at === words.length - 1 && /^(?:who|whose|what)$/.test(words[0] ?? '')) ||
    (at === 1 && pieces.every(({ item }) => item.at !== at + 1 || item.kind === 'soft')));

function standingAt(reach: Bare, at: number, words: readonly string[]): Standing {
  return {
    reach,
    at,
    isSeveral: words.some((other) => SEVERAL.has(other)),
    isUndergoing: BEING.has(words[at - 1] ?? '') || BEING.has(words[at + 1] ?? ''),
    isCounted: words[at - 1] === 'of' && AMOUNTS.has(words[at - 2] ?? ''),
  };
}

const BEING = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);
const AMOUNTS = new Set(['many', 'much', 'any', 'none', 'some', 'most', 'all']);

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

const SEVERAL = new Set(['both', 'same', 'each', 'either', 'neither', 'two', 'apart']);

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
  if (reach === 'it' && BODIES.has(entity.kind)) return false;
  return isMeantBy(reach, entity) || (reach === 'they' && CLASSES[entity.kind] === 'actor');
}

/** Whether a pronoun may stand for the entity by its sort. */
export function isMeantBy(reach: Bare, { kind, pronoun }: Entity): boolean {
  // A government is `it`, and its members are `they`.
  if (reach === 'they' && STANDS_FOR.they.has(kind)) return true;
  if (reach === 'it' && BODIES.has(kind)) return true;
  return pronoun === undefined || reach === 'there' ? STANDS_FOR[reach].has(kind) : pronoun === reach;
}

/** One body of many people: `who commands it?`, `who commands them?` */
export const BODIES: ReadonlySet<EntityKind> = new Set(['group', 'force', 'organisation']);

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
