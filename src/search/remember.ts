/** Remembers what a function gives for a word: the words of a language come again and again. */

/** So many words are remembered; then all are forgotten, so that no stream of junk makes it grow. */
const MOST = 20_000;

/** The same function, asked once for a word that keeps coming. It must depend on nothing but the word. */
export function remember<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    const result = find(word);
    if (found.size >= MOST) found.clear();
    found.set(word, result);
    return result;
  };
}
