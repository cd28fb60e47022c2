/**
 * A way of asking is short: a long one shares words with whatever is asked, and draws questions that belong to
 * other facts.
 */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

const MAX_WORDS = 12;

export function shortAsks(draft: Draft): Finding[] {
  return [...draft.facts, ...draft.digests].flatMap(({ value, at }) =>
    value.asks.flatMap((ask, index) => {
      const words = ask.trim().split(/\s+/).length;
      if (words <= MAX_WORDS) return [];
      const message = `a way of asking of ${words} words`;
      return [{ at: at('asks', index), message, mend: `shorten it to ${MAX_WORDS}, or split it in two` }];
    }),
  );
}
