/**
 * Reads a text into its meaningful pieces: names and phrases as concepts, numbers and dates as quantities,
 * other words as stems, with misspelt words repaired. Facts and questions go through the same reader, so
 * that whatever the one says in other words meets the other.
 */

import { MONTHS, MULTIPLIERS, NUMBER_WORDS, WEEKDAYS } from './english/calendar.ts';
import { isPlaceName } from './english/places.ts';
import {
  AUXILIARIES,
  CHAT,
  CONJUNCTIONS,
  DETERMINERS,
  NEGATIONS,
  PREPOSITIONS,
  PRONOUNS,
  QUESTION_WORDS,
  SHORTHANDS,
  SOFT,
} from './english/words.ts';
import type { Lexicon, PhraseMatch } from './lexicon.ts';
import { isCapitalised, isNameHere } from './names.ts';
import { type Quantity, quantityTerms, readQuantity } from './quantities.ts';
import { remember } from './remember.ts';
import { withSenses } from './senses.ts';
import type { Speller } from './spelling.ts';
import { findStem } from './stem.ts';
import { cleanText, type Token, tokenise } from './tokens.ts';

/** How much a piece of text says: a concept of the lexicon, another word, or a shade of meaning. */
export type ItemKind = 'concept' | 'word' | 'soft' | 'chat' | 'quantity';

/** A piece of a text that means something. */
export interface Item {
  readonly kind: ItemKind;
  /** As it was typed. */
  readonly text: string;
  /** Index of its first token, and how many it takes. */
  readonly at: number;
  readonly length: number;
  /** What it may stand for; any one of them explains it. */
  readonly terms: readonly string[];
  /** What each of its words may stand for alone, for when a phrase is explained word by word. */
  readonly parts: readonly (readonly string[])[];
  /** Names something: its words may then be explained one by one (`US troops`). */
  readonly isName: boolean;
  readonly quantity?: Quantity;
}

/** Everything a piece may stand for, as a whole or word by word. */
export function allTerms({ terms, parts }: Item): readonly string[] {
  return parts.length === 0 ? terms : [...terms, ...parts.flat()];
}

/** A word that was taken for another one. */
export interface Repaired {
  readonly typed: string;
  readonly read: string;
}

/** A text as the reader understood it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  readonly repaired: readonly Repaired[];
}

export interface ReaderOptions {
  readonly lexicon: Lexicon;
  /** Absent when reading the base itself, whose words are right by definition. */
  readonly speller?: Speller;
  /** The name that a word is another spelling of. */
  readonly findName?: (word: string) => string | undefined;
  /** Whether a word is ordinary English, so that it is not a misspelling of anything. */
  readonly isEnglish?: (word: string) => boolean;
}

/** The term of a plain word. */
export const wordTerm = (word: string): string => senseOf(word).terms[0];

/** What a word is, whatever stands around it. */
interface WordSense {
  /** Says nothing by itself: grammar, and days of the week. */
  readonly isPassedOver: boolean;
  readonly kind: ItemKind;
  readonly terms: readonly [string];
}

const senseOf = remember((word): WordSense => {
  const stemmed = findStem(word);
  const isSoft = SOFT.has(word) || (stemmed !== word && SOFT.has(stemmed));
  return {
    isPassedOver: GRAMMAR.has(word) || WEEKDAYS.has(word),
    kind: CHAT.has(word) ? 'chat' : isSoft ? 'soft' : 'word',
    terms: [`s:${stemmed}`],
  };
});

/** Repairing is the dearest step; nobody mistypes more words than this in a question meant to be answered. */
const MAX_REPAIRS = 16;
/** Words beyond this say nothing that the first ones did not. */
const MAX_TOKENS = 120;

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

const isPlainEnglish = (word: string): boolean => GRAMMAR.has(word) || PLAIN.has(word);

/** Reads one text. Never throws, and does a bounded amount of work whatever the text. */
export function readText(text: string, options: ReaderOptions): Reading {
  const all = tokenise(cleanText(text));
  const typed = all.length > MAX_TOKENS ? all.slice(0, MAX_TOKENS) : all;
  const repaired: Repaired[] = [];
  const tokens = withSenses(options.speller === undefined ? typed : repairTokens(typed, options, repaired));
  return { tokens, items: readItems(tokens, options.lexicon), repaired };
}

function repairTokens(typed: readonly Token[], options: ReaderOptions, repaired: Repaired[]): Token[] {
  let tries = 0;
  return typed.flatMap((token, at) => {
    const shorthand = SHORTHANDS.get(token.text);
    if (shorthand !== undefined) {
      repaired.push({ typed: token.raw, read: shorthand });
      return [{ ...token, text: shorthand }];
    }
    if (tries >= MAX_REPAIRS || isRight(token.text, options)) return [token];
    tries += 1;
    const words = repairWord(token.text, options);
    if (words === undefined || isLostName(typed, at, words, options)) return [token];
    repaired.push({ typed: token.raw, read: words.join(' ') });
    return words.map((word, index) => ({
      text: word,
      raw: word,
      closes: token.closes && index === words.length - 1,
      joined: token.joined && index === words.length - 1,
    }));
  });
}

/**
 * A name that the base does not know must not become another word: `did Vask sign` does not ask, `did Ottoline sign`
 * draws no outline, and `on Whit Monday` nothing is white.
 */
function isLostName(
  typed: readonly Token[],
  at: number,
  words: readonly string[],
  { lexicon }: ReaderOptions,
): boolean {
  const isName = words.some((word) => lexicon.nameWords.has(word));
  // The first half of a name with a hyphen may be a particle in a spelling of its own.
  if (!isName && typed[at]?.joined !== true && isCapitalised(typed, at)) return true;
  return words.every((word) => SOFT.has(word) || CHAT.has(word)) && words[0]?.[0] !== typed[at]?.text[0];
}

/** `singed` for `signed`: one that says something here, not just another word (`tired` for `tried`). */
function swappedFor(word: string, { lexicon, speller }: ReaderOptions): string | undefined {
  const swapped = speller?.swapped(word);
  return swapped !== undefined && lexicon.match([swapped], 0) !== undefined ? swapped : undefined;
}

function isRight(word: string, options: ReaderOptions): boolean {
  const { lexicon, speller, isEnglish } = options;
  return (
    /\d/.test(word) ||
    word.length < 3 ||
    isPlainEnglish(word) ||
    isPlaceName(word) ||
    ((speller?.has(word) === true || lexicon.words.has(word) || isEnglish?.(word) === true) &&
      swappedFor(word, options) === undefined)
  );
}

function repairWord(word: string, options: ReaderOptions): string[] | undefined {
  const { speller, lexicon, findName } = options;
  const calm = withoutDrawl(word, options) ?? swappedFor(word, options);
  if (calm !== undefined) return [calm];
  const name = withoutParticle(word, speller, lexicon);
  if (name !== undefined) return [name];
  const repair = speller?.repair(word);
  if (repair?.edits === 1) return [repair.word];
  const spelled = findName?.(word);
  if (spelled !== undefined) return [spelled];
  return splitJoined(word, speller, lexicon) ?? (repair === undefined ? undefined : [repair.word]);
}

/** `sooo` is `so`, and `freeee` is `free`: nobody draws a letter out by mistake. */
function withoutDrawl(word: string, options: ReaderOptions): string | undefined {
  if (!DRAWL.test(word)) return undefined;
  const shorter = [word.replace(DRAWLS, '$1$1'), word.replace(DRAWLS, '$1')];
  return shorter.find((one) => isPlainEnglish(one) || isRight(one, options));
}

const DRAWL = /(\p{L})\1{2}/u;
const DRAWLS = /(\p{L})\1{2,}/gu;

/** `vandijck` is `van Dijck`: a particle of names and a name, written as one. */
function withoutParticle(word: string, speller: Speller | undefined, lexicon: Lexicon): string | undefined {
  for (const particle of lexicon.particles) {
    const rest = word.slice(particle.length);
    if (particle === 'the' || rest.length < 4 || !word.startsWith(particle)) continue;
    if (lexicon.words.has(rest)) return rest;
    const repair = speller?.repair(rest);
    if (repair?.edits === 1 && lexicon.match([repair.word], 0)?.isName === true) return repair.word;
  }
  return undefined;
}

/** `troopsleft` is `troops left`: both halves are known, and one of them is a word of the base. */
function splitJoined(word: string, speller: Speller | undefined, lexicon: Lexicon): string[] | undefined {
  if (word.length < 6) return undefined;
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    const isOurs = halves.some((half) => half.length >= 4 && lexicon.match([half], 0) !== undefined);
    if (isOurs && halves.every((half) => isPlainEnglish(half) || speller?.has(half) === true)) return halves;
  }
  return undefined;
}

interface Stream {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly lexicon: Lexicon;
  /** Particles already read with their verb. */
  readonly taken: Set<number>;
}

function readItems(tokens: readonly Token[], lexicon: Lexicon): Item[] {
  const stream: Stream = { tokens, words: tokens.map((token) => token.text), lexicon, taken: new Set() };
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const item = stream.taken.has(at)
      ? undefined
      : (readPhrase(stream, at) ?? readSplitVerb(stream, at) ?? readPlain(stream, at));
    if (item !== undefined) items.push(item);
    at += item?.length ?? 1;
  }
  return items;
}

function readPhrase(stream: Stream, at: number): Item | undefined {
  const { tokens, words } = stream;
  const match = matchPhrase(stream, at);
  const quantity = readQuantity(tokens, at);
  // `two bases` is a number and a word; `Jan 29 deal` may be a phrase of the base.
  if (quantity !== undefined && quantity.length >= (match?.length ?? 0)) {
    const terms = quantityTerms(quantity.quantity);
    return { ...makeItem('quantity', stream, at, quantity.length, terms), quantity: quantity.quantity };
  }
  if (match === undefined) return undefined;
  const span = words.slice(at, at + match.length);
  if (span.every(isFunctionWord) && !isMeant(stream, at, match)) return undefined;
  // A group of words such as `still` and `at the moment` shades a question; a name never does.
  const isShade =
    !match.isName &&
    !isPhrasal(span) &&
    // `on the list` is a state of its own; `at the moment` only shades one.
    span[0] !== 'on' &&
    span.some((word) => SOFT.has(word)) &&
    span.every((word) => isFunctionWord(word) || SOFT.has(word));
  const item = makeItem(isShade ? 'soft' : 'concept', stream, at, match.length, match.terms, match.isName);
  return match.isWhole ? { ...item, parts: NO_PARTS } : item;
}

/**
 * In `signed on January 9` the `on` belongs to the date, whatever `sign on` means elsewhere; and so does the `over` of
 * `change over the years`.
 */
function matchPhrase({ tokens, words, lexicon }: Stream, at: number): PhraseMatch | undefined {
  const match = lexicon.match(words, at);
  const end = at + (match?.length ?? 0);
  if (match === undefined || match.length < 2 || !DATING.has(words[end - 1] ?? '')) return match;
  const isDated =
    readQuantity(tokens, end)?.quantity.kind === 'date' ||
    TIMES.has(words[words[end] === 'the' ? end + 1 : end] ?? '');
  return isDated ? lexicon.match(words.slice(0, end - 1), at) : match;
}

const DATING = new Set(['on', 'in', 'at', 'by', 'over']);
const TIMES = new Set(['years', 'time', 'decades', 'months', 'weeks', 'days', 'course']);

/**
 * Words of grammar that the lexicon knows as something else: names by the evidence for a name; others where two
 * stand together (`be over`), or one ends its clause (`when are they out?`).
 */
function isMeant({ tokens }: Stream, at: number, { length, isName }: PhraseMatch): boolean {
  if (isName) return isNameHere(tokens, at, length);
  const last = tokens[at + length - 1];
  const endsClause = last?.closes === true || at + length === tokens.length;
  return length > 1 || (endsClause && PREPOSITIONS.has(last?.text ?? ''));
}

/** `call off` means what neither word does. */
const isPhrasal = (span: readonly string[]): boolean => span.length > 1 && PARTICLES.has(span.at(-1) ?? '');
const PARTICLES = new Set([
  'off',
  'out',
  'up',
  'down',
  'over',
  'away',
  'back',
  'on',
  'in',
  'to',
  'of',
  'about',
  'than',
]);

/** `pulled their troops out`: the verb becomes the concept, the particle is taken with it. */
function readSplitVerb(stream: Stream, at: number): Item | undefined {
  const split = stream.lexicon.matchSplit(stream.words, at);
  if (split === undefined) return undefined;
  const { tokens } = stream;
  if (tokens.slice(at, split.particleAt).some((token) => token.closes)) return undefined;
  // In `gave the order to pull out` it belongs to the other verb.
  for (let next = at + 1; next < split.particleAt; next += 1) {
    const other = stream.lexicon.match(stream.words, next);
    if (other !== undefined && next + other.length > split.particleAt) return undefined;
  }
  const particle = tokens[split.particleAt];
  const isLast = particle?.closes === true || split.particleAt === tokens.length - 1;
  // In `where do they sit on the map` it belongs to the map.
  if (PLACING.has(particle?.text ?? '') && !isLast) return undefined;
  stream.taken.add(split.particleAt);
  return makeItem('concept', stream, at, 1, split.terms);
}

const PLACING = new Set(['in', 'on', 'to']);

function readPlain(stream: Stream, at: number): Item | undefined {
  const { isPassedOver, kind, terms } = senseOf(stream.words[at] ?? '');
  const text = stream.tokens[at]?.raw ?? '';
  return isPassedOver ? undefined : { kind, text, at, length: 1, terms, parts: NO_PARTS, isName: false };
}

function makeItem(
  kind: ItemKind,
  stream: Stream,
  at: number,
  length: number,
  terms: readonly string[],
  isName = false,
): Item {
  const span = stream.tokens.slice(at, at + length);
  return {
    kind,
    text: span.map((token) => token.raw).join(' '),
    at,
    length,
    terms,
    parts: isName ? readParts(span, stream.lexicon) : NO_PARTS,
    isName,
  };
}

const NO_PARTS: readonly (readonly string[])[] = [];

function readParts(span: readonly Token[], lexicon: Lexicon): string[][] {
  return span
    .filter((token) => !isFunctionWord(token.text))
    .map(({ text }) => [wordTerm(text), ...(lexicon.match([text], 0)?.terms ?? [])]);
}
