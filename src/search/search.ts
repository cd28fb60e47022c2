/**
 * Search over plain texts: the reader, the speller and the index put together. The engine uses the three by
 * themselves, because facts are more than text; the bench and anyone with a pile of texts use this.
 */
import { type Hit, startIndex } from './inverted-index.ts';
import { createLexicon, type LexiconEntry } from './lexicon.ts';
import { allTerms, type ReaderOptions, readText, wordTerm } from './reader.ts';
import type { Repaired } from './repairs.ts';
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
  const known = new Set<string>();
  const builder = startIndex();
  for (const text of texts) {
    const { tokens, items } = readText(text, { lexicon });
    for (const token of tokens) known.add(token.text);
    for (const item of items) for (const term of allTerms(item)) builder.put(term, 1);
    builder.endDocument();
  }
  const index = builder.finish();
  const rankOf = (word: string): number => 1 / (2 + Math.log1p(index.documentFrequency(wordTerm(word))));
  const speller = createSpeller(Array.from(known, (word) => ({ word, rank: rankOf(word) })));
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
