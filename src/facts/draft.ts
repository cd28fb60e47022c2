/**
 * What the checks look at: everything in the files that has its right shape, each with its place.
 *
 * A fact with a misspelt key is left out, but the others of its file are still checked, so that an editor
 * is told everything at once.
 */
import { z } from 'zod';
import type { YamlFile } from './document.ts';
import type { FileKind } from './files.ts';
import type { Path, Place } from './problem.ts';
import {
  type Bot,
  BotFile,
  Digest,
  Entity,
  Fact,
  type Report,
  ReportFile,
  TopicFile,
  type Vocabulary,
  VocabularyFile,
} from './schema.ts';

/** A checked value and the places of what it holds. */
export interface Item<T> {
  readonly value: T;
  /** The place of the value at a path inside this one. */
  readonly at: (...path: Path) => Place;
}

/** What a topic file says of the topic itself. */
interface TopicHead {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** Kinds of things that others refer to by id. */
export type Referable = 'facts' | 'digests' | 'topics' | 'entities' | 'reports';

export interface Draft {
  readonly bots: readonly Item<Bot>[];
  readonly vocabularies: readonly Item<Vocabulary>[];
  readonly reports: readonly Item<Report>[];
  readonly topics: readonly Item<TopicHead>[];
  readonly facts: readonly Item<Fact>[];
  readonly digests: readonly Item<Digest>[];
  readonly entities: readonly Item<Entity>[];
  /** Every id written down, also of things that are otherwise wrong, with the places. */
  readonly ids: Readonly<Record<Referable, ReadonlyMap<string, readonly Place[]>>>;
  /** False where a file is missing or not readable, so that an unknown id proves nothing. */
  readonly isWhole: boolean;
}

/** A readable file, not yet held against its schema. */
export interface ReadFile {
  readonly kind: FileKind;
  readonly yaml: YamlFile;
  readonly value: unknown;
}

const TopicHeadSchema = TopicFile.pick({ id: true, title: true, summary: true }).loose();

/** Takes apart all readable files. */
export function makeDraft(files: readonly ReadFile[], isWhole: boolean): Draft {
  const of = (kind: FileKind) => files.filter((file) => file.kind === kind);
  const topicFiles = of('topic');
  return {
    bots: of('bot').flatMap((file) => itemsAt(file, [], BotFile)),
    vocabularies: of('vocabulary').flatMap((file) => itemsAt(file, [], VocabularyFile)),
    reports: of('report').flatMap((file) => itemsAt(file, [], ReportFile)),
    topics: topicFiles.flatMap((file) => itemsAt(file, [], TopicHeadSchema)),
    facts: topicFiles.flatMap((file) => listed(file, 'facts', Fact)),
    digests: topicFiles.flatMap((file) => listed(file, 'digests', Digest)),
    entities: of('entities').flatMap((file) => listed(file, 'entities', Entity)),
    ids: {
      facts: idsIn(topicFiles, 'facts'),
      digests: idsIn(topicFiles, 'digests'),
      topics: idsIn(topicFiles),
      entities: idsIn(of('entities'), 'entities'),
      reports: idsIn(of('report')),
    },
    isWhole,
  };
}

function listed<T>(file: ReadFile, key: string, schema: z.ZodType<T>): Item<T>[] {
  return listIn(file.value, key).flatMap((value, index) => itemsAt({ ...file, value }, [key, index], schema));
}

function itemsAt<T>(file: ReadFile, base: Path, schema: z.ZodType<T>): Item<T>[] {
  const parsed = schema.safeParse(file.value);
  if (!parsed.success) return [];
  return [{ value: parsed.data, at: (...path) => file.yaml.placeOf([...base, ...path]) }];
}

function idsIn(files: readonly ReadFile[], key?: string): Map<string, Place[]> {
  const ids = new Map<string, Place[]>();
  for (const file of files) {
    const holders = key === undefined ? [file.value] : listIn(file.value, key);
    holders.forEach((holder, index) => {
      const id = z.object({ id: z.string() }).safeParse(holder).data?.id;
      if (id === undefined) return;
      const path = key === undefined ? ['id'] : [key, index, 'id'];
      ids.set(id, [...(ids.get(id) ?? []), file.yaml.placeOf(path)]);
    });
  }
  return ids;
}

function listIn(value: unknown, key: string): unknown[] {
  const list = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(list) ? list : [];
}
