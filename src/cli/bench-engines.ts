/** The searches that the bench holds against each other, each with the options that suit it best. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createTextSearch } from '../search/search.ts';

/** The text found first, by its place. */
export type Find = (question: string) => number | undefined;

export interface Contender {
  readonly name: string;
  readonly build: (texts: readonly string[]) => Find;
}

export const OURS: Contender = {
  name: 'this search',
  build(texts) {
    const { search } = createTextSearch(texts);
    return (question) => search(question, 10).hits[0]?.document;
  },
};

export const MINI_SEARCH: Contender = {
  name: 'MiniSearch',
  build(texts) {
    const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    mini.addAll(texts.map((text, id) => ({ id, text })));
    return (question) => mini.search(question, { fuzzy: 0.2 })[0]?.id;
  },
};

export const FUSE: Contender = {
  name: 'Fuse.js',
  build(texts) {
    const fuse = new Fuse(texts, { useTokenSearch: true, ignoreLocation: true, threshold: 0.4 });
    return (question) => fuse.search(question, { limit: 1 })[0]?.refIndex;
  },
};
