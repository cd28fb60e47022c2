/**
 * The part of a message that asks, behind the talk that leads up to it: `my boss just yelled at me, who signed it?`
 *
 * What stands before a question may narrow it (`in the other harbour, who signed it?`), so it is taken for talk
 * only where it speaks of the person or in the words of chat, and names, dates, counts and places nothing.
 */
import { isEnglish } from '../search/english/dictionary.ts';
import { AUXILIARIES, BELIEVED, CHAT, PREPOSITIONS, QUESTION_WORDS } from '../search/english/words.ts';
import { cleanText, tokenise } from '../search/tokens.ts';
import type { CompiledBase } from './compile.ts';
import { readAsked } from './question-kind.ts';

/** Where a question may begin: after the end of a clause, after `but`, or with a word that asks. */
const BEGINNINGS = /(?<=[?!.,;:]\s+|\s-\s+)(?=\S)|\s+(?=but\s)|(?<=\sbut\s)|\s+(?=wh\p{L}+\s|how\s)/giu;
/** Nobody talks around a question any longer than this many clauses. */
const MAX_BEGINNINGS = 12;

/** The questions that may be all that is asked, the longest first; none where nothing before them is mere talk. */
export function askingParts(text: string, compiled: CompiledBase): readonly string[] {
  return splitBeforeQuestion(text)
    .filter(({ before }) => isTalk(before, compiled))
    .map(({ part }) => part);
}

/** What somebody has heard or believes, and the question they put to it. */
export interface Remarked {
  readonly remark: string;
  readonly part: string;
}

/**
 * `my flatmate swears the bridge is up north, where is it really?`: nobody vouches for what was heard, so it need not
 * be explained; it only says whom the question means.
 */
export function questionsToRemark(text: string): readonly Remarked[] {
  return splitBeforeQuestion(text)
    .filter(({ before }) => tokenise(before).some((token) => HEARSAY.has(token.text)))
    .map(({ before, part }) => ({ remark: before, part }));
}

const HEARSAY = new Set([
  ...BELIEVED,
  ...'think thinks thinking hear hears hearing read reading saw says saying told tells keeps'.split(' '),
]);

function splitBeforeQuestion(text: string): { before: string; part: string }[] {
  const cleaned = cleanText(text);
  const starts = [...cleaned.matchAll(BEGINNINGS)].slice(0, MAX_BEGINNINGS).map(({ index }) => index);
  return starts
    .map((start) => ({ before: cleaned.slice(0, start), part: cleaned.slice(start).trim() }))
    .filter(({ part }) => asks(part));
}

function asks(part: string): boolean {
  const words = tokenise(part).map((token) => token.text);
  const [first = ''] = words;
  if (words.length < 3 || !(QUESTION_WORDS.has(first) || AUXILIARIES.has(first))) return false;
  const { kinds, isYesNo } = readAsked(words);
  return isYesNo || kinds.length > 0;
}

/** The person who asks; `we` and `us` may be those of whom is asked. */
const ASKER = new Set('i im ive id ill my me mine myself u'.split(' '));
/** A clause that begins so belongs to the question, or is one. */
const BELONGING = new Set([
  ...PREPOSITIONS,
  ...QUESTION_WORDS,
  'given',
  'while',
  'if',
  'as',
  'once',
  'because',
  'unless',
]);

function isTalk(before: string, compiled: CompiledBase): boolean {
  const { tokens, items } = compiled.readQuestion(before);
  if (!tokens.some(({ text }) => ASKER.has(text) || CHAT.has(text))) return false;
  const opensClause = (at: number): boolean => at === 0 || tokens[at - 1]?.closes === true;
  if (tokens.some(({ text }, at) => opensClause(at) && BELONGING.has(text))) return false;
  return items.every(
    ({ isName, quantity, kind, text }) =>
      !isName && quantity === undefined && (kind !== 'word' || isEnglish(text.toLowerCase())),
  );
}
