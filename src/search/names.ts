/**
 * Names that look like words of grammar: `IS` and is, `US` and us. Evidence in the sentence decides.
 *
 * Capitals decide where the writer uses them at all. Without capitals, a name is believed where grammar has
 * no use for the word: `from is` and `did is` cannot be the verb, `the us` and `us troops` cannot be the pronoun.
 */
import { AUXILIARIES, PREPOSITIONS, PRONOUNS } from './english/words.ts';
import type { Token } from './tokens.ts';

/** After these verbs `us` is the people asking. */
const GIVING = new Set([
  'let',
  'tell',
  'give',
  'show',
  'help',
  'send',
  'remind',
  'teach',
  'ask',
  'brief',
  'update',
]);
/** After these, with nothing to describe behind it, `us` is the people asking. */
const TOWARDS = new Set(['for', 'to', 'of', 'all', 'both']);
/** Verbs whose object is an enemy: `fight is` is no verb after a verb. */
const FIGHTING = new Set(
  'fight fights fighting fought defeat defeats defeated beat beats force forced forcing combat battle target targeted bomb bombed strike struck counter countering topple crush oust hit anti'.split(
    ' ',
  ),
);

/** Whether the words of grammar that start here are meant as a name. */
export function isNameHere(tokens: readonly Token[], at: number, length: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isAcronym(token.raw) && !isShouting(tokens)) return true;
  if (length > 1) return false;
  if (AUXILIARIES.has(token.text)) return isNamedLikeVerb(tokens, at);
  if (PRONOUNS.has(token.text)) return isNamedLikePronoun(tokens, at);
  return false;
}

/** `US`, `U.S.` and `u.s.`, but not `Us`. */
function isAcronym(raw: string): boolean {
  return /^\p{Lu}{2,}$/u.test(raw) || /^\p{L}\.\p{L}/u.test(raw);
}

/** A text in capitals throughout says nothing by them. */
function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /\p{L}{2}/u.test(token.raw));
  const loud = words.filter((token) => token.raw === token.raw.toUpperCase());
  return words.length >= 3 && loud.length / words.length > 0.7;
}

/** Written as a name, inside a sentence whose other words are not: `War` in `who wrote War and Peace`. */
export function isCapitalised(tokens: readonly Token[], at: number): boolean {
  const isInside = at > 0 && tokens[at - 1]?.closes !== true;
  if (!isInside || !CAPITALISED.test(tokens[at]?.raw ?? '')) return false;
  const plain = tokens.filter(({ raw }) => /^\p{Ll}{4}/u.test(raw)).length;
  const capital = tokens.filter(({ raw }) => CAPITALISED.test(raw)).length;
  return plain > 0 || capital <= 3;
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

function isNamedLikeVerb(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before !== undefined && !before.closes) {
    if (before.joined || before.text === 'the') return true;
    // `which force is` and `what size of force is` have a noun there.
    const second = tokens[at - 2]?.text ?? '';
    const isNoun = NOUN_BEFORE.has(second) || PREPOSITIONS.has(second);
    const isVerb = FIGHTING.has(before.text) && !isNoun;
    if (AUXILIARIES.has(before.text) || isVerb) return true;
    if (PREPOSITIONS.has(before.text) && !ENDS_A_VERB.has(before.text)) return true;
  }
  return after !== undefined && PAST_AUXILIARIES.has(after.text);
}

const NOUN_BEFORE = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'which',
  'what',
  'whose',
  'its',
  'their',
  'our',
]);

/** Particles that close a verb: in `the place they went to is` the verb follows. */
const ENDS_A_VERB = new Set(['in', 'on', 'up', 'out', 'off', 'near', 'like', 'to', 'at', 'about', 'for']);
const PAST_AUXILIARIES = new Set(['was', 'were', 'had', 'has', 'did']);

function isNamedLikePronoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token?.text !== 'us') return false;
  if (before === undefined || before.closes) return true;
  if (GIVING.has(before.text)) return false;
  const describes = after !== undefined && !token.closes && !isGrammar(after.text);
  return describes || !TOWARDS.has(before.text);
}

function isGrammar(word: string): boolean {
  return (
    AUXILIARIES.has(word) || PREPOSITIONS.has(word) || PRONOUNS.has(word) || word === 'and' || word === 'or'
  );
}
