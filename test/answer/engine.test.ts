import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { ask, base, engine, idsOf, short, talk } from './harbour.ts';

describe('a question that stands on its own', () => {
  test('is answered with its fact, where that is from, and what to ask next', () => {
    const { reply, question, conversation } = engine.ask('When does the bridge shut?');
    expect(question).toBe('When does the bridge shut?');
    expect(reply.kind === 'answer' ? reply.facts[0] : undefined).toMatchObject({
      fact: { id: 'bridge-closes', asOf: '2025-09-18', source: { paragraph: 1 } },
      report: { id: 'nca-2025-09-18' },
      topic: { id: 'closure' },
    });
    expect(conversation).toMatchObject({ given: ['bridge-closes'], latest: ['bridge-closes'] });
  });

  test('suggests what an editor related to it, at most three, and never itself', () => {
    const reply = ask('When does the bridge shut?');
    const suggestions = reply.kind === 'answer' ? reply.suggestions : [];
    const fact = base.topics.flatMap(({ facts }) => facts).find(({ id }) => id === 'bridge-closes');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(suggestions[0]?.factIds).toEqual(fact?.related.slice(0, 1));
    expect(suggestions.flatMap(({ factIds }) => factIds)).not.toContain('bridge-closes');
  });

  test('is answered the same whoever asked before: the engine keeps nothing', () => {
    const fresh = createEngine(base).ask('Who runs the ferries?');
    engine.ask('Who is the mayor?');
    engine.ask('asdf');
    expect(engine.ask('Who runs the ferries?')).toEqual(fresh);
  });
});

describe('a pressed suggestion', () => {
  test('gives the facts that were promised, in that order', () => {
    const { reply, question } = engine.give(['plan-tunnel', 'plan-repair'], 'What are the plans?');
    expect(idsOf(reply)).toEqual(['plan-tunnel', 'plan-repair']);
    expect(question).toBe('What are the plans?');
  });

  test('of a fact that says what is left out says that it is', () => {
    expect(short(engine.give(['inspection-by'], 'Who inspected it?').reply)).toBe('unknown inspection-by');
  });

  test('of facts that are gone is answered as if it had been typed', () => {
    expect(engine.give(['long-gone'], 'Who runs the ferries?')).toEqual(engine.ask('Who runs the ferries?'));
    expect(engine.give([], 'asdf qwer').reply.kind).toBe('unknown');
  });

  test('gives those that are left where some are gone', () => {
    expect(idsOf(engine.give(['long-gone', 'ferry-free'], 'Is it free?').reply)).toEqual(['ferry-free']);
  });

  test('says that it was picked and not searched for', () => {
    const { reply } = engine.give(['ferry-free'], 'Is it free?');
    expect('explanation' in reply ? reply.explanation.lines.join(' ') : '').toContain(
      'You chose this question',
    );
  });

  test('joins the thread: it counts as given, and the next message refers to it', () => {
    const [first] = talk('When does the bridge shut?');
    const given = engine.give(['plan-tunnel'], 'Which plan does the mayor prefer?', first?.conversation);
    expect(given.conversation.given).toEqual(['bridge-closes', 'plan-tunnel']);
    expect(short(engine.ask('how much does it cost?', given.conversation).reply)).toBe('answer plan-tunnel');
  });

  test('every suggestion under an answer or a refusal can be pressed', () => {
    for (const question of ['When does the bridge shut?', 'Who painted the bridge?', 'hello']) {
      const reply = ask(question);
      const suggestions = reply.kind === 'answer' || reply.kind === 'unknown' ? reply.suggestions : [];
      expect(suggestions.length).toBeGreaterThan(0);
      for (const one of suggestions) {
        const { reply: next } = engine.give(one.factIds, one.question);
        expect(next.kind).not.toBe('choices');
        if (one.factIds.length > 0) expect(idsOf(next)).toEqual(one.factIds);
      }
    }
  });
});

describe('the engine can be asked for its base', () => {
  test('which is the one it was made of', () => expect(engine.base).toBe(base));
});
