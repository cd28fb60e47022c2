/** The base that answers: the last good state of the knowledge folder, and what is wrong with it since. */
import { createHash } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Answering } from '../answer/answering.ts';
import { KnowledgeError } from '../errors.ts';
import { parseBaseInSlices } from '../facts/parse.ts';
import { type Problem, printProblem } from '../facts/problem.ts';
import type { Base, Fact, WrittenFact } from '../facts/schema.ts';
import type { BaseListener, Change, History, OpenedFact } from '../slack/editor-ports.ts';
import { readKnowledge, versionOf } from './knowledge-files.ts';
import type { Clock, Log } from './stores.ts';

export interface ServiceOptions {
  readonly folder: string;
  readonly history: History;
  /** Makes a base ready for answering; may take its time, in slices. */
  readonly compile: (base: Base) => Promise<Answering>;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each new base in service, and of files that cannot be used. */
  readonly onReload?: (result: 'loaded' | 'broken') => void;
}

/** An engine and the version of the files it was made from. */
export interface Loaded {
  readonly engine: Answering;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface BaseInService {
  loaded(): Loaded;
  problems(): readonly Problem[];
  listen(listener: BaseListener): () => void;
  /** Puts the files as they are now into service, or keeps what is there and tells why. */
  reload(): Promise<void>;
  /**
   * Puts into the history what changed in the files, by whatever way, unless they are just changing again.
   * `again` says to look also when it has this version, for what another process began and did not finish.
   */
  notice(again?: boolean): Promise<void>;
  /** Puts a base into service whose files were just written. */
  swap(loaded: Loaded): void;
  /** The history has the base in service: tells of the changes that this process put there. */
  completed(changes: readonly Change[]): void;
}

/** Files that cannot be used, by the version that was looked at. */
interface Broken {
  readonly version: string;
  readonly problems: readonly Problem[];
}

/** Loads the base. Throws a KnowledgeError with every problem where it cannot be used. */
export async function openBase(options: ServiceOptions): Promise<BaseInService> {
  const { folder, clock } = options;
  const files = await readKnowledge(folder);
  const parsed = await parseBaseInSlices(files, giveWay);
  if ('problems' in parsed) throw new KnowledgeError(parsed.problems, folder);
  const engine = await options.compile(parsed.base);
  return new Service(options, { engine, version: versionOf(files), at: clock() });
}

/** Names a state of a fact: the same for the same fact, and for none. */
export function versionOfFact(fact: Fact | undefined): string {
  if (fact === undefined) return 'none';
  return createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 12);
}

export function opened(written: WrittenFact | undefined): OpenedFact | undefined {
  return written && { ...written, version: versionOfFact(written.fact) };
}

/** The problems a KnowledgeError holds; any other error is thrown again. */
export function problemsOf(error: unknown): { readonly problems: readonly Problem[] } {
  if (error instanceof KnowledgeError) return { problems: error.problems };
  throw error;
}

class Service implements BaseInService {
  readonly #options: ServiceOptions;
  readonly #listeners = new Set<BaseListener>();
  #loaded: Loaded;
  #broken: Broken | undefined;
  /** The version whose facts the history has. */
  #noticed: string | undefined;

  constructor(options: ServiceOptions, loaded: Loaded) {
    this.#options = options;
    this.#loaded = loaded;
  }

  loaded(): Loaded {
    return this.#loaded;
  }

  problems(): readonly Problem[] {
    return this.#broken?.problems ?? [];
  }

  listen(listener: BaseListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async reload(): Promise<void> {
    const { folder, compile, clock } = this.#options;
    const files = await readKnowledge(folder).catch(problemsOf);
    if ('problems' in files) return this.#keepLastGood({ version: 'missing', problems: files.problems });
    const version = versionOf(files);
    if (version === this.#loaded.version) return this.#sayMended();
    if (version === this.#broken?.version) return;
    const parsed = await parseBaseInSlices(files, giveWay);
    if ('problems' in parsed) return this.#keepLastGood({ version, problems: parsed.problems });
    this.swap({ engine: await compile(parsed.base), version, at: clock() });
  }

  async notice(again = false): Promise<void> {
    const { engine, version } = this.#loaded;
    if ((this.#noticed === version && !again) || this.#broken !== undefined) return;
    // Held against a state that another process has just replaced, its change would look like one back.
    const files = await readKnowledge(this.#options.folder).catch(problemsOf);
    if ('problems' in files || versionOf(files) !== version) return;
    const changes = await this.#options.history.notice(engine.base.written, this.#options.clock());
    this.completed(changes);
  }

  swap(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#options.log.info('a new base is in service', { version: loaded.version });
    this.#options.onReload?.('loaded');
    this.#sayMended();
  }

  completed(changes: readonly Change[]): void {
    this.#noticed = this.#loaded.version;
    if (changes.length > 0) this.#tell((listener) => listener.onChanges?.(changes));
  }

  #keepLastGood(broken: Broken): void {
    const { log, folder } = this.#options;
    const isNew = this.#broken === undefined;
    if (this.#broken?.version === broken.version) return;
    this.#broken = broken;
    this.#options.onReload?.('broken');
    log.error('the knowledge folder cannot be used; the last good base stays in service', {
      problems: broken.problems.map((problem) => printProblem(problem, folder)),
    });
    if (isNew) this.#tell((listener) => listener.onProblems?.(broken.problems));
  }

  #sayMended(): void {
    if (this.#broken === undefined) return;
    this.#broken = undefined;
    this.#options.log.info('the knowledge folder is mended', { version: this.#loaded.version });
    this.#tell((listener) => listener.onMended?.());
  }

  #tell(call: (listener: BaseListener) => unknown): void {
    for (const listener of this.#listeners) {
      Promise.resolve()
        .then(() => call(listener))
        .catch((error: unknown) => this.#options.log.error('a listener to the base failed', { error }));
    }
  }
}
