/** Small programs that stand in for the server, each with one fault or none. */
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Listens on no port, but says so as the real one does, and ends with its standard input. */
export const healthy = `
process.stdout.write('guarded\\n  Web UI:        http://127.0.0.1:4000\\n');
process.stdin.on('close', () => process.exit(0)).resume();
`;

export interface Bench {
  readonly folder: string;
  /** Writes an executable program and returns its path. */
  program(source: string, mode?: number): Promise<string>;
  remove(): Promise<void>;
}

/** A folder of its own for the programs of one test. */
export async function makeBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'local-programs-'));
  return {
    folder,
    program: async (source, mode = 0o755) => {
      const path = join(folder, `program-${(await readdir(folder)).length}.cjs`);
      await writeFile(path, `#!${process.execPath}\n${source}`);
      await chmod(path, mode);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
