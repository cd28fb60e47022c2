/**
 * A way of asking leads to one answer: no two facts or digests have the same, whatever its case or punctuation.
 * A retired fact answers nothing, so that another one may take over its ways of asking.
 */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import { isRetired } from '../retired.ts';
import { type Finding, sameText } from './check.ts';

export function sharedAsks(draft: Draft): Finding[] {
  const owners = new Map<string, string>();
  const facts = draft.facts.filter(({ value }) => !isRetired(value));
  return [...facts, ...draft.digests].flatMap(({ value, at }) =>
    value.asks.flatMap((ask, index) => {
      const key = sameText(ask);
      const owner = owners.get(key) ?? value.id;
      owners.set(key, owner);
      if (owner === value.id) return [];
      const message = `${quote(ask)} is also a way of asking for ${quote(owner)}`;
      return [{ at: at('asks', index), message, mend: 'keep it with the one that answers it best' }];
    }),
  );
}
