/** Following what each fact replaces comes to an end; a circle would have every fact outdated. */
import type { Draft } from '../draft.ts';
import type { Finding } from './check.ts';

export function supersedesCycles(draft: Draft): Finding[] {
  const older = new Map(draft.facts.map(({ value }) => [value.id, value.supersedes]));
  return draft.facts.flatMap(({ value, at }) => {
    const circle = circleFrom(value.id, older);
    // A circle is told once, at its first id in the alphabet; a fact that replaces itself has its own rule.
    if (circle.length < 2 || [...circle].sort()[0] !== value.id) return [];
    const message = `facts replace each other in a circle: ${[...circle, value.id].join(' > ')}`;
    return [
      { at: at('supersedes'), message, mend: 'let the newest replace the older ones, and not the reverse' },
    ];
  });
}

/** The ids from `start` round to it again; empty where the chain ends or circles without it. */
function circleFrom(start: string, older: ReadonlyMap<string, string | undefined>): string[] {
  const seen = [start];
  for (let id = older.get(start); id !== start; id = older.get(id)) {
    if (id === undefined || seen.includes(id)) return [];
    seen.push(id);
  }
  return seen;
}
