/**
 * A base made ready for answering: its words as a lexicon, its facts as sets of terms, its ways of asking
 * as weighted lists, all read by the same reader that reads questions.
 */
import type { Base, Entity, Report } from '../facts/schema.ts';
import { ASIDES } from '../search/english/asides.ts';
import { isEnglish } from '../search/english/dictionary.ts';
import { CHAT } from '../search/english/words.ts';
import { isFunctionWord } from '../search/grammar.ts';
import { type InvertedIndex, startIndex } from '../search/inverted-index.ts';
import { createLexicon, type Lexicon } from '../search/lexicon.ts';
import { dateTerms } from '../search/quantities.ts';
import { type ReaderOptions, type Reading, readText } from '../search/reader.ts';
import { eachInSteps, runAtOnce, type Steps } from '../search/slices.ts';
import { createSpellerInSteps } from '../search/spelling.ts';
import { createNameFinder } from '../search/transliteration.ts';
import {
  type Answerable,
  type Compiler,
  compileDigest,
  compileFact,
  isAllUnknown,
  properNames,
  termsOf,
  union,
} from './answerable.ts';
import { entityTerm, knownWords, lexiconEntries } from './base-words.ts';
import { type ClosestAsk, createAskFinder } from './closest-ask.ts';
import { isExcludedTerm } from './excluded.ts';
import { ALL_INGREDIENTS, type Ingredients } from './ingredients.ts';
import type { Question } from './question.ts';
import { isOpener } from './question-kind.ts';
import type { SourcedFact } from './reply.ts';

/** The base and everything derived from it, made once and never changed. */
export interface CompiledBase {
  readonly base: Base;
  readonly ingredients: Ingredients;
  readonly facts: ReadonlyMap<string, SourcedFact>;
  readonly answerables: readonly Answerable[];
  readonly index: InvertedIndex;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Terms that name the subject as a whole. */
  readonly scope: ReadonlySet<string>;
  readonly ignored: Lexicon;
  /** Whether any fact has this term. */
  readonly knows: (term: string) => boolean;
  /** Terms by which editors' facts say what the report leaves out: such a word is never overlooked. */
  readonly missing: ReadonlySet<string>;
  /** What answers a question in the very words of a way of asking for it, whatever chat is around them. */
  readonly asked: (words: readonly string[]) => Answerable | undefined;
  /** Prepares a question to be held against the ways of asking for each of many facts. */
  readonly findAsk: (question: Question) => ClosestAsk;
  readonly readQuestion: (text: string) => Reading;
}

/** What is gathered from the facts one by one. */
interface Gathered {
  readonly index: InvertedIndex;
  readonly missing: ReadonlySet<string>;
  readonly asked: CompiledBase['asked'];
}

function* gather(answerables: readonly Answerable[]): Steps<Gathered> {
  const builder = startIndex();
  const said = new Set<string>();
  const byWords = new Map<string, Answerable>();
  yield* eachInSteps(answerables, (one) => {
    for (const [term, weight] of indexTerms(one)) builder.put(term, weight);
    builder.endDocument();
    if (!isAllUnknown(one)) for (const term of one.strong) said.add(term);
    // No two facts share a way of asking; a check of the base sees to that.
    for (const { words } of one.asks) byWords.set(wordsKey(words), one);
  });
  yield;
  const leftOut = union(answerables.filter(isAllUnknown).map(({ strong }) => strong));
  return {
    index: builder.finish(),
    missing: new Set([...leftOut].filter((term) => !said.has(term))),
    asked: (words) => byWords.get(wordsKey(words)) ?? byWords.get(wordsKey(withoutChat(words))),
  };
}

/** `hey, give me a summary please` */
const withoutChat = (words: readonly string[]): string[] =>
  words.filter((word) => !CHAT.has(word) && !isOpener(word));

const wordsKey = (words: Iterable<string>): string => [...new Set(words)].join(' ');

/** Makes a checked base ready for answering. */
export function compileBase(base: Base, ingredients?: Ingredients): CompiledBase {
  return runAtOnce(compileInSteps(base, ingredients));
}

/** The same in short steps, for a base that is made ready while another one answers. */
export function* compileInSteps(base: Base, ingredients: Ingredients = ALL_INGREDIENTS): Steps<CompiledBase> {
  const entries = lexiconEntries(base, ingredients);
  yield;
  const lexicon = createLexicon(entries, base.vocabulary.particles);
  yield;
  const reading: ReaderOptions = { lexicon };
  const facts = sourcedFacts(base);
  const entities = new Map(base.entities.map((entity) => [entity.id, entity]));
  const compiler: Compiler = {
    reading,
    lexicon,
    entities,
    facts,
    compiled: new Map(),
    isProper: properNames(base),
  };
  const answerables: Answerable[] = [];
  for (const topic of base.topics) {
    yield* eachInSteps(topic.facts, (fact) => answerables.push(compileFact(fact, compiler)));
    yield* eachInSteps(topic.digests, (digest) => answerables.push(compileDigest(digest, compiler)));
  }
  const { index, missing, asked } = yield* gather(answerables);
  const known = yield* knownWords(base, lexicon);
  yield;
  const speller = yield* createSpellerInSteps(known);
  yield;
  const englishName = (word: string): boolean => isEnglish(word) || isFunctionWord(word);
  const findName = createNameFinder([...lexicon.nameWords].filter((word) => !englishName(word)));
  const scope = new Set(
    base.vocabulary.scope.flatMap((word) =>
      entities.has(word) ? [entityTerm(word)] : termsOf(word, reading),
    ),
  );
  const ignored = createLexicon([
    { term: 'ignored', phrases: [...ASIDES, ...base.vocabulary.ignore], isName: false },
  ]);
  return {
    base,
    ingredients,
    facts,
    answerables,
    index,
    entities,
    scope,
    ignored,
    missing,
    asked,
    findAsk: createAskFinder({ index, scope }),
    knows: (term) => index.documentFrequency(term) > 0,
    readQuestion: (text) =>
      readText(text, ingredients.repairs ? { lexicon, speller, isEnglish, findName } : { lexicon }),
  };
}

/** A fact with its report and its topic. The base is checked, so that every reference holds. */
function sourcedFacts(base: Base): Map<string, SourcedFact> {
  const reports = new Map<string, Report>(base.reports.map((report) => [report.id, report]));
  const found = new Map<string, SourcedFact>();
  for (const topic of base.topics) {
    for (const fact of topic.facts) {
      const report = reports.get(fact.source.report);
      if (report !== undefined) found.set(fact.id, { fact, report, topic });
    }
  }
  return found;
}

function indexTerms({ strong, weak, dates }: Answerable): Map<string, number> {
  const weights = new Map<string, number>(dates.flatMap(dateTerms).map((term) => [term, 0.4]));
  for (const term of weak) weights.set(term, 0.4);
  for (const term of strong) if (!isExcludedTerm(term)) weights.set(term, 1);
  return weights;
}
