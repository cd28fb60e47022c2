/**
 * The conversation without any Slack: a question a line in, the answer with its attribution out.
 * What follows a first question is understood as replies in one thread.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answering, Turn } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import type { Suggestion } from '../answer/reply.ts';
import { plainReply, suggestionsOf } from './plain.ts';

export interface TerminalSession {
  /** Resolves with the number of lines answered, when the input ends or `stop` is called. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** What one terminal has heard so far. */
interface Talk {
  conversation?: Conversation;
  suggestions: readonly Suggestion[];
}

/**
 * Talks until the input ends (Ctrl-D).
 * @param engine gives the engine in service, asked for at each line, so that a reload is heard at once.
 */
export function startTerminal(
  engine: () => Answering,
  input: Readable,
  output: Writable & { isTTY?: boolean },
): TerminalSession {
  const lines = createInterface({ input, output, terminal: output.isTTY === true, prompt: '\n> ' });
  let talk: Talk = { suggestions: [] };
  let answered = 0;
  lines.on('line', (line) => {
    if (line.trim() !== '') {
      const turn = answer(engine(), line.trim(), talk);
      output.write(`${plainReply(turn.reply, engine().base)}\n`);
      talk = { conversation: turn.conversation, suggestions: standing(suggestionsOf(turn.reply), talk) };
      answered += 1;
    }
    lines.prompt();
  });
  lines.on('SIGINT', () => lines.close());
  lines.prompt();
  return {
    ended: new Promise((resolve) => lines.once('close', () => resolve(answered))),
    stop: async () => lines.close(),
  };
}

/** The latest suggestions stay good to pick until there are others. */
function standing(latest: readonly Suggestion[], talk: Talk): readonly Suggestion[] {
  return latest.length > 0 ? latest : talk.suggestions;
}

/** A number picks a suggestion, the command or its help starts afresh, anything else is a reply to the bot. */
function answer(engine: Answering, line: string, talk: Talk): Turn {
  const picked = /^\d$/.test(line) ? talk.suggestions[Number(line) - 1] : undefined;
  if (picked !== undefined) return engine.give(picked.factIds, picked.question, talk.conversation);
  const { command } = engine.base.bot;
  if (line === 'help') return engine.command('help');
  if (line === command || line.startsWith(`${command} `)) return engine.command(line.slice(command.length));
  return talk.conversation === undefined ? engine.command(line) : engine.ask(line, talk.conversation, true);
}
