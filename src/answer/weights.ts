/**
 * Every number that ranking and deciding depend on, with what raising it does. They are set by
 * `npm run eval` on the tuning questions and reported on the ones kept aside.
 */

/** Share of the score from the best of a fact's ways of asking. Higher trusts the editor's wording more. */
export const ASK_SHARE = 0.5;
/** Share from how much of the question the fact explains at all. Higher forgives unusual wording. */
export const COVERAGE_SHARE = 0.4;
/** Share for settling the kind of question asked (who, when, …). Higher prefers it over closeness of words. */
export const KIND_SHARE = 0.1;

/** In comparing with a way of asking: cost of a word that only the question has. */
export const QUESTION_ONLY = 1;
/** Cost of a word that only the way of asking has. Higher demands that the person says everything. */
export const ASK_ONLY = 0.35;

/** Weight of a shading word (`still`, `exactly`) against a word of full meaning. */
export const SOFT_WEIGHT = 0.25;
/** Weight of a number or date. Higher ties the choice of the fact more to it. */
export const QUANTITY_WEIGHT = 1.2;
/** Weight of a word that names the whole subject; every fact explains it. */
export const SCOPE_WEIGHT = 0.05;
/** A word found only in an entity's names, not in what the fact says, explains this much. */
export const WEAK_MATCH = 0.7;

/** Below this score a fact is no answer, however little else there is. Higher withholds more. */
export const MIN_SCORE = 0.42;
/** Facts within this distance of the best one are equally good. Higher offers choices more often. */
export const CHOICE_MARGIN = 0.012;
/** Choices are offered only below this score: above it, the best fact answers. */
export const CHOICE_CEILING = 0.62;
/** Share of a question's weight that may stay unexplained when no single word of it is a plain noun or verb. */
export const MAX_UNEXPLAINED = 0;

/** Candidates taken from the index for close comparison. More costs time and found nothing better. */
export const CANDIDATES = 48;
/** Suggested questions under a reply. */
export const SUGGESTIONS = 3;
