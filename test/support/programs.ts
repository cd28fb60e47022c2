/** Programs that tests start as processes of their own, compiled from this folder's TypeScript. */
import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const COMPILER = join(PROJECT, 'node_modules/typescript/bin/tsc');

export type Running = ChildProcessByStdio<null, Readable, null>;

export interface Program {
  /** The compiled file. */
  readonly path: string;
  /** Starts it; its standard output is a pipe, its errors are shown. */
  start(...parameters: readonly string[]): Running;
  remove(): Promise<void>;
}

/**
 * Compiles one file and what it imports, and nothing else of the project. The result lies inside the
 * project so that it finds the same packages.
 */
export async function compileProgram(file: string): Promise<Program> {
  const cache = join(PROJECT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'test-program-'));
  const config = {
    extends: join(PROJECT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      rootDir: PROJECT,
      outDir: folder,
      typeRoots: [join(PROJECT, 'node_modules/@types')],
    },
    files: [file],
    include: [],
  };
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await promisify(execFile)(process.execPath, [COMPILER, '-p', folder]);
  const compiled = join(folder, relative(PROJECT, file)).replace(/\.ts$/, '.js');
  return {
    path: compiled,
    start: (...parameters) =>
      spawn(process.execPath, [compiled, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rm(folder, { recursive: true }),
  };
}
