import { describe, expect, test } from 'vitest';
import { ask, compiled, lastOf } from './harbour.ts';

function linesFor(question: string): string {
  const reply = ask(question);
  return 'explanation' in reply ? reply.explanation.lines.join('\n') : '';
}

describe('why it was answered so, in plain words', () => {
  test('what was asked and what matched', () => {
    const lines = linesFor('When does the bridge shut?');
    expect(lines).toContain('The question asks when.');
    expect(lines).toContain('It explains “the bridge” and “shut”.');
  });

  test('a question to confirm or deny is called that', () => {
    expect(linesFor('Is the ferry free?')).toContain('confirm or deny');
  });

  test('every word that was taken for another one, as it was typed', () => {
    const lines = linesFor('Wehn does the brigde shut?');
    expect(lines).toContain('“Wehn” was read as “when”.');
    expect(lines).toContain('“brigde” was read as “bridge”.');
  });

  test('a word that was right is not said to be repaired', () => {
    expect(linesFor('When does the bridge shut?')).not.toContain('was read as');
  });

  test('what is left over', () => {
    const lines = linesFor('Who painted the bridge?');
    expect(lines).toContain('It does not explain “painted”.');
    expect(lines).toMatch(/Withheld: .*“painted”/);
  });

  test('a number that does not agree', () => {
    expect(linesFor('Was the bridge opened in 1981?')).toContain('It does not agree with “1981”.');
    expect(linesFor('Was the bridge opened in 1981?')).toContain('set right');
  });

  test('a kind of question that the fact does not settle', () => {
    expect(linesFor('Where was the agreement signed?')).toContain('It does not say where.');
  });

  test('the nearest way of asking, which an editor may change', () => {
    const lines = linesFor('Who is operating the ferries?');
    const operator = compiled.facts.get('ferry-operator')?.fact;
    expect(operator?.asks.some((one) => lines.includes(`“${one}”`))).toBe(true);
  });

  test('the runner-up and by how much it is behind', () => {
    expect(linesFor('Who pays for the ferries?')).toMatch(
      /Runner-up: [a-z-]+, score \d\.\d\d, \d\.\d\d behind\./,
    );
  });

  test('that an editor wrote down what the report leaves out', () => {
    expect(linesFor('Who inspected the bridge?')).toContain('An editor has checked');
  });

  test('that nothing was asked', () => {
    expect(linesFor('hello there')).toContain('Nothing was asked that the report could answer.');
  });

  test('ends with one verdict, and has no code in it', () => {
    for (const question of [
      'When does the bridge shut?',
      'Who painted it?',
      'asdf',
      '',
      'tunnel or repair?',
    ]) {
      const lines = linesFor(question).split('\n');
      expect(
        lines.filter((line) => /^(Answered|Withheld|Several facts|An editor|Nothing was asked)/.test(line)),
      ).toHaveLength(1);
      expect(lines.join(' ')).not.toMatch(/undefined|NaN|null|\b[ewsndym]:/);
    }
  });
});

test('in a thread, what was taken from it is named by its name and not by its code', () => {
  const explained = (...messages: string[]): string => {
    const reply = lastOf(...messages);
    return 'explanation' in reply ? reply.explanation.lines.join('\n') : '';
  };
  expect(explained('Who is the mayor?', 'what does he want?')).toContain(
    '“he” was taken for “Jorun Halvik”.',
  );
  const subject = explained('When does the bridge shut?', 'why?');
  expect(subject).toContain('From the thread it takes “Skarne Bridge”.');
  expect(subject).not.toMatch(/\b[ews]:/);
});
