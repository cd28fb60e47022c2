/** Finds the `local-slack` server among the installed packages. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The server's program, or why there is none, as a sentence for the person at the keyboard. */
export type Found = { readonly program: string } | { readonly missing: string };

/**
 * The program for a platform and processor, named as Node names them (`linux`, `x64`). It comes as an
 * npm package of its own, an optional dependency, so that it may be missing.
 */
export function findServer(platform: string = process.platform, arch: string = process.arch): Found {
  const name = `local-slack-${platform}-${arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return { program: join(dirname(manifest), 'bin', 'local-slack') };
  } catch {
    return {
      missing: `The local workspace needs the npm package ${name}, which is not installed: either there is none for this platform, or optional packages were left out (npm ci --include=optional brings it).`,
    };
  }
}
