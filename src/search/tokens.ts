/**
 * Text in, tokens out. People paste smart quotes, non-breaking spaces, right-to-left marks, emoji and
 * Slack's own markup; everything after this file sees plain words.
 */

/** One word or number of a text, with the place it came from. */
export interface Token {
  /** Lower case, without diacritics, apostrophes or dots: `oconnor`, `1000`, `us`. */
  readonly text: string;
  /** As it stands in the cleaned text: `O'Connor`, `1,000`, `US`, `'24`. */
  readonly raw: string;
  /** Ends a clause: a full stop, comma, question mark, semicolon or dash follows. */
  readonly closes: boolean;
  /** Joined to the next token by a hyphen or a slash: `south-east`, `29/1`. */
  readonly joined: boolean;
}

/** A longer question is cut here: nobody asks one, and the time per question stays bounded. */
const MAX_CHARACTERS = 4000;
/** A longer word is no word; cutting it keeps one letter repeated 3,000 times from costing anything. */
const MAX_WORD = 40;

const CONTROL_OR_BIDI = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const SLACK_MARKUP = /<(?:[@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;
const EMOJI_NAME = /:[a-z0-9_+'-]{2,40}:/g;
const EMOJI = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]/gu;
const WORD = /\p{N}+(?:[.,\u00a0 ]\p{N}{3})+(?!\p{N})|\p{N}+|\p{L}(?:[\p{L}\p{M}]|['.](?=\p{L}))*/gu;
const MARK = /\p{M}/gu;

/**
 * The text without markup, emoji, control characters and cunning look-alikes, at most 4,000 characters.
 * Slack sends `&`, `<` and `>` as entities; they are decoded once.
 */
export function cleanText(text: string): string {
  const bounded = text.slice(0, MAX_CHARACTERS);
  return PLAIN.test(bounded) ? bounded.trim() : cleanUnusual(bounded);
}

/** Letters, digits and everyday punctuation: nothing to clean, as in nearly all texts. */
const PLAIN = /^[a-zA-Z0-9 .,;?!'"()/-]*$/;

function cleanUnusual(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\n\r\t\u00a0]/g, ' ')
    .replace(CONTROL_OR_BIDI, '')
    .replace(SLACK_MARKUP, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(SLACK_MARKUP, ' ')
    .replace(EMOJI_NAME, ' . ')
    .replace(EMOJI, ' . ')
    .replace(/[‘’ʼʻ´`′ʿʾ]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Splits cleaned text into words and numbers. `1,000` is one token, `south-east` is two joined ones. */
export function tokenise(cleaned: string): Token[] {
  const tokens: Token[] = [];
  for (const match of cleaned.matchAll(WORD)) {
    const raw = match[0];
    const after = cleaned.slice(match.index + raw.length, match.index + raw.length + 3);
    const joined = /^[-/][\p{L}\p{N}]/u.test(after);
    const closes = !joined && /^\s?[.,;:?!()-]/.test(after);
    const word = dropPossessive(raw);
    const isShortened = cleaned[match.index - 1] === "'" && /^\d{2}$/.test(raw);
    tokens.push({ text: fold(word), raw: isShortened ? `'${raw}` : word, closes, joined });
  }
  return tokens.filter((token) => token.text !== '');
}

const PLAIN_WORD = /^[a-zA-Z]+$/;

/** Lower case, without diacritics, apostrophes, dots and digit grouping. */
export function fold(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase().slice(0, MAX_WORD);
  const plain = word.toLowerCase().normalize('NFKD').replace(MARK, '').replace(/ı/g, 'i');
  const bare = /^\p{N}/u.test(plain)
    ? toAsciiDigits(plain).replace(/[^0-9]/g, '')
    : plain.replace(/[^\p{L}]/gu, '');
  return bare.slice(0, MAX_WORD);
}

/** `Anna's` is `Anna`; `what's` is kept, and read as `what is` by the list of function words. */
function dropPossessive(raw: string): string {
  const bare = raw.replace(/'s?$/i, '');
  return CONTRACTED.has(bare.toLowerCase()) ? raw : bare;
}

const CONTRACTED = new Set([
  'what',
  'who',
  'where',
  'when',
  'how',
  'why',
  'it',
  'that',
  'there',
  'here',
  'he',
  'she',
  'let',
]);

/** Arabic-Indic digits, Eastern and extended: both blocks start at a multiple of 16. */
function toAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
