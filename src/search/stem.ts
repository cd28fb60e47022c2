/**
 * One stem for the forms of a word, so that `withdrew`, `withdrawing` and `withdraws` meet.
 * Regular endings are Porter's (the `stemmer` package), irregular forms are a list.
 */
import { stemmer } from 'stemmer';
import { APART } from './english/apart.ts';
import { IRREGULAR } from './english/irregular.ts';
import { remember } from './remember.ts';

/** The stem of a folded word. Numbers and words of up to three letters stay as they are. */
export const stem: (word: string) => string = remember(findStem);

/** As `stem`, for those who remember what they make of it. */
export function findStem(word: string): string {
  const apart = APART.get(word);
  if (apart !== undefined) return apart;
  const base = IRREGULAR.get(word) ?? word;
  return base.length <= 3 || !CHANGEABLE.test(base) ? base : stemOf(base);
}

/** How all of Porter's endings end; numbers and most names end in none of them. */
const CHANGEABLE = /^\D.*[cdegilmnrstuy]$/;

/** Who does a thing is not the thing: Porter would make `commanders` and `command` one. */
function stemOf(form: string): string {
  const word = /[eo]rs$/.test(form) ? form.slice(0, -1) : form;
  const stemmed = stemmer(word);
  if (stemmed.length < MIN_STEM) return shortened(word);
  const isDoer = stemmed.length === word.length - 2 && /[eo]r$/.test(word) && word.startsWith(stemmed);
  return isDoer ? word : stemmed;
}

/** Two letters are no stem: Porter would make `used`, `useful` and `us` one. */
const MIN_STEM = 3;

/** `used`, `uses` and `using` of `use`, whose own stem is all of it. */
function shortened(word: string): string {
  if (/e[sd]$/.test(word)) return word.slice(0, -1);
  return word.endsWith('ing') ? `${word.slice(0, -3)}e` : word;
}
