/** Sends commands over connections that are kept, in one of three ways, and times each acknowledgement. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { SignedCommand } from './commands.ts';

export interface Acknowledged {
  /** Milliseconds until each command was acknowledged; those that were not are missing. */
  readonly times: readonly number[];
  /** Commands that were answered with anything but 200, or not at all. */
  readonly failed: number;
  /** From the first command to the last acknowledgement. */
  readonly tookMs: number;
}

/** Slack waits this long. */
export const SLACK_WAITS_MS = 3000;
const PATH = '/slack/events';

/** As many at a time as there are connections, each sending the next command when its last is acknowledged. */
export function inTurn(port: number, commands: readonly SignedCommand[], connections: number) {
  return driving(port, connections, async (send) => {
    const waiting = commands.values();
    await Promise.all(
      Array.from({ length: connections }, async () => {
        for (const command of waiting) await send(command);
      }),
    );
  });
}

/** All at once, each on a connection of its own. */
export function atOnce(port: number, commands: readonly SignedCommand[]) {
  return driving(port, commands.length, async (send) => {
    await Promise.all(commands.map((command) => send(command)));
  });
}

/** So many a second, whether earlier ones are acknowledged or not; timed from when each was due. */
export function steadily(port: number, commands: readonly SignedCommand[], perSecond: number) {
  return driving(port, perSecond, async (send) => {
    const begun = performance.now();
    const sent: Promise<void>[] = [];
    for (const [index, command] of commands.entries()) {
      const due = begun + (1000 * index) / perSecond;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      sent.push(send(command, due));
    }
    await Promise.all(sent);
  });
}

type Send = (command: SignedCommand, due?: number) => Promise<void>;

async function driving(
  port: number,
  connections: number,
  drive: (send: Send) => Promise<void>,
): Promise<Acknowledged> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, headersTimeout: 10 * SLACK_WAITS_MS });
  const times: number[] = [];
  let failed = 0;
  const send: Send = async ({ body, headers }, due = performance.now()) => {
    try {
      const response = await pool.request({ path: PATH, method: 'POST', body, headers });
      const ms = performance.now() - due;
      await response.body.dump();
      if (response.statusCode === 200) times.push(ms);
      else failed += 1;
    } catch {
      failed += 1;
    }
  };
  const begun = performance.now();
  await drive(send);
  const tookMs = performance.now() - begun;
  await pool.close();
  return { times, failed, tookMs };
}
