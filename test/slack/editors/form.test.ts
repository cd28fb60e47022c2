/** The form holds a fact whole: what is opened and submitted untouched is the same fact. */
import { describe, expect, test } from 'vitest';
import { factToDraft } from '../../../src/facts/fact-draft.ts';
import type { Fact } from '../../../src/facts/schema.ts';
import { draftOf, inputs, type Values, valuesOf } from '../../../src/slack/editors/fields.ts';
import { addForm, formFor, renderForm } from '../../../src/slack/editors/form-view.ts';
import { base, sourced, version } from '../../support/replies.ts';
import { problemsOfModal } from '../../support/validate-modal.ts';

const { fact } = sourced('cracks-found');
const opened = (changed: Partial<Fact> = {}) => ({
  fact: { ...fact, ...changed },
  topic: 'closure',
  version,
});

describe.each(base.written.map((written) => [written.fact.id, written] as const))('%s', (_, written) => {
  test('reads back as it is, and fits Slack’s limits', () => {
    const draft = factToDraft(written.fact);
    expect(draftOf(valuesOf(written.fact, base), draft, base)).toEqual(draft);
    expect(problemsOfModal(renderForm(formFor({ ...written, version }, base), base))).toEqual([]);
  });
});

test('more ways of asking than one field of Slack’s holds take several, and none is lost', () => {
  const asks = Array.from(
    { length: 60 },
    (_, index) => `How many cracks are there ${'really '.repeat(20)}${index}?`,
  );
  const { values } = formFor(opened({ asks }), base);
  expect(problemsOfModal(renderForm(formFor(opened({ asks }), base), base))).toEqual([]);
  const parts = inputs('asks', values.asks ?? '', base).map(({ element }) =>
    'initial_value' in element ? String(element.initial_value) : '',
  );
  expect(parts.length).toBeGreaterThan(1);
  expect(draftOf({ ...values, asks: parts.join('\n') }, factToDraft(fact), base).asks).toEqual(asks);
});

test.each([
  ['a name', 'Skarne Bridge', 'skarne-bridge'],
  ['an id', 'skarne-bridge', 'skarne-bridge'],
  ['another case', 'SKARNE bridge', 'skarne-bridge'],
])('an entity is known by %s', (_, typed, id) => {
  const values: Values = { ...valuesOf(fact, base), about: typed };
  expect(draftOf(values, factToDraft(fact), base).about).toEqual([id]);
});

test('names may stand on one line with commas between them', () => {
  const values: Values = { ...valuesOf(fact, base), about: 'Skarne Bridge, Velhavn' };
  expect(draftOf(values, factToDraft(fact), base).about).toEqual(['skarne-bridge', 'velhavn']);
});

test('the form for a new fact begins with the newest report and its day', () => {
  const { values } = addForm(base);
  expect(values).toMatchObject({
    report: base.reports[0]?.id,
    asOf: base.reports[0]?.date,
    status: 'reported',
  });
  expect(problemsOfModal(renderForm(addForm(base), base))).toEqual([]);
});
