/** Every id that is referred to exists. */
import type { Draft, Referable } from '../draft.ts';
import { didYouMean } from '../nearest.ts';
import type { Place } from '../problem.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

interface Reference {
  readonly id: string;
  readonly to: Referable;
  readonly at: Place;
}

const ONE_OF: Record<Referable, string> = {
  facts: 'fact',
  digests: 'digest',
  topics: 'topic',
  entities: 'entity',
  reports: 'report',
};

export function brokenReferences(draft: Draft): Finding[] {
  // With a file missing, what it holds would be reported as unknown everywhere else.
  if (!draft.isWhole) return [];
  return references(draft).flatMap(({ id, to, at }) => {
    const known = draft.ids[to];
    if (known.has(id)) return [];
    const mend = didYouMean(id, known.keys(), `add the ${ONE_OF[to]}, or take the id out`);
    return [{ at, message: `there is no ${ONE_OF[to]} ${quote(id)}`, mend }];
  });
}

function references(draft: Draft): Reference[] {
  const ofFacts = draft.facts.flatMap(({ value, at }) => [
    ...value.about.map((id, index) => ({ id, to: 'entities' as const, at: at('about', index) })),
    { id: value.source.report, to: 'reports' as const, at: at('source', 'report') },
    ...value.related.map((id, index) => ({ id, to: 'facts' as const, at: at('related', index) })),
    ...(value.supersedes === undefined
      ? []
      : [{ id: value.supersedes, to: 'facts' as const, at: at('supersedes') }]),
    ...value.conflictsWith.map((id, index) => ({ id, to: 'facts' as const, at: at('conflictsWith', index) })),
  ]);
  const ofDigests = draft.digests.flatMap(({ value, at }) =>
    value.facts.map((id, index) => ({ id, to: 'facts' as const, at: at('facts', index) })),
  );
  return [...ofFacts, ...ofDigests];
}
