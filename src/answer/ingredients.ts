/**
 * What understanding is made of. Everything is on in service; the evaluation leaves one out at a time to show
 * what it contributes (`npm run eval -- --ablation`).
 */
export interface Ingredients {
  /** Misspelt words are repaired, and other spellings of names recognised. */
  readonly repairs: boolean;
  /** Everyday English synonyms, beside the base's own vocabulary. */
  readonly synonyms: boolean;
  /** Chat around the question is passed over. */
  readonly chatter: boolean;
  /** Who, when, where, how many: a fact must settle the kind that is asked. */
  readonly kinds: boolean;
  /** Numbers and dates must agree. */
  readonly quantities: boolean;
  /** Every word that matters must be explained. */
  readonly coverage: boolean;
  /** An everyday word may stay unexplained where the rest is understood. */
  readonly looseWords: boolean;
  /** The ways of asking that editors wrote take part in the score. */
  readonly asks: boolean;
}

export const ALL_INGREDIENTS: Ingredients = {
  repairs: true,
  synonyms: true,
  chatter: true,
  kinds: true,
  quantities: true,
  coverage: true,
  looseWords: true,
  asks: true,
};
