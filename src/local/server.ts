/** Runs the `local-slack` server as a child of this process, and never longer than this process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalError } from '../errors.ts';
import type { Workspace } from './workspace.ts';

export interface LocalServer {
  /** The address of its page, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Resolves, with a sentence about it, when the server ends without having been asked to. */
  readonly died: Promise<string>;
  /** Ends the server and removes its folder; resolves when it is gone. */
  stop(): Promise<void>;
}

/** How long the server may take until it listens; it takes a fraction of a second, on a busy machine a few. */
const START_LIMIT_MS = 20_000;
/** How long it may take to end by itself before it is killed. */
const STOP_LIMIT_MS = 2_000;
/** Enough of its last words to tell what went wrong. */
const LAST_WORDS = 1_000;

/**
 * Starts the server on a free port of this machine.
 * @throws LocalError when it cannot be started or does not answer in time; nothing is left behind then.
 */
export async function startServer(
  program: string,
  workspace: Workspace,
  limitMs = START_LIMIT_MS,
): Promise<LocalServer> {
  const folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
  const guard = `guard${extname(fileURLToPath(import.meta.url))}`;
  await cp(new URL(guard, import.meta.url), join(folder, guard));
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(workspace));
  const child = launch(program, folder, guard);
  const ended = endOf(child);
  try {
    const url = await listening(child, ended, limitMs);
    return running(child, ended, folder, url);
  } catch (error) {
    await end(child, ended, folder);
    throw error;
  }
}

function launch(program: string, folder: string, guard: string): ChildProcess {
  const options = ['--config', 'workspace.json', '--port', '0', '--base-host', '127.0.0.1'];
  return spawn(program, [...options, '--files-dir', 'files'], {
    cwd: folder,
    // A group of its own: Ctrl-C reaches the bot alone, which first finishes what it has in hand.
    detached: true,
    stdio: 'pipe',
    // Nothing of this environment: it may hold the tokens of a real workspace.
    env: { BUN_OPTIONS: `--preload=./${guard}`, LOCAL_SLACK_FOLDER: folder, HOME: folder, TMPDIR: folder },
  });
}

/** Resolves when the child has ended or could not be started, with a sentence about it. */
function endOf(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-LAST_WORDS);
  });
  // Writing to a child that has just ended must not end the bot as well.
  child.stdin?.on('error', () => {});
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(whyNotStarted(child.spawnfile, error)));
    child.once('close', (code, signal) => {
      const how = signal === null ? `code ${code}` : `signal ${signal}`;
      resolve(`The server of the local workspace ended (${how}). ${words.trim()}`.trim());
    });
  });
}

function whyNotStarted(program: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return `The server of the local workspace may not be executed: ${program}. Run npm ci again, or allow it with chmod +x; a disk mounted with noexec cannot run it.`;
    case 'ENOENT':
      return `The server of the local workspace cannot be executed here: ${program} is missing (run npm ci again), or this system lacks glibc, which it needs.`;
    default:
      return `The server of the local workspace did not start: ${error.message}`;
  }
}

/** The address at which the child says it listens. */
async function listening(child: ChildProcess, ended: Promise<string>, limitMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const problem = `The server of the local workspace did not answer within ${limitMs / 1000} seconds.`;
    timer = setTimeout(() => reject(new LocalError(problem)), limitMs);
  });
  const died = ended.then((why) => Promise.reject(new LocalError(why)));
  try {
    return await Promise.race([announced(child), died, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the banner on the child's standard output; keeps reading afterwards, so that it never blocks on it. */
function announced(child: ChildProcess): Promise<string> {
  let banner = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      banner = (banner + chunk.toString()).slice(-LAST_WORDS);
      const url = /Web UI:\s+(http:\/\/\S+)\s/.exec(banner)?.[1];
      if (url === undefined) return;
      if (banner.includes('guarded')) resolve(url);
      else reject(new LocalError('The server of the local workspace ignored its guard, so it was not used.'));
    });
  });
}

function running(child: ChildProcess, ended: Promise<string>, folder: string, url: string): LocalServer {
  let stopping = false;
  return {
    url,
    died: new Promise((resolve) => {
      ended.then((why) => {
        if (!stopping) resolve(why);
      });
    }),
    stop: async () => {
      stopping = true;
      await end(child, ended, folder);
    },
  };
}

/** Closing its standard input ends a guarded server; one that does not listen to that is killed. */
async function end(child: ChildProcess, ended: Promise<string>, folder: string): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
  await rm(folder, { recursive: true, force: true });
}
