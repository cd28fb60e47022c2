/** Log lines: one JSON object a line, with the level in words and the time. */
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Log } from './slack/ports.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Slack's tokens and signatures of addresses that speak for the bot, wherever they stand in a line. */
const SECRETS =
  /x(?:ox[a-z](?:\.[a-z]+)?|app)-[\w-]+|(?<=\/\/hooks\.slack\.com\/)[\w/-]+|(?<=[?&]ticket=)[\w-]+|(?<=:\/\/[^\s:@/"]*:)[^\s@/"]+(?=@)/g;

/** Writes to standard error unless told otherwise, at once, so that no line is lost when the process ends. */
export function createLog(
  level: LogLevel,
  to: DestinationStream = destination({ dest: 2, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      errorKey: 'error',
      hooks: { streamWrite: (line) => line.replace(SECRETS, '[secret]') },
    },
    to,
  );
  const write =
    (name: LogLevel): Log[LogLevel] =>
    (message, fields) =>
      logger[name](fields ?? {}, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
