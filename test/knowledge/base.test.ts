/** The real base: it loads, it is consistent with itself, and what it says of its gaps is said as such. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { checkKnowledge } from '../../src/cli/knowledge.ts';
import { loadBase } from '../../src/storage/knowledge-files.ts';

const { base } = await loadBase('knowledge');
const engine = createEngine(base);
const facts = base.topics.flatMap((topic) => topic.facts);
const digests = base.topics.flatMap((topic) => topic.digests);

test('passes every check, and is in canonical form', async () => {
  const printed: string[] = [];
  const code = await checkKnowledge('knowledge', (line) => printed.push(line));
  expect(printed.slice(0, -1)).toEqual([]);
  expect(code).toBe(0);
});

test('every YAML file names the schema that an editor checks it with', async () => {
  const paths = (await readdir('knowledge', { recursive: true })).filter((path) => path.endsWith('.yml'));
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths.filter((each) => !each.startsWith('questions'))) {
    const [first] = (await readFile(join('knowledge', path), 'utf8')).split('\n');
    const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first ?? '')?.[1];
    expect([path, schema]).toEqual([path, expect.any(String)]);
    const file = await readFile(join('knowledge', path, '..', schema ?? ''), 'utf8');
    expect(JSON.parse(file)).toHaveProperty('$schema');
  }
});

describe('what the report leaves out', () => {
  const unknowns = facts.filter(({ status }) => status === 'unknown');

  test('is said to be left out, in so many words', () => {
    expect(unknowns.length).toBeGreaterThan(20);
    const silent = unknowns.filter(
      ({ statement }) =>
        !/\breport\b[^.;]*\b(?:does not|gives? no|names? no(?:ne|body)?|nor|neither)\b/i.test(statement),
    );
    expect(silent.map(({ id, statement }) => `${id}: ${statement}`)).toEqual([]);
  });

  test('has no value, and no date of its own', () => {
    for (const { id, answers, when } of unknowns) {
      expect([id, when]).toEqual([id, undefined]);
      expect([id, answers.filter(({ value }) => value !== undefined)]).toEqual([id, []]);
    }
  });
});

test('every fact is reached: it is about something, settles something and leads somewhere', () => {
  for (const { id, about, answers, related } of facts)
    expect([id, about.length > 0, answers.length > 0, related.length > 0]).toEqual([id, true, true, true]);
});

test('every entity is spoken of by a fact', () => {
  const spoken = new Set(facts.flatMap(({ about }) => about));
  const scope = new Set(base.vocabulary.scope);
  const idle = base.entities.filter(({ id }) => !spoken.has(id) && !scope.has(id));
  expect(idle.map(({ id }) => id)).toEqual([]);
});

test.each(base.bot.examples)('the example “%s” is answered', (question) => {
  expect(engine.ask(question).reply.kind).toBe('answer');
});

test('a fact is found by its own ways of asking', { timeout: 60_000 }, () => {
  const askable = [...facts, ...digests.map((digest) => ({ ...digest, members: digest.facts }))];
  const missed = askable.flatMap(({ id, asks, ...rest }) => {
    const own = 'members' in rest ? [id, ...rest.members] : [id];
    return asks.flatMap((ask) => {
      const said = answeredWith(ask);
      return said.some((each) => own.includes(each)) ? [] : [`${id}: “${ask}” got ${said.join(' ')}`];
    });
  });
  const asked = askable.reduce((sum, { asks }) => sum + asks.length, 0);
  expect(missed.length / asked, `${missed.length} of ${asked}:\n${missed.join('\n')}`).toBeLessThan(0.02);
});

/** The kind of reply, and the ids of its facts or of the digest that put them together. */
function answeredWith(question: string): readonly string[] {
  const { reply } = engine.ask(question);
  switch (reply.kind) {
    case 'answer':
      return [reply.kind, ...reply.facts.map(({ fact }) => fact.id), reply.digest?.id ?? ''];
    case 'unknown':
      return [reply.kind, reply.fact?.fact.id ?? ''];
    case 'choices':
      return [reply.kind, ...reply.choices.flatMap(({ factIds }) => factIds)];
    default:
      return [reply.kind];
  }
}
