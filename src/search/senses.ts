/**
 * Words of two senses, of which the grammar around them says which is meant. In `are any soldiers left` nobody has
 * gone: `left` is what remains there, while in `have the soldiers left` it is what they did.
 */
import { CONJUNCTIONS, PREPOSITIONS, QUESTION_WORDS } from './english/words.ts';
import type { Token } from './tokens.ts';

/** The tokens with `remaining` for each `left` that means it, and `success` for what succeeds nobody. */
export function withSenses(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => text === 'left' || SUCCEEDING.has(text))) return tokens;
  return tokens.map((token, at) => {
    if (token.text === 'left' && isRemaining(tokens, at)) return { ...token, text: 'remaining' };
    // `did the talks succeed`, but `who succeeded the mayor`.
    return SUCCEEDING.has(token.text) && !hasObject(tokens, at) ? { ...token, text: 'success' } : token;
  });
}

const SUCCEEDING = new Set(['succeed', 'succeeds', 'succeeded', 'succeeding']);

function isRemaining(tokens: readonly Token[], at: number): boolean {
  if (hasObject(tokens, at)) return false;
  const clause = clauseBefore(tokens, at);
  const before = clause.at(-1) ?? '';
  // `are left` and `are being left` are what they are in every clause.
  if (BEING.has(before) || before === 'being' || before === 'been') return false;
  if (HAVING.has(before)) return clause.slice(0, -1).some((word) => DOING.has(word));
  if (CONTRACTED.has(before)) return true;
  const quantified = clause.findIndex((word) => QUANTIFYING.has(word));
  const verb = clause.findIndex((word) => BEING.has(word) || HAVING.has(word));
  // `are the soldiers left`, `has it any soldiers left`; `which base was it they left` has a subject of its own.
  if (verb >= 0) return quantified > verb || (PRESENT.has(clause[verb] ?? '') && verb === 0);
  return false;
}

/** `left the base`, `left Rome`: what was left stands behind it. */
function hasObject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text;
  const isLast = next === undefined || tokens[at]?.closes === true;
  return !isLast && !PREPOSITIONS.has(next) && !CONJUNCTIONS.has(next) && !PLACING.has(next);
}

/** The words from the beginning of the clause. */
function clauseBefore(tokens: readonly Token[], at: number): string[] {
  const start = tokens.findLastIndex(
    ({ text, closes }, index) =>
      index < at && (closes || CONJUNCTIONS.has(text) || (QUESTION_WORDS.has(text) && index > 0)),
  );
  // `tell me whats left`: the verb is in it.
  const from = CONTRACTED.has(tokens[start]?.text ?? '') ? start : start + 1;
  return tokens.slice(from, at).map(({ text }) => text);
}

const BEING = new Set(['is', 'are', 'was', 'were', 'be', 'arent', 'isnt', 'wasnt', 'werent']);
const PRESENT = new Set(['is', 'are', 'arent', 'isnt']);
const HAVING = new Set(['have', 'has', 'had', 'got']);
const DOING = new Set(['do', 'does', 'did', 'will']);
const CONTRACTED = new Set(['whats', 'whos', 'theres']);
const QUANTIFYING = new Set(
  'any anyone anybody anything no nobody nothing none some there many much few'.split(' '),
);
const PLACING = new Set('there here now today still then already'.split(' '));
