/**
 * The part of a message that asks, out of the talk around it: `my boss just yelled at me, who signed it?`
 *
 * What stands before a question may narrow it (`in the other harbour, who signed it?`), so it is taken for talk
 * only where it speaks of the person or in the words of chat, and names, dates and counts nothing of the subject.
 */
import { isEnglish } from '../search/english/dictionary.ts';
import { AROUND_ASKER } from '../search/english/talk.ts';
import { AUXILIARIES, BELIEVED, CHAT, PREPOSITIONS, QUESTION_WORDS } from '../search/english/words.ts';
import type { Quantity } from '../search/quantities.ts';
import type { Item } from '../search/reader.ts';
import { cleanText, tokenise } from '../search/tokens.ts';
import type { CompiledBase } from './compile.ts';
import { readAsked } from './question-kind.ts';

/** Where a question may begin: after the end of a clause, after `to know` and `but`, or with a word that asks. */
const BEGINNINGS =
  /(?<=[?!.,;:]\s+|\s-\s+|\sto know\s+)(?=\S)|\s+(?=but\s)|(?<=\sbut\s)|\s+(?=wh\p{L}+\s|how\s)/giu;
/** Nobody talks around a question any longer than this many clauses. */
const MAX_BEGINNINGS = 12;

/** In characters; what is pasted is longer, and cutting it in every way would take long. */
const MAX_TALK = 1000;

/** The questions that may be all that is asked, the longest first; none where nothing around them is mere talk. */
export function askingParts(text: string, compiled: CompiledBase): readonly string[] {
  if (text.length > MAX_TALK) return [];
  const talked = splitBeforeQuestion(text).filter(({ before }) => isTalk(before, compiled));
  const parts = talked.map(({ part }) => part);
  return [text, ...parts].flatMap((part) => withoutTail(part, compiled) ?? []).concat(parts);
}

/** What leads up to a question, and the question. */
export interface Remarked {
  readonly remark: string;
  readonly part: string;
}

/**
 * `my flatmate swears the bridge is up north, where is it really?`: nobody vouches for what was heard, and nobody asks
 * about what the person is busy with. It need not be explained; it only says whom the question means.
 */
export function questionsToRemark(text: string): readonly Remarked[] {
  if (text.length > MAX_TALK) return [];
  return splitBeforeQuestion(text)
    .filter(({ before }) => {
      const words = tokenise(before).map((token) => token.text);
      return words.some((word) => HEARSAY.has(word)) || speaksOfAsker(words);
    })
    .map(({ before, part }) => ({ remark: before, part }));
}

const HEARSAY = new Set([
  ...BELIEVED,
  ...'think thinks thinking hear hears hearing read reading saw says said saying writes wrote written posted tweeted told tells keeps'.split(
    ' ',
  ),
]);

/**
 * `my boss swears it was opened in 1981, is he right?`: what is claimed, as somebody would put it who has only heard it.
 * Whose claim it is, and that it is to be judged, need no explaining. Undefined where nobody is asked to judge.
 */
export function claimOf(text: string): string | undefined {
  if (text.length > MAX_TALK) return undefined;
  const cleaned = cleanText(text).replace(/\s+/gu, ' ').trim();
  const judged = cleaned.replace(VERDICT, '');
  const claim = judged.replace(CLAIMED, '').replace(/[?.!,\s]+$/u, '');
  const words = tokenise(claim).map((token) => token.text);
  if (judged === cleaned || words.length < 3 || QUESTION_WORDS.has(words[0] ?? '')) return undefined;
  return `I heard ${claim}`;
}

/** Whoever says it: `my boss swears that`, `someone in the office keeps telling me`. */
const CLAIMED =
  /^(?:(?:so|but|hey|hi|ok|well|and)[, ]+)*(?:my|a|an|some|the|our|one|someone|somebody|people|everyone|everybody|he|she|they|i)\b[\w' ]{0,40}?\b(?:swears?|swore|claims?|claimed|insists?|insisted|reckons?|thinks?|thought|believes?|says?|said|tells?|told|telling|saying|heard|read|writes?|wrote|posted|tweeted)\b(?: (?:me|us|that))* /iu;
/** Whether it is so. */
const VERDICT =
  /[,.;:!?-]{1,3} (?:(?:and|so|but) )?(?:(?:is|are|was|can|could) (?:he|she|they|it|that|this|i|we) (?:be )?(?:really )?(?:right|correct|true|wrong|accurate|so)|(?:that|it|this) (?:can'?t|cannot) be (?:right|true|so)(?: can it)?|(?:is|isn'?t) (?:it|that)(?: so)?|(?:true|right|correct|really)(?: or (?:false|not|wrong))?|who(?:'?s| is) right|settle (?:this|that|it)(?: (?:for us|pls|please|now))*|yes or no)[?.! ]*$/iu;

function splitBeforeQuestion(text: string): { before: string; part: string }[] {
  const cleaned = cleanText(text);
  const starts = [...cleaned.matchAll(BEGINNINGS)].slice(0, MAX_BEGINNINGS).map(({ index }) => index);
  return starts
    .map((start) => ({ before: cleaned.slice(0, start), part: cleaned.slice(start).trim() }))
    .filter(({ part }) => asks(part));
}

/** `who ran the ferries before, asking for my podcast`: the question, where talk comes after it. */
function withoutTail(text: string, compiled: CompiledBase): string | undefined {
  const cleaned = cleanText(text);
  const ends = [...cleaned.matchAll(ENDS)].slice(-MAX_TAILS).map(({ index }) => index);
  const end = ends.find((at) => isTail(cleaned.slice(at + 1), compiled) && asks(cleaned.slice(0, at)));
  return end === undefined ? undefined : cleaned.slice(0, end);
}

/** Speaks of the asker, and asks nothing itself. */
function isTail(after: string, compiled: CompiledBase): boolean {
  const words = tokenise(after).map((token) => token.text);
  return speaksOfAsker(words) && !AUXILIARIES.has(words[0] ?? '') && isTalk(after, compiled);
}

/** Where a question may end before its message does. */
const ENDS = /[?!.,;:](?=\s)|\s-(?=\s)/gu;
const MAX_TAILS = 3;

function asks(part: string): boolean {
  const words = tokenise(part).map((token) => token.text);
  const [first = '', second = ''] = words;
  const opener = PREPOSITIONS.has(first) ? second : first;
  if (words.length < 3 || !(QUESTION_WORDS.has(opener) || AUXILIARIES.has(opener))) return false;
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

/** Speaks of the person who asks, of those for whom they ask, or of what they are at (`drafting a timeline, …`). */
const speaksOfAsker = (words: readonly string[]): boolean =>
  words.some((word) => ASKER.has(word) || AROUND_ASKER.has(word)) || AT_WORK.has(words[0] ?? '');
const AT_WORK = new Set(
  'writing drafting editing filing preparing prepping compiling captioning subbing updating checking working'.split(
    ' ',
  ),
);

/** `need one line on why …` counts nothing of the subject. */
const isFew = (quantity: Quantity): boolean =>
  quantity.kind === 'number' && quantity.value <= 2 && quantity.days === undefined;

/**
 * `been staring at this for an hour. when did …`: a sentence without anybody who does something, of nothing that the
 * base knows. `the bishop came. who …` may say whom the question means.
 */
function isAside(said: string, items: readonly Item[], { knows }: CompiledBase): boolean {
  const isOurs = ({ terms, kind }: Item): boolean => kind === 'concept' && terms.some(knows);
  const isStrange = ({ kind, text }: Item): boolean => kind === 'word' && !isEnglish(text);
  return (
    SUBJECTLESS.test(said) &&
    (/[.!?]\s*$/.test(said) || said.trim().split(/\s+/u).length <= MAX_SHORT) &&
    !items.some((item) => isOurs(item) || (item.at > 0 && isStrange(item)))
  );
}

/** In words; a longer clause before a comma may well belong to the question. */
const MAX_SHORT = 5;
const SUBJECTLESS =
  /^\s*(?:been|being|still|long|busy|late|another|no|not|such|tough|rough|crazy|almost|just|finally|back|fresh|half|so tired|too tired)\b/iu;

function isTalk(said: string, compiled: CompiledBase): boolean {
  const { tokens, items } = compiled.readQuestion(said);
  const words = tokens.map(({ text }) => text);
  const isTheirs = speaksOfAsker(words) || words.slice(-2).join(' ') === 'to know';
  if (!isTheirs && !words.some((word) => CHAT.has(word)) && !isAside(said, items, compiled)) return false;
  const opensClause = (at: number): boolean => at === 0 || tokens[at - 1]?.closes === true;
  if (words.some((word, at) => opensClause(at) && BELONGING.has(word))) return false;
  return items.every(
    ({ terms, isName, quantity, kind, text }) =>
      (quantity === undefined || isFew(quantity)) &&
      // `a reader in Lyon asks`: where the person is, or who they are, narrows nothing; what the base has a name for may.
      !(isName && terms.some(compiled.knows)) &&
      (isTheirs || kind !== 'word' || isEnglish(text.toLowerCase())),
  );
}
