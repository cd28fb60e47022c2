/**
 * A proper name means one entity; descriptions may be shared. Within one entity the same spelling stands once;
 * spellings that differ in a hyphen or a space are worth having, and the name may be repeated among them.
 */
import type { Draft, Item } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Entity } from '../schema.ts';
import { type Finding, sameText } from './check.ts';

export function sharedSpellings(draft: Draft): Finding[] {
  return [...claimedTwice(draft.entities), ...draft.entities.flatMap(repeated)];
}

function claimedTwice(entities: readonly Item<Entity>[]): Finding[] {
  const owners = new Map<string, string>();
  return entities.flatMap(({ value, at }) =>
    namesOf(value).flatMap(({ name, path }) => {
      const key = sameText(name);
      const owner = owners.get(key) ?? value.id;
      owners.set(key, owner);
      if (owner === value.id) return [];
      const message = `${quote(name)} is also a name of ${quote(owner)}`;
      return [
        { at: at(...path), message, mend: 'leave it with one of them, or make it a description of both' },
      ];
    }),
  );
}

function repeated({ value, at }: Item<Entity>): Finding[] {
  const spellings = value.spellings.map((spelling) => spelling.toLowerCase());
  return value.spellings.flatMap((spelling, index) => {
    if (spellings.indexOf(spelling.toLowerCase()) === index) return [];
    return [
      { at: at('spellings', index), message: `${quote(spelling)} is there already`, mend: 'delete it' },
    ];
  });
}

function namesOf(entity: Entity): { name: string; path: (string | number)[] }[] {
  return [
    { name: entity.name, path: ['name'] },
    ...entity.spellings.map((name, index) => ({ name, path: ['spellings', index] })),
  ];
}
