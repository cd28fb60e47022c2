/** A base that grows by something else answers the golden questions as before. */
import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { askGolden, compareGolden } from '../../src/answer/preview.ts';
import { parseGolden } from '../../src/facts/golden.ts';
import type { Base, Fact } from '../../src/facts/schema.ts';
import { loadBase, readGolden } from '../../src/storage/knowledge-files.ts';

const { base } = await loadBase('knowledge');
const golden = await readGolden('knowledge');
const parsed = golden === undefined ? undefined : parseGolden(golden);
const questions = parsed !== undefined && 'questions' in parsed ? parsed.questions : [];

/** Facts about a beekeepers' fair, which has nothing to do with any report on the news desk. */
const FAIR: readonly (readonly [statement: string, ...asks: string[]])[] = [
  ['Beekeepers brought honey to the fair.', 'Who brought honey to the fair?', 'honey at the fair'],
  ['The fair sold candles of beeswax.', 'Which candles did the fair sell?', 'beeswax candles'],
  ['A swarm nested in the bandstand.', 'Where did the swarm nest?', 'swarm in the bandstand'],
];

function grownBy(facts: readonly Fact[]): Base {
  const [topic, ...rest] = base.topics;
  if (topic === undefined) throw new Error('the base is empty');
  return { ...base, topics: [{ ...topic, facts: [...topic.facts, ...facts] }, ...rest] };
}

test('no golden question is answered differently', () => {
  const report = base.reports[0];
  if (report === undefined) throw new Error('there is no report');
  const facts = FAIR.map(
    ([statement, ...asks], at): Fact => ({
      id: `fair-${at}`,
      statement,
      about: [],
      source: { report: report.id, paragraph: 1 },
      status: 'reported',
      asOf: report.date,
      answers: [{ kind: 'what' }],
      asks,
      related: [],
      conflictsWith: [],
    }),
  );
  expect(questions.length).toBeGreaterThanOrEqual(40);
  const before = askGolden(createEngine(base), questions);
  const grown = createEngine(grownBy(facts));
  expect(compareGolden(before, askGolden(grown, questions))).toEqual([]);
  const { reply } = grown.ask('Where did the swarm nest?');
  expect(reply.kind === 'answer' ? reply.facts.map(({ fact }) => fact.id) : reply.kind).toEqual(['fair-2']);
});
