/**
 * What a question asks for: who, when, how many … Read from its grammar, not its subject.
 */

import type { AnswerKind } from '../facts/schema.ts';
import {
  AUXILIARIES,
  CHAT,
  CONJUNCTIONS,
  DETERMINERS,
  PRONOUNS,
  QUESTION_WORDS,
  SOFT,
} from '../search/english/words.ts';
import { isFunctionWord } from '../search/grammar.ts';
import { type AskedTime, asksTimeBetween, PASSING, readAskedTime } from './asked-time.ts';
import { findPatterns, type Match, matchAt } from './question-patterns.ts';

/** The kinds a text asks for, and where the words that say so stand. */
export interface Asked extends AskedTime {
  /** Empty for keywords, statements and yes/no questions: any fact that covers the words will do. */
  readonly kinds: readonly AnswerKind[];
  /** Asks to confirm or deny something. */
  readonly isYesNo: boolean;
  /** Asks for all members of something, or to hold two things against each other. */
  readonly isSeveral: boolean;
  /** Perhaps asks so: a word stands in it that holds two things against each other, or only places one. */
  readonly isPerhapsSeveral: boolean;
  /** Index of the token after `how many`, `which` or `what`: what is counted or chosen. */
  readonly focusAt?: number;
  /** Token indexes that were read as the question itself and need no explaining. */
  readonly spent: ReadonlySet<number>;
}

/** Nouns that ask by themselves in a question of keywords: `withdrawal start date`. */
const KEYWORDS: ReadonlyMap<string, AnswerKind> = new Map([
  ['date', 'when'],
  ['deadline', 'when'],
  ['year', 'when'],
  ['month', 'when'],
  ['location', 'where'],
  ['whereabouts', 'where'],
  ['reason', 'why'],
  ['reasons', 'why'],
  ['motive', 'why'],
  ['duration', 'how-long'],
  ['timing', 'when'],
  ['timeframe', 'when'],
  ['number', 'how-many'],
  ['size', 'how-many'],
  ['headcount', 'how-many'],
  ['identity', 'who'],
  ['name', 'which'],
  ['names', 'which'],
]);

/** Whether a word asks by itself, as in `names?`. */
export const isKindNoun = (word: string): boolean => KEYWORDS.has(word.toLowerCase());

const SEVERAL = new Set(
  'all every each both compare comparison difference differ differs differed different versus vs more less fewer greater bigger smaller higher lower larger same change changed everything risen rose grown grew shrunk increased decreased drop drops dropped shrink shrank shrunk decline declined doubled halved distinguish distinguishes distinction contrast contrasts unlike equal equals equalled alike identical'.split(
    ' ',
  ),
);
/** `list the bases`; the sanction list is one thing. */
const LISTING =
  /^(?:list|enumerate)\b|\b(?:a|the|full|complete) list of\b|^(?:can|could|please|pls|you| )+list\b/;

/** These may hold two things against each other, or only place one of them: `after his fall, who came?` */
const PLACING = new Set('first sooner earlier later before after between or'.split(' '));

/** `was the first one as long as the second?` */
const LIKENED =
  /\bas (?!(?:soon|well|of|a|an|the|if|to|in|at|is|was|we|they|he|it)\b|far as (?:i|we|you)\b)(?:\S+ ){1,3}as\b/;

/** `which came first, the ban or the cracks?` */
const isRace = (words: readonly string[]): boolean =>
  words.includes('or') && words.some((word) => word !== 'or' && PLACING.has(word));

/** Reads what is asked from the words of a question, which are folded and repaired. */
export function readAsked(words: readonly string[]): Asked {
  const matches = findPatterns(words);
  const from = leadInEnd(words);
  const yesNo = startsYesNo(words, from, matches);
  const leading = yesNo ? [] : leadingMatches(words, matches);
  const isBetween = asksTimeBetween(words, leading);
  const kinds = isBetween ? ['how-long' as const] : [...new Set(leading.map(({ kind }) => kind))];
  const first = leading[0];
  return {
    kinds: kinds.length > 0 || yesNo ? kinds : keywordKinds(words),
    isYesNo: yesNo,
    isSeveral:
      isBetween ||
      LISTING.test(words.join(' ')) ||
      words.some((word) => SEVERAL.has(word)) ||
      leading.length > 1 ||
      LIKENED.test(words.join(' ')) ||
      isRace(words),
    isPerhapsSeveral: words.some((word) => PLACING.has(word)),
    ...readAskedTime(words, leading),
    ...(first !== undefined && hasFocus(words, first) && { focusAt: first.at + first.length }),
    spent: new Set([...spentTokens(words, from, leading), ...(isBetween ? passing(words) : [])]),
  };
}

/** Whether a piece of the question is nothing but the asking; `what is left of it` may be a name for something. */
export function isSpent({ spent }: Asked, at: number, length: number): boolean {
  for (let next = at; next < at + length; next += 1) if (!spent.has(next)) return false;
  return true;
}

function spentTokens(words: readonly string[], from: number, leading: readonly Match[]): Set<number> {
  const spent = new Set<number>();
  for (let at = 0; at < from; at += 1) spent.add(at);
  for (const { at, length, isKept } of leading) {
    for (let next = at; next < at + length && !isKept; next += 1) spent.add(next);
  }
  // `name?` asks for one.
  if (REQUESTS.has(words[0] ?? '') && words.length > 1) spent.add(0);
  return spent;
}

const passing = (words: readonly string[]): number[] =>
  words.flatMap((word, at) => (PASSING.has(word) ? [at] : []));

/** A request to the bot: `name the two aims`, `list the bases`. */
const REQUESTS = new Set([
  'name',
  'list',
  'give',
  'tell',
  'show',
  'describe',
  'explain',
  'state',
  'compare',
  'define',
]);

const FOCUSED: ReadonlySet<AnswerKind> = new Set(['how-many', 'which', 'what']);

/** After `how much is` stands what has the price, not what is counted. */
const hasFocus = (words: readonly string[], { kind, at, length }: Match): boolean => {
  const last = words[at + length - 1] ?? '';
  // In `the current headcount in the harbour` nothing says what is counted.
  const isOpen = COUNTS.has(last) && words[at + length] !== 'of';
  return FOCUSED.has(kind) && !AUXILIARIES.has(last) && !isOpen;
};
const COUNTS = new Set(['number', 'count', 'total', 'figure', 'strength', 'headcount', 'size']);

/**
 * The first word that asks, and those joined to it (`who and when`). In `what changed when he fell` the second
 * question word introduces a clause and asks nothing.
 */
function leadingMatches(words: readonly string[], matches: readonly Match[]): Match[] {
  const first =
    matches.find((match) => !isJoined(words, match) && !isClause(words, match)) ?? onlyClause(words, matches);
  return matches.filter(
    (match) => match === first || (first !== undefined && match.at > first.at && isJoined(words, match)),
  );
}

/** Where all are clauses: keywords (`troops out when`) ask; `it is the mayor who wants it` does not. */
function onlyClause(words: readonly string[], matches: readonly Match[]): Match | undefined {
  const [first, second] = matches;
  if (first === undefined || (second !== undefined && isOpeningClause(words, first))) return second;
  const isStatement = words.slice(0, first.at).some((word) => AUXILIARIES.has(word));
  return isStatement && /^wh(o|om|ose|ich)$/.test(words[first.at] ?? '') && isClause(words, first)
    ? undefined
    : first;
}

function isJoined(words: readonly string[], { at }: Match): boolean {
  const before = words[at - 1] ?? '';
  // `was it the union or what`
  if (before === 'or' && at === words.length - 1) return false;
  return CONJUNCTIONS.has(before) && !NOT_JOINING.has(before) && at > 1;
}

const NOT_JOINING = new Set([
  'than',
  'that',
  'so',
  'but',
  'if',
  'whether',
  'as',
  'because',
  'though',
  'although',
]);

/** `when he fell, who …` and `the man who founded it, when …`: a clause about what is asked, not the question. */
function isClause(words: readonly string[], match: Match): boolean {
  const { at, length } = match;
  const before = words[at - 1];
  if (length > 1 || before === undefined) return isOpeningClause(words, match);
  if (isOpeningClause(words, match)) return true;
  const isInverted = /^wh(en|ere)$/.test(words[at] ?? '') && AUXILIARIES.has(words[at + 1] ?? '');
  return RELATIVES.has(words[at] ?? '') && !isInverted && !LEAD_IN.has(before) && !isLight(before);
}

/** `when he fell, …`, unlike `when did he fall`. */
function isOpeningClause(words: readonly string[], { at }: Match): boolean {
  const after = words[at + 1] ?? '';
  return (
    words[at] === 'when' && isOpening(words.slice(0, at)) && after !== '' && !isFunctionWordButPronoun(after)
  );
}

/** `when he fell`, `when the army left`: a subject follows, not a verb or a conjunction. */
const isFunctionWordButPronoun = (word: string): boolean =>
  isFunctionWord(word) && !PRONOUNS.has(word) && !DETERMINERS.has(word);

const RELATIVES = new Set('who whom whose which where when'.split(' '));
const isLight = (word: string): boolean =>
  isFunctionWord(word) || CHAT.has(word) || OPENERS.has(word) || SOFT.has(word);
const isOpening = (words: readonly string[]): boolean => words.every((word) => OPENERS.has(word));

/** An auxiliary opens the question before any question word: `did they leave when he fell`. */
function startsYesNo(words: readonly string[], from: number, matches: readonly Match[]): boolean {
  if (WHETHER.has(words[from - 1] ?? '')) return true;
  // `any aircraft?` asks whether there are.
  if (words[0] === 'any' && words.length <= 4 && matches.length === 0) return true;
  if (from > 0 || matches.some(({ at }) => isSaying(words, at))) return false;
  const opening = words.findIndex((word) => AUXILIARIES.has(word) && !PERSONAL.has(word));
  if (opening < 0 || (matches[0] !== undefined && matches[0].at < opening)) return false;
  // What stands before the auxiliary may be a greeting, not a subject: `so is`, `hey did`.
  return opening <= 3 && isOpening(words.slice(0, opening));
}

/**
 * Where the question proper begins after words that lead up to it: `could you tell me |who`, `does the report say
 * whether |they left`. Nought if nothing leads up to it.
 */
function leadInEnd(words: readonly string[]): number {
  const end = words.findIndex((word) => !LEAD_IN.has(word) && !OPENERS.has(word));
  const next = words[end] ?? '';
  if (end <= 0 || !words.slice(0, end).some((word) => SAYING.has(word))) return 0;
  if (WHETHER.has(next)) return end + 1;
  return QUESTION_WORDS.has(next) || matchAt(words, end) !== undefined ? end : 0;
}

/** `did they say |when`: what is said is asked for, not whether. */
function isSaying(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at).findLast((word) => !BETWEEN.has(word));
  return before !== undefined && SAYING.has(before);
}

const WHETHER = new Set(['if', 'whether']);
const BETWEEN = new Set('me us you them him her exactly precisely anything for about of on'.split(' '));
const SAYING = new Set(
  'say says said tell tells told know knows knew known explain explains clarify mention mentions mentioned specify specifies state states stated reveal reveals disclose gist lowdown rundown summary remind remember recall idea clue ask asking wonder wondering learn hear find out understand figure telling saying explaining sharing share reminding mentioning'.split(
    ' ',
  ),
);
/** What may stand before the question proper, with a word of saying among it. */
const LEAD_IN = new Set([
  ...SAYING,
  ...'can could would will do does did may might is are was i id im we you u anyone anybody someone somebody people me us it there the a any this report article story text news happen to please pls plz kindly possibly perhaps maybe chance by like love want need wanna be able possible clear give information info hint for about on of in just really quickly trying curious interested dont not mind'.split(
    ' ',
  ),
]);

const PERSONAL = new Set('im youre theyre weve theyve ive id ill youll theyll hes shes'.split(' '));
const OPENERS = new Set(
  'so and but ok okay hey hi hello then well also or wait no yes now uh um q quick question please pls sorry morning'.split(
    ' ',
  ),
);

/** What stands before a question and says nothing of it. */
export const isOpener = (word: string): boolean => OPENERS.has(word);

/** `cost per month` asks for no month. */
const RATES = new Set(['per', 'a', 'each', 'every']);

/** The noun stays a piece of the question: it helps to find the way of asking that has it. */
function keywordKinds(words: readonly string[]): AnswerKind[] {
  const isRate = (at: number): boolean => RATES.has(words[at - 1] ?? '');
  return [...new Set(words.flatMap((word, at) => (isRate(at) ? [] : (KEYWORDS.get(word) ?? []))))];
}
