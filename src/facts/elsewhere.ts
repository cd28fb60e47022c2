/** Where else a base says what an edit takes back: a number mended in one fact is still wrong in the others. */
import type { Base } from './schema.ts';

/** What is said elsewhere too. */
export interface Elsewhere {
  /** The numbers, as they are written: `1,000`. */
  readonly numbers: readonly string[];
  /** Ids of the other facts whose statements have one of them. */
  readonly facts: readonly string[];
  /** Ids of the digests whose leads do. */
  readonly digests: readonly string[];
}

/** Years and days are numbers here too: a mended date may stand in other facts as well. */
const NUMBER = /\d+(?:[.,]\d+)*/g;

const numbersIn = (text: string): Set<string> => new Set(text.match(NUMBER));

/** Undefined where the new statement has all the numbers of the old one, or nothing else has those it lost. */
export function saidElsewhere(base: Base, id: string, before: string, after: string): Elsewhere | undefined {
  const kept = numbersIn(after);
  const numbers = [...numbersIn(before)].filter((number) => !kept.has(number));
  const has = (text: string | undefined): boolean => {
    const there = numbersIn(text ?? '');
    return numbers.some((number) => there.has(number));
  };
  const all = base.topics.flatMap(({ facts }) => facts);
  const facts = all.filter((fact) => fact.id !== id && has(fact.statement)).map((fact) => fact.id);
  const digests = base.topics
    .flatMap((topic) => topic.digests)
    .filter(({ lead }) => has(lead))
    .map((digest) => digest.id);
  return facts.length + digests.length === 0 ? undefined : { numbers, facts, digests };
}
