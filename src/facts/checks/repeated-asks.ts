/** Within one fact or digest, no way of asking stands twice, and each has a letter or a digit in it. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import { type Finding, sameText } from './check.ts';

export function repeatedAsks(draft: Draft): Finding[] {
  return [...draft.facts, ...draft.digests].flatMap(({ value, at }) => {
    const keys = value.asks.map(sameText);
    return value.asks.flatMap((ask, index) => {
      const key = keys[index] ?? '';
      if (key === '') {
        const message = `${quote(ask)} is no way of asking`;
        return [{ at: at('asks', index), message, mend: 'write what a person would type' }];
      }
      if (keys.indexOf(key) === index) return [];
      const message = `${quote(ask)} is there already, apart from case, punctuation and spaces`;
      return [{ at: at('asks', index), message, mend: 'delete it' }];
    });
  });
}
