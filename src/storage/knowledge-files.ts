/** Reads a knowledge folder from disk. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { KnowledgeError } from '../errors.ts';
import { isIgnored, MAX_FILE_BYTES, type SourceFile } from '../facts/files.ts';
import { GOLDEN_PATH } from '../facts/golden.ts';
import { parseBase } from '../facts/parse.ts';
import { startOf } from '../facts/problem.ts';
import type { Base } from '../facts/schema.ts';

/** A checked base and the hash of the files it was made from, which changes with every change of them. */
export interface LoadedBase {
  readonly base: Base;
  readonly version: string;
}

/** Files lie at most this many folders deep; deeper ones are no part of a base and are not looked for. */
const MAX_FOLDERS = 2;

/**
 * All files of a knowledge folder that may be part of a base, in the order of their paths. One that cannot
 * be read, is too large, is no regular file or lies outside of the folder (through a link) is marked as
 * unreadable, to be reported with the other problems. Throws a KnowledgeError where there is no folder.
 */
export async function readKnowledge(folder: string): Promise<SourceFile[]> {
  const root = await realpath(folder).catch(() => undefined);
  const paths = root === undefined ? undefined : await pathsIn(root, '').catch(() => undefined);
  if (root === undefined || paths === undefined) {
    const message = 'there is no such folder, or it may not be read';
    const mend = 'set KNOWLEDGE_DIR to the folder of the fact base';
    throw new KnowledgeError([{ ...startOf(''), rule: 'layout', message, mend }], folder);
  }
  const files: SourceFile[] = [];
  for (const path of paths.sort()) files.push(await readSource(root, path));
  return files;
}

/** Reads, parses and checks a knowledge folder. Throws a KnowledgeError with every problem there is. */
export async function loadBase(folder: string): Promise<LoadedBase> {
  const files = await readKnowledge(folder);
  const parsed = parseBase(files);
  if ('problems' in parsed) throw new KnowledgeError(parsed.problems, folder);
  return { base: parsed.base, version: versionOf(files) };
}

/** The file of golden questions; undefined where a folder has none. */
export async function readGolden(folder: string): Promise<SourceFile | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return undefined;
  const exists = await stat(join(root, GOLDEN_PATH)).then(
    () => true,
    () => false,
  );
  return exists ? readSource(root, GOLDEN_PATH) : undefined;
}

/**
 * What can be seen of a folder without reading its files: their names, sizes and times. Changes with nearly
 * every change of them, also when the whole folder is replaced. A folder that is not there is `missing`.
 */
export async function traceOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    const paths = (await pathsIn(root, '')).sort();
    const traces = await Promise.all(paths.map((path) => traceOfFile(root, path)));
    return JSON.stringify([root, traces]);
  } catch {
    return 'missing';
  }
}

async function traceOfFile(root: string, path: string): Promise<string> {
  const file = await stat(join(root, path), { bigint: true }).catch(() => undefined);
  return file === undefined ? path : `${path} ${file.ino} ${file.size} ${file.mtimeNs} ${file.ctimeNs}`;
}

/** A short hash of the files' paths and texts. */
export function versionOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex').slice(0, 12);
}

async function pathsIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isIgnored(path)) return [];
      const isDeep = path.split('/').length > MAX_FOLDERS;
      // Links to folders are not followed: they would be a way out, or round in a circle.
      return entry.isDirectory() && !isDeep ? pathsIn(root, path) : [path];
    }),
  );
  return found.flat();
}

async function readSource(root: string, path: string): Promise<SourceFile> {
  try {
    const real = await realpath(join(root, path));
    if (!isInside(root, real)) {
      return unreadable(path, 'the file is a link that leads out of the folder', 'put the file itself here');
    }
    return await readRegular(real, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return unreadable(path, `the file cannot be read (${code})`, 'check that it exists and who may read it');
  }
}

async function readRegular(real: string, path: string): Promise<SourceFile> {
  // Without O_NONBLOCK, opening a named pipe would wait for someone to write to it.
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return unreadable(path, 'this is no regular file', 'move it out of the folder');
    if (stats.size > MAX_FILE_BYTES) {
      const message = `the file is larger than ${MAX_FILE_BYTES / 1_000_000} MB`;
      return unreadable(path, message, 'split it into several files');
    }
    // Bytes that are not UTF-8 become U+FFFD and a byte order mark stays; both are reported with their place.
    return { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.readFile()) };
  } finally {
    await file.close();
  }
}

function unreadable(path: string, message: string, mend: string): SourceFile {
  return { path, text: '', unreadable: { message, mend } };
}

function isInside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
