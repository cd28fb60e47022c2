/**
 * A question as the engine sees it: what is asked, and which pieces of it an answer must explain.
 */
import { isEnglish } from '../search/english/dictionary.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS, QUESTION_WORDS } from '../search/english/words.ts';
import { isCapitalised } from '../search/names.ts';
import type { Item, Reading } from '../search/reader.ts';
import { cleanText, tokenise } from '../search/tokens.ts';
import { holdAlternatives } from './alternatives.ts';
import type { CompiledBase } from './compile.ts';
import { type Excluded, isSetAside, markExcluded, readExcluded } from './excluded.ts';
import { type Asked, isOpener, isSpent, readAsked } from './question-kind.ts';
import { asksForWords, spokenWords } from './speakers.ts';
import { EXCLUDED_WEIGHT, LOOSE_WEIGHT, QUANTITY_WEIGHT, SCOPE_WEIGHT, SOFT_WEIGHT } from './weights.ts';

/** A piece of the question with its weight. An answer must explain every `hard` one. */
export interface Piece {
  readonly item: Item;
  readonly weight: number;
  readonly isHard: boolean;
  /** An everyday word that the whole base lacks: it may only be another way of putting things. */
  readonly isLoose: boolean;
}

export interface Question {
  readonly text: string;
  readonly reading: Reading;
  readonly asked: Asked;
  readonly pieces: readonly Piece[];
  /** What is counted or chosen, in `how many soldiers` and `which base`. */
  readonly focus: readonly Item[];
  /** What stands around an `or`: one of these must be explained, not all. */
  readonly alternatives: ReadonlySet<Piece>;
  /** What it sets aside: `apart from the bridge, what …`. */
  readonly excluded?: Excluded;
}

/** Reads a question against a base. */
export function readQuestion(text: string, compiled: CompiledBase): Question {
  const reading = compiled.readQuestion(text);
  const words = reading.tokens.map((token) => token.text);
  const asked = readAsked(words);
  const dropped = compiled.ingredients.chatter ? chatterTokens(reading, compiled) : new Set<number>();
  for (const at of ignoredTokens(words, compiled)) dropped.add(at);
  for (const at of preambleTokens(text, reading, asked)) dropped.add(at);
  // `okay and what began on Monday`
  for (let at = 0; isOpener(words[at] ?? '') && at < words.length - 2; at += 1) dropped.add(at);
  const excluded = knownExcluded(reading, compiled);
  for (const at of excluded?.spent ?? []) dropped.add(at);
  const spoken = asksForWords(reading) ? spokenWords(reading, compiled.entities) : undefined;
  const pieces = [...markExcluded(reading.items, excluded), ...(spoken === undefined ? [] : [spoken])]
    .filter((item) => item.kind !== 'chat' && !dropped.has(item.at) && !isSpent(asked, item.at, item.length))
    .map((item) => weigh(item, compiled, words))
    .map((piece) => (isOwned(piece.item, reading.items, words) ? { ...piece, isHard: false } : piece))
    .map((piece) =>
      isSetAside(piece.item)
        ? { ...piece, isHard: false, weight: EXCLUDED_WEIGHT / (excluded?.items.length ?? 1) }
        : piece,
    )
    .map((piece) =>
      isAskedFor(piece.item, asked) || isCapitalised(reading.tokens, piece.item.at)
        ? { ...piece, isLoose: false }
        : piece,
    );
  const focus = findFocus(asked, reading.items, words);
  // `which came first, the ban or the cracks?` asks of both.
  const held = asked.isSeveral
    ? { pieces, alternatives: new Set<Piece>() }
    : holdAlternatives(words, pieces, ({ item }) => isKnown(item, compiled));
  return { text, reading, asked, ...held, focus, ...(excluded !== undefined && { excluded }) };
}

/** `who else besides Ottoline signed it` takes for granted that she did: what the base has nowhere is not set aside. */
function knownExcluded(reading: Reading, compiled: CompiledBase): Excluded | undefined {
  const excluded = readExcluded(reading);
  return excluded?.items.every((item) => isKnown(item, compiled)) === true ? excluded : undefined;
}

/**
 * `need this for a meeting in 5 min: why …`: what stands before a colon and a question, and names nothing. In `the
 * pact of May: what does it foresee` it is what the question asks about.
 */
function preambleTokens(text: string, { items, tokens }: Reading, { kinds, isYesNo }: Asked): number[] {
  const preamble = /^[^:?]{3,100}:\s/.exec(cleanText(text))?.[0];
  if (preamble === undefined || (kinds.length === 0 && !isYesNo)) return [];
  const length = tokenise(preamble).length;
  // `for the timeline: when …` is what it is for.
  const isPurpose = tokens[0]?.text === 'for';
  const isBare =
    !takesUp(tokens.slice(length)) &&
    items.every(({ at, isName, kind }) => at >= length || !(isName || (kind === 'concept' && !isPurpose))) &&
    length < tokens.length - 1;
  return isBare ? Array.from({ length }, (_, at) => at) : [];
}

/** Whether words speak of somebody or something that was named before them. */
export function takesUp(tokens: Reading['tokens']): boolean {
  return tokens.some(({ text }) => TAKING_UP.has(text));
}

const TAKING_UP = new Set(['it', 'its', 'they', 'them', 'their', 'he', 'him', 'his', 'she', 'her', 'there']);

/** In `the council of Anholt` it is Anholt's, whatever council `the council` means elsewhere. */
function isOwned(item: Item, items: readonly Item[], words: readonly string[]): boolean {
  const end = item.at + item.length;
  const isEntity = item.isName && item.terms.some((term) => term.startsWith('e:'));
  return isEntity && words[end] === 'of' && items.some(({ at, isName }) => isName && at === end + 1);
}

/** `how many barrels`, `which commander`: what is asked for is never overlooked. */
function isAskedFor({ at }: Item, { focusAt }: Asked): boolean {
  return focusAt !== undefined && at >= focusAt && at <= focusAt + 1;
}

/** What a question was about, one string a piece: its alternatives joined by a bar. */
export function termsOf({ pieces }: Question): string[] {
  const items = pieces.map(({ item }) => item).filter((item) => item.terms.length > 0 && !isSetAside(item));
  return [...new Set(items.map(({ terms }) => terms.join('|')))];
}

/** Whether the base knows any of the words in question; without one, nothing was asked of it. */
export function hasSubstance(question: Question, compiled: CompiledBase): boolean {
  if (asksOfReport(question, compiled)) return true;
  return question.pieces.some(
    ({ item, isHard }) =>
      (isHard || item.kind === 'concept') && (isKnown(item, compiled) || item.quantity?.kind === 'date'),
  );
}

/** `which years does the report mention`: of nothing in particular, but of what a report says. */
function asksOfReport({ asked, reading }: Question, { scope, entities }: CompiledBase): boolean {
  const isReport = (term: string): boolean =>
    scope.has(term) && term.startsWith('e:') && entities.get(term.slice(2))?.kind === 'thing';
  const asks = asked.kinds.length > 0 || asked.isSeveral;
  return asks && reading.items.some(({ terms }) => terms.some(isReport));
}

/** `youre pretty useful`, `are you a person`: said or asked of the bot, unless it names or counts something. */
export function isAboutBot({ reading, asked, pieces, text }: Question): boolean {
  const asks = asked.kinds.length > 0 || asked.isYesNo || text.includes('?');
  const line = reading.tokens.map((token) => token.text).join(' ');
  const isSpokenTo = asks ? ASKS_BOT.test(line) : SECOND_PERSON.has(reading.tokens[0]?.text ?? '');
  if (!isSpokenTo && !OF_BOT.test(line)) return false;
  return pieces.every(({ item, isHard }) => !isHard || (!item.isName && item.quantity === undefined));
}

const ASKS_BOT =
  /^(?:so |hey |hi |ok |wait |and )*(?:(?:are|r|were) (?:you|u) (?:a|an|the|some|just|really) |(?:what|whats|who|whos|how|where|wheres) (?:is |are |r )?(?:you|u|your|ur)\b|how (?:do|would|can) (?:you|u|i|we|one) (?:say|spell|pronounce|translate)\b)/;
/** What a bot is made of, or goes by. */
const OF_BOT =
  /\b(?:your|ur) (?:\w+ )?(?:rules?|instructions?|prompts?|tokens?|programming|guidelines|configuration|password|secrets?|developers?|owner|creator|maker)\b/;
const SECOND_PERSON = new Set('you youre your u ur youve youll youd'.split(' '));

function isKnown(item: Item, { knows, scope }: CompiledBase): boolean {
  return (
    item.terms.some((term) => knows(term) || scope.has(term)) ||
    (item.parts.length > 0 && item.parts.every((terms) => terms.some(knows)))
  );
}

/** What a piece weighs, and whether it must be explained. */
export function weigh(item: Item, compiled: CompiledBase, words: readonly string[]): Piece {
  if (item.kind === 'quantity') {
    const isHard = !isSmallCount(item) && !isReckoned(words, item) && !isListed(words, item);
    return { item, weight: isHard ? QUANTITY_WEIGHT : SOFT_WEIGHT, isHard, isLoose: false };
  }
  const isScope = item.terms.some((term) => compiled.scope.has(term));
  if (isScope) return { item, weight: SCOPE_WEIGHT, isHard: false, isLoose: false };
  const { index } = compiled;
  const known = item.terms.filter(compiled.knows);
  const rarity = Math.min(...(known.length > 0 ? known : item.terms).map((term) => index.idf(term)));
  const weight = Math.max(0.15, rarity / index.idf(''));
  if (item.kind === 'soft' || isEdge(item, words))
    return { item, weight: weight * SOFT_WEIGHT, isHard: false, isLoose: false };
  const isMissing = item.terms.some((term) => compiled.missing.has(term));
  const isLoose = item.kind === 'word' && !isMissing && isEnglish(item.text.toLowerCase());
  return { item, weight: isLoose ? weight * LOOSE_WEIGHT : weight, isHard: true, isLoose };
}

/** `two bases`, `both aims`: a count of what is listed, not a fact to be checked, as `two years` is. */
function isSmallCount({ quantity }: Item): boolean {
  return quantity?.kind === 'number' && quantity.value <= 4 && quantity.days === undefined;
}

/** `which three years`, `give the two dates`: counts what is listed, and lasts no time. */
function isListed(words: readonly string[], { at, quantity }: Item): boolean {
  if (quantity?.kind !== 'number' || quantity.value > 4) return false;
  const [before = '', second = ''] = [words[at - 1], words[at - 2]];
  return /^(?:which|what|these|those|all)$/.test(before) || (before === 'the' && LISTING.has(second));
}

const LISTING = new Set(['give', 'name', 'list', 'tell', 'are', 'were', 'what']);

/** `after the end of the ferry service`, `since the start of the repairs`: only places what follows in time. */
function isEdge({ at }: Item, words: readonly string[]): boolean {
  const before = words[at - 1] === 'the' ? words[at - 2] : words[at - 1];
  return EDGES.has(words[at] ?? '') && words[at + 1] === 'of' && PLACED_BY.has(before ?? '');
}

const EDGES = new Set(['end', 'start', 'beginning', 'close', 'outset', 'onset']);
const PLACED_BY = new Set(['after', 'before', 'since', 'between', 'until', 'till', 'from', 'following']);

/** `we go to print on Friday` claims nothing. */
const isWeekday = ({ quantity }: Item): boolean =>
  quantity?.kind === 'date' && quantity.date.weekday !== undefined && Object.keys(quantity.date).length === 1;

/** `some seven years ago`, `on air in 5 min`: reckoned from now, not said by a report. */
function isReckoned(words: readonly string[], { at, length, quantity }: Item): boolean {
  const next = words[at + length] ?? '';
  const isTime = quantity?.kind === 'number' && quantity.days !== undefined;
  return CLOCK.has(next) || (isTime && RECKONED.has(next));
}

/** What desks count in; reports seldom do. */
const CLOCK = new Set(['min', 'mins', 'minutes', 'minute', 'sec', 'secs', 'seconds', 'pm', 'am', 'oclock']);
const RECKONED = new Set(['ago', 'back', 'earlier', 'later', 'before', 'after', 'on']);

/**
 * In `how many members does it have` only the members are counted: what follows the verb is not. In `how many
 * stayed` nothing is, and the question leaves open what it counts.
 */
export function findFocus(
  { focusAt, kinds }: Asked,
  items: readonly Item[],
  words: readonly string[],
): Item[] {
  if (focusAt === undefined) return [];
  // In `how many of the harbour's ferries` a name may begin with its article.
  const isPart = words[focusAt] === 'of' && DETERMINERS.has(words[focusAt + 1] ?? '');
  const from = isPart ? focusAt + 1 : focusAt;
  const verb = words.findIndex((word, at) => at >= from && AUXILIARIES.has(word));
  const end = Math.min(from + (isPart ? 4 : 3), verb < 0 ? words.length : verb);
  const focus = items.filter(({ at, kind }) => at >= from && at < end && kind !== 'quantity');
  const isCounted = focus.some(({ isName }) => isName) || words.slice(from, end).some(isPlural);
  return isCounted || !kinds.includes('how-many') ? focus : [];
}

/** `soldiers`, `people`: what can be counted. */
export const isPlural = (word: string): boolean => /[^s]s$/.test(word) || PLURALS.has(word);
const PLURALS = new Set(
  'people men women children personnel staff aircraft police cattle folk infantry'.split(' '),
);

/**
 * Chat around the question (`my boss is asking …`, `…, feels like forever`): stretches that know nothing of the
 * subject and speak in the words of chat, beside one that does. A stretch that begins like part of a sentence
 * (`after the summit, …`) is none.
 */
function chatterTokens(reading: Reading, compiled: CompiledBase): Set<number> {
  const stretches = splitStretches(reading).map((stretch) => ({
    ...stretch,
    items: reading.items.filter((item) => item.at >= stretch.from && item.at < stretch.to),
  }));
  const isOurs = (items: readonly Item[]): boolean =>
    items.some((item) => item.kind !== 'chat' && item.kind !== 'soft' && isKnown(item, compiled));
  // `I heard 5,000, how many are there?` is to be set right, not passed over.
  const words = reading.tokens.map(({ text }) => text);
  const isClaim = (item: Item): boolean =>
    item.quantity !== undefined && !isSmallCount(item) && !isReckoned(words, item) && !isWeekday(item);
  const dropped = new Set<number>();
  if (!stretches.some(({ items }) => isOurs(items))) return dropped;
  for (const { from, to, items } of stretches) {
    if (isOurs(items) || items.some(isClaim) || !looksLikeChat(reading, from, to, items)) continue;
    for (let at = from; at < to; at += 1) dropped.add(at);
  }
  return dropped;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const TURNING = new Set(['but', 'because', 'cos', 'cuz', 'bc', 'so']);

/** Splits at punctuation, before a question word and before `but`. */
function splitStretches({ tokens }: Reading): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    const starts =
      at > from &&
      (TURNING.has(token.text) ||
        (QUESTION_WORDS.has(token.text) && !PREPOSITIONS.has(tokens[at - 1]?.text ?? '')));
    if (starts) {
      stretches.push({ from, to: at });
      from = at;
    }
    if (token.closes) {
      stretches.push({ from, to: at + 1 });
      from = at + 1;
    }
  });
  if (from < tokens.length) stretches.push({ from, to: tokens.length });
  return stretches.filter((stretch) => stretch.to > stretch.from);
}

const FIRST_PERSON = new Set('i im ive id ill my me we our us you u your mine'.split(' '));
/** A stretch that begins so belongs to the question: `after the summit, who …`. */
const SUBORDINATING = new Set(
  'after before during since until till despite given following amid without with when while if as unless once'.split(
    ' ',
  ),
);

function looksLikeChat({ tokens }: Reading, from: number, to: number, items: readonly Item[]): boolean {
  const words = tokens.slice(from, to).map((token) => token.text);
  const first = words[0] ?? '';
  if (QUESTION_WORDS.has(first) || SUBORDINATING.has(first)) return false;
  if (AUXILIARIES.has(first) && !FIRST_PERSON.has(words[1] ?? '') && !FIRST_PERSON.has(first)) return false;
  // Nor is what is only named: `Congress, did it agree` asks about Congress.
  if (to - from <= 2 && items.length > 0 && items.every(({ kind }) => kind !== 'soft' && kind !== 'chat'))
    return false;
  // A name the base does not know is never chat.
  return items.every(({ kind, text }) => kind !== 'word' || isEnglish(text.toLowerCase()));
}

function ignoredTokens(words: readonly string[], { ignored }: CompiledBase): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const match = ignored.match(words, at);
    for (let next = at; next < at + (match?.length ?? 0); next += 1) found.push(next);
  }
  return found;
}
