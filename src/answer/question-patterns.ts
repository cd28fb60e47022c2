/** The words by which questions ask, as patterns: `how many`, `in what year`, `on whose`. */
import type { AnswerKind } from '../facts/schema.ts';

/** A pattern over words; of those that begin at the same word the first one in the list wins. */
interface Pattern {
  readonly kind: AnswerKind;
  readonly slots: readonly Slot[];
  /** Its words say what is asked and stay to be explained: `how far` asks for a distance. */
  readonly isKept: boolean;
}

interface Slot {
  readonly words: ReadonlySet<string>;
  readonly isOptional: boolean;
}

/** `what|which` is one of these; `?the` may be missing, and `?*` is any word or none. */
const slot = (text: string): Slot => ({
  words: new Set(text.replace('?', '').split('|')),
  isOptional: text.startsWith('?'),
});
const pattern = (kind: AnswerKind, ...slots: string[]): Pattern => ({
  kind,
  slots: slots.map(slot),
  isKept: false,
});
const kept = (kind: AnswerKind, ...slots: string[]): Pattern => ({
  ...pattern(kind, ...slots),
  isKept: true,
});

const WHAT = 'what|which|whats|whatre';
const BE = '?is|was|were|are|will|be';
const THE = '?the|its|their|his|her';
const EXACT = '?exact|precise|specific|calendar|approximate|rough|main|real|official|total|current|actual';
const SPAN = 'years|year|yrs|months|month|mths|weeks|week|wks|days|day|hours|hrs|time';

const PATTERNS: readonly Pattern[] = [
  pattern('when', 'how', 'long', 'ago'),
  pattern('when', 'how', 'long|much', '?longer', 'until|till|before'),
  pattern('how-long', 'how', 'long'),
  pattern('how-long', 'how', 'much', 'longer|time|more|later|earlier'),
  pattern('how-long', '?for', 'how', 'many', SPAN),
  pattern('how-long', WHAT, BE, THE, EXACT, '?time', 'duration|span|timespan'),
  // `how far apart` by itself asks for a distance.
  pattern('how-long', 'how', 'far', 'apart', 'in', 'time|years|months|days'),
  pattern('how-long', 'over|during', WHAT, 'period|stretch|span'),
  pattern('how-many', 'how', 'many|few|big|large|strong|numerous'),
  pattern('how-many', 'howmany'),
  // A price; `how much of it` and `how much did it change` ask for a degree.
  pattern('how-many', 'how', 'much', 'is|are|was|were'),
  pattern('how-many', WHAT, BE, THE, EXACT, 'number|size|count|total|figure|strength|headcount'),
  kept('how-many', 'what|whats', '?is|was', '?the', '?*', '?*', 'number|headcount|count|strength'),
  kept('when', 'how', 'old'),
  kept('how', 'how', 'far|fast|high|tall|deep|heavy|often|frequently|regularly|rich'),
  pattern('when', 'how', 'soon|recently|recent|early|late|quickly|swiftly|rapidly|speedily'),
  pattern('when', WHAT, EXACT, 'date|dates|day|days|year|years|month|months|week|weeks|time|yr'),
  pattern('when', WHAT, EXACT, 'period|timeframe|timescale|window|deadline|moment|season|decade'),
  pattern('when', 'what', 'time', 'frame|period|window'),
  pattern('when', WHAT, 'stretch', 'of', 'time'),
  pattern('when', 'at', WHAT, 'point|stage'),
  pattern('when', WHAT, BE, THE, EXACT, 'date|timeframe|timing'),
  kept('when', WHAT, BE, THE, EXACT, 'deadline'),
  pattern('when', 'exact|precise', 'date|day'),
  pattern('when', 'when|whens'),
  pattern('where', 'where|wheres', '?exactly|abouts'),
  // `what part did they play` asks for a role, not a place.
  pattern('what', WHAT, 'part', 'did|does|do|has|have|had'),
  pattern(
    'where',
    WHAT,
    EXACT,
    'place|part|area|region|location|city|town|village|province|district|corner|spot',
  ),
  pattern('where', WHAT, BE, THE, EXACT, 'location|whereabouts'),
  pattern('why', 'why|whys'),
  pattern('why', 'how', 'come'),
  pattern('how', 'by|in', WHAT, 'route|means|way|manner|fashion'),
  pattern('why', 'what', 'for'),
  pattern('why', 'on|for', WHAT, 'grounds|reason|reasons|basis'),
  kept('why', 'to', 'what', 'end|purpose|avail'),
  pattern(
    'why',
    WHAT,
    BE,
    THE,
    EXACT,
    'reason|reasons|cause|motive|motives|motivation|rationale|justification|trigger|pretext|catalyst',
  ),
  pattern('who', 'who|whom|whose|whos|whod|whove'),
  pattern('which', 'which'),
  pattern('how', 'how|hows'),
  pattern('what', 'what|whats|whatre|whatd'),
];

/** A pattern, and where its words stand. */
export interface Match extends Pick<Pattern, 'kind' | 'isKept'> {
  readonly at: number;
  readonly length: number;
}

/** All of them, from the first word to the last. */
export function findPatterns(words: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const match = matchAt(words, at);
    if (match === undefined) continue;
    matches.push(match);
    at += match.length - 1;
  }
  return matches;
}

/** The one that begins at this word. */
export function matchAt(words: readonly string[], at: number): Match | undefined {
  for (const { kind, slots, isKept } of PATTERNS) {
    const end = endOf(slots, words, at);
    if (end !== undefined) return { kind, isKept, at, length: end - at };
  }
  return undefined;
}

/** Where the slots end if they fit the words from here on. */
function endOf(slots: readonly Slot[], words: readonly string[], at: number): number | undefined {
  const [first, ...rest] = slots;
  if (first === undefined) return at;
  const fits = first.words.has('*') ? at < words.length : first.words.has(words[at] ?? '');
  const end = fits ? endOf(rest, words, at + 1) : undefined;
  return end ?? (first.isOptional ? endOf(rest, words, at) : undefined);
}
