/** What a rule is: it looks at everything in the files and says what breaks it, where, and the mend. */
import type { Draft } from '../draft.ts';
import type { Place } from '../problem.ts';

export interface Finding {
  readonly at: Place;
  readonly message: string;
  readonly mend: string;
}

export type Check = (draft: Draft) => Finding[];

/** Where something else stands, to be named in a message: `topics/ferries.yml:12`. */
export function nameOf(place: Place): string {
  return `${place.file}:${place.line}`;
}

/** A text as compared when two mean the same to a reader: without case, accents, punctuation and spaces. */
export function sameText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
