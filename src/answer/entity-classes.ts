/** What sorts of things there are, as far as talk about them goes. */
import type { EntityKind } from '../facts/schema.ts';

/** Classes of things of which a follow-up names a new one in the place of the old. */
export const CLASSES: Readonly<Record<EntityKind, string>> = {
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

/** Those that are many people or much ground: `it` seldom means one of them where something smaller was named. */
export const COLLECTIVE: ReadonlySet<EntityKind> = new Set([
  'force',
  'government',
  'country',
  'region',
  'agency',
  'organisation',
]);
