/** What the vocabulary names as the scope is an entity's id or a plain word, not a misspelt id. */
import type { Draft } from '../draft.ts';
import { didYouMean } from '../nearest.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

const PLAIN_WORDS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’.]*$/u;

export function scopeWords(draft: Draft): Finding[] {
  if (!draft.isWhole) return [];
  const names = draft.entities.flatMap(({ value }) => [value.name, ...value.spellings]);
  const known = new Set([...draft.ids.entities.keys(), ...names]);
  return draft.vocabularies.flatMap(({ value, at }) =>
    value.scope.flatMap((entry, index) => {
      if (known.has(entry) || PLAIN_WORDS.test(entry)) return [];
      const mend = didYouMean(entry, known, 'write the id of an entity, or a plain word');
      return [{ at: at('scope', index), message: `${quote(entry)} is no entity and no plain word`, mend }];
    }),
  );
}
