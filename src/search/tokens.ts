/**
 * Text in, tokens out. People paste smart quotes, non-breaking spaces, right-to-left marks, emoji and
 * Slack's own markup; everything after this file sees plain words.
 */
/** One word or number of a text, with the place it came from. */
export interface Token {
  /** Lower case, without diacritics, apostrophes or dots: `oconnor`, `us`. Numbers in digits: `1000`, `1.5`, `29`. */
  readonly text: string;
  /** As it stands in the cleaned text: `O'Connor`, `US`, `1,000`, `1.5`, `29th`, `'24`. */
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

const SLACK_MARKUP = /<(?:[@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>/gi;
const EMOJI_NAME = /:[a-z0-9_+'-]{2,40}:/g;
const EMOJI =
  /[0-9#*]\ufe0f?\u20e3|[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]/gu;
/** Controls, marks of direction and width, soft hyphens: nothing that shows. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const MARK = /\p{M}/gu;

/**
 * The text without markup, emoji, control characters and cunning look-alikes, at most 4,000 characters.
 * Slack sends `&`, `<` and `>` as entities; they are decoded once.
 */
export function cleanText(text: string): string {
  const bounded = text.slice(0, MAX_CHARACTERS);
  return PLAIN.test(bounded) && !MIXED.test(bounded) ? bounded.trim() : cleanUnusual(bounded);
}

/** Letters, digits and everyday punctuation: nothing to clean, as in nearly all texts. */
const PLAIN = /^[a-zA-Z0-9 .,;?!'"()/-]*$/;
const MIXED = /[a-z]\d|\d(?!(?:st|nd|rd|th|k|m|s)\b)[a-z]/i;

function cleanUnusual(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\n\r\t\u00a0]/g, ' ')
    .replace(INVISIBLE, '')
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
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(REBUS, (word) => REBUSES[word.toLowerCase()] ?? word)
    .replace(ARABIZI, (word) => word.replace(/\d/g, (digit) => ARABIZI_LETTERS[digit] ?? digit))
    .replace(/[٬٫]/g, (separator) => (separator === '٬' ? ',' : '.'))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Digits that are read aloud, as people type on phones. */
const REBUSES: Readonly<Record<string, string>> = {
  b4: 'before',
  '2day': 'today',
  '2nite': 'tonight',
  '2moro': 'tomorrow',
  gr8: 'great',
  l8r: 'later',
  m8: 'mate',
};
const REBUS = new RegExp(`\\b(?:${Object.keys(REBUSES).join('|')})\\b`, 'gi');

/** In `Da3esh` a digit stands for a letter that Latin script lacks, as people write Arabic on phones. */
const ARABIZI = /\p{L}{2}[\p{L}2357]*\p{L}/gu;
const ARABIZI_LETTERS: Readonly<Record<string, string>> = { 2: 'a', 3: 'a', 5: 'kh', 7: 'h' };

/** The digits of every script stand in a row from nought to nine, so a digit's value is its place in the row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return code < 128 ? digit : String(value);
}

/** `1,000` and `1 000`; `1.5`; `2014` and `29th`; `O'Connor` and `U.S.` */
const WORD =
  /\p{N}{1,3}([., '])\p{N}{3}(?:\1\p{N}{3})*(?!\p{N})|\p{N}+\.\p{N}+|\p{N}+(?:(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[sS])(?!\p{L}))?|\p{L}(?:[\p{L}\p{M}]|['.](?=\p{L}))*/gu;
/** `29.1.2026`, `29.01.`: dots that would otherwise be taken for decimal points. */
const DOTTED_DATE = /\b(\d{1,2})\.(?:(\d{1,2})\.(\d{4}|\d{2})\b|(0\d|1[0-2])\.(?!\d))/g;

/** Splits cleaned text into words and numbers. `1,000` is one token, `south-east` is two joined ones. */
export function tokenise(cleaned: string): Token[] {
  const text = /\d\.\d/.test(cleaned) ? cleaned.replace(DOTTED_DATE, slashedDate) : cleaned;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfPlainWord(text, at);
    if (end > at) {
      const raw = text.slice(at, end);
      at = end;
      tokens.push(tokenAt(text, end, raw, raw.toLowerCase().slice(0, MAX_WORD)));
    } else {
      WORD.lastIndex = at;
      const match = WORD.exec(text);
      if (match === null) break;
      at = WORD.lastIndex;
      const token = unusualToken(text, match[0], match.index);
      if (token !== undefined) tokens.push(token);
    }
    while (text.charCodeAt(at) === SPACE) at += 1;
  }
  return tokens;
}

const SPACE = 32;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Where the word of plain letters ends that starts here: nearly every word is one, and needs no pattern. */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  // An apostrophe or a dot may stand inside a word, and so may what is not ASCII.
  return next === 39 || next === 46 || next > 127 ? start : end;
}

function unusualToken(text: string, raw: string, start: number): Token | undefined {
  const word = raw.includes("'") ? dropPossessive(raw) : raw;
  const folded = fold(word);
  const shown = isShortened(text, start, raw) ? `'${raw}` : word;
  return folded === '' ? undefined : tokenAt(text, start + raw.length, shown, folded);
}

function tokenAt(text: string, end: number, raw: string, folded: string): Token {
  const joined = isJoined(text, end);
  return { text: folded, raw, closes: !joined && isClosed(text, end), joined };
}

function slashedDate(_all: string, day: string, month?: string, year?: string, alone?: string): string {
  return alone === undefined ? `${day}/${month}/${year}` : `${day}/${alone} `;
}

function isJoined(text: string, end: number): boolean {
  const after = text[end];
  return (after === '-' || after === '/') && /^[\p{L}\p{N}]/u.test(text.slice(end + 1, end + 3));
}

const CLOSING = '.,:;?!()-';

function isClosed(text: string, end: number): boolean {
  const after = text[end];
  if (after === undefined) return false;
  if (CLOSING.includes(after)) return true;
  const next = text[end + 1];
  return after === ' ' && next !== undefined && CLOSING.includes(next);
}

/** `'24`, a year without its century. */
function isShortened(text: string, at: number, raw: string): boolean {
  return raw.length === 2 && text[at - 1] === "'" && /^\d\d$/.test(raw);
}

const PLAIN_WORD = /^[a-zA-Z]+$/;
/** Letters that are not a plain letter and a mark, as people without such a keyboard write them. */
const SPECIAL: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Lower case, without diacritics, apostrophes, dots, digit grouping and what follows a number (`29th`, `1990s`). */
export function fold(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase().slice(0, MAX_WORD);
  const plain = word.normalize('NFKD').toLowerCase().replace(MARK, '');
  return (/^\p{N}/u.test(plain) ? foldNumber(plain) : foldLetters(plain)).slice(0, MAX_WORD);
}

function foldNumber(plain: string): string {
  const isDecimal = /^\d+\.\d+$/.test(plain) && !/^\d{1,3}(?:\.\d{3})+$/.test(plain);
  return isDecimal ? plain : plain.replace(/[^0-9]/g, '');
}

function foldLetters(plain: string): string {
  return plain.replace(/[ıłøđßæœ]/g, (letter) => SPECIAL[letter] ?? letter).replace(/[^\p{L}]/gu, '');
}

/** `Anna's` is `Anna`; `what's` is kept, and read as `what is` by the list of function words. */
function dropPossessive(raw: string): string {
  const bare = raw.replace(/'s$/i, '');
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
