/** Takes retired facts out of what the bot answers from. */
import type { Base, Fact, Topic } from './schema.ts';

/**
 * All facts as written, and the topics with those in use. What refers to a retired fact no longer does; a
 * digest left with one fact, and a topic left with none, are out of use with it.
 */
export function withoutRetired(topics: readonly Topic[]): Pick<Base, 'topics' | 'written'> {
  const written = topics.flatMap(({ id: topic, facts }) => facts.map((fact) => ({ fact, topic })));
  const gone = new Set(written.flatMap(({ fact }) => (isRetired(fact) ? [fact.id] : [])));
  if (gone.size === 0) return { topics, written };
  return {
    topics: topics.map((topic) => inUse(topic, gone)).filter(({ facts }) => facts.length > 0),
    written,
  };
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
