/**
 * What a question asks for: who, when, how many … Read from its grammar, not its subject.
 */

import type { AnswerKind } from '../facts/schema.ts';
import { AUXILIARIES, CONJUNCTIONS } from '../search/english/words.ts';

/** The kinds a text asks for, and where the words that say so stand. */
export interface Asked {
  /** Empty for keywords, statements and yes/no questions: any fact that covers the words will do. */
  readonly kinds: readonly AnswerKind[];
  /** Asks to confirm or deny something. */
  readonly isYesNo: boolean;
  /** Asks for all members of something, or to hold two things against each other. */
  readonly isSeveral: boolean;
  /** Whether it looks ahead or back: `when will …`, `by when …`, `when did …`. */
  readonly tense?: 'future' | 'past';
  /** How exact a date is asked for: `in which month`, `on what day`. */
  readonly precision?: 'month' | 'day';
  /** Index of the token after `how many`, `which` or `what`: what is counted or chosen. */
  readonly focusAt?: number;
  /** Token indexes that were read as the question itself and need no explaining. */
  readonly spent: ReadonlySet<number>;
}

/** A pattern over words, first match wins; earlier ones are more specific. */
interface Pattern {
  readonly kind: AnswerKind;
  readonly words: readonly (readonly string[])[];
}

const either = (text: string): readonly string[] => text.split('|');
const pattern = (kind: AnswerKind, ...words: string[]): Pattern => ({ kind, words: words.map(either) });

const WHAT = 'what|which|wat|whats|whatre';
const SPAN = 'years|year|months|month|weeks|week|days|day|hours|time|yrs';

const PATTERNS: readonly Pattern[] = [
  pattern('how-long', 'how', 'long'),
  pattern('how-long', 'how', 'much', 'longer|time|more'),
  pattern('how-long', 'how', 'many', SPAN),
  pattern('how-long', 'for', 'how', 'many', SPAN),
  pattern('how-many', 'how', 'many|few|big|large|strong|numerous'),
  pattern('how-many', 'howmany'),
  pattern('how-many', WHAT, 'number|size|count|total|figure|strength'),
  pattern('when', 'how', 'soon|recently|old'),
  pattern(
    'when',
    WHAT,
    'date|day|year|month|week|time|yr|period|timeframe|timescale|timespan|window|deadline',
  ),
  pattern('when', WHAT, 'stretch', 'of', 'time'),
  pattern('when', WHAT, 'exact', 'date|day|month|year'),
  pattern('when', 'exact|precise', 'date|day'),
  pattern('when', WHAT, 'is|was', 'the', 'date|deadline'),
  pattern('when', 'when|whens|since when'),
  pattern('where', 'where|wheres'),
  pattern('where', WHAT, 'place|part|area|region|location|city|town|province'),
  pattern('why', 'why|whys'),
  pattern('why', 'how', 'come'),
  pattern('why', 'what', 'for'),
  pattern('why', WHAT, 'is|was|were|are', 'the', 'reason|reasons|cause|motive|rationale|justification'),
  pattern('why', WHAT, 'reason|reasons|cause|motive'),
  pattern('who', 'who|whom|whose|whos|whod|whove'),
  pattern('which', 'which'),
  pattern('how', 'how|hows'),
  pattern('what', 'what|whats|whatre|whatd'),
];

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
  ['number', 'how-many'],
  ['headcount', 'how-many'],
]);

const SEVERAL = new Set(
  'list all every each both compare comparison difference differ differs differed different versus vs more less fewer greater bigger smaller higher lower larger first earlier later before after between or same change changed everything'.split(
    ' ',
  ),
);

/** Reads what is asked from the words of a question, which are folded and repaired. */
export function readAsked(words: readonly string[]): Asked {
  const matches = findPatterns(words);
  const yesNo = startsYesNo(words, matches[0]?.at);
  const leading = yesNo ? [] : leadingMatches(words, matches);
  const spent = new Set<number>();
  for (const { at, length } of leading) for (let next = at; next < at + length; next += 1) spent.add(next);
  if (REQUESTS.has(words[0] ?? '')) spent.add(0);
  const kinds = [...new Set(leading.map(({ kind }) => kind))];
  const first = leading[0];
  return {
    kinds: kinds.length > 0 || yesNo ? kinds : keywordKinds(words),
    isYesNo: yesNo,
    isSeveral: words.some((word) => SEVERAL.has(word)) || kinds.length > 1,
    ...readPrecision(words, leading),
    ...readTense(words),
    ...(first !== undefined && FOCUSED.has(first.kind) && { focusAt: first.at + first.length }),
    spent,
  };
}

const AHEAD = new Set(
  'will gonna shall expected planned supposed meant due until till by soon wont'.split(' '),
);
const BACK = new Set('did was were had since ago began begun started'.split(' '));

function readTense(words: readonly string[]): Pick<Asked, 'tense'> {
  if (words.some((word) => BACK.has(word))) return { tense: 'past' };
  const at = words.findIndex((word) => word === 'when' || word === 'whens');
  // `when are they out` asks for what has not come yet.
  const isPresent = at >= 0 && /^(is|are|does|do)$/.test(words[at + 1] ?? '');
  return isPresent || words.some((word) => AHEAD.has(word)) ? { tense: 'future' } : {};
}

function readPrecision(words: readonly string[], matches: readonly Match[]): Pick<Asked, 'precision'> {
  const asking = matches.filter(({ kind, length }) => kind === 'when' && length > 1);
  const last = asking.map(({ at, length }) => words[at + length - 1] ?? '');
  if (last.some((word) => word === 'day' || word === 'date')) return { precision: 'day' };
  return last.includes('month') ? { precision: 'month' } : {};
}

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

interface Match {
  readonly kind: AnswerKind;
  readonly at: number;
  readonly length: number;
}

function findPatterns(words: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = PATTERNS.find(({ words: slots }) =>
      slots.every((slot, offset) => slot.includes(words[at + offset] ?? '')),
    );
    if (found === undefined) continue;
    matches.push({ kind: found.kind, at, length: found.words.length });
    at += found.words.length - 1;
  }
  return matches;
}

/**
 * The first question word asks; later ones only where they are joined to it (`who and when`). In `what changed
 * when he fell` the second one introduces a clause and asks nothing.
 */
function leadingMatches(words: readonly string[], matches: readonly Match[]): Match[] {
  return matches.filter(({ at }, index) => {
    if (index === 0) return true;
    const before = words[at - 1] ?? '';
    return (
      before === 'and' ||
      before === 'or' ||
      before === 'also' ||
      (CONJUNCTIONS.has(before) && before !== 'than' && before !== 'that')
    );
  });
}

/** An auxiliary opens the question before any question word: `did they leave when he fell`. */
function startsYesNo(words: readonly string[], firstQuestionWord: number | undefined): boolean {
  const opening = words.findIndex((word) => AUXILIARIES.has(word) && !PERSONAL.has(word));
  if (opening < 0) return false;
  if (firstQuestionWord !== undefined && firstQuestionWord < opening) return false;
  // What stands before the auxiliary may be a greeting, not a subject: `so is`, `hey did`.
  return opening <= 3 && words.slice(0, opening).every((word) => OPENERS.has(word));
}

const PERSONAL = new Set('im youre theyre weve theyve ive id ill youll theyll hes shes'.split(' '));
const OPENERS = new Set('so and but ok okay hey hi then well also or wait no yes now uh um'.split(' '));

/** The noun stays a piece of the question: it helps to find the way of asking that has it. */
function keywordKinds(words: readonly string[]): AnswerKind[] {
  return [...new Set(words.flatMap((word) => KEYWORDS.get(word) ?? []))];
}
