/** A list of ids names each id once. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

export function repeatedReferences(draft: Draft): Finding[] {
  const lists = [
    ...draft.facts.flatMap(({ value, at }) =>
      (['about', 'related', 'conflictsWith'] as const).map((key) => ({ key, ids: value[key], at })),
    ),
    ...draft.digests.map(({ value, at }) => ({ key: 'facts', ids: value.facts, at })),
  ];
  return lists.flatMap(({ key, ids, at }) =>
    ids.flatMap((id, index) => {
      if (ids.indexOf(id) === index) return [];
      return [{ at: at(key, index), message: `${quote(id)} is there twice`, mend: 'delete one' }];
    }),
  );
}
