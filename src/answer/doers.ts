/**
 * Who does, or undergoes, what a question speaks of. Two facts share their names and verbs where one says that
 * the council sued the builder, and the question asks why the builder sued the council.
 */
import { AUXILIARIES, DETERMINERS } from '../search/english/words.ts';
import { allTerms, type Item } from '../search/reader.ts';

interface Spoken {
  readonly tokens: readonly string[];
  readonly items: readonly Item[];
}

/** In `did the council pay`, the council. Undefined where no name follows the verb that asks. */
export function doerOf({ tokens, items }: Spoken): Item | undefined {
  const verb = tokens.findIndex((word) => AUXILIARIES.has(word));
  if (verb < 0 || items.some(({ at, isName }) => isName && at < verb)) return undefined;
  const item = items.find(({ at, length }) => at + length > verb + 1);
  if (item === undefined || !item.isName || !item.terms.every(isEntity)) return undefined;
  return tokens.slice(verb + 1, item.at).every((word) => DETERMINERS.has(word)) ? item : undefined;
}

/** All those that a fact's ways of asking ask about, and the one that it speaks of first. */
export function doersOf(asks: readonly Spoken[], said: readonly Item[]): Set<string> {
  const first = said.filter(({ isName }) => isName).slice(0, 1);
  const doers = asks.flatMap((ask) => doerOf(ask) ?? []);
  return new Set([...doers, ...first].flatMap(allTerms).filter(isEntity));
}

const isEntity = (term: string): boolean => term.startsWith('e:');
