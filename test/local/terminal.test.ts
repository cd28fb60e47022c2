import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { startTerminal } from '../../src/local/terminal.ts';
import { knowingEngine } from './harbour.ts';

/** Types the lines, ends the input, and returns what the engine was asked and what was shown. */
async function converse(...lines: string[]): Promise<{ asked: string[]; shown: string; answered: number }> {
  const engine = knowingEngine();
  const input = new PassThrough();
  const output = new PassThrough();
  const session = startTerminal(() => engine, input, output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const answered = await session.ended;
  return { asked: engine.asked, shown: String(output.read() ?? ''), answered };
}

test('a question in, the answer with its attribution out', async () => {
  const { shown, answered } = await converse('how many ferries sail?');
  expect(shown).toContain('Twelve ferries sail each day.');
  expect(shown).toContain('NCA, citing the port office, as of September 18, 2025, paragraph 2');
  expect(answered).toBe(1);
});

test('what follows is understood as a reply in the thread', async () => {
  const { asked } = await converse('how many ferries sail?', 'and when did it reopen?');
  expect(asked[1]).toBe('ask: and when did it reopen? (after how many ferries sail?)');
});

test('the command, as typed in Slack, begins afresh', async () => {
  const { asked } = await converse('how many ferries sail?', '/harbour when did it reopen?');
  expect(asked[1]).toBe('command: when did it reopen?');
});

test('a number picks the suggestion with that number; a number that is none is a question', async () => {
  const { asked, shown } = await converse('how many ferries sail?', '1', '9');
  expect(asked[1]).toBe('give: when did it reopen (after how many ferries sail?)');
  expect(asked[2]).toBe('ask: 9 (after when did it reopen)');
  expect(shown).toContain('The harbour reopened in September.');
});

test('the suggestions stay good to pick until there are others', async () => {
  const { asked } = await converse('how many ferries sail?', 'thanks', '1');
  expect(asked[2]).toBe('give: when did it reopen (after thanks)');
});

test('help is help, also in the middle of a conversation', async () => {
  const { shown } = await converse('how many ferries sail?', 'help');
  expect(shown).toContain('I answer from one report about the harbour.');
});

test('thanks get no answer, and the person is told that this is meant so', async () => {
  const { shown } = await converse('how many ferries sail?', 'thanks');
  expect(shown).toContain('In a channel the bot says nothing here');
});

test('an empty line asks nothing', async () => {
  const { asked, answered } = await converse('', '   ');
  expect(asked).toEqual([]);
  expect(answered).toBe(0);
});
