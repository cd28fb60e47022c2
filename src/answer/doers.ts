/**
 * Who does, or undergoes, what a question speaks of, and on whose side. Two facts share their names and verbs where
 * one says that the council sued the builder, and the question asks why the builder sued the council; or where one
 * says that the union fought against the port, and the question why it fought at the port's side.
 */
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../search/english/words.ts';
import { allTerms, type Item, type Reading } from '../search/reader.ts';

interface Spoken {
  readonly tokens: readonly string[];
  readonly items: readonly Item[];
}

/** In `did the council pay` and `why the council paid`, the council. Undefined where no name follows what asks. */
export function doerOf(spoken: Spoken): Item | undefined {
  return doerAfterVerb(spoken) ?? doerInClause(spoken);
}

/** `explain why the council paid`: a name between the word that asks and a verb. */
function doerInClause({ tokens, items }: Spoken): Item | undefined {
  if (tokens.some((word) => AUXILIARIES.has(word))) return undefined;
  const asking = tokens.findIndex((word) => CLAUSAL.has(word));
  const item = items.find(({ at }) => at > asking);
  if (asking < 0 || item === undefined || !isNamed(item)) return undefined;
  const next = tokens[item.at + item.length] ?? '';
  const isDoing = next !== '' && !PREPOSITIONS.has(next) && !CONJUNCTIONS.has(next);
  return isDoing && isBeside(tokens, asking, item) ? item : undefined;
}

const CLAUSAL = new Set(['why', 'when', 'how', 'where']);

function doerAfterVerb({ tokens, items }: Spoken): Item | undefined {
  const verb = tokens.findIndex((word) => AUXILIARIES.has(word));
  if (verb < 0 || items.some(({ at, isName }) => isName && at < verb)) return undefined;
  const item = items.find(({ at, length }) => at + length > verb + 1);
  if (item === undefined || !isNamed(item)) return undefined;
  // `was the tunnel the aim?` asks what it is, not what it did.
  if (BEING.has(tokens[verb] ?? '') && DETERMINERS.has(tokens[item.at + item.length] ?? '')) return undefined;
  return isBeside(tokens, verb, item) ? item : undefined;
}

const isNamed = ({ isName, terms }: Item): boolean => isName && terms.every(isEntity);

/** Only articles stand between the two. */
const isBeside = (tokens: readonly string[], from: number, { at }: Item): boolean =>
  tokens.slice(from + 1, at).every((word) => DETERMINERS.has(word));

const BEING = new Set(['is', 'are', 'was', 'were']);

/** All those that a fact's ways of asking ask about, and the one that it speaks of first. */
export function doersOf(asks: readonly Spoken[], said: readonly Item[]): Set<string> {
  const first = said.filter(({ isName }) => isName).slice(0, 1);
  const doers = asks.flatMap((ask) => doerOf(ask) ?? []);
  return new Set([...doers, ...first].flatMap(allTerms).filter(isEntity));
}

/** Words between `against`, or a side that is taken, and the name: `against the owners' society of the Old Quay`. */
const REACH = 5;
const SIDING = new Set(
  'alongside beside siding sided sides backing backed defending defended protecting'.split(' '),
);
/** `on the side of`, `in league with`: what is taken part in, with what leads to the name. */
const SIDING_NOUNS = new Set(
  'side behalf league cahoots ranks allied ally allies favour favor support'.split(' '),
);
const LINKS = new Set('of with for'.split(' '));

/** Whom the question has somebody side with: in `why did they fight on the side of the union`, the union. */
export function friendsOf({ tokens, items }: Spoken): Item[] {
  return tokens.flatMap((word, at) => {
    const isSide = SIDING_NOUNS.has(word) && LINKS.has(tokens[at + 1] ?? '');
    return SIDING.has(word) || isSide ? firstName(items, at + 1) : [];
  });
}

/** The first name from a word on, if it is near. */
export function firstName(items: readonly Item[], from = 0): Item[] {
  return items.filter(({ isName, at }) => isName && at >= from && at < from + REACH).slice(0, 1);
}

export function spokenOf({ tokens, items }: Reading): Spoken {
  return { tokens: tokens.map(({ text }) => text), items };
}

const isEntity = (term: string): boolean => term.startsWith('e:');
