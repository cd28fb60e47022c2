import { describe, expect, test } from 'vitest';
import { createLog, type LogLevel } from '../src/log.ts';

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void) {
  let text = '';
  write(
    createLog(level, {
      write: (line) => {
        text += line;
      },
    }),
  );
  return {
    text,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('log lines', () => {
  test('are JSON, with the level in words, the time and the fields', () => {
    const { lines } = logged('info', (log) => log.info('ready', { port: 3000 }));
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), msg: 'ready', port: 3000 },
    ]);
  });

  test('of an error hold its message and where it came from', () => {
    const { lines } = logged('info', (log) => log.error('failed', { error: new TypeError('no such thing') }));
    expect(lines[0].error).toMatchObject({ type: 'TypeError', message: 'no such thing' });
    expect(lines[0].error.stack).toContain('log.test');
  });

  test('below the level are not written', () => {
    const all = (level: LogLevel) =>
      logged(level, (log) => {
        log.debug('a');
        log.info('b');
        log.warn('c');
        log.error('d');
      }).lines.map(({ msg }) => msg);
    expect(all('debug')).toEqual(['a', 'b', 'c', 'd']);
    expect(all('warn')).toEqual(['c', 'd']);
  });

  test.each([
    'xoxb-123-456-abcDEF',
    'xoxe.xoxp-1-abc',
    'xapp-1-A0-123-abc',
    'https://hooks.slack.com/commands/T0/123/abc',
    'wss://wss.slack.com/link/?ticket=abc-def&app_id=A1',
    'postgres://bot:hunter2@db/facts',
  ])('never hold a secret such as %s', (secret) => {
    const { text } = logged('debug', (log) => log.warn(`at ${secret}`, { secret, error: new Error(secret) }));
    expect(text).toContain('[secret]');
    expect(text).not.toMatch(/xox[bp]-1|xapp-1|T0\/123|abc-def|hunter2/);
  });
});
