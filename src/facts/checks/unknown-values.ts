/** What the report does not say has no short answer. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

export function unknownValues(draft: Draft): Finding[] {
  return draft.facts.flatMap(({ value, at }) => {
    if (value.status !== 'unknown') return [];
    return value.answers.flatMap((settles, index) => {
      if (settles.value === undefined) return [];
      const message = `the status is unknown, yet the answer to ${settles.kind} is ${quote(settles.value)}`;
      const mend = 'delete the value, or change the status';
      return [{ at: at('answers', index, 'value'), message, mend }];
    });
  });
}
