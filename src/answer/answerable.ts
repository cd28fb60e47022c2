/**
 * What can answer: a fact, or a digest of several, with all that its words and its ways of asking stand for.
 */
import type { AnswerKind, Base, Digest, Entity, Fact, When } from '../facts/schema.ts';
import type { Amount } from '../search/amounts.ts';
import { KIND_NOUNS } from '../search/english/kind-nouns.ts';
import { type Lexicon, wordsOf } from '../search/lexicon.ts';
import type { DateParts } from '../search/quantities.ts';
import {
  allTerms,
  type Item,
  type ReaderOptions,
  type Reading,
  readText,
  wordTerm,
} from '../search/reader.ts';
import { remember } from '../search/remember.ts';
import { stem } from '../search/stem.ts';
import { entityTerm } from './base-words.ts';
import { doersOf, firstName, friendsOf, spokenOf } from './doers.ts';
import { alsoExcluded, type Offer, offersOf, readExcluded } from './excluded.ts';
import { findFocus } from './question.ts';
import { isSpent, readAsked } from './question-kind.ts';
import type { SourcedFact } from './reply.ts';
import { spokenWords } from './speakers.ts';

/** One way of asking, as the question reader sees it. */
export interface AskProfile {
  readonly text: string;
  readonly items: readonly Item[];
  readonly terms: ReadonlySet<string>;
  readonly kinds: readonly AnswerKind[];
  readonly isYesNo: boolean;
  /** Asks for the time between two things, which their dates tell; by itself it settles nothing. */
  readonly isBetween: boolean;
  /** Asks for a month or a day. */
  readonly isPrecise: boolean;
  /** All its words, those of grammar too. */
  readonly words: ReadonlySet<string>;
  readonly tokens: readonly string[];
  /** What it asks the number of. */
  readonly counted: readonly string[];
}

/** How exactly something says when, the roughest first. */
export const PRECISIONS = ['year', 'month', 'day', 'hour'] as const;
type Precision = (typeof PRECISIONS)[number];

/** What can answer: a fact, or a digest of several. */
export interface Answerable {
  readonly id: string;
  readonly facts: readonly SourcedFact[];
  readonly digest?: Digest;
  /** Terms of what it says and of how people ask for it. */
  readonly strong: ReadonlySet<string>;
  /** Names that are only in yes/no questions about it, which may well deny them: `did the union close the bridge?` */
  readonly doubted: ReadonlySet<string>;
  /** Those of what it says alone. */
  readonly said: ReadonlySet<string>;
  /** Those of what each of its facts says. */
  readonly saidByEach: readonly ReadonlySet<string>[];
  /** The short answers of each of its facts. */
  readonly offersByEach: readonly (readonly Offer[])[];
  /** Terms of the names and descriptions of what it is about. */
  readonly weak: ReadonlySet<string>;
  readonly asks: readonly AskProfile[];
  /** Those of whom it is said, or asked, what they do or undergo; empty where there are none. */
  readonly doers: ReadonlySet<string>;
  /** Those whom it says somebody is against. */
  readonly foes: ReadonlySet<string>;
  /** The kinds of question it settles; for counts, what is counted. */
  readonly settles: ReadonlyMap<AnswerKind, ReadonlySet<string>>;
  /** The kinds that an editor has given it an answer to; what its ways of asking ask beside, it only covers. */
  readonly answers: ReadonlySet<AnswerKind>;
  readonly numbers: readonly Amount[];
  readonly dates: readonly DateParts[];
  /** How exactly it says when: the longest date that it states. */
  readonly precision: Precision | undefined;
  /** Whether each of its facts has a date of its own. */
  readonly isDated: boolean;
  /** Whether it says in which year; `January 29` may not. */
  readonly hasYear: boolean;
}

/** Whether all it says is that the report does not say it. */
export function isAllUnknown({ facts }: Answerable): boolean {
  return facts.length > 0 && facts.every(({ fact }) => fact.status === 'unknown');
}

export interface Compiler {
  readonly reading: ReaderOptions;
  readonly lexicon: Lexicon;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly facts: ReadonlyMap<string, SourcedFact>;
  /** What was compiled so far, by the fact: digests are made of facts that stand on their own too. */
  readonly compiled: Map<string, Answerable>;
  /** Whether a text is a proper name, and no description. */
  readonly isProper: (text: string) => boolean;
}

export function compileFact(fact: Fact, compiler: Compiler): Answerable {
  const known = compiler.compiled.get(fact.id);
  if (known !== undefined) return known;
  const made = compileNewFact(fact, compiler);
  compiler.compiled.set(fact.id, made);
  return made;
}

function compileNewFact(fact: Fact, compiler: Compiler): Answerable {
  const sourced = compiler.facts.get(fact.id);
  const about = new Set(fact.about.map(entityTerm));
  const read = (text: string): Item[] => itemsOf(text, compiler, about);
  const asks = fact.asks.map((text) => compileAsk(text, compiler, about));
  const values = fact.answers.flatMap(({ value, of = [] }) => [
    ...(value === undefined ? [] : [value]),
    ...of,
  ]);
  const said = [fact.statement, fact.headline ?? '', ...values].flatMap(read);
  const asked = asks.flatMap(({ items }) => items);
  // `are there more than 500?` may be asked of a fact that says 1,000; only of what is unknown nothing is said.
  const saidTerms = new Set([...termsOfItems(said), ...about]);
  const sure = fact.status === 'unknown' ? [...said, ...asked] : said;
  return {
    id: fact.id,
    facts: sourced === undefined ? [] : [sourced],
    strong: new Set([...termsOfItems([...said, ...asked]), ...about]),
    doubted: fact.status === 'unknown' ? new Set() : doubtedTerms(asks, saidTerms),
    said: saidTerms,
    saidByEach: [saidTerms],
    offersByEach: [offersOf(fact, compiler)],
    weak: new Set([...weakTerms(fact.about, compiler), ...namingTerms(fact, compiler)]),
    asks,
    doers: doersOf(asks, said),
    foes: foesIn([fact.statement, ...fact.asks], compiler),
    settles: settledKinds(fact, asks, compiler),
    answers: new Set(fact.answers.map(({ kind }) => kind)),
    numbers: sure.flatMap(numberOf),
    dates: datesOf(fact, sure),
    hasYear: statedDates(fact, said).some(({ year }) => year !== undefined),
    isDated: fact.answers.some(({ kind }) => kind === 'when') && statedDates(fact, said).length > 0,
    precision: TIME_OF_DAY.test(fact.statement) ? 'hour' : precisionOf(statedDates(fact, said)),
  };
}

export function compileDigest(digest: Digest, compiler: Compiler): Answerable {
  const members = digest.facts.flatMap((id) => compiler.facts.get(id) ?? []);
  const parts = members.map(({ fact }) => compileFact(fact, compiler));
  const about = new Set(members.flatMap(({ fact }) => fact.about.map(entityTerm)));
  const asks = digest.asks.map((text) => compileAsk(text, compiler, about));
  const lead = itemsOf(digest.lead ?? '', compiler, about);
  const own = [...asks.flatMap(({ items }) => items), ...lead];
  return {
    id: digest.id,
    facts: members,
    digest,
    // How its facts are asked for on their own says nothing of what they are together.
    strong: union([termsOfItems(own), ...parts.map(({ said }) => said)]),
    doubted: new Set(),
    said: union(parts.map(({ said }) => said)),
    saidByEach: parts.map(({ said }) => said),
    offersByEach: parts.flatMap(({ offersByEach }) => offersByEach),
    weak: union(parts.map(({ weak }) => weak)),
    asks,
    doers: union([doersOf(asks, lead), ...parts.map(({ doers }) => doers)]),
    foes: union(parts.map(({ foes }) => foes)),
    // What one of its facts settles, the digest as a whole need not: only its own ways of asking count.
    settles: new Map([...ownKinds(asks)].map((kind) => [kind, new Set<string>()] as const)),
    answers: ownKinds(asks),
    numbers: [...parts.flatMap(({ numbers }) => numbers), ...lead.flatMap(numberOf)],
    dates: [...parts.flatMap(({ dates }) => dates), ...lead.flatMap(dateOf)],
    isDated: parts.every(({ isDated }) => isDated),
    hasYear: parts.some(({ hasYear }) => hasYear),
    precision: leastPrecise(parts),
  };
}

const ownKinds = (asks: readonly AskProfile[]): Set<AnswerKind> =>
  new Set(asks.flatMap(({ kinds, isBetween }) => (isBetween ? [] : kinds)));

function doubtedTerms(asks: readonly AskProfile[], said: ReadonlySet<string>): Set<string> {
  const namesIn = (some: readonly AskProfile[]): string[] =>
    some.flatMap(({ items }) =>
      items
        .filter(({ isName }) => isName)
        .flatMap(allTerms)
        .filter(isEntity),
    );
  const sure = new Set(namesIn(asks.filter(({ isYesNo }) => !isYesNo)));
  const doubtful = namesIn(asks.filter(({ isYesNo }) => isYesNo));
  return new Set(doubtful.filter((term) => !said.has(term) && !sure.has(term)));
}

/** Whom the texts are against; none of them where one has somebody at their side. */
function foesIn(texts: readonly string[], { reading }: Compiler): Set<string> {
  // `the campaign against X` may be the name of the campaign, so what follows `against` is read by itself.
  const against = texts.flatMap((text) => text.split(/\bagainst\b/i).slice(1));
  const friends = termsOfItems(texts.flatMap((text) => friendsOf(spokenOf(readText(text, reading)))));
  const foes = termsOfItems(against.flatMap((text) => firstName(readText(text, reading).items)));
  return new Set([...foes].filter((term) => !friends.has(term)));
}

function compileAsk(text: string, compiler: Compiler, about: ReadonlySet<string>): AskProfile {
  const read = readText(text, compiler.reading);
  const spoken = spokenWords(read, compiler.entities);
  const marked = { items: alsoExcluded(read.items, readExcluded(read)) };
  const items = [...itemsAbout(marked, compiler, about), ...(spoken === undefined ? [] : [spoken])];
  const words = read.tokens.map((token) => token.text);
  const asked = readAsked(words);
  return {
    text,
    items: items.filter(({ at, length, kind }) => !isSpent(asked, at, length) && kind !== 'chat'),
    terms: termsOfItems(items),
    kinds: asked.kinds,
    isYesNo: asked.isYesNo,
    isBetween: asked.isBetween === true,
    isPrecise: asked.precision !== undefined,
    words: new Set(words),
    tokens: words,
    counted: asked.kinds.includes('how-many') ? findFocus(asked, items, words).flatMap(allTerms) : [],
  };
}

function itemsOf(text: string, compiler: Compiler, about: ReadonlySet<string>): Item[] {
  const read = readText(text, compiler.reading);
  const spoken = spokenWords(read, compiler.entities);
  return [...itemsAbout(read, compiler, about), ...(spoken === undefined ? [] : [spoken])];
}

/**
 * The items of a text; a description that several entities share means those the fact is about, and one of
 * something that it is not about (`a militia`) is no more than its words.
 */
function itemsAbout(
  { items }: Pick<Reading, 'items'>,
  { isProper }: Compiler,
  about: ReadonlySet<string>,
): Item[] {
  const isMeant = (term: string): boolean => about.has(term);
  return items.map((item) => {
    const isKept = (term: string): boolean => !isEntity(term) || isMeant(term) || isProper(item.text);
    const terms = item.terms.filter(item.terms.some(isMeant) ? isMeant : isKept);
    return {
      ...item,
      terms: terms.length > 0 ? terms : [wordTerm(item.text)],
      parts: item.parts.map((part) =>
        part.filter(part.some(isMeant) ? (term) => !isEntity(term) || isMeant(term) : isKept),
      ),
    };
  });
}

/** Knows the proper names of a base, with or without their particles. */
export function properNames({ entities, vocabulary }: Base): (text: string) => boolean {
  const particles = new Set(['the', ...vocabulary.particles]);
  const keyOf = (text: string): string =>
    wordsOf(text)
      .filter((word) => !particles.has(word))
      .map(stem)
      .join(' ');
  const named = new Set(entities.flatMap(({ name, spellings }) => [name, ...spellings].map(keyOf)));
  return remember((text) => named.has(keyOf(text)));
}

function termsOfItems(items: readonly Item[]): Set<string> {
  return new Set(items.flatMap(allTerms));
}

export function termsOf(text: string, reading: ReaderOptions): string[] {
  return readText(text, reading).items.flatMap((item) => item.terms);
}

/** The words people have for what a fact is about: `group` for a group, and every word of its names. */
function weakTerms(ids: readonly string[], { entities, reading }: Compiler): Set<string> {
  const terms = new Set<string>();
  for (const id of ids) {
    const entity = entities.get(id);
    if (entity === undefined) continue;
    const nouns: readonly string[] = KIND_NOUNS[entity.kind];
    for (const text of [entity.name, ...entity.spellings, ...entity.descriptions, ...nouns]) {
      for (const word of wordsOf(text)) terms.add(wordTerm(word));
    }
    for (const noun of nouns) for (const term of termsOf(noun, reading)) if (!isEntity(term)) terms.add(term);
  }
  return terms;
}

/** A fact that answers who or which gives a name, so that `what is it called` is explained. */
function namingTerms({ answers }: Fact, { reading }: Compiler): string[] {
  const names = answers.some(
    ({ kind, value }) => (kind === 'who' || kind === 'which') && value !== undefined,
  );
  return names ? termsOf('name', reading) : [];
}

function settledKinds(
  fact: Fact,
  asks: readonly AskProfile[],
  compiler: Compiler,
): Map<AnswerKind, Set<string>> {
  const settled = new Map<AnswerKind, Set<string>>();
  for (const { kind, of = [] } of fact.answers) {
    const terms = of.flatMap((text) => [...termsOfItems(readText(text, compiler.reading).items)]);
    settled.set(kind, new Set([...(settled.get(kind) ?? []), ...terms]));
  }
  const answered = new Set(settled.keys());
  for (const { kinds, counted } of asks) {
    for (const kind of kinds.filter((each) => !answered.has(each))) {
      settled.set(kind, new Set([...(settled.get(kind) ?? []), ...(kind === 'how-many' ? counted : [])]));
    }
  }
  return settled;
}

function numberOf({ quantity }: Item): Amount[] {
  return quantity?.kind === 'number' ? [quantity] : [];
}

function dateOf(item: Item): DateParts[] {
  return item.quantity?.kind === 'date' ? [item.quantity.date] : [];
}

/** The dates a question may name: those the fact speaks of and, where it has none of its own, its `asOf`. */
function datesOf(fact: Fact, items: readonly Item[]): DateParts[] {
  const spoken = items.flatMap(dateOf);
  const own = fact.when === undefined ? [] : whenDates(fact.when);
  return [...spoken, ...own, parseDate(fact.asOf)];
}

/** A span says between when and when, not when. */
function statedDates({ when }: Fact, said: readonly Item[]): DateParts[] {
  if (typeof when === 'object') return [];
  return when === undefined ? said.flatMap(dateOf) : [parseDate(when)];
}

const TIME_OF_DAY = /\d ?[ap]\.?m\b|\d:\d\d\b|\b(?:noon|midnight|o'clock)\b/i;

function precisionOf(dates: readonly DateParts[]): Precision | undefined {
  if (dates.some(({ day }) => day !== undefined)) return 'day';
  if (dates.some(({ month }) => month !== undefined)) return 'month';
  return dates.length > 0 ? 'year' : undefined;
}

function leastPrecise(parts: readonly Answerable[]): Precision | undefined {
  const found = parts.map(({ precision }) => precision);
  return found.includes(undefined) ? undefined : PRECISIONS.find((precision) => found.includes(precision));
}

function whenDates(when: When): DateParts[] {
  if (typeof when === 'string') return [parseDate(when)];
  return [when.from, when.to].flatMap((date) => (date === undefined ? [] : [parseDate(date)]));
}

/** `2024-12` as its parts. */
export function parseDate(text: string): DateParts {
  const [year, month, day] = text.split('-').map(Number);
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

/** Whether what a fact tells was over years before it was told. */
export function isPast({ when, asOf }: Pick<Fact, 'when' | 'asOf'>): boolean {
  const last = typeof when === 'object' ? (when.to ?? when.from) : when;
  const [year, told] = [last, asOf].map((date) => (date === undefined ? undefined : parseDate(date).year));
  return year !== undefined && told !== undefined && year < told;
}

export function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

const isEntity = (term: string): boolean => term.startsWith('e:');
