import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { askGolden } from '../../src/answer/preview.ts';
import { planEdit } from '../../src/facts/edit.ts';
import { factToDraft } from '../../src/facts/fact-draft.ts';
import { goldenProblems, parseGolden } from '../../src/facts/golden.ts';
import { parseBase } from '../../src/facts/parse.ts';
import { readGolden, readKnowledge } from '../../src/storage/knowledge-files.ts';

const files = await readKnowledge('knowledge');
const golden = await readGolden('knowledge');

test('every golden question gets what it is said to get', () => {
  const parsed = parseBase(files);
  if ('problems' in parsed || golden === undefined) throw new Error('there is nothing to ask');
  expect(goldenProblems(golden, parsed.base)).toEqual([]);
  const read = parseGolden(golden);
  const questions = 'questions' in read ? read.questions : [];
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(questions.filter((each) => each.expect.length === 0).length).toBeGreaterThanOrEqual(12);
  const missed = askGolden(createEngine(parsed.base), questions).filter(({ isMet }) => !isMet);
  expect(missed.map(({ q, expect: wanted, outcome }) => ({ q, wanted, got: outcome.factIds }))).toEqual([]);
});

test('no fact changes by being opened in a form and saved as it is: the first and the last of each topic', () => {
  const parsed = parseBase(files);
  if ('problems' in parsed) throw new Error('the base is not good');
  const changed = parsed.base.topics.flatMap(({ facts }) =>
    [facts[0], facts.at(-1)].flatMap((fact) => {
      if (fact === undefined) return [];
      const plan = planEdit(files, { kind: 'change', id: fact.id, draft: factToDraft(fact) });
      if ('problems' in plan) return [fact.id];
      const before = files.find(({ path }) => path === plan.file.path)?.text;
      return plan.file.text === before ? [] : [fact.id];
    }),
  );
  expect(changed).toEqual([]);
});
