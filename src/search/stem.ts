/**
 * One stem for the forms of a word, so that `withdrew`, `withdrawing` and `withdraws` meet.
 * Regular endings are Porter's (the `stemmer` package), irregular forms are a list.
 */
import { stemmer } from 'stemmer';
import { IRREGULAR } from './english/irregular.ts';

/** Stemming the same words again is the most frequent work of all; the cache is bounded. */
const MAX_CACHED = 50_000;
const cache = new Map<string, string>();

/** The stem of a folded word. Numbers and words of up to three letters stay as they are. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const base = IRREGULAR.get(word) ?? word;
  const result = base.length <= 3 || /^\d/.test(base) ? base : stemOf(base);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(word, result);
  return result;
}

/** Who does a thing is not the thing: Porter would make `commander` and `command` one. */
function stemOf(word: string): string {
  const stemmed = stemmer(word);
  return word === `${stemmed}er` || word === `${stemmed}or` ? word : stemmed;
}
