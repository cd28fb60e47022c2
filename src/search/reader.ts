/**
 * Reads a text into its meaningful pieces: names and phrases as concepts, numbers and dates as quantities,
 * other words as stems, with misspelt words repaired. Facts and questions go through the same reader, so
 * that whatever the one says in other words meets the other.
 */

import { WEEKDAYS } from './english/calendar.ts';
import { CHAT, PREPOSITIONS, SOFT } from './english/words.ts';
import { isFunctionWord } from './grammar.ts';
import type { Lexicon, PhraseMatch } from './lexicon.ts';
import { isNameHere } from './names.ts';
import { type Quantity, quantityTerms, readQuantity } from './quantities.ts';
import { remember } from './remember.ts';
import { type Repaired, type RepairOptions, repairTokens } from './repairs.ts';
import { withSenses } from './senses.ts';
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

/** A text as the reader understood it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  readonly repaired: readonly Repaired[];
}

/** What a text is read with; without a speller nothing is repaired, since the base's own words are right. */
export type ReaderOptions = RepairOptions;

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
    isPassedOver: isFunctionWord(word) || WEEKDAYS.has(word),
    kind: CHAT.has(word) ? 'chat' : isSoft ? 'soft' : 'word',
    terms: [`s:${stemmed}`],
  };
});

/** Words beyond this say nothing that the first ones did not. */
const MAX_TOKENS = 120;

/** Reads one text. Never throws, and does a bounded amount of work whatever the text. */
export function readText(text: string, options: ReaderOptions): Reading {
  const all = tokenise(cleanText(text));
  const typed = all.length > MAX_TOKENS ? all.slice(0, MAX_TOKENS) : all;
  const repaired: Repaired[] = [];
  const tokens = withSenses(options.speller === undefined ? typed : repairTokens(typed, options, repaired));
  return { tokens, items: readItems(tokens, options.lexicon), repaired };
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
