/** A follow-up as somebody would ask it who has no thread: with names in the place of its pronouns. */
import { KIND_NOUNS } from '../search/english/kind-nouns.ts';
import { type Item, wordTerm } from '../search/reader.ts';
import { entityTerm } from './base-words.ts';
import { silentItem } from './carried.ts';
import type { CompiledBase } from './compile.ts';
import { type Piece, type Question, weigh } from './question.ts';

/** What a word at an index stands for: an entity, or several that were spoken of together. */
export interface StandIn {
  readonly at: number;
  readonly entities: readonly string[];
}

/** The question with each stand-in named where its pronoun stood. */
export function speakOut(own: Question, standIns: readonly StandIn[], compiled: CompiledBase): Question {
  const { tokens } = own.reading;
  const words = tokens.map(({ text }) => text);
  const named = standIns.flatMap((standIn) => namedPieces(standIn, words, compiled));
  const isReplaced = (at: number): boolean => standIns.some((standIn) => standIn.at === at);
  const items = own.reading.items.filter(({ at }) => !isReplaced(at));
  const pieces = own.pieces.filter(({ item }) => !isReplaced(item.at));
  // `how many of them?`
  const isCounted = (item: Item): boolean => words[item.at - 1] === 'of' && own.asked.focusAt === item.at - 1;
  const counted = named.flatMap(({ item }) => (isCounted(item) ? [withKindNouns(item, compiled)] : []));
  return {
    ...own,
    focus: own.focus.length > 0 ? own.focus : counted,
    reading: {
      ...own.reading,
      items: [...items, ...named.map(({ item }) => item)].sort((a, b) => a.at - b.at),
    },
    pieces: [...pieces, ...named].sort((a, b) => a.item.at - b.item.at),
  };
}

/** The forces are counted as troops, too. */
function withKindNouns(item: Item, { entities, readQuestion }: CompiledBase): Item {
  const kinds = item.terms.flatMap((term) => entities.get(term.slice(2))?.kind ?? []);
  const nouns = kinds
    .flatMap((kind): readonly string[] => KIND_NOUNS[kind])
    .filter((noun) => !WHOLES.has(noun));
  const meant = nouns.flatMap((noun) => readQuestion(noun).items.flatMap(({ terms }) => terms));
  return { ...item, terms: [...new Set([...item.terms, ...nouns.map(wordTerm), ...meant])] };
}

/** Of two sides, each is one: they do not count who is in them. */
const WHOLES: ReadonlySet<string> = new Set(['side', 'party']);

/** Where two are meant, `where are they` asks of each. */
function namedPieces({ at, entities }: StandIn, words: readonly string[], compiled: CompiledBase): Piece[] {
  return entities.map((id) => namedPiece(at, id, words, compiled));
}

/** A country is about everywhere; only what is more particular must be what the answer is about. */
function namedPiece(at: number, id: string, words: readonly string[], compiled: CompiledBase): Piece {
  const { name = '', kind = 'thing' } = compiled.entities.get(id) ?? {};
  const item = { ...silentItem([entityTerm(id)], name), at, length: 1 };
  const piece = weigh(item, compiled, words);
  const isWide = kind === 'region' || (kind === 'country' && words[at] === 'there');
  return { ...piece, isHard: piece.isHard && !isWide };
}
