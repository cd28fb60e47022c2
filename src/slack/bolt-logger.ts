/** Bolt's log lines among ours. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './ports.ts';

/** Bolt's debug lines hold whole payloads, with what people wrote: they are dropped at every level. */
export function boltLogger(log: Log): Logger {
  let name = 'bolt';
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]): void => {
      const error = parts.find((part) => part instanceof Error);
      const message = parts.filter((part) => typeof part === 'string').join(' ') || String(error ?? '');
      log[level](message, { from: name, ...(error !== undefined && { error }) });
    };
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: (given) => {
      name = given;
    },
  };
}
