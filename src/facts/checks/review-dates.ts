/** A fact is looked at again after the day it speaks of, not before. */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

export function reviewDates(draft: Draft): Finding[] {
  return draft.facts.flatMap(({ value, at }) => {
    if (value.reviewBy === undefined || value.reviewBy >= value.asOf) return [];
    const message = `reviewBy ${value.reviewBy} is before asOf ${value.asOf}`;
    return [{ at: at('reviewBy'), message, mend: 'write a later day, or leave reviewBy out' }];
  });
}
