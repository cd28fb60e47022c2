/** Trying the bot without Slack: in a local workspace, or in the terminal where that cannot run. */
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import type { Answering } from '../answer/answering.ts';
import type { Bot } from '../facts/schema.ts';
import { findServer } from './binary.ts';
import { type LocalServer, startServer } from './server.ts';
import { startTerminal } from './terminal.ts';
import { accessTo, generateWorkspace, type LocalAccess } from './workspace.ts';

/** A bot that is connected and answering. */
export interface ConnectedBot {
  /** Finishes what it has in hand, then disconnects. */
  stop(): Promise<void>;
}

export interface LocalParts {
  /** The engine in service, asked for at each question. */
  readonly engine: () => Answering;
  /** Connects the bot to the local workspace by Socket Mode; resolves once it hears from there. */
  readonly connect: (access: LocalAccess) => Promise<ConnectedBot>;
  readonly input: Readable;
  readonly output: Writable & { isTTY?: boolean };
  /** The `local-slack` program; by default that of the installed package, if there is one. */
  readonly server?: ReturnType<typeof findServer>;
}

export interface LocalSession {
  /** Resolves with the exit code the process should end with, once everything here has stopped. */
  readonly ended: Promise<number>;
  /** Stops the bot, then the workspace. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts the workspace and connects the bot, or starts the conversation in the terminal where there is
 * no server for this platform, and says on `output` what to do next.
 * @throws LocalError when there is a server but it cannot be run; nothing is left behind then.
 */
export async function startLocal(parts: LocalParts): Promise<LocalSession> {
  const server = parts.server ?? findServer();
  return 'missing' in server ? talkInTerminal(parts, server.missing) : openWorkspace(parts, server.program);
}

async function openWorkspace(parts: LocalParts, program: string): Promise<LocalSession> {
  const { bot: about } = parts.engine().base;
  const workspace = generateWorkspace(about, randomUUID);
  const server = await startServer(program, workspace);
  const bot = await connectOrStop(parts, server, accessTo(workspace, server.url));
  parts.output.write(welcome(about, server.url));
  return untilEnd(parts, server, bot);
}

async function connectOrStop(
  parts: LocalParts,
  server: LocalServer,
  access: LocalAccess,
): Promise<ConnectedBot> {
  try {
    const died = server.died.then((why) => Promise.reject(new Error(why)));
    return await Promise.race([parts.connect(access), died]);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Whichever of the two ends first, the other is stopped as well. */
function untilEnd(parts: LocalParts, server: LocalServer, bot: ConnectedBot): LocalSession {
  let stopping: Promise<number> | undefined;
  const stopWith = (code: number) => {
    stopping ??= bot
      .stop()
      .finally(() => server.stop())
      .then(() => code);
    return stopping;
  };
  let settle: (code: Promise<number>) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    settle = resolve;
  });
  server.died.then((why) => {
    parts.output.write(`\n${why}\nThe bot stops as well; start it again with npm start.\n`);
    settle(stopWith(1));
  });
  return {
    ended,
    stop: async () => {
      settle(stopWith(0));
      await stopping;
    },
  };
}

function welcome(bot: Bot, url: string): string {
  const questions = bot.examples.slice(0, 3).map((example) => `    ${bot.command} ${example}`);
  return [
    '',
    `${bot.name} answers in a workspace on this machine. Open it in a browser:`,
    '',
    `    ${url}`,
    '',
    'and try, in the box at the bottom:',
    '',
    ...questions,
    '',
    'Ctrl-C stops both.',
    '',
    '',
  ].join('\n');
}

function talkInTerminal(parts: LocalParts, missing: string): LocalSession {
  const { bot } = parts.engine().base;
  const examples = bot.examples.slice(0, 3).map((example) => `    ${example}`);
  const intro = [missing, `Here is the same conversation in the terminal. ${bot.greeting}`, ...examples];
  parts.output.write(`${intro.join('\n')}\nType help for more; Ctrl-D ends.\n`);
  const session = startTerminal(parts.engine, parts.input, parts.output);
  let stopped = false;
  return {
    ended: session.ended.then((answered) => (stopped ? 0 : farewell(parts, answered))),
    stop: async () => {
      stopped = true;
      await session.stop();
    },
  };
}

/** A service without credentials and without a keyboard must not look as if it had done its work. */
function farewell(parts: LocalParts, answered: number): number {
  if (answered > 0 || parts.output.isTTY === true) return 0;
  parts.output.write('Nobody asked anything. To serve Slack, set its tokens; .env.example names them.\n');
  return 1;
}
