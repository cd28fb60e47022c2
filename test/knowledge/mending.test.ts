/** A wrong number in the shipped base is mended in one place: the file changes in one line. */
import { expect, test } from 'vitest';
import { editFact } from '../../src/facts/edit.ts';
import { factToDraft } from '../../src/facts/fact-draft.ts';
import { loadBase, readKnowledge } from '../../src/storage/knowledge-files.ts';

const { base } = await loadBase('knowledge');
const files = await readKnowledge('knowledge');

/** A count or a length of time; years and days of the month are dates. */
const NUMBER = /\b\d{1,3}(?:,\d{3})*(?= (?:US )?(?:troops|years)\b)/;
const counted = base.topics.flatMap(({ facts }) => facts).filter(({ statement }) => NUMBER.test(statement));

test('there are such numbers', () => {
  expect(counted.map(({ id }) => id)).toEqual(expect.arrayContaining(['troops-now', 'presence-length']));
});

test.each(counted.map((fact) => [fact.id, fact] as const))('%s', (id, fact) => {
  const draft = { ...factToDraft(fact), statement: fact.statement.replace(NUMBER, '750') };
  const result = editFact(files, { kind: 'change', id, draft });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const before = files.find(({ path }) => path === result.file.path)?.text.split('\n') ?? [];
  const after = result.file.text.split('\n');
  expect(after).toHaveLength(before.length);
  expect(after.filter((line, at) => line !== before[at])).toHaveLength(1);
  expect(result.dropped).toEqual([]);
});
