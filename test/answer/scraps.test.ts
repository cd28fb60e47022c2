import { describe, expect, test } from 'vitest';
import { lastOf, short } from './harbour.ts';

const answers = (...messages: string[]): string => short(lastOf(...messages));

describe('a scrap that has only its question word', () => {
  test('is not answered by the name that was in the question before it', () => {
    // The strike was called by the union, but it is not asked about the strike.
    expect(answers('What does the mayor want?', 'by whom?')).not.toMatch(/^answer/);
    expect(answers('Is a strike planned?', 'by whom?')).toBe('answer union-strike-called');
  });

  test('says by a small word what it wants', () => {
    expect(answers('Is a strike planned?', 'against whom?')).toMatch(/^unknown/);
    expect(answers('How many ferries replace the bridge?', 'and before?')).toMatch(/^unknown/);
  });

  test('goes on about whom the last answer was about', () => {
    // The first ferry has a time, and the ferries were spoken of; the tunnel was not.
    expect(answers('Who runs the ferries?', 'since when?')).toBe('answer first-ferry');
    expect(answers('Who prefers the tunnel?', 'since when?')).not.toMatch(/^answer/);
  });
});

describe('a scrap that names only what it wants', () => {
  test('is answered again by the last fact, where that has it', () => {
    expect(answers('Has the bridge been closed before?', 'by which ship?')).toBe('answer closed-2018');
  });

  test('is not answered by whatever else has one of those', () => {
    expect(answers('When is the strike?', 'at which pillar?')).toMatch(/^unknown/);
  });
});

describe('a name in the place of another', () => {
  test('keeps the kind of the question', () => {
    expect(answers('Who prefers the tunnel?', 'and the repair?')).toBe('answer plan-repair');
  });

  test('keeps what was asked of the other, and nothing else will do', () => {
    expect(answers('Was the bridge struck by a ship?', 'and the mayor?')).toMatch(/^unknown/);
  });
});

test('a yes/no question is about its verb, whoever it is about', () => {
  expect(answers('What does the mayor want?', 'did it vanish?')).toMatch(/^unknown/);
});

test('what was done has no name', () => {
  expect(answers('Who called the strike?', 'when did they do it?')).toBe('answer union-strike-called');
  // Here it is somebody who does something.
  expect(answers('What is Open Strait?', 'what did it demand?')).toBe('answer open-strait-demand');
});

test('a noun such as the group stands for the one spoken of', () => {
  expect(answers('What was signed on September 12?', 'who signed that deal?')).toBe(
    'answer agreement-signed',
  );
  expect(answers('Who founded Open Strait?', 'what does the group demand?')).toBe(
    'answer open-strait-demand',
  );
});

test('what the report does not say leaves the subject where it was', () => {
  expect(answers('What does the mayor want?', 'who pays for it?', 'how long does it take?')).toBe(
    'answer plan-tunnel',
  );
});
