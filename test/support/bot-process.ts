/** The whole program as a process of its own, against the stand-in for Slack's API. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SETTING_NAMES } from '../../src/config.ts';
import { compileProgram } from './programs.ts';
import { SIGNING_SECRET, type SignedRequest, signedForm } from './signing.ts';
import type { SlackApi } from './slack-api.ts';
import { commandFields } from './slack-bot.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const HARBOUR = path('../fixtures/harbour/knowledge');

export interface BotProcess {
  readonly child: ChildProcess;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it wrote, to standard error and to standard output. */
  errors(): string;
  output(): string;
}

export interface ServingBot extends BotProcess {
  readonly origin: string;
  /** Sends it a request as it is; resolves with the answer's status. */
  send(request: SignedRequest): Promise<number>;
  /** Types the slash command; fields of the payload on top of sensible ones. */
  command(text: string, trigger: string, fields?: Readonly<Record<string, string>>): Promise<number>;
  /** What `/healthz` says. */
  health(): Promise<Record<string, unknown>>;
}

export interface BotProgram {
  /** Starts it with these settings and no others, so that a developer's own .env changes nothing. */
  start(folder: string, settings: Readonly<Record<string, string>>): BotProcess;
  /** Starts it against the stand-in and resolves once it is ready; rejects when it ends before. */
  serve(api: SlackApi, folder: string, settings?: Readonly<Record<string, string>>): Promise<ServingBot>;
  /** Kills what was started and is still there. */
  killAll(): Promise<void>;
  remove(): Promise<void>;
}

/** For HTTP mode against the stand-in, on a free port. */
export function slackSettings(api: SlackApi): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: api.url,
    PORT: '0',
  };
}

/** Compiles it. */
export async function botProgram(): Promise<BotProgram> {
  const program = await compileProgram(path('../../src/main.ts'));
  const running: BotProcess[] = [];
  const start: BotProgram['start'] = (folder, settings) => {
    const none = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
    const env = { PATH: process.env['PATH'], ...none, DATA_DIR: folder, KNOWLEDGE_DIR: HARBOUR, ...settings };
    const child = spawn(process.execPath, [program.path], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const bot = { child, ended: once(child, 'close').then(() => child.exitCode), ...collected(child) };
    running.push(bot);
    return bot;
  };
  return {
    start,
    async serve(api, folder, settings = {}) {
      const bot = start(folder, { ...slackSettings(api), ...settings });
      const origin = `http://127.0.0.1:${await portOf(bot)}`;
      return { ...bot, ...doorsOf(origin, api) };
    },
    async killAll() {
      for (const { child, ended } of running.splice(0)) {
        child.kill('SIGKILL');
        await ended;
      }
    },
    remove: () => program.remove(),
  };
}

function collected(child: ChildProcess): Pick<BotProcess, 'errors' | 'output'> {
  let errors = '';
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return { errors: () => errors, output: () => output };
}

function portOf({ child, ended, errors }: BotProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      const port = /"port":(\d+),.*"msg":"ready"/.exec(errors())?.[1];
      if (port !== undefined) resolve(port);
    });
    ended.then((code) => reject(new Error(`ended with ${code}: ${errors()}`)));
  });
}

function doorsOf(origin: string, api: SlackApi): Omit<ServingBot, keyof BotProcess> {
  const send = async (request: SignedRequest): Promise<number> => {
    const response = await fetch(`${origin}/slack/events`, { method: 'POST', ...request });
    await response.arrayBuffer();
    return response.status;
  };
  return {
    origin,
    send,
    command: (text, trigger, fields = {}) =>
      send(signedForm({ ...commandFields(text, trigger, api), ...fields })),
    health: async () => (await fetch(`${origin}/healthz`)).json() as Promise<Record<string, unknown>>,
  };
}

/** Looks again and again; the test's own time limit is the only one. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
