/** What a follow-up takes along from its thread: whom its pronouns mean, when `then` was, and what it was about. */
import type { EntityKind, When } from '../facts/schema.ts';
import { quantityTerms } from '../search/quantities.ts';
import type { Item } from '../search/reader.ts';
import { parseDate } from './answerable.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';
import { CLASSES } from './entity-classes.ts';
import { type Piece, type Question, readQuestion, termsOf } from './question.ts';
import { INHERITED_WEIGHT, OLDER_SHARE, QUANTITY_WEIGHT } from './weights.ts';
import { writeList } from './wording.ts';

/** In `how many stayed then`, the year of what was just said. */
export function timeMeant(
  { reading, pieces, asked }: Question,
  { latest }: Conversation,
  { facts }: CompiledBase,
): Piece[] {
  const line = lineOf(reading);
  const year = latest.flatMap((id) => yearOf(facts.get(id)?.fact.when) ?? [])[0];
  // `when do they go then` asks for the time itself.
  if (year === undefined || pieces.length === 0 || asked.kinds.includes('when') || !THEN.test(line))
    return [];
  const quantity = { kind: 'date', date: { year } } as const;
  const item: Item = { ...silentItem(quantityTerms(quantity)), kind: 'quantity', quantity, isName: false };
  return [{ item, weight: QUANTITY_WEIGHT, isHard: true, isLoose: false }];
}

const THEN =
  /\S (?:(?:back|until|till|since|by|just) )?then$|\b(?:at|by|around) (?:that|the same) (?:time|point|moment)\b|\bthat (?:same )?year\b|\bthe same year\b/;

const yearOf = (when: When | undefined): number | undefined => {
  const date = typeof when === 'object' ? (when.from ?? when.to) : when;
  return date === undefined ? undefined : parseDate(date).year;
};

/** What the thread was about and the message does not replace; what the latest question said itself counts most. */
export function inherit(
  own: Question,
  ownTerms: ReadonlySet<string>,
  conversation: Conversation,
  compiled: CompiledBase,
): Piece[] {
  const replaced = whatIsReplaced(own, compiled);
  const latest = readQuestion(conversation.question, compiled);
  const recent = new Set(latest.pieces.some(isTelling) ? termsOf(latest) : []);
  const spoken = conversation.terms.map((joined) => joined.split('|'));
  const { reading } = own;
  const past = NOW.test(lineOf(reading)) ? pastTerms(compiled) : new Set<string>();
  // `and the mayor?` after `did the union thank the council` takes the place of a person, where there is one.
  const isReplaced = replacing(replaced, spoken.flat(), compiled);
  const kept = conversation.terms.filter(
    (_, at) => !spoken[at]?.some((term) => ownTerms.has(term) || past.has(term) || isReplaced(term)),
  );
  const hasRecent = kept.some((joined) => recent.has(joined));
  return kept.map((joined) =>
    inheritedPiece(joined.split('|'), !hasRecent || recent.has(joined) ? 1 : OLDER_SHARE, compiled),
  );
}

/** `and now?` takes the place of `before`, too. */
function pastTerms(compiled: CompiledBase): Set<string> {
  return new Set(compiled.readQuestion('before, previously').items.flatMap(({ terms }) => terms));
}

/** What says what a question is about; `not completely?` leaves that to the one before it. */
const isTelling = ({ isHard, item }: Piece): boolean => isHard && item.quantity === undefined;

function inheritedPiece(
  terms: readonly string[],
  share: number,
  { index, knows, entities }: CompiledBase,
): Piece {
  const known = terms.filter(knows);
  const rarity = Math.min(...(known.length > 0 ? known : terms).map((term) => index.idf(term)));
  return {
    item: silentItem(
      terms,
      writeList(
        terms.flatMap((term) => entities.get(term.slice(2))?.name ?? []),
        'or',
      ),
    ),
    weight: (INHERITED_WEIGHT * share * rarity) / index.idf(''),
    isHard: false,
    isLoose: false,
  };
}

/** A country is about everywhere; only what is more particular must be what the answer is about. */
export function referentPiece(ids: readonly string[], { entities }: CompiledBase): Piece {
  const known = ids.flatMap((id) => entities.get(id) ?? []);
  const isHard = known.every(({ kind }) => kind !== 'country' && kind !== 'region');
  const item = silentItem(ids.map(entityTerm), known.map(({ name }) => name).join(', '));
  return { item, weight: isHard ? 1 : INHERITED_WEIGHT, isHard, isLoose: false };
}

export function silentItem(terms: readonly string[], text = ''): Item {
  return { kind: 'concept', text, at: -1, length: 0, terms, parts: [], isName: true };
}

const lineOf = ({ tokens }: Question['reading']): string => tokens.map(({ text }) => text).join(' ');

/** `now` takes the place of `in 2019`, as another year does. */
const NOW =
  /\b(now|today|current|currently|this years|present|presently|nowadays|still|tonight|at the moment|these days|as it stands|so far|to date|this time|this moment)\b/;

/** In `and how many today?`; `now, who signed it?` says nothing of the time. */
const PRESENT =
  /\S (?:right |just )?(?:now|today|currently|presently|nowadays|tonight|at the moment|these days|as it stands|this time|this moment)\b|\b(?:current|present|latest) one\b|^(?:today|currently|this time|now in)\b|^now$/;

/** Whether a message asks how things are, and not how they were. */
export function asksOfNow({ reading }: Question): boolean {
  return PRESENT.test(lineOf(reading));
}

/** Says when it is now, not what is asked. */
export const saysNow = (text: string): boolean => NOW.test(text.toLowerCase());

const kindOf = (term: string, { entities }: CompiledBase): EntityKind | undefined =>
  term.startsWith('e:') ? entities.get(term.slice(2))?.kind : undefined;

function classOf(term: string, { entities }: CompiledBase): string | undefined {
  if (/^[ymd]:/.test(term)) return 'time';
  const entity = term.startsWith('e:') ? entities.get(term.slice(2)) : undefined;
  return entity === undefined ? undefined : CLASSES[entity.kind];
}

/** Whether a term of the thread gives way to what the message names: one of the very same kind, or else of its class. */
function replacing(
  { classes, kinds }: Replaced,
  spoken: readonly string[],
  compiled: CompiledBase,
): (term: string) => boolean {
  const hasKind = spoken.some((term) => kinds.has(kindOf(term, compiled) ?? ''));
  return (term) =>
    hasKind && classOf(term, compiled) !== 'time'
      ? kinds.has(kindOf(term, compiled) ?? '')
      : classes.has(classOf(term, compiled) ?? '');
}

interface Replaced {
  readonly classes: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** `and the mayor?` takes the place of whoever was asked about; `has the mayor signed?` asks more about the same. */
function whatIsReplaced({ pieces, reading }: Question, compiled: CompiledBase): Replaced {
  const asksMore = pieces.some(({ isHard, item }) => isHard && !item.isName && item.quantity === undefined);
  const terms = pieces.flatMap(({ item }) => item.terms);
  const named = terms
    .flatMap((term) => classOf(term, compiled) ?? [])
    .filter((replaced) => !asksMore || replaced === 'time');
  const kinds = asksMore ? [] : terms.flatMap((term) => kindOf(term, compiled) ?? []);
  const line = lineOf(reading);
  return { classes: new Set(NOW.test(line) ? [...named, 'time'] : named), kinds: new Set(kinds) };
}
