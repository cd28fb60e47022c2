/**
 * Countries and cities of the world, as far as the runtime knows their English names: `did baghdad agree` asks about
 * a city, whatever name of the base is one letter away. From Unicode's CLDR (regions) and the time zone database.
 */
import { fold } from '../tokens.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Continents by their UN M49 codes. */
const CONTINENTS = ['002', '009', '019', '142', '150'];

function regionNames(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return [...CONTINENTS, ...codes].flatMap((code) => names.of(code) ?? []);
}

/** The last part of `Europe/Paris` or `Asia/Ho_Chi_Minh`. */
function cityNames(): string[] {
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.split('/').at(-1) ?? []);
}

const wordsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter(({ length }) => length > 3);

/** Gathered at once: it takes some milliseconds, which no question should wait for. */
const WORDS: ReadonlySet<string> = new Set([...regionNames(), ...cityNames()].flatMap(wordsOf));

/** Whether this folded word is the name of a country, continent or city, or part of one. */
export function isPlaceName(word: string): boolean {
  return WORDS.has(word);
}
