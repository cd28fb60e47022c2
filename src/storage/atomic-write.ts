/** Replaces a file so that whoever reads it, and a machine that loses power, finds the old text or the new. */
import { randomUUID } from 'node:crypto';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a text file whole. The temporary file beside it has a name that begins with a dot, which readers of
 * a knowledge folder pass over. A symbolic link is followed, and an existing file's permissions are kept.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomUUID()}.tmp`);
  const mode = (await stat(target).catch(() => undefined))?.mode ?? 0o644;
  try {
    await writeDurably(temporary, text, mode & 0o777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** A minute in milliseconds: nobody is still writing a temporary file of that age. */
const LEFT_OVER = 60_000;

/** Removes temporary files from a folder whose writer was ended before it could rename or remove them. */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\..+\.[0-9a-f-]{36}\.tmp$/.test(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > LEFT_OVER) await rm(path, { force: true });
  }
}

async function writeDurably(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    // What the file is created with is narrowed by the process's umask; the old permissions are not.
    await file.chmod(mode);
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the renaming itself durable. Some systems cannot open a folder; there the rename has to do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
