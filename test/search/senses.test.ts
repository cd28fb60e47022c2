import { expect, test } from 'vitest';
import { withSenses } from '../../src/search/senses.ts';
import { cleanText, tokenise } from '../../src/search/tokens.ts';

const senseOf = (text: string): string | undefined =>
  withSenses(tokenise(cleanText(text))).find(({ raw }) => raw === 'left')?.text;

test.each([
  'are any soldiers left on the island?',
  'is anybody left?',
  'does the port have any boats left?',
  'what do they have left',
  'whats left of the fleet',
  'tell me whats left of the fleet',
  'were there no boats left in 2019',
])('what is left remains there: %s', (text) => expect(senseOf(text)).toBe('remaining'));

test.each([
  'have the soldiers left?',
  'which soldiers left the island?',
  'is it true that they left',
  'were there many when the soldiers left?',
  'are they being left behind',
  'who was it that left Velhavn',
])('who left has gone: %s', (text) => expect(senseOf(text)).toBe('left'));

const successOf = (text: string): string | undefined =>
  withSenses(tokenise(cleanText(text))).find(({ raw }) => raw.startsWith('succeed'))?.text;

test('what succeeds nobody has success', () => {
  expect(successOf('did the talks succeed?')).toBe('success');
  expect(successOf('they succeeded in the end')).toBe('success');
  expect(successOf('who succeeded the mayor')).toBe('succeeded');
});
