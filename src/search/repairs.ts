/** Words as they were meant: typing errors, letters drawn out, halves joined or split, other spellings of names. */
import { isPlaceName } from './english/places.ts';
import { CHAT, SHORTHANDS, SOFT } from './english/words.ts';
import { isPlainEnglish } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { isCapitalised } from './names.ts';
import type { Speller } from './spelling.ts';
import type { Token } from './tokens.ts';

/** A word that was taken for another one. */
export interface Repaired {
  readonly typed: string;
  readonly read: string;
}

/** What is known of words. */
export interface RepairOptions {
  readonly lexicon: Lexicon;
  /** Absent when reading the base itself, whose words are right by definition. */
  readonly speller?: Speller;
  /** The name that a word is another spelling of. */
  readonly findName?: (word: string) => string | undefined;
  /** Whether a word is ordinary English, so that it is not a misspelling of anything. */
  readonly isEnglish?: (word: string) => boolean;
}

/** Repairing is the dearest step; nobody mistypes more words than this in a question meant to be answered. */
const MAX_REPAIRS = 16;
/** The words as they were meant, and in `repaired` those that were typed otherwise. */
export function repairTokens(typed: readonly Token[], options: RepairOptions, repaired: Repaired[]): Token[] {
  let tries = 0;
  let read = 0;
  return typed.flatMap((token, at) => {
    if (at < read) return [];
    const shorthand = SHORTHANDS.get(token.text);
    if (shorthand !== undefined) {
      repaired.push({ typed: token.raw, read: shorthand });
      return [{ ...token, text: shorthand }];
    }
    const next = typed[at + 1];
    const whole = next === undefined ? undefined : withoutHyphen(token, next, options);
    if (next !== undefined && whole !== undefined) {
      repaired.push({ typed: `${token.raw}-${next.raw}`, read: whole });
      read = at + 2;
      return [{ ...next, text: whole, raw: whole }];
    }
    if (tries >= MAX_REPAIRS || isRight(token.text, options)) return [token];
    tries += 1;
    const words = repairWord(token.text, options);
    if (words === undefined || isLostName(typed, at, words, options)) return [token];
    repaired.push({ typed: token.raw, read: words.join(' ') });
    return words.map((word, index) => ({
      text: word,
      raw: word,
      closes: token.closes && index === words.length - 1,
      joined: token.joined && index === words.length - 1,
    }));
  });
}

/** `south-est` is `southeast`: of two halves with a hyphen one is no word, and together they nearly are one. */
function withoutHyphen(token: Token, next: Token, options: RepairOptions): string | undefined {
  const { lexicon, speller } = options;
  if (!token.joined || !/^\p{L}{3,}$/u.test(token.text + next.text)) return undefined;
  if (isRight(token.text, options) && isEnglishOrKnown(next.text, options)) return undefined;
  const repair = speller?.repair(token.text + next.text);
  return repair?.edits === 1 && lexicon.match([repair.word], 0) !== undefined ? repair.word : undefined;
}

const isEnglishOrKnown = (word: string, { isEnglish, speller }: RepairOptions): boolean =>
  isPlainEnglish(word) || isEnglish?.(word) === true || speller?.has(word) === true;

/**
 * A name that the base does not know must not become another word: `did Vask sign` does not ask, `did Ottoline sign`
 * draws no outline, and `on Whit Monday` nothing is white.
 */
function isLostName(
  typed: readonly Token[],
  at: number,
  words: readonly string[],
  { lexicon }: RepairOptions,
): boolean {
  const isName = words.some((word) => lexicon.nameWords.has(word));
  // The first half of a name with a hyphen may be a particle in a spelling of its own.
  if (!isName && typed[at]?.joined !== true && isCapitalised(typed, at)) return true;
  return words.every((word) => SOFT.has(word) || CHAT.has(word)) && words[0]?.[0] !== typed[at]?.text[0];
}

/** `singed` for `signed`: one that says something here, not just another word (`tired` for `tried`). */
function swappedFor(word: string, { lexicon, speller }: RepairOptions): string | undefined {
  const swapped = speller?.swapped(word);
  return swapped !== undefined && lexicon.match([swapped], 0) !== undefined ? swapped : undefined;
}

function isRight(word: string, options: RepairOptions): boolean {
  const { lexicon, speller, isEnglish } = options;
  return (
    /\d/.test(word) ||
    word.length < 3 ||
    isPlainEnglish(word) ||
    isPlaceName(word) ||
    ((speller?.has(word) === true || lexicon.words.has(word) || isEnglish?.(word) === true) &&
      swappedFor(word, options) === undefined)
  );
}

function repairWord(word: string, options: RepairOptions): string[] | undefined {
  const { speller, lexicon, findName } = options;
  const calm = withoutDrawl(word, options) ?? swappedFor(word, options);
  if (calm !== undefined) return [calm];
  const name = withoutParticle(word, speller, lexicon);
  if (name !== undefined) return [name];
  const repair = speller?.repair(word);
  if (repair?.edits === 1) return [repair.word];
  const spelled = findName?.(word);
  if (spelled !== undefined) return [spelled];
  return splitJoined(word, speller, lexicon) ?? (repair === undefined ? undefined : [repair.word]);
}

/** `sooo` is `so`, and `freeee` is `free`: nobody draws a letter out by mistake. */
function withoutDrawl(word: string, options: RepairOptions): string | undefined {
  if (!DRAWL.test(word)) return undefined;
  const shorter = [word.replace(DRAWLS, '$1$1'), word.replace(DRAWLS, '$1')];
  return shorter.find((one) => isPlainEnglish(one) || isRight(one, options));
}

const DRAWL = /(\p{L})\1{2}/u;
const DRAWLS = /(\p{L})\1{2,}/gu;

/** `vandijck` is `van Dijck`: a particle of names and a name, written as one. */
function withoutParticle(word: string, speller: Speller | undefined, lexicon: Lexicon): string | undefined {
  for (const particle of lexicon.particles) {
    const rest = word.slice(particle.length);
    if (particle === 'the' || rest.length < 4 || !word.startsWith(particle)) continue;
    if (lexicon.words.has(rest)) return rest;
    const repair = speller?.repair(rest);
    if (repair?.edits === 1 && lexicon.match([repair.word], 0)?.isName === true) return repair.word;
  }
  return undefined;
}

/** `troopsleft` is `troops left`: both halves are known, and one of them is a word of the base. */
function splitJoined(word: string, speller: Speller | undefined, lexicon: Lexicon): string[] | undefined {
  if (word.length < 6) return undefined;
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    const isOurs = halves.some((half) => half.length >= 4 && lexicon.match([half], 0) !== undefined);
    if (isOurs && halves.every((half) => isPlainEnglish(half) || speller?.has(half) === true)) return halves;
  }
  return undefined;
}
