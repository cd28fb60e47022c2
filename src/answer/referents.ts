/** What a pronoun, or a word such as `the group`, may mean in its thread. */
import type { Entity, EntityKind } from '../facts/schema.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import { COLLECTIVE } from './entity-classes.ts';
import { BODIES, isMeantBy, type Reach, type Standing } from './pronouns.ts';

/** Whom a pronoun may mean, at most three: `it` is rather a base than an army, and `there` rather a base than a country; else the latest spoken of. */
export function findReferents(
  { reach, kinds = [], nth = 0, isSeveral = false, isUndergoing = false, isCounted = false }: Standing,
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
  const fitting = narrowed(
    reach,
    known.filter((entity) => isMeantBy(reach, entity)),
    conversation,
    compiled,
  );
  const isWide = (kind: EntityKind): boolean =>
    (reach === 'it' && COLLECTIVE.has(kind)) ||
    (reach === 'there' && kind === 'country') ||
    (isCounted && !COUNTED.has(kind));
  const rank = (kind: EntityKind): number => (isWide(kind) ? 1 : 0);
  const single = fitting.toSorted((a, b) => rank(a.kind) - rank(b.kind)).map(({ id }) => [id]);
  const together = reach === 'they' ? spokenOfTogether(conversation, compiled) : [];
  if (together.length > 0) return [...together, ...single].slice(0, 3);
  const beside = isSeveral ? alike(known) : [];
  const inTurn = isUndergoing && reach === 'they' ? spokenOfInTurn(conversation, compiled) : [];
  return [...beside, ...inTurn, ...single].slice(0, 3);
}

/**
 * `there` is the base or town of the latest answer, where it has one, and not the country around it; `it` is a body of
 * people only where the answer was about that in the first place.
 */
function narrowed(
  reach: Reach,
  possible: readonly Entity[],
  { latest }: Conversation,
  { facts }: CompiledBase,
): readonly Entity[] {
  const about = new Set(latest.flatMap((id) => facts.get(id)?.fact.about ?? []));
  if (reach === 'it') {
    const first = new Set(latest.flatMap((id) => facts.get(id)?.fact.about.slice(0, 1) ?? []));
    return possible.filter(
      ({ id, kind, pronoun }) => pronoun !== 'they' || !BODIES.has(kind) || first.has(id),
    );
  }
  if (reach !== 'there') return possible;
  const near = possible.filter(({ id, kind }) => NEAR.has(kind) && about.has(id));
  return near.length > 0 ? near : possible;
}

const NEAR: ReadonlySet<EntityKind> = new Set(['base', 'place']);

/** Those that are made up of people. */
const COUNTED: ReadonlySet<EntityKind> = new Set(['force', 'group']);

/** The things of a kind that an answer put side by side, the latest one that did so. */
function sideBySide({ latest, given }: Conversation, { facts, entities }: CompiledBase): readonly string[] {
  const aboutOf = (ids: readonly string[]): Entity[] =>
    [...new Set(ids.flatMap((id) => facts.get(id)?.fact.about ?? []))].flatMap(
      (id) => entities.get(id) ?? [],
    );
  const groups = [aboutOf(latest), ...given.map((id) => aboutOf([id])).reverse()];
  return groups.flatMap((about) => alike(about))[0] ?? [];
}

/** Two of a kind, of which the last two answers were about one each. */
function spokenOfInTurn({ given }: Conversation, { facts, entities }: CompiledBase): string[][] {
  const things = given.slice(-2).flatMap((id) => {
    const about = (facts.get(id)?.fact.about ?? []).flatMap((one) => entities.get(one) ?? []);
    return about.filter(({ kind }) => THINGS.has(kind)).slice(0, 1);
  });
  const [one, other] = things;
  return one !== undefined && other !== undefined && one.id !== other.id ? alike([one, other]) : [];
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
