/** A statement is a sentence and ends as one; it is shown and read aloud beside others. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

const FULL_STOP = /\.['"’”)]?$/;

export function fullStops(draft: Draft): Finding[] {
  return draft.facts.flatMap(({ value, at }) => {
    if (FULL_STOP.test(value.statement)) return [];
    const end = value.statement.slice(-30);
    return [
      {
        at: at('statement'),
        message: `the statement ends in ${quote(end)}`,
        mend: 'end it with a full stop',
      },
    ];
  });
}
