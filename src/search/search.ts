/**
 * Search over plain texts: the reader, the speller and the index put together. The engine uses the three by
 * themselves, because facts are more than text; the bench and anyone with a pile of texts use this.
 */
import { buildIndex, type Hit } from './inverted-index.ts';
import { createLexicon, type LexiconEntry } from './lexicon.ts';
import { allTerms, type ReaderOptions, type Repaired, readText } from './reader.ts';
import { createSpeller } from './spelling.ts';

export interface TextSearchOptions {
  readonly entries?: readonly LexiconEntry[];
  readonly isEnglish?: (word: string) => boolean;
}

export interface TextHits {
  readonly hits: readonly Hit[];
  readonly repaired: readonly Repaired[];
}

export interface TextSearch {
  /** The best `limit` texts for a question, best first, by their place in the list. */
  search(question: string, limit: number): TextHits;
}

/** Indexes the texts. */
export function createTextSearch(texts: readonly string[], options: TextSearchOptions = {}): TextSearch {
  const lexicon = createLexicon(options.entries ?? []);
  const known = new Map<string, number>();
  const documents = texts.map((text) => {
    const { tokens, items } = readText(text, { lexicon });
    for (const token of tokens) known.set(token.text, (known.get(token.text) ?? 0) + 1);
    const terms = new Map<string, number>();
    for (const item of items) for (const term of allTerms(item)) terms.set(term, (terms.get(term) ?? 0) + 1);
    return terms;
  });
  const index = buildIndex(documents);
  const speller = createSpeller(
    [...known].map(([word, count]) => ({ word, rank: 1 / (1 + Math.log(count)) })),
  );
  const reading: ReaderOptions = {
    lexicon,
    speller,
    ...(options.isEnglish !== undefined && { isEnglish: options.isEnglish }),
  };
  return {
    search(question, limit) {
      const { items, repaired } = readText(question, reading);
      const parts = items.map((item) => ({
        terms: [...new Set(allTerms(item))],
        weight: item.kind === 'soft' ? 0.3 : 1,
      }));
      return { hits: index.search(parts, limit), repaired };
    },
  };
}
