import { rmSync } from 'node:fs';

/**
 * Loaded into the local-slack server before its own code (Bun's `--preload`); never imported by the bot.
 *
 * The server has no switch for either of these: it would listen on every network interface, with a
 * control API that asks nobody for a password, and it would outlive a bot that was killed. Here it is
 * bound to this machine, and ends when its standard input does, which the system closes with the bot,
 * however the bot ends. Its folder goes with it.
 */
interface ServeOptions {
  hostname?: string;
}

interface Bun {
  serve(options: ServeOptions): unknown;
}

const { Bun: bun } = globalThis as unknown as { Bun: Bun };
const serve = bun.serve;
bun.serve = (options) => serve({ ...options, hostname: '127.0.0.1' });

process.stdin.on('close', () => process.exit(0));
process.stdin.resume();

const { LOCAL_SLACK_FOLDER: folder } = process.env;
if (folder !== undefined) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// `startServer` waits for this word: a server that started without its guard is not used.
process.stdout.write('guarded\n');
