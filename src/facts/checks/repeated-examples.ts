/** The examples a reader is offered are all different. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import { type Finding, sameText } from './check.ts';

export function repeatedExamples(draft: Draft): Finding[] {
  return draft.bots.flatMap(({ value, at }) => {
    const keys = value.examples.map(sameText);
    return value.examples.flatMap((example, index) => {
      if (keys.indexOf(sameText(example)) === index) return [];
      return [
        {
          at: at('examples', index),
          message: `the example ${quote(example)} repeats`,
          mend: 'write another',
        },
      ];
    });
  });
}
