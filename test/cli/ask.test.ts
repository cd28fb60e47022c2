/** `npm run ask` as the process that it is, on the neutral base. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileProgram, type Program } from '../support/programs.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const KNOWLEDGE = path('../fixtures/harbour/knowledge');
const PATIENCE = { timeout: 60_000 };

let program: Program;
beforeAll(async () => {
  program = await compileProgram(path('../../src/cli/ask.ts'));
}, 60_000);
afterAll(() => program.remove());

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

async function run(parameters: readonly string[], input = '', knowledge = KNOWLEDGE): Promise<Said> {
  const env = { PATH: process.env['PATH'], KNOWLEDGE_DIR: knowledge };
  const child = spawn(process.execPath, [program.path, ...parameters], { env });
  const chunks = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    chunks.errors += chunk.toString();
  });
  child.stdin.end(input);
  await once(child, 'close');
  return { code: child.exitCode, ...chunks };
}

const records = ({ out }: Said) =>
  out
    .trimEnd()
    .split('\n')
    .map((line): { question: string; outcome: string; facts: string[]; explanation?: string[] } =>
      JSON.parse(line),
    );

describe('a question on the command line', () => {
  test('is answered in words, with where that is from', PATIENCE, async () => {
    const { code, out, errors } = await run(['When', 'does the bridge shut?']);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(/October 6, 2025[\s\S]*\n— NCA.*2025-09-18, paragraph 1\n$/);
    // Why it was answered so is shown only when asked for.
    expect(out).not.toContain('Runner-up');
  });

  test('with --explain says why', PATIENCE, async () => {
    const { out } = await run(['--explain', 'When does the brigde shut?']);
    expect(out).toContain('“brigde” was read as “bridge”');
  });

  test('with --json is one object on one line', PATIENCE, async () => {
    const said = await run(['--json', '--explain', 'Who inspected the bridge?']);
    expect(records(said)).toEqual([
      expect.objectContaining({
        question: 'Who inspected the bridge?',
        outcome: 'unknown',
        facts: ['inspection-by'],
        explanation: expect.arrayContaining(['The question asks who.']),
      }),
    ]);
  });
});

describe('questions on standard input, one a line', () => {
  test('are plain text or JSON strings, each standing alone', PATIENCE, async () => {
    const lines = ['Who is the mayor?', '"Who runs\\nthe ferries?"', '""', '"not JSON', 'what does he want?'];
    const said = records(await run(['--json'], lines.join('\n')));
    expect(said.map(({ question }) => question)).toEqual([
      'Who is the mayor?',
      'Who runs\nthe ferries?',
      '',
      '"not JSON',
      'what does he want?',
    ]);
    expect(said[1]?.facts).toEqual(['ferry-operator']);
    expect(said[2]?.outcome).toBe('unknown');
  });

  test(
    'with --thread are the turns of a conversation, and an empty line starts the next',
    PATIENCE,
    async () => {
      const lines = [
        'Who is the mayor?',
        'how much would his plan cost?',
        'thanks',
        '',
        'When does the bridge shut?',
        'why?',
      ];
      const said = records(await run(['--json', '--thread'], `${lines.join('\r\n')}\r\n`));
      expect(said.map(({ outcome, facts }) => [outcome, ...facts])).toEqual([
        ['answer', 'plan-tunnel'],
        ['answer', 'plan-tunnel'],
        ['silent'],
        ['answer', 'bridge-closes'],
        ['answer', 'cracks-found'],
      ]);
    },
  );
});

describe('what cannot be done', () => {
  test('a folder without a base is named, and ends with 1', PATIENCE, async () => {
    const { code, out, errors } = await run(['When?'], '', path('.'));
    expect([code, out]).toEqual([1, '']);
    expect(errors).toContain('bot.yml');
    expect(errors).not.toMatch(/\n\s+at /);
  });

  test('an option that does not exist is named', PATIENCE, async () => {
    const { code, errors } = await run(['--frob', 'When?']);
    expect(code).toBe(1);
    expect(errors).toContain('--frob');
  });
});
