import { expect, test } from 'vitest';
import { saidElsewhere } from '../../src/facts/elsewhere.ts';
import { base } from '../answer/harbour.ts';

const said = (before: string, after: string) => saidElsewhere(base, 'ferries-now', before, after);

test('the facts and digests that still say a number which was mended', () => {
  const found = said('NCA says it is 23,000 cars.', 'NCA says it is 24,000 cars.');
  expect(found).toMatchObject({ numbers: ['23,000'], facts: ['bridge-history'] });
});

test('a year counts too, as a whole number', () => {
  expect(said('In 1971.', 'In 1972.')?.facts).toContain('bridge-history');
  expect(said('In 197.', 'In 198.')).toBeUndefined();
});

test('nothing, where no number goes, or nobody else has it', () => {
  expect(said('In 1971.', 'It was in 1971.')).toBeUndefined();
  expect(said('It is 987,654.', 'It is 987,655.')).toBeUndefined();
});
