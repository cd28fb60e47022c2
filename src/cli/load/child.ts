/** Processes that the load bench starts, asks and ends. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Usage } from './report.ts';

export interface Child {
  /** The port it listens on, on this machine. */
  readonly port: number;
  /** The first lines it wrote to standard error. */
  readonly lines: readonly string[];
  usage(): Promise<Usage>;
  /** Sends it a message and resolves with what it tells next under this name. */
  ask<T>(message: string | object, name: string): Promise<T>;
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Start {
  /** The file to run, as seen from here. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly folder: string;
}

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 15_000;
/** A chatty process must not fill the memory of this one. */
const LINES_KEPT = 1000;
/** Each of them writes the port it listens on to standard error, our own bot in its line `ready`. */
const PORT = /"port":(\d+)/;

/**
 * Starts a file of this build in a process of its own, with this process's options to node and nothing of
 * its environment; resolves when it listens.
 * @throws when it ends before, or does not listen in time; it is gone then.
 */
export async function startChild({ file, args = [], env = {}, folder }: Start): Promise<Child> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    cwd: folder,
    env: { ...env },
    execArgv: [...process.execArgv, '--import', new URL('report.js', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  const ask = <T>(message: string | object, name: string): Promise<T> => {
    const answer = told<T>(child, name);
    child.send(message);
    return answer;
  };
  try {
    const port = await listening(child, lines);
    return {
      port,
      lines,
      ask,
      usage: () => ask('usage', 'usage'),
      stop: () => stopped(child),
      kill: () => killed(child),
    };
  } catch (error) {
    await stopped(child);
    throw new Error(`${file} did not start: ${lines.slice(-5).join(' ')}`, { cause: error });
  }
}

/** Keeps its lines, and resolves with the port when one of them tells it. */
async function listening(child: ChildProcess, lines: string[]): Promise<number> {
  if (child.stderr === null) throw new Error('its standard error is not read');
  const reader = createInterface({ input: child.stderr });
  const found = new Promise<number>((resolve, reject) => {
    reader.on('line', (line) => {
      if (lines.length < LINES_KEPT) lines.push(line);
      const port = PORT.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('close', () => reject(new Error('it ended')));
    setTimeout(() => reject(new Error('it does not listen')), START_LIMIT_MS).unref();
  });
  return found;
}

/** @throws when the process ends before it tells. */
function told<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a measured process ended'));
    const listen = (message: Record<string, T>): void => {
      const value = message[name];
      if (value === undefined) return;
      child.off('message', listen);
      child.off('close', ended);
      resolve(value);
    };
    child.on('message', listen);
    child.once('close', ended);
  });
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(last);
}
