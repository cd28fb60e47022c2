/** The bot as a person starts it: `node dist/main.js`, without credentials. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '../../src/local/binary.ts';

export interface RunningBot {
  /** The address of the workspace's page, as the bot printed it. */
  readonly url: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  printed(): string;
  /** Resolves when the process has ended, with its exit code, or with null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and resolves with how the process ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Ends it if it still runs and removes its data; for `afterAll`. */
  remove(): Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;
const main = join(root, 'dist', 'main.js');

/** Why the tests of the local workspace cannot run here, or undefined when they can. */
export const noWorkspace: string | undefined = 'missing' in findServer() ? 'no local-slack here' : undefined;

/** What a skipped group of tests adds to its name. */
export function because(reason: string | undefined): string {
  return reason === undefined ? '' : ` (skipped: ${reason})`;
}

/** An empty value also keeps a developer's own .env from leading a test into a real workspace. */
const NO_CREDENTIALS = {
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  SLACK_API_URL: '',
  ADMIN_USERS: '',
  DATABASE_URL: '',
};

/**
 * Starts the built bot with data of its own and waits until it says where its page is.
 * @param knowledge the folder of the fact base, where it is not the project's.
 */
export async function startBot(knowledge = join(root, 'knowledge')): Promise<RunningBot> {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: npm run build makes it');
  const data = await mkdtemp(join(tmpdir(), 'e2e-data-'));
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: {
      ...process.env,
      ...NO_CREDENTIALS,
      KNOWLEDGE_DIR: knowledge,
      DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close').then(() => child.exitCode);
  const { url, printed } = await addressOf(child, exited);
  return {
    url,
    printed,
    pid: child.pid ?? 0,
    ended: exited,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
    remove: async () => {
      child.kill('SIGTERM');
      await exited;
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess, exited: Promise<number | null>) {
  let text = '';
  const address = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /^\s*(http:\/\/127\.0\.0\.1:\d+)\s*$/m.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const gone = exited.then((code) => Promise.reject(new Error(`the bot ended with ${code}:\n${text}`)));
  return { url: await Promise.race([address, gone]), printed: () => text };
}
