/** Words that are known whatever the base: those of grammar, and those of chat, numbers and the calendar. */
import { MONTHS, MULTIPLIERS, NUMBER_WORDS, WEEKDAYS } from './english/calendar.ts';
import {
  AUXILIARIES,
  CHAT,
  CONJUNCTIONS,
  DETERMINERS,
  NEGATIONS,
  PREPOSITIONS,
  PRONOUNS,
  QUESTION_WORDS,
  SOFT,
} from './english/words.ts';

const GRAMMAR: ReadonlySet<string> = new Set([
  ...AUXILIARIES,
  ...PREPOSITIONS,
  ...PRONOUNS,
  ...DETERMINERS,
  ...CONJUNCTIONS,
  ...QUESTION_WORDS,
  ...NEGATIONS,
]);
const PLAIN: ReadonlySet<string> = new Set([
  ...SOFT,
  ...CHAT,
  ...MONTHS.keys(),
  ...NUMBER_WORDS.keys(),
  ...MULTIPLIERS.keys(),
  ...WEEKDAYS,
]);

/** Words of grammar, which are never looked up or repaired. */
export function isFunctionWord(word: string): boolean {
  return GRAMMAR.has(word);
}

/** Those, and words of chat, numbers and the calendar: none of them is a typing error. */
export function isPlainEnglish(word: string): boolean {
  return GRAMMAR.has(word) || PLAIN.has(word);
}
