/**
 * A way of asking is short: a long one shares words with whatever is asked, and draws questions that belong to
 * other facts.
 */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

const MAX_WORDS = 12;

/** Whether a question is short enough to be kept as a way of asking. */
export const isShortAsk = (text: string): boolean => countWords(text) <= MAX_WORDS;

const countWords = (text: string): number => text.trim().split(/\s+/).length;

export function shortAsks(draft: Draft): Finding[] {
  return [...draft.facts, ...draft.digests].flatMap(({ value, at }) =>
    value.asks.flatMap((ask, index) => {
      if (isShortAsk(ask)) return [];
      const message = `a way of asking of ${countWords(ask)} words`;
      return [{ at: at('asks', index), message, mend: `shorten it to ${MAX_WORDS}, or split it in two` }];
    }),
  );
}
