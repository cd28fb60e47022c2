import { describe, expect, test } from 'vitest';
import { findSubject, readCommand } from '../../src/answer/command.ts';
import { compiled, engine, idsOf, short } from './harbour.ts';

const read = (text: string) => readCommand(text, compiled);

describe('what stands after the slash command', () => {
  test.each([
    ['', 'help'],
    ['  help ', 'help'],
    ['Help!', 'help'],
    ['topics', 'topics'],
    ['Topics?', 'topics'],
    ['timeline', 'timeline'],
    ['sources', 'sources'],
  ])('“%s” is %s', (text, kind) => expect(read(text)).toEqual({ kind }));

  test.each([
    'help, when does the bridge shut?',
    'sources of the money for the ferries',
    'topics of the dispute between union and authority',
    'timeline of the tunnel',
    'topic',
  ])('“%s” begins like a command and is a question', (text) => {
    expect(read(text)).toEqual({ kind: 'ask', question: text, isPrivate: false });
  });
});

describe('about a topic or a name', () => {
  test.each([
    'about the bridge',
    'About the Skarne Bridge?',
    'everything about the bridge',
    'tell me all you know about the bridge',
    'all facts on the bridge',
  ])('“%s” is about the bridge', (text) => {
    expect(read(text)).toMatchObject({ kind: 'about', subject: { entity: { name: 'Skarne Bridge' } } });
  });

  test.each([
    ['about ferries', 'ferries'],
    ['About The ferry service', 'ferries'],
  ])('%s', (text, id) => expect(read(text)).toMatchObject({ kind: 'about', subject: { topic: { id } } }));

  test.each([
    ['about Jorun Halvik', 'jorun-halvik', 'the name'],
    ['about the mayor', 'jorun-halvik', 'a description'],
    ['about OSKELUND', 'marit-oskelund', 'another spelling'],
    ['about halvick', 'jorun-halvik', 'a slip of the finger'],
    ['about kaldor wroks', 'kaldor-works', 'another slip'],
  ])('%s: by %s', (text, id) =>
    expect(read(text)).toMatchObject({ kind: 'about', subject: { entity: { id } } }),
  );

  test.each([
    'about how many cars use the bridge each day?',
    'about quantum physics',
    'about',
    'about the closure of the bridge',
  ])('“%s” is a question: nothing is called that', (text) =>
    expect(read(text)).toMatchObject({ kind: 'ask', question: text }),
  );

  test('a long text is never matched with a name by chance', () => {
    expect(findSubject('ferries '.repeat(30), compiled)).toBeUndefined();
  });

  test('gives every fact of the topic or about the name, also what the report leaves out', () => {
    const topic = compiled.base.topics.find(({ id }) => id === 'jobs');
    expect(idsOf(engine.command('about jobs').reply)).toEqual(topic?.facts.map(({ id }) => id));
    expect(idsOf(engine.command('about the mayor').reply).toSorted()).toEqual([
      'plan-tunnel',
      'repair-lifetime',
    ]);
  });
});

describe('me', () => {
  test('asks for oneself', () => {
    expect(read('me who runs the ferries?')).toEqual({
      kind: 'ask',
      question: 'who runs the ferries?',
      isPrivate: true,
    });
    expect(read('ME Who runs them?')).toMatchObject({ question: 'Who runs them?', isPrivate: true });
  });

  test('a word that begins with it does not', () => {
    expect(read('meeting on the closure')).toMatchObject({ isPrivate: false });
  });

  test('a private answer is the same answer, seen by the asker alone', () => {
    const [open, own] = ['', 'me '].map((prefix) => engine.command(`${prefix}who runs the ferries?`));
    expect([open?.visibility, own?.visibility]).toEqual(['channel', 'asker']);
    expect(own?.reply).toEqual(open?.reply);
  });
});

describe('what a command gives', () => {
  test('help and lists are for the asker', () => {
    for (const text of ['help', 'topics', 'timeline', 'sources', 'about jobs'])
      expect(engine.command(text).visibility).toBe('asker');
  });

  test('the timeline is in order of the dates, and leaves out what the report leaves out', () => {
    const { reply } = engine.command('timeline');
    const facts = reply.kind === 'timeline' ? reply.facts.map(({ fact }) => fact) : [];
    expect(facts.length).toBeGreaterThan(5);
    const starts = facts.map(({ when }) =>
      typeof when === 'string' ? when : (when?.from ?? when?.to ?? ''),
    );
    expect(starts).toEqual([...starts].sort());
    expect(facts.map(({ status }) => status)).not.toContain('unknown');
    expect(facts[0]?.id).toBe('first-ferry');
  });

  test('an answer to a command begins a conversation', () => {
    const { conversation } = engine.command('me who is the mayor?');
    expect(short(engine.ask('what does he want?', conversation).reply)).toBe('answer plan-tunnel');
  });
});
