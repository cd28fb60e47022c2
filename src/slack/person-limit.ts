/** How much one person may ask in a minute, so that nobody's flood is everybody's wait. */
import type { Clock } from './ports.ts';

/** More than anybody reads the answers to; a script that goes wrong is past it in a second. */
export const QUESTIONS_A_MINUTE = 30;
const MINUTE_MS = 60_000;
/** So many people are counted at once; a newsroom has fewer. */
const PEOPLE_COUNTED = 10_000;

/** `tell` once a minute: the first question too many, with the seconds until the next is welcome. */
export type Verdict =
  | { readonly kind: 'welcome' | 'ignore' }
  | { readonly kind: 'tell'; readonly forS: number };

/** Counts a question of this person's. */
export type PersonLimit = (user: string) => Verdict;

export function createPersonLimit(clock: Clock): PersonLimit {
  const people = new Map<string, { readonly since: number; count: number }>();
  return (user) => {
    const now = clock();
    const known = people.get(user);
    if (known === undefined || now - known.since >= MINUTE_MS) {
      people.delete(user);
      people.set(user, { since: now, count: 1 });
      forgetFirst(people);
      return { kind: 'welcome' };
    }
    known.count += 1;
    if (known.count <= QUESTIONS_A_MINUTE) return { kind: 'welcome' };
    if (known.count > QUESTIONS_A_MINUTE + 1) return { kind: 'ignore' };
    return { kind: 'tell', forS: Math.ceil((known.since + MINUTE_MS - now) / 1000) };
  };
}

function forgetFirst(people: Map<string, unknown>): void {
  const [first] = people.keys();
  if (people.size > PEOPLE_COUNTED && first !== undefined) people.delete(first);
}
