/** The list of all rules; a rule that is not in it does not apply. Each has a test of the same name. */
import type { Draft } from '../draft.ts';
import type { Problem } from '../problem.ts';
import { brokenReferences } from './broken-references.ts';
import type { Check } from './check.ts';
import { datesAfterReport } from './dates-after-report.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { fullStops } from './full-stops.ts';
import { mutualConflicts } from './mutual-conflicts.ts';
import { paragraphs } from './paragraphs.ts';
import { plainText } from './plain-text.ts';
import { repeatedAsks } from './repeated-asks.ts';
import { repeatedExamples } from './repeated-examples.ts';
import { repeatedReferences } from './repeated-references.ts';
import { reviewDates } from './review-dates.ts';
import { scopeWords } from './scope-words.ts';
import { selfReferences } from './self-references.ts';
import { sharedAsks } from './shared-asks.ts';
import { sharedSpellings } from './shared-spellings.ts';
import { shortAsks } from './short-asks.ts';
import { spans } from './spans.ts';
import { supersedesCycles } from './supersedes-cycles.ts';
import { unknownValues } from './unknown-values.ts';
import { vocabularyGroups } from './vocabulary-groups.ts';

/** By name, which is that of the rule's file. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'broken-references': brokenReferences,
  'dates-after-report': datesAfterReport,
  'duplicate-ids': duplicateIds,
  'full-stops': fullStops,
  'mutual-conflicts': mutualConflicts,
  paragraphs,
  'plain-text': plainText,
  'repeated-asks': repeatedAsks,
  'repeated-examples': repeatedExamples,
  'repeated-references': repeatedReferences,
  'review-dates': reviewDates,
  'scope-words': scopeWords,
  'self-references': selfReferences,
  'shared-asks': sharedAsks,
  'shared-spellings': sharedSpellings,
  'short-asks': shortAsks,
  spans,
  'supersedes-cycles': supersedesCycles,
  'unknown-values': unknownValues,
  'vocabulary-groups': vocabularyGroups,
};

/** Everything that breaks a rule. */
export function checkDraft(draft: Draft): Problem[] {
  return Object.entries(CHECKS).flatMap(([rule, check]) =>
    check(draft).map(({ at, message, mend }) => ({ ...at, rule, message, mend })),
  );
}
