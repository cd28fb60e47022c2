/**
 * One stem for the forms of a word, so that `withdrew`, `withdrawing` and `withdraws` meet.
 * Regular endings are Porter's (the `stemmer` package), irregular forms are a list.
 */
import { stemmer } from 'stemmer';
import { IRREGULAR } from './english/irregular.ts';
import { remember } from './remember.ts';

/** The stem of a folded word. Numbers and words of up to three letters stay as they are. */
export const stem: (word: string) => string = remember((word) => {
  const base = IRREGULAR.get(word) ?? word;
  return base.length <= 3 || /^\d/.test(base) ? base : stemOf(base);
});

/** Who does a thing is not the thing: Porter would make `commander` and `command` one. */
function stemOf(word: string): string {
  const stemmed = stemmer(word);
  return word === `${stemmed}er` || word === `${stemmed}or` ? word : stemmed;
}
