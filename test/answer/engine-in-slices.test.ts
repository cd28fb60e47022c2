import { setImmediate as giveWay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createEngineInSlices } from '../../src/answer/engine.ts';
import { base, engine } from './harbour.ts';

const QUESTIONS = [
  'When does the bridge close?',
  'who runs the feries',
  'how many passengers a day',
  'who is the mayor of the moon',
  'Why was it closed and when will it open?',
];

test('an engine made in slices answers like one made at once', async () => {
  const sliced = await createEngineInSlices(base, giveWay);
  for (const question of QUESTIONS) expect(sliced.ask(question)).toEqual(engine.ask(question));
});

test('while it is made, the one in service answers', async () => {
  const answered: string[] = [];
  await createEngineInSlices(base, async () => {
    answered.push(engine.ask('When does the bridge close?').reply.kind);
  });
  expect(answered.length).toBeGreaterThan(5);
  expect(new Set(answered).size).toBe(1);
});
