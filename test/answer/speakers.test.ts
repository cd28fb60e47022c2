import { describe, expect, test } from 'vitest';
import { asksForWords, spokenWords } from '../../src/answer/speakers.ts';
import { compiled, engine, read } from './harbour.ts';

const speaks = (text: string): boolean => {
  const { reading } = read(text);
  return asksForWords(reading) && spokenWords(reading, compiled.entities) !== undefined;
};

describe('somebody’s words are asked for', () => {
  test.each([
    'What did the mayor say?',
    'What does the union say about the ferries?',
    'How does the minister feel?',
  ])('%s', (question) => expect(speaks(question)).toBe(true));

  test.each([
    'What does the report say about the mayor?',
    'What does the mayor want?',
    'Did the mayor say so?',
  ])('but not with “%s”', (question) => expect(speaks(question)).toBe(false));

  test('a fact that gives nobody’s words does not answer', () => {
    expect(engine.ask('What did Kaldor Works say about the landing stages?').reply.kind).not.toBe('answer');
    expect(engine.ask('What does the union say?').reply.kind).toBe('answer');
  });
});
