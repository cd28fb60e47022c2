/**
 * An id stands for one thing. Facts and digests share their ids, as both are what an answer is made of;
 * so do topics and entities, as both are what a reader can ask to be told about.
 */
import type { Draft, Referable } from '../draft.ts';
import type { Place } from '../problem.ts';
import { quote } from '../problem.ts';
import { type Finding, nameOf } from './check.ts';

const NAMESPACES: readonly (readonly Referable[])[] = [
  ['facts', 'digests'],
  ['topics', 'entities'],
  ['reports'],
];

export function duplicateIds(draft: Draft): Finding[] {
  return NAMESPACES.flatMap((kinds) => {
    const first = new Map<string, Place>();
    const all = kinds.flatMap((kind) =>
      [...draft.ids[kind]].flatMap(([id, places]) => places.map((at) => ({ id, at }))),
    );
    return all.flatMap(({ id, at }) => {
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, at);
        return [];
      }
      const message = `the id ${quote(id)} is taken, by ${nameOf(earlier)}`;
      return [{ at, message, mend: 'give one of the two another id' }];
    });
  });
}
