import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalParts } from '../../src/local/start.ts';
import { startLocal } from '../../src/local/start.ts';
import type { LocalAccess } from '../../src/local/workspace.ts';
import { knowingEngine } from './harbour.ts';
import { type Bench, healthy, makeBench } from './programs.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await makeBench();
});
afterEach(() => bench.remove());

/** The parts with a bot that connects to nothing, and what happened to it. */
function rehearse(server: LocalParts['server'], connect?: LocalParts['connect']) {
  const engine = knowingEngine();
  const input = new PassThrough();
  const output = new PassThrough();
  const events: string[] = [];
  const parts: LocalParts = {
    engine: () => engine,
    connect:
      connect ??
      (async (access: LocalAccess) => {
        events.push(`connected to ${access.apiUrl}`);
        return {
          stop: async () => {
            events.push('bot stopped');
          },
        };
      }),
    input,
    output,
    ...(server === undefined ? {} : { server }),
  };
  return { parts, input, events, engine, shown: () => String(output.read() ?? '') };
}

describe('with a server', () => {
  test('the bot is connected, and the person is told where to go and what to ask', async () => {
    const { parts, events, shown } = rehearse({ program: await bench.program(healthy) });
    const session = await startLocal(parts);
    const text = shown();
    expect(text).toContain('http://127.0.0.1:4000');
    expect(text).toContain('/harbour how many ferries sail?');
    expect(events).toEqual(['connected to http://127.0.0.1:4000/api/']);
    await session.stop();
    expect(events).toContain('bot stopped');
    expect(await session.ended).toBe(0);
  });

  test('when the server dies, the bot stops too, says why, and the process is to end with a failure', async () => {
    const program = await bench.program(`${healthy} setTimeout(() => process.exit(7), 300);`);
    const { parts, events, shown } = rehearse({ program });
    const session = await startLocal(parts);
    expect(await session.ended).toBe(1);
    expect(events).toContain('bot stopped');
    expect(shown()).toMatch(/ended \(code 7\)\.\nThe bot stops as well/);
  });

  test('when the bot cannot connect, its error is passed on and the server ends', async () => {
    const gone = `${bench.folder}/gone`;
    const program = await bench.program(
      `${healthy} process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(gone)}, ''));`,
    );
    const { parts } = rehearse({ program }, async () => {
      throw new Error('no socket');
    });
    await expect(startLocal(parts)).rejects.toThrow('no socket');
    expect((await import('node:fs')).existsSync(gone)).toBe(true);
  });

  test('when the server dies while the bot connects, nobody waits for the bot', async () => {
    const program = await bench.program(`${healthy} setTimeout(() => process.exit(7), 300);`);
    const { parts } = rehearse({ program }, () => new Promise(() => {}));
    await expect(startLocal(parts)).rejects.toThrow('ended (code 7)');
  });
});

describe('without a server for this platform', () => {
  const missing = { missing: 'There is no server for this platform.' };

  test('it is said, and the same conversation is held in the terminal', async () => {
    const { parts, input, shown, events } = rehearse(missing);
    const session = await startLocal(parts);
    input.end('how many ferries sail?\n');
    expect(await session.ended).toBe(0);
    const text = shown();
    expect(text).toContain('There is no server for this platform.');
    expect(text).toContain('Twelve ferries sail each day.');
    expect(events).toEqual([]);
  });

  test('with nobody at the keyboard it ends as a failure and points at the settings', async () => {
    const { parts, input, shown } = rehearse(missing);
    const session = await startLocal(parts);
    input.end();
    expect(await session.ended).toBe(1);
    expect(shown()).toContain('.env.example');
  });

  test('stopped from outside, it has not failed', async () => {
    const { parts } = rehearse(missing);
    const session = await startLocal(parts);
    await session.stop();
    expect(await session.ended).toBe(0);
  });
});
