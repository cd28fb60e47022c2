/**
 * Remembers what a function gives for a word: the words of a language come again and again. Only two generations
 * of words are kept, so that no stream of junk makes it grow.
 */
const GENERATION = 50_000;

/** The same function, asked once for each word that keeps coming. It must depend on nothing but the word. */
export function remember<T>(find: (word: string) => T): (word: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined) return known;
    const found = old.get(word) ?? find(word);
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(word, found);
    return found;
  };
}
