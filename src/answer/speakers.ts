/**
 * Whose words are asked for. `What did the mayor say about the bridge` is no question about the bridge: only what
 * gives somebody's words answers it. What the report itself says is asked by everybody, and about anything.
 */
import type { Entity } from '../facts/schema.ts';
import { AUXILIARIES } from '../search/english/words.ts';
import type { Item, Reading } from '../search/reader.ts';

/** Stands for somebody's words, in questions and in facts. */
const WORDS_TERM = 'x:words';
const SAYING = new Set(
  'say says said saying think thinks thought comment commented comments feel feels felt'.split(' '),
);

/** The piece for it, where a text has somebody say something; in a question, where it asks what that was. */
export function spokenWords(
  { tokens, items }: Pick<Reading, 'tokens' | 'items'>,
  entities: ReadonlyMap<string, Entity>,
): Item | undefined {
  const at = tokens.findIndex(({ text }, index) => SAYING.has(text) && hasSpeaker(items, index, entities));
  const token = tokens[at];
  if (token === undefined) return undefined;
  // Like a name, it is never overlooked.
  return { kind: 'concept', text: token.raw, at, length: 1, terms: [WORDS_TERM], parts: [], isName: true };
}

/** `what did the mayor say`, `how does the union feel`. */
export function asksForWords({ tokens }: Pick<Reading, 'tokens'>): boolean {
  const [first, second] = tokens;
  return /^(?:what|how)s?$/.test(first?.text ?? '') && AUXILIARIES.has(second?.text ?? '');
}

function hasSpeaker(items: readonly Item[], at: number, entities: ReadonlyMap<string, Entity>): boolean {
  const speaker = items.find((item) => item.isName && item.at + item.length === at);
  const ids = (speaker?.terms ?? []).flatMap((term) => (term.startsWith('e:') ? [term.slice(2)] : []));
  return ids.some((id) => SPEAKERS.has(entities.get(id)?.kind ?? ''));
}

/** An agency reports, and a thing such as a report does not speak. */
const SPEAKERS = new Set(['person', 'group', 'force', 'government', 'organisation', 'country', 'place']);
