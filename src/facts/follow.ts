/**
 * Lets the headline and the short answers of a fact follow its statement. Whoever mends a number sees one
 * text; the same number also stands where the engine reads it, and must not stay wrong there.
 */
import type { Settles } from './schema.ts';

interface Said {
  readonly statement: string;
  readonly headline: string;
  readonly answers: readonly Settles[];
}

export interface Followed<T> {
  readonly draft: T;
  /** Short answers that the new statement no longer holds and that were therefore taken out. */
  readonly dropped: readonly string[];
}

/** Changes in `draft` only what it has in common with `before`; what was edited by hand stays as edited. */
export function followStatement<T extends Said>(before: Said, draft: T): Followed<T> {
  const stretch = changedStretch(before.statement, draft.statement);
  if (stretch === undefined) return { draft, dropped: [] };
  const follow = (text: string): string => replaceStretch(text, stretch);
  const dropped: string[] = [];
  const answers = draft.answers.map((settles, index) => {
    const { value, ...rest } = settles;
    if (value === undefined || before.answers[index]?.value !== value) return settles;
    const followed = follow(value);
    if (followed !== value) return { ...settles, value: followed };
    if (!before.statement.includes(value) || draft.statement.includes(value)) return settles;
    dropped.push(value);
    return rest;
  });
  const headline = draft.headline === before.headline ? follow(draft.headline) : draft.headline;
  return { draft: { ...draft, headline, answers }, dropped };
}

interface Stretch {
  readonly old: string;
  readonly now: string;
}

/** The words between the first and the last difference of two texts. */
function changedStretch(before: string, after: string): Stretch | undefined {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const shorter = Math.min(old.length, now.length) - start;
  while (end < shorter && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start === old.length && start === now.length) return undefined;
  const bare = (words: readonly string[]): string =>
    words
      .slice(start, words.length - end)
      .join(' ')
      .replace(/[.,;:]+$/, '');
  return { old: bare(old), now: bare(now) };
}

/** Names and numbers are replaced wherever they stand as whole words; other words only as the whole text. */
function replaceStretch(text: string, { old, now }: Stretch): string {
  if (old === '' || now === '') return text;
  if (text === old) return now;
  if (!/[\d\p{Lu}]/u.test(old)) return text;
  const parts = ` ${text} `.split(` ${old} `);
  return parts.length === 2 ? parts.join(` ${now} `).trim() : text;
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}
