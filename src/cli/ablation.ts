/** What each ingredient of understanding is worth: the evaluation again, with one left out at a time. */
import { createEngine } from '../answer/engine.ts';
import { ALL_INGREDIENTS, type Ingredients } from '../answer/ingredients.ts';
import type { Base } from '../facts/schema.ts';
import { judgeAnswerable, judgeUnanswerable, shareOf } from './judge.ts';
import type { QuestionSet } from './question-sets.ts';

/** What an editor writes, left out of the base itself. */
const WITHOUT_DATA: Readonly<Record<string, (base: Base) => Base>> = {
  vocabulary: (base) => ({ ...base, vocabulary: { ...base.vocabulary, same: [] } }),
  'spellings and descriptions': (base) => ({
    ...base,
    entities: base.entities.map((entity) => ({ ...entity, spellings: [], descriptions: [] })),
  }),
  'facts that say what is missing': (base) => ({
    ...base,
    topics: base.topics.map((topic) => ({
      ...topic,
      facts: topic.facts.filter(({ status }) => status !== 'unknown'),
    })),
  }),
  digests: (base) => ({ ...base, topics: base.topics.map((topic) => ({ ...topic, digests: [] })) }),
};

/** Prints one row a variant: right and wrong of the answerable, withheld of the unanswerable, in per cent. */
export function printAblation(base: Base, sets: readonly QuestionSet[]): void {
  console.log(`${'left out'.padEnd(32)}  right  wrong  withheld`);
  const row = (name: string, variant: Base, ingredients: Ingredients): void =>
    console.log(`${name.padEnd(32)} ${figures(variant, ingredients, sets)}`);
  row('nothing', base, ALL_INGREDIENTS);
  for (const name of Object.keys(ALL_INGREDIENTS)) row(name, base, { ...ALL_INGREDIENTS, [name]: false });
  for (const [name, without] of Object.entries(WITHOUT_DATA)) row(name, without(base), ALL_INGREDIENTS);
}

function figures(base: Base, ingredients: Ingredients, sets: readonly QuestionSet[]): string {
  const engine = createEngine(base, ingredients);
  const answerable = sets.flatMap((set) => set.answerable.map((record) => judgeAnswerable(record, engine)));
  const unanswerable = sets.flatMap((set) =>
    set.unanswerable.map((record) => judgeUnanswerable(record, engine)),
  );
  return [shareOf(answerable, 'right'), shareOf(answerable, 'wrong'), shareOf(unanswerable, 'right')]
    .map((value) => value.toFixed(1).padStart(6))
    .join(' ');
}
