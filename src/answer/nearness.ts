/** How near a fact is to what a thread has just been about, whatever words either uses. */

import type { Fact } from '../facts/schema.ts';
import type { Answerable } from './answerable.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import { ABOUT_NEARNESS, BACK_RELATED_SHARE, RELATED_NEARNESS } from './weights.ts';

/**
 * A measure from 0 to 1 against the facts given last: those themselves, those that an editor related to them (or, for
 * half as much, them to), and those about the same things, the rarer the nearer. A digest is as near as its facts are on average.
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
  const ofFact = ({ id, about: others, related: back }: Fact): number => {
    if (latest.includes(id)) return 1;
    const shared = weigh(others.filter((other) => about.has(other)));
    const overlap = shared / Math.max(1e-9, weigh(new Set([...about, ...others])));
    const isBack = back.some((other) => latest.includes(other));
    const relation = related.has(id) ? 1 : isBack ? BACK_RELATED_SHARE : 0;
    return Math.min(1, RELATED_NEARNESS * relation + ABOUT_NEARNESS * overlap);
  };
  return ({ facts }) => {
    const each = facts.map(({ fact }) => ofFact(fact));
    return each.reduce((total, one) => total + one, 0) / Math.max(1, each.length);
  };
}
