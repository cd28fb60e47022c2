/** A fact is not related to, does not replace and does not contradict itself. */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

export function selfReferences(draft: Draft): Finding[] {
  return draft.facts.flatMap(({ value, at }) => {
    const places = [
      ...(value.related.includes(value.id) ? [at('related', value.related.indexOf(value.id))] : []),
      ...(value.supersedes === value.id ? [at('supersedes')] : []),
      ...(value.conflictsWith.includes(value.id)
        ? [at('conflictsWith', value.conflictsWith.indexOf(value.id))]
        : []),
    ];
    return places.map((place) => ({
      at: place,
      message: `"${value.id}" refers to itself`,
      mend: 'name another fact, or delete it',
    }));
  });
}
