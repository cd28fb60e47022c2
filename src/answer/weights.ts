/**
 * Every number that ranking and deciding depend on, with what raising it does. They are set by
 * `npm run eval` on the tuning questions and reported on the ones kept aside.
 */

/** Share of the score from the best of a fact's ways of asking. Higher trusts the editor's wording more. */
export const ASK_SHARE = 0.55;
/** Share from how much of the question the fact explains at all. Higher forgives unusual wording. */
export const COVERAGE_SHARE = 0.37;
/** Share for settling the kind of question asked (who, when, …). Higher prefers it over closeness of words. */
export const KIND_SHARE = 0.08;
/** Share for the very same words, grammar included, as a way of asking. It settles ties: `when` or `until when`. */
export const WORDING_SHARE = 0.05;
/** What a digest gains where several things are asked for, and loses where one is. */
export const DIGEST_BONUS = 0.1;
export const DIGEST_MALUS = 0.04;
/** What it loses where none of its facts, of three or more, has anything of what was asked; less where some have. */
export const IDLE_MALUS = 0.4;
/** What it gains for a word such as `after` or `or`, which may hold two things against each other or place one. */
export const PLACING_BONUS = 0.04;

/** In comparing with a way of asking: cost of a word that only the question has. */
export const QUESTION_ONLY = 1;
/** Cost of a word that only the way of asking has. Higher demands that the person says everything. */
export const ASK_ONLY = 0.4;

/** What a fact gains or loses for looking ahead or back as a question for a time does. */
export const TENSE_BONUS = 0.08;
/** A way of asking of another kind counts this much. Higher cares less whether it says who or when. */
export const OTHER_KIND = 0.85;
/** For a count before something, a way of asking for the count after it counts this much. */
export const OTHER_SIDE = 0.7;
/** What a fact that says the report lacks something counts for a question that asks for nothing in particular. */
export const KINDLESS_UNKNOWN = 0.7;

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
/** The same where the question sets something aside, and so says less of what it wants. */
export const MIN_EXCLUDING_SCORE = 0.6;
/** The same for a digest: several facts together explain many words by chance. */
export const MIN_DIGEST_SCORE = 0.5;
/**
 * An everyday word that nothing in the base explains is let pass only in a question that is otherwise explained
 * by a fact scoring this much, the word's own cost included. Higher withholds more.
 */
export const LOOSE_MIN_SCORE = 0.4;
/** How many words that matter must be explained before another one is let pass. Higher withholds more. */
export const LOOSE_MIN_EXPLAINED = 2;
/** What a question sets aside weighs. Raising it prefers the ways of asking that set the same aside. */
export const EXCLUDED_WEIGHT = 0.2;
/** Weight of such a word against one that the base knows. Higher withholds more. */
export const LOOSE_WEIGHT = 0.4;
/** Share of the question's weight that such words may have together. */
export const LOOSE_SHARE = 0.5;
/** One word that the base knows, but not of this fact, is let pass only above this score: `strike` a deal. */
export const STRAY_MIN_SCORE = 0.7;
/** By how much a question must fit better without the talk around it. Higher leaves more of a message in. */
export const PART_MARGIN = 0.05;
/** Facts within this distance of the best one are equally good. Higher offers choices more often. */
export const CHOICE_MARGIN = 0.012;
/**
 * Where who, when, how many and the like were asked, facts within this distance that answer it differently are both
 * given. Higher gives two facts more often.
 */
export const TIE_MARGIN = 0.03;
/** Choices are offered only below this score: above it, the best fact answers. */
export const CHOICE_CEILING = 0.62;
/**
 * By how much a fact that says the report lacks something must beat the best fact that says something. Higher
 * answers more and withholds less.
 */
export const UNKNOWN_MARGIN = 0.04;
/** By how much the fact that sets a number or date right must fit better than any other. Higher withholds more. */
export const CORRECTION_MARGIN = 0.02;
/** How much nearer another fact may be that counts something else, or nothing. Higher sets more numbers right. */
export const CORRECTION_REACH = 0.05;

/**
 * Candidates taken from the index for close comparison. Fewer lose the right fact among many that share a question's
 * words; more costs time and found nothing better.
 */
export const CANDIDATES = 80;
/** Suggested questions under a reply. */
export const SUGGESTIONS = 3;

/** Weight of what a follow-up takes from the thread. Higher holds it closer to the subject. */
export const INHERITED_WEIGHT = 0.4;
/** Weight of what was already carried along before the latest question, against what that question said itself. */
export const OLDER_SHARE = 0.05;
/** Share of the thread's subject that an answer must explain when the follow-up names nothing itself. */
export const MIN_INHERITED = 0.5;
/** What a fact loses in a follow-up for having just been given. */
export const REPEAT_MALUS = 0.2;
/** What it loses for having been given earlier in the thread. Higher goes on to new things. */
export const GIVEN_MALUS = 0.06;
/**
 * What a fact gains in a follow-up for being as near as can be to the one just given; a follow-up with words of its
 * own is drawn less. Higher stays nearer the subject.
 */
export const NEARNESS_PULL = 0.3;
/** The same for a follow-up that says all it asks once its pronouns have names. */
export const NAMED_PULL = 0.1;
/** From this score on such a follow-up is taken at its word, without what the thread was about. */
export const NAMED_SCORE = 0.9;
/** What was given last counts this much of it, unless the question is of a kind that it answers: it was heard already. */
export const HEARD_SHARE = 0.8;
/** Of that, what a fact has that was related to the latest one, and not the latest one to it. */
export const BACK_RELATED_SHARE = 0.5;
/** How near a related fact is, against the one given itself, and what being about the same things adds to it. */
export const RELATED_NEARNESS = 0.6;
export const ABOUT_NEARNESS = 0.6;
/** How near one is that says the report lacks something, against one that says something. */
export const UNKNOWN_NEARNESS = 0.8;
/** What a digest loses in a follow-up, which seldom asks for several facts at once. */
export const THREAD_DIGEST_MALUS = 0.06;
/** What a reading of a follow-up must be better by than the likelier one before it. Higher trusts the order more. */
export const LATER_READING = 0.1;
/** What a reading loses to which the base only says that the report lacks it. Higher looks further for an answer. */
export const UNKNOWN_READING = 0.1;
/** The same for a message that sets right what was asked: it says more of it by itself. */
export const CORRECTED_MARGIN = 0.15;
/** By how much a scrap read on its own must fit better than with the thread. Higher holds it to the thread. */
export const OWN_MARGIN = 0.4;
