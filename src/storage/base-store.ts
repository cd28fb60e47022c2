/**
 * Owns the knowledge folder: keeps the last good base in service, notices whatever happens to the files, and
 * writes what editors change.
 */
import { join } from 'node:path';
import { writtenFact } from '../facts/edit.ts';
import type { Editing } from '../slack/editor-ports.ts';
import { removeLeftovers } from './atomic-write.ts';
import { type EditingOptions, editingOf } from './base-editing.ts';
import { type BaseInService, openBase, opened } from './base-in-service.ts';
import { type FolderWatch, watchFolder } from './folder-watch.ts';
import { traceOf } from './knowledge-files.ts';
import { realTimer, type Timer } from './link.ts';
import type { Log } from './stores.ts';

export type BaseStoreOptions = Omit<EditingOptions, 'timer'> & { readonly timer?: Timer };

export interface BaseStore extends Editing {
  /** Begins to look at the folder, and records what changed in it since the last run. */
  watch(): void;
  /** Looks at the folder now; resolves when what it holds is in service, or told as a problem. */
  refresh(): Promise<void>;
  /** Finishes what it is writing, and looks no longer. */
  stop(): Promise<void>;
}

/** Loads the base. Throws a KnowledgeError with every problem where it cannot be used. */
export async function openBaseStore(options: BaseStoreOptions): Promise<BaseStore> {
  const { folder, log, clock } = options;
  const all = { timer: realTimer, ...options };
  const service = await openBase(all);
  await removeLeftovers(join(folder, 'topics'), clock()).catch((error: unknown) =>
    log.warn('what broken-off writes left behind could not be removed', { error }),
  );
  const editing = editingOf(service, all);
  const inTurn = createTurns();
  const refresh = () => inTurn(() => refreshed(service, log));
  let watching: FolderWatch | undefined;
  return {
    current: () => service.loaded().engine,
    version: () => service.loaded().version,
    loadedAt: () => service.loaded().at,
    problems: () => service.problems(),
    open: (id) => opened(writtenFact(service.loaded().engine.base, id)),
    listen: (listener) => service.listen(listener),
    preview: editing.preview,
    edit: (edit, by) => inTurn(() => editing.edit(edit, by)),
    undo: (changeId, by) => inTurn(() => editing.undo(changeId, by)),
    watch() {
      watching ??= watchFolder({ trace: () => traceOf(folder), onChange: refresh, timer: all.timer });
    },
    refresh,
    async stop() {
      await watching?.stop();
      await inTurn(async () => {});
    },
  };
}

/** Never rejects: what cannot be done now is done at a later look. */
async function refreshed(service: BaseInService, log: Log): Promise<void> {
  try {
    await service.reload();
  } catch (error) {
    log.error('the knowledge folder could not be loaded', { error });
  }
  try {
    await service.notice();
  } catch (error) {
    // The database itself is complained about where its calls fail, and not at every look.
    log.debug('changed facts are not in the history yet', { reason: String(error) });
  }
}

/** Runs pieces of work one after another, each whether or not the one before failed. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
