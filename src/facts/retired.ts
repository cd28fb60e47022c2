/** Takes retired facts out of what the bot answers from. */
import type { Base, Fact, Topic } from './schema.ts';

/**
 * Topics with the facts in use, and the retired ones apart. What refers to a retired fact no longer does; a
 * digest left with one fact, and a topic left with none, are out of use with it.
 */
export function withoutRetired(topics: readonly Topic[]): Pick<Base, 'topics' | 'retired'> {
  const retired = topics.flatMap((topic) =>
    topic.facts.filter(isRetired).map((fact) => ({ fact, topic: topic.id })),
  );
  if (retired.length === 0) return { topics, retired };
  const gone = new Set(retired.map(({ fact }) => fact.id));
  const left = topics.map((topic) => inUse(topic, gone)).filter(({ facts }) => facts.length > 0);
  return { topics: left, retired };
}

export function isRetired({ retired }: Fact): boolean {
  return retired !== undefined;
}

function inUse(topic: Topic, gone: ReadonlySet<string>): Topic {
  const stays = (id: string): boolean => !gone.has(id);
  const facts = topic.facts
    .filter(({ id }) => stays(id))
    .map(({ supersedes, ...fact }) => ({
      ...fact,
      ...(supersedes !== undefined && stays(supersedes) && { supersedes }),
      related: fact.related.filter(stays),
      conflictsWith: fact.conflictsWith.filter(stays),
    }));
  const digests = topic.digests
    .map((digest) => ({ ...digest, facts: digest.facts.filter(stays) }))
    .filter((digest) => digest.facts.length > 1);
  return { ...topic, facts, digests };
}
