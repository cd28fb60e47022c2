import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findServer } from '../../src/local/binary.ts';
import { startServer } from '../../src/local/server.ts';
import { accessTo, generateWorkspace } from '../../src/local/workspace.ts';
import { base } from './harbour.ts';
import { type Bench, healthy, makeBench } from './programs.ts';

const workspace = generateWorkspace(base.bot, () => 'secret');
let bench: Bench;
beforeEach(async () => {
  bench = await makeBench();
});
afterEach(() => bench.remove());

describe('finding the program', () => {
  test('a platform without a package is told by the name of the package', () => {
    expect(findServer('plan9', 'mips')).toEqual({
      missing: expect.stringContaining('local-slack-plan9-mips'),
    });
  });
});

describe('a server that cannot be used ends in one clear message', () => {
  test('missing', async () => {
    const start = startServer(join(bench.folder, 'nowhere'), workspace);
    await expect(start).rejects.toThrow(/nowhere is missing \(run npm ci again\)/);
  });

  test('not executable', async () => {
    const start = startServer(await bench.program(healthy, 0o644), workspace);
    await expect(start).rejects.toThrow(/may not be executed: .*chmod \+x/);
  });

  test('ends at once: its own last words are passed on', async () => {
    const dying = await bench.program('process.stderr.write("the port is taken"); process.exitCode = 3;');
    await expect(startServer(dying, workspace)).rejects.toThrow(/ended \(code 3\)\. the port is taken/);
  });

  test('never answers: given up on, and killed although it ignores the end of its input', async () => {
    const pidFile = join(bench.folder, 'pid');
    const mute = await bench.program(
      `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    await expect(startServer(mute, workspace, 2_000)).rejects.toThrow(/did not answer within 2 seconds/);
    expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });

  test('without its guard it would be open to the network, so it is not used', async () => {
    const open = await bench.program(healthy.replace('guarded', ''));
    await expect(startServer(open, workspace)).rejects.toThrow(/ignored its guard/);
  });
});

describe('a healthy server', () => {
  test('is told nothing of this environment, which may hold the tokens of a real workspace', async () => {
    const report = join(bench.folder, 'environment');
    const telling = await bench.program(
      `require('node:fs').writeFileSync(${JSON.stringify(report)}, Object.keys(process.env).join(' '));${healthy}`,
    );
    const server = await startServer(telling, workspace);
    await server.stop();
    expect(readFileSync(report, 'utf8').split(' ').sort()).toEqual([
      'BUN_OPTIONS',
      'HOME',
      'LOCAL_SLACK_FOLDER',
      'TMPDIR',
    ]);
  });

  test('says so when it dies, and leaves no folder behind', async () => {
    const report = join(bench.folder, 'folder');
    const program = await bench.program(
      `require('node:fs').writeFileSync(${JSON.stringify(report)}, process.cwd());${healthy} setTimeout(() => process.exit(7), 300);`,
    );
    const server = await startServer(program, workspace);
    expect(await server.died).toContain('ended (code 7)');
    await server.stop();
    expect(existsSync(readFileSync(report, 'utf8'))).toBe(false);
  });
});

const found = findServer();
describe.skipIf('missing' in found)('the real local-slack (skipped: no package for this platform)', () => {
  const program = 'program' in found ? found.program : '';

  test('answers the Web API on this machine, and on no other address of it', async () => {
    const server = await startServer(program, workspace);
    try {
      const { apiUrl, botToken } = accessTo(workspace, server.url);
      const headers = { authorization: `Bearer ${botToken}` };
      const answer = await fetch(`${apiUrl}auth.test`, { method: 'POST', headers });
      expect(await answer.json()).toMatchObject({ ok: true, team: 'Newsroom' });
      for (const address of outerAddresses()) {
        await expect(fetch(server.url.replace('127.0.0.1', address))).rejects.toThrow();
      }
    } finally {
      await server.stop();
    }
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

function outerAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
