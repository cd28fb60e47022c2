/** Two facts that contradict each other both say so, so that either answer carries the warning. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import { type Finding, nameOf } from './check.ts';

export function mutualConflicts(draft: Draft): Finding[] {
  const facts = new Map(draft.facts.map((item) => [item.value.id, item]));
  return draft.facts.flatMap(({ value, at }) =>
    value.conflictsWith.flatMap((id, index) => {
      const other = facts.get(id);
      if (other === undefined || other.value.conflictsWith.includes(value.id)) return [];
      const message = `${quote(id)} does not name ${quote(value.id)} in return`;
      const mend = `add ${value.id} to its conflictsWith, at ${nameOf(other.at())}`;
      return [{ at: at('conflictsWith', index), message, mend }];
    }),
  );
}
