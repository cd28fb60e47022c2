/** A span begins before it ends, as far as its dates are known. */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

export function spans(draft: Draft): Finding[] {
  return draft.facts.flatMap(({ value, at }) => {
    if (typeof value.when !== 'object') return [];
    const { from, to } = value.when;
    if (from === undefined || to === undefined || !isAfter(from, to)) return [];
    return [
      {
        at: at('when'),
        message: `the span ends (${to}) before it begins (${from})`,
        mend: 'swap from and to',
      },
    ];
  });
}

/** Compares as far as both are known: 2024-12 is not after 2024. */
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}
