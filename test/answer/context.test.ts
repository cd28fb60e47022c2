import { describe, expect, test } from 'vitest';
import type { Reference } from '../../src/answer/context.ts';
import { asMeant, fillFromThread } from '../../src/answer/context.ts';
import type { Conversation } from '../../src/answer/conversation.ts';
import { compiled, read, talk } from './harbour.ts';

function having(...messages: readonly string[]): Conversation {
  const last = talk(...messages).at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return last.conversation;
}

const fill = (message: string, conversation: Conversation): Reference =>
  fillFromThread(read(message), conversation, compiled);

/** What each reading takes the message to be about, its own words and those of the thread. */
const termsOf = ({ readings }: Reference): string[][] =>
  readings.map(({ question }) => question.pieces.flatMap(({ item }) => item.terms));

describe('whether a message needs the thread', () => {
  const conversation = having('When does the bridge shut?');

  test.each(['why?', 'and in 2018?', 'when was it opened?', 'and the mayor?', 'how many?'])(
    '%s does',
    (message) => {
      expect(fill(message, conversation).leans).toBe(true);
    },
  );

  test.each(['Who is the port director?', 'which company runs the ferry service and the landing stages?'])(
    '%s does not',
    (message) => expect(fill(message, conversation).leans).toBe(false),
  );

  test('a pronoun binds it: on its own it means nothing', () => {
    expect(fill('when was it opened?', conversation).isBound).toBe(true);
    expect(fill('and the tunnel?', conversation).isBound).toBe(false);
  });

  test('`in it` is not what the sentence itself is about', () => {
    expect(fill('is the ministry in it?', conversation).isBound).toBe(true);
  });

  test('`is there` names no place', () => {
    expect(fill('is there a fourth ferry?', conversation).isBound).toBe(false);
  });
});

describe('what is filled in', () => {
  test('the subject, where the message has none', () => {
    const [terms] = termsOf(fill('why?', having('When does the bridge shut?')));
    expect(terms).toEqual(expect.arrayContaining(['e:skarne-bridge', 'w:close']));
  });

  test('the kind of question, where the message asks none', () => {
    const conversation = having('Who runs the ferries?');
    expect(fill('and the landing stages?', conversation).readings[0]?.question.asked.kinds).toEqual(['who']);
    expect(fill('when?', conversation).readings[0]?.question.asked.kinds).toEqual(['when']);
  });

  test('what a pronoun means, by its kind and number', () => {
    const conversation = having('Which plan does the mayor prefer?');
    expect(termsOf(fill('what does he want?', conversation))[0]).toContain('e:jorun-halvik');
    expect(termsOf(fill('how much does it cost?', conversation))[0]).toContain('e:harbour-tunnel');
  });

  test('a thing of another class stays; one of the same class is replaced', () => {
    const conversation = having('What happened to the bridge in 2018?');
    expect(termsOf(fill('and in 1971?', conversation))[0]).not.toContain('y:2018');
    expect(termsOf(fill('and in 1971?', conversation))[0]).toContain('y:1971');
  });

  test('`now` takes the place of a year', () => {
    const conversation = having('How many ferries were there in 2018?');
    expect(termsOf(fill('and now?', conversation))[0]).not.toContain('y:2018');
  });

  test('what is negated is taken out', () => {
    const conversation = having('Who runs the ferries?');
    const own = asMeant(read('not the tunnel, the landing stages'), compiled);
    const [terms] = termsOf(fillFromThread(own, conversation, compiled));
    expect(terms).toContain('e:landing-stages');
    expect(terms).not.toContain('e:harbour-tunnel');
  });

  test.each([
    ['sorry, I wanted to ask who runs the ferries', 'who runs the ferries'],
    ['no, I meant the landing stages', 'the landing stages'],
    ['scratch that, the landing stages', 'the landing stages'],
    ['that’s not what I asked, when was it opened', 'when was it opened'],
    ['I was thinking of the tunnel', 'the tunnel'],
  ])('how a message sets right is no part of what it asks: “%s”', (message, rest) => {
    const terms = (text: string): string[] =>
      asMeant(read(text), compiled).pieces.flatMap(({ item }) => item.terms);
    expect(terms(message)).toEqual(terms(rest));
  });

  test('what is asked about is not negated', () => {
    const question = read('why did the mayor not sign the agreement');
    expect(asMeant(question, compiled)).toBe(question);
  });

  test('what the thread lends weighs less than what the message says', () => {
    const [reading] = fill('and the strike?', having('When does the bridge shut?')).readings;
    const [own, ...lent] = reading?.question.pieces ?? [];
    expect(lent.length).toBeGreaterThan(0);
    for (const { weight, isHard } of lent) {
      expect(weight).toBeLessThan(own?.weight ?? 0);
      expect(isHard).toBe(false);
    }
  });
});

test('a pronoun that may mean two is tried both ways, at most a few', () => {
  const readings = termsOf(
    fill('is it closed?', having('When does the bridge shut?', 'how far is the Hestmar tunnel?')),
  );
  expect(readings.length).toBeGreaterThanOrEqual(1);
  expect(readings.length).toBeLessThanOrEqual(8);
});

test('a thread that was about nothing lends nothing', () => {
  const [terms] = termsOf(fill('and the tunnel?', having('hello there')));
  expect(terms).toEqual(expect.arrayContaining(['e:harbour-tunnel', 'e:hestmar-tunnel']));
  expect(terms).not.toContain('e:skarne-bridge');
});
