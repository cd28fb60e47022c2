/**
 * What a question sets aside: `apart from the old bridge, which ones were closed?`, `who else besides the union …`.
 * What is set aside need not be explained, a fact that has nothing else to offer is no answer, and the nearest way of
 * asking is one that sets the same aside.
 */
import type { AnswerKind, Fact } from '../facts/schema.ts';
import { allTerms, type Item, type Reading, readText } from '../search/reader.ts';
import type { Answerable, Compiler } from './answerable.ts';

export interface Excluded {
  readonly items: readonly Item[];
  /** Token indexes of the words that set aside. */
  readonly spent: ReadonlySet<number>;
}

/** Words that set aside what follows them, the longest first. */
const SETTING_ASIDE = [
  'with the exception of',
  'in addition to',
  'on top of',
  'apart from',
  'aside from',
  'except for',
  'not counting',
  'leaving aside',
  'setting aside',
  'besides',
  'except',
  'excepting',
  'excluding',
].map((phrase) => phrase.split(' '));

/** How far before its `than` an `other` may stand, in words: `which other old bridge than …`. */
const OTHER_REACH = 4;
const OTHER = new Set(['other', 'others', 'else', 'another']);
const JOINING = new Set(['and', 'or', '&', 'plus']);
/** A phrase between its first words and a comma, as in `apart from the bridge in the north, which …`, in words. */
const MAX_PHRASE = 6;

/** What the question sets aside; undefined where it sets nothing aside. */
export function readExcluded({ tokens, items }: Reading): Excluded | undefined {
  const words = tokens.map(({ text }) => text);
  for (const at of words.keys()) {
    const length = settingAside(words, at);
    if (length === 0) continue;
    const found = itemsFrom(at + length, { tokens, items });
    if (found.length === 0) continue;
    return { items: found, spent: new Set(Array.from({ length }, (_, index) => at + index)) };
  }
  return undefined;
}

/** How many words from here on set something aside. */
function settingAside(words: readonly string[], at: number): number {
  const phrase = SETTING_ASIDE.find((each) => each.every((word, index) => words[at + index] === word));
  if (phrase !== undefined) return phrase.length;
  const isOther = words.slice(Math.max(0, at - OTHER_REACH), at).some((word) => OTHER.has(word));
  return words[at] === 'than' && isOther ? 1 : 0;
}

/** Up to the comma, where there is one soon; else the first, and those that `and` joins to it. */
function itemsFrom(from: number, { tokens, items }: Pick<Reading, 'tokens' | 'items'>): Item[] {
  const rest = items.filter(({ at, kind }) => at >= from && kind !== 'chat' && kind !== 'quantity');
  const comma = tokens.findIndex(({ closes }, at) => at >= from && closes);
  const isWithin = comma >= 0 && comma < from + MAX_PHRASE && comma < tokens.length - 1;
  if (isWithin) return rest.filter(({ at }) => at <= comma);
  const found: Item[] = [];
  for (const item of rest) {
    const last = found.at(-1);
    const between = tokens.slice(last === undefined ? from : last.at + last.length, item.at);
    const isNext = last === undefined || between.some(({ text }) => JOINING.has(text));
    if (!isNext || between.length > 2) break;
    found.push(item);
  }
  return found;
}

/** What a question sets aside stands for itself as such: `besides the bridge` does not speak of the bridge. */
export function markExcluded(items: readonly Item[], excluded: Excluded | undefined): Item[] {
  return changeExcluded(items, excluded, (item) => ({
    ...item,
    terms: item.terms.map(excludedTerm),
    parts: [],
  }));
}

/** What a way of asking sets aside may be spoken of by the fact all the same. */
export function alsoExcluded(items: readonly Item[], excluded: Excluded | undefined): Item[] {
  return changeExcluded(items, excluded, (item) => ({
    ...item,
    terms: [...item.terms, ...item.terms.map(excludedTerm)],
  }));
}

function changeExcluded(
  items: readonly Item[],
  excluded: Excluded | undefined,
  change: (item: Item) => Item,
): Item[] {
  if (excluded === undefined) return [...items];
  return items.map((item) => (excluded.items.includes(item) ? change(item) : item));
}

const PREFIX = 'not:';
const excludedTerm = (term: string): string => `${PREFIX}${term}`;
export const isExcludedTerm = (term: string): boolean => term.startsWith(PREFIX);
/** Whether the question does no more than set it aside. */
export const isSetAside = ({ terms }: Item): boolean => terms.length > 0 && terms.every(isExcludedTerm);

/** A short answer of a fact: for each part of it (`the harbour and the bridge`), its terms. */
export interface Offer {
  readonly kind: AnswerKind;
  readonly parts: readonly ReadonlySet<string>[];
}

/** The short answers of a fact by what they offer. */
export function offersOf({ answers }: Fact, { reading }: Pick<Compiler, 'reading'>): Offer[] {
  return answers.flatMap(({ kind, value }) => {
    if (value === undefined) return [];
    const firsts = value.split(/,\s+|\s+and\s+/).map((part) => readText(part, reading).items[0]);
    const parts = firsts.flatMap((item) => (item === undefined ? [] : [new Set(allTerms(item))]));
    return parts.length === 0 ? [] : [{ kind, parts }];
  });
}

/**
 * Whether all that it could answer is set aside: one of the short answers of each of its facts is nothing else; and for
 * `who`, of any of them, or what is set aside is the only name it could mean.
 */
export function hasNothingElse(
  { offersByEach, saidByEach }: Answerable,
  { items }: Excluded,
  kinds: readonly AnswerKind[],
): boolean {
  const isIn = (terms: ReadonlySet<string>): boolean =>
    items.some((item) => item.terms.some((term) => terms.has(term)));
  const asksWho = kinds.includes('who');
  const barred = offersByEach.map((offers, index) => {
    const isNamed = offers.some(({ kind }) => kind === 'who');
    const isOnlyOne = asksWho && !isNamed && isIn(saidByEach[index] ?? new Set());
    return isOnlyOne || offers.some(({ parts }) => parts.every(isIn));
  });
  return barred.length > 0 && (asksWho ? barred.some(Boolean) : barred.every(Boolean));
}
