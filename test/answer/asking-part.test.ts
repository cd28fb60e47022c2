import { describe, expect, test } from 'vitest';
import { askingParts, claimOf, questionsToRemark } from '../../src/answer/asking-part.ts';
import { compileBase } from '../../src/answer/compile.ts';
import { createEngine } from '../../src/answer/engine.ts';
import { base } from './harbour.ts';

const compiled = compileBase(base);
const parts = (text: string): readonly string[] => askingParts(text, compiled);

describe('talk before a question is left out', () => {
  test.each([
    ['not gonna lie I lost track. who runs the ferries?', 'who runs the ferries?'],
    ['please settle a bet: is the ferry free?', 'is the ferry free?'],
    ['idk if u can help but where do the ferries go', 'where do the ferries go'],
  ])('%s', (text, part) => {
    expect(parts(text)).toContain(part);
  });

  test('and the reader is told so', () => {
    const told = 'I want a strike. who runs the ferries?';
    const { reply, question } = createEngine(base).ask(told);
    expect(reply).toMatchObject({
      kind: 'answer',
      explanation: {
        lines: expect.arrayContaining(['Only “who runs the ferries?” was taken for the question.']),
      },
    });
    expect(question).toBe(told);
  });
});

describe('a question is answered without the talk around it where it fits better so', () => {
  test.each([
    ['my editor wants to know who runs the ferries', 'ferry-operator'],
    ['need 1 line pls on why the bridge is closing', 'cracks-found'],
    ['quick one, hang on, who runs the ferries, or what', 'ferry-operator'],
  ])('%s', (text, id) => {
    const { reply } = createEngine(base).ask(text);
    expect(reply).toMatchObject({ kind: 'answer', facts: [{ fact: { id } }] });
  });
});

describe('what may narrow the question is no talk', () => {
  test.each([
    ['please, in the other harbour, who runs the ferries?', 'a place'],
    ['hi, Ottoline Vask left. who runs the ferries?', 'a name that the base does not know'],
    ['ok, the Skarne Bridge. who runs it?', 'one that it does'],
    ['I heard of 7,000 boats. who runs the ferries?', 'a number'],
    ['where, please, did they hold the talks about the ferries?', 'the question itself'],
    ['The bishop came. who runs the ferries?', 'what is no talk'],
  ])('%s: %s', (text) => {
    expect(parts(text)).toEqual([]);
  });
});

test('a long text is not cut in every way', () => {
  const pasted = 'my cousin swears it is so, who runs the ferries? '.repeat(30);
  expect(parts(pasted)).toEqual([]);
  expect(questionsToRemark(pasted)).toEqual([]);
  expect(claimOf(`${pasted} is he right?`)).toBeUndefined();
});

describe('what was heard lends its names to the question', () => {
  const { ask } = createEngine(base);

  test('the person is told what was taken for the question', () => {
    const { reply } = ask('my cousin swears the ferries are run by pirates, who runs them?');
    expect(reply).toMatchObject({
      kind: 'answer',
      explanation: {
        lines: expect.arrayContaining(['Only “who runs them?” was taken for the question.']),
      },
    });
  });

  test.each([
    ['my cousin swears the mayor is a pirate, how many died?', 'a question that nothing answers'],
    ['the ferries are run by pirates, who runs them?', 'what nobody has heard'],
    ['my cousin swears Ottoline Vask did it, when did she do it?', 'nobody that the base knows'],
  ])('%s: %s', (text) => {
    expect(ask(text).reply.kind).toBe('unknown');
  });

  test('talk without hearsay is none', () => {
    expect(questionsToRemark('ok, the Skarne Bridge. who runs it?')).toEqual([]);
  });
});

describe('a claim that is to be judged', () => {
  const { ask } = createEngine(base);

  test.each([
    ['my boss swears the bridge was opened in 1981, is he right?', 'The report says 1971, not 1981.'],
    ['someone here says there are 80 cars on a ferry - true?', 'The report says 60, not 80.'],
  ])('is set right: %s', (text, correction) => {
    expect(ask(text).reply).toMatchObject({ kind: 'answer', correction });
  });

  test('is confirmed by what the report says', () => {
    const { reply } = ask('my boss swears the bridge was opened in 1971, is he right?');
    expect(reply).toMatchObject({ kind: 'answer', facts: [{ fact: { id: 'bridge-history' } }] });
    expect(reply).not.toHaveProperty('correction');
  });

  test('is admitted where the report has nothing on it', () => {
    expect(ask('my boss swears Ottoline Vask opened the bridge, is he right?').reply.kind).toBe('unknown');
  });

  test.each([
    'my boss swears by the ferries',
    'who opened the bridge, the mayor, right?',
    'is he right?',
    '',
  ])('is none: “%s”', (text) => expect(claimOf(text)).toBeUndefined());
});
