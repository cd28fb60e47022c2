/** Which files a knowledge folder consists of, and which schema each of them follows. */
import type { z } from 'zod';
import { BotFile, EntitiesFile, ReportFile, TopicFile, VocabularyFile } from './schema.ts';

/** A file as found in the knowledge folder. */
export interface SourceFile {
  /** Its path inside the folder, with forward slashes: `topics/ferries.yml`. */
  readonly path: string;
  readonly text: string;
  /** Set where the file could not be read at all; `text` is then empty. */
  readonly unreadable?: { readonly message: string; readonly mend: string };
}

export type FileKind = 'bot' | 'entities' | 'vocabulary' | 'report' | 'topic';

/** The schema of each kind of file. */
export const SCHEMAS = {
  bot: BotFile,
  entities: EntitiesFile,
  vocabulary: VocabularyFile,
  report: ReportFile,
  topic: TopicFile,
} as const satisfies Record<FileKind, z.ZodType>;

/** The size above which a file is refused, in bytes; a topic of 100 facts has about a tenth of it. */
export const MAX_FILE_BYTES = 1_000_000;

/** What a file is by its path; undefined for one that does not belong into the folder. */
export function kindOf(path: string): FileKind | undefined {
  if (path === 'bot.yml') return 'bot';
  if (path === 'entities.yml') return 'entities';
  if (path === 'vocabulary.yml') return 'vocabulary';
  if (/^reports\/[^/]+\.yml$/.test(path)) return 'report';
  if (/^topics\/[^/]+\.yml$/.test(path)) return 'topic';
  return undefined;
}

/**
 * Whether a file is no part of the base: test questions, the generated schemas, a README, and what
 * editors, file systems and version control leave behind (`.name`, `name~`).
 */
export function isIgnored(path: string): boolean {
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('.') || part.endsWith('~'))) return true;
  return parts[0] === 'questions' || parts[0] === 'schemas' || path === 'README.md';
}
