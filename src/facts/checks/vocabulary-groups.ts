/** A word has one meaning: it stands in one group, once, and is not ignored at the same time. */
import type { Draft } from '../draft.ts';
import type { Path } from '../problem.ts';
import { quote } from '../problem.ts';
import type { Vocabulary } from '../schema.ts';
import type { Finding } from './check.ts';

export function vocabularyGroups(draft: Draft): Finding[] {
  return draft.vocabularies.flatMap(({ value, at }) => {
    const first = new Map<string, Entry>();
    return entriesOf(value).flatMap((entry) => {
      const key = entry.word.toLowerCase();
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, entry);
        return [];
      }
      const message = `${quote(entry.word)} is already ${earlier.where}`;
      return [{ at: at(...entry.path), message, mend: 'keep it in one place' }];
    });
  });
}

interface Entry {
  readonly word: string;
  readonly where: string;
  readonly path: Path;
}

function entriesOf(vocabulary: Vocabulary): Entry[] {
  const same = vocabulary.same.flatMap((group, number) =>
    group.map((word, index) => ({
      word,
      where: `in the group of ${quote(group[0])}`,
      path: ['same', number, index],
    })),
  );
  const ignored = vocabulary.ignore.map((word, index) => ({
    word,
    where: 'among the words to ignore',
    path: ['ignore', index],
  }));
  return [...same, ...ignored];
}
