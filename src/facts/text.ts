/**
 * What can be wrong with a knowledge file before it is read as YAML: its size, characters that no one
 * sees, and nesting so deep that it would exhaust the YAML library's stack and with it the process.
 */
import { CST, Lexer } from 'yaml';
import { MAX_FILE_BYTES } from './files.ts';

/** Something wrong at a character offset of a text. */
export interface TextProblem {
  readonly offset: number;
  readonly message: string;
  readonly mend: string;
}

/** Knowledge files need three levels of brackets at most, and five of indentation. */
const MAX_BRACKETS = 10;
const MAX_INDENT = 40;

/** Every unwelcome character of one kind would be a flood; the first few show the editor what it is. */
const MAX_CHARACTERS_TOLD = 20;

// A zero-width joiner and non-joiner are spelling in several scripts, so they stay allowed.
const UNWELCOME = /\r(?!\n)|[^\P{Cc}\n\r]|(?![\u200c\u200d])[\p{Cf}\u2028\u2029\ufffd]|\p{Cs}/gu;

/** Why the file cannot be given to the YAML library at all, or undefined. */
export function refusedText(text: string): TextProblem | undefined {
  // A text has at least as many bytes as UTF-16 units, or more.
  if (text.length > MAX_FILE_BYTES || Buffer.byteLength(text) > MAX_FILE_BYTES) {
    return {
      offset: 0,
      message: `the file is larger than ${MAX_FILE_BYTES / 1_000_000} MB`,
      mend: 'split it into several files',
    };
  }
  const deep = tooDeep(text);
  return deep === undefined
    ? undefined
    : {
        offset: deep,
        message: 'the nesting is too deep for a knowledge file',
        mend: 'check the brackets and the indentation from here on',
      };
}

/** Characters that are invisible, change the direction of writing, or stand for lost ones. */
export function unwelcomeCharacters(text: string): TextProblem[] {
  const found: TextProblem[] = [];
  for (const match of text.matchAll(UNWELCOME)) {
    found.push({ offset: match.index, ...describe(match[0]) });
    if (found.length === MAX_CHARACTERS_TOLD) break;
  }
  return found;
}

function describe(character: string): { message: string; mend: string } {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 9) return { message: 'a tab', mend: 'use spaces; YAML does not indent with tabs' };
  if (code === 0xfeff) {
    return { message: `a byte order mark (${name})`, mend: 'save the file as UTF-8 without BOM' };
  }
  if (code === 0xfffd) {
    return { message: `a character that was lost in conversion (${name})`, mend: 'save the file as UTF-8' };
  }
  if (/\p{Bidi_Control}/u.test(character)) {
    return { message: `an invisible mark of writing direction (${name})`, mend: 'delete it' };
  }
  return { message: `a control or invisible character (${name})`, mend: 'delete it' };
}

/** The offset at which the nesting passes what a knowledge file can need, by the tokens alone. */
function tooDeep(text: string): number | undefined {
  let offset = 0;
  let brackets = 0;
  let lineStart = 0;
  for (const { token, type } of tokens(text)) {
    brackets += BRACKETS.get(type) ?? 0;
    const end = offset + token.length;
    if (brackets > MAX_BRACKETS || indentOf(type, offset - lineStart, token) > MAX_INDENT) return offset;
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) lineStart = offset + newline + 1;
    offset = end;
  }
  return undefined;
}

/** How far a token indents what follows it; 0 for one that does not. `column` counts from 0. */
function indentOf(type: CST.TokenType | null, column: number, token: string): number {
  if (type === 'space' && column === 0) return token.length;
  return INDICATORS.has(type) ? column : 0;
}

/** The tokens of a YAML text; together they are the text. Those of a scalar's content have no type. */
export function* tokens(text: string): Generator<{ token: string; type: CST.TokenType | null }> {
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    const type: CST.TokenType | null = isContent ? null : CST.tokenType(token);
    isContent = type === 'scalar';
    // The lexer's markers are control characters of its own, not part of the text.
    const isMarker = type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end';
    if (!isMarker) yield { token, type };
  }
}

const BRACKETS = new Map<CST.TokenType | null, number>([
  ['flow-map-start', 1],
  ['flow-seq-start', 1],
  ['flow-map-end', -1],
  ['flow-seq-end', -1],
]);

const INDICATORS = new Set<CST.TokenType | null>(['seq-item-ind', 'explicit-key-ind']);
