/** "Did you mean …?" */
import Fuse from 'fuse.js';

/**
 * The candidate that a misspelt key or id most likely stands for, or undefined where none is near.
 * Fuse also finds a word inside a longer one, which is no misspelling; hence the bound on the length.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const slack = Math.max(2, Math.round(word.length / 3));
  const near = [...new Set(candidates)].filter(({ length }) => Math.abs(length - word.length) <= slack);
  // At 0.4 two wrong letters in five are still a misspelling; above it, unrelated ids come up.
  const fuse = new Fuse(near, { threshold: 0.4, distance: 60 });
  return fuse.search(word, { limit: 1 })[0]?.item;
}

/** The mend for an unknown name: the nearest known one, or else the given advice. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}
