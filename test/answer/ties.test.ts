import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { idsOf, smallBase } from './harbour.ts';

const gate = (side: string, year: string) => ({
  id: `${side}-gate`,
  statement: `The ${side} gate of the lock was opened in ${year}.`,
  about: [],
  answers: [
    { kind: 'when' as const, value: year },
    { kind: 'what' as const, value: 'it was opened' },
  ],
  asks: [`When was the ${side} gate opened?`],
});

const engineWith = (...facts: ReturnType<typeof gate>[]) => createEngine(smallBase({ facts }));

test('two dates that fit equally are both given, each with its fact, and the explanation says why', () => {
  const { reply } = engineWith(gate('western', '1990'), gate('eastern', '1995')).ask(
    'In what year was the gate opened?',
  );
  expect([...idsOf(reply)].sort()).toEqual(['eastern-gate', 'western-gate']);
  expect(reply).toMatchObject({
    explanation: { lines: expect.arrayContaining([expect.stringContaining('Answered with both')]) },
  });
});

test.each(['In what year was the eastern gate opened?', 'Was the eastern gate opened?'])(
  'one that fits better stands alone: %s',
  (question) => {
    const { reply } = engineWith(gate('western', '1990'), gate('eastern', '1995')).ask(question);
    expect(idsOf(reply)).toEqual(['eastern-gate']);
  },
);

test('two that say the same are told once', () => {
  const { reply } = engineWith(gate('western', '1990'), gate('eastern', '1990')).ask(
    'In what year was the gate opened?',
  );
  expect(idsOf(reply)).toHaveLength(1);
});

test('what has no one answer is told once', () => {
  const { reply } = engineWith(gate('western', '1990'), gate('eastern', '1995')).ask(
    'What was done to the gate?',
  );
  expect(idsOf(reply)).not.toHaveLength(2);
});

test('which of two was first is told by neither of them, where an editor wrote that nobody knows', () => {
  const unknown = {
    id: 'order',
    statement: 'The report does not say which gate of the lock was opened first.',
    status: 'unknown' as const,
    about: [],
    answers: [{ kind: 'which' as const }, { kind: 'when' as const }],
    asks: ['Which gate was the first to be opened?'],
  };
  const facts = [gate('western', '1990'), gate('eastern', '1995'), unknown];
  const { reply } = createEngine(smallBase({ facts })).ask('When was the first gate opened?');
  expect(reply).toMatchObject({ kind: 'unknown', fact: { fact: { id: 'order' } } });
});
