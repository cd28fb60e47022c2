/**
 * A word stands in a group once, and is not ignored at the same time. It may stand in two groups: `thrown out`
 * of a country and `thrown out` of office are two meanings, and the rest of the question decides.
 */
import type { Draft } from '../draft.ts';
import type { Path } from '../problem.ts';
import { quote } from '../problem.ts';
import type { Vocabulary } from '../schema.ts';
import type { Finding } from './check.ts';

export function vocabularyGroups(draft: Draft): Finding[] {
  return draft.vocabularies.flatMap(({ value, at }) => {
    const seen = new Map<string, Entry>();
    return entriesOf(value).flatMap((entry) => {
      const word = entry.word.toLowerCase();
      const key = `${entry.group} ${word}`;
      const earlier = seen.get(key) ?? (entry.group === IGNORED ? seen.get(word) : undefined);
      seen.set(key, entry);
      seen.set(word, entry);
      if (earlier === undefined) return [];
      const message = `${quote(entry.word)} is already ${earlier.where}`;
      return [{ at: at(...entry.path), message, mend: 'keep it in one place' }];
    });
  });
}

const IGNORED = 'ignored';

interface Entry {
  /** The number of its group, or that it is ignored. */
  readonly group: string;
  readonly word: string;
  readonly where: string;
  readonly path: Path;
}

function entriesOf(vocabulary: Vocabulary): Entry[] {
  const same = vocabulary.same.flatMap((group, number) =>
    group.map((word, index) => ({
      group: String(number),
      word,
      where: `in the group of ${quote(group[0])}`,
      path: ['same', number, index],
    })),
  );
  const ignored = vocabulary.ignore.map((word, index) => ({
    group: IGNORED,
    word,
    where: 'among the words to ignore',
    path: ['ignore', index],
  }));
  return [...same, ...ignored];
}
