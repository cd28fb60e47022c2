/**
 * What an `or` holds against each other. Of `large or limited`, an answer must explain the one only.
 */
import { isEnglish } from '../search/english/dictionary.ts';
import type { Piece } from './question.ts';
import { SOFT_WEIGHT } from './weights.ts';

interface Held {
  readonly pieces: readonly Piece[];
  readonly alternatives: ReadonlySet<Piece>;
}

/**
 * The pieces of a question, and which of them are alternatives. One that the base has nowhere, beside one that it
 * has, is there to be denied (`was it Oakes or Ottoline`): it hardly weighs, so that it takes no fact further off.
 */
export function holdAlternatives(
  words: readonly string[],
  pieces: readonly Piece[],
  isKnown: (piece: Piece) => boolean,
): Held {
  const alternatives = findAlternatives(words, pieces);
  if (![...alternatives].some(isKnown)) return { pieces, alternatives };
  const weighed = new Map(
    [...alternatives].map((piece) => [
      piece,
      isKnown(piece) ? piece : { ...piece, weight: piece.weight * SOFT_WEIGHT },
    ]),
  );
  return {
    pieces: pieces.map((piece) => weighed.get(piece) ?? piece),
    alternatives: new Set(weighed.values()),
  };
}

/** How far from its `or` an alternative may stand, in words. */
const OR_REACH = 3;

/**
 * The nearest on either side of an `or` that are of one sort. In `who leads the union, or led it` these are the
 * verbs, and the union still counts.
 */
function findAlternatives(words: readonly string[], pieces: readonly Piece[]): Set<Piece> {
  const found = words.flatMap((word, or) => {
    if (word !== 'or') return [];
    const before = pieces.filter(({ item }) => item.at < or && or - item.at - item.length < OR_REACH);
    const after = pieces.filter(({ item }) => item.at > or && item.at - or <= OR_REACH);
    const pair = after.flatMap((second) => {
      const first = before.findLast((piece) => sortOf(piece) === sortOf(second));
      return first === undefined ? [] : [[first, second]];
    });
    return pair[0] ?? [...before.slice(-1), ...after.slice(0, 1)];
  });
  return new Set(found);
}

/** Years stand against years and names against names, those too that nobody here knows. */
function sortOf({ item }: Piece): 'quantity' | 'name' | 'word' {
  if (item.quantity !== undefined) return 'quantity';
  return item.isName || (item.kind === 'word' && !isEnglish(item.text.toLowerCase())) ? 'name' : 'word';
}
