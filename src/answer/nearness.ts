/** How near a fact is to what a thread has just been about, whatever words either uses. */

import type { Answerable } from './answerable.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import { ABOUT_NEARNESS, RELATED_NEARNESS } from './weights.ts';

/**
 * A measure from 0 to 1 against the facts given last: those themselves, those that an editor related to them, and
 * those about the same things, the rarer the nearer. A digest is as near as its facts are on average.
 */
export function nearnessTo(
  latest: readonly string[],
  compiled: CompiledBase,
): (answerable: Answerable) => number {
  const given = latest.flatMap((id) => compiled.facts.get(id)?.fact ?? []);
  const related = new Set(given.flatMap((fact) => fact.related));
  const about = new Set(given.flatMap((fact) => fact.about));
  const weigh = (ids: Iterable<string>): number =>
    [...ids].reduce((total, id) => total + compiled.index.idf(entityTerm(id)), 0);
  const ofFact = (id: string, others: readonly string[]): number => {
    if (latest.includes(id)) return 1;
    const shared = weigh(others.filter((other) => about.has(other)));
    const overlap = shared / Math.max(1e-9, weigh(new Set([...about, ...others])));
    return Math.min(1, (related.has(id) ? RELATED_NEARNESS : 0) + ABOUT_NEARNESS * overlap);
  };
  return ({ facts }) => {
    const each = facts.map(({ fact }) => ofFact(fact.id, fact.about));
    return each.reduce((total, one) => total + one, 0) / Math.max(1, each.length);
  };
}
