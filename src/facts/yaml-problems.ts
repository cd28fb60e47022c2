/** What can be wrong with a file as YAML, and what is fine as YAML but has no place in a knowledge file. */
import {
  type Document,
  isAlias,
  isCollection,
  isScalar,
  type Pair,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { quote } from './problem.ts';
import { type TextProblem, unwelcomeCharacters } from './text.ts';

/** Why a file cannot be read as YAML; `document` is undefined where the library gave up. */
export function syntaxProblems(document: Document | undefined, text: string): TextProblem[] {
  if (document === undefined) {
    return [
      { offset: 0, message: 'the file is not YAML', mend: 'compare it with another file of its folder' },
    ];
  }
  const warnings = document.warnings.filter((warning) => warning.code !== 'TAG_RESOLVE_FAILED');
  const errors = [...document.errors, ...warnings].map((error) => syntaxProblem(error, text, document));
  visit(document, {
    Alias: (_, node) => {
      errors.push({
        offset: node.range?.[0] ?? 0,
        message: `an alias, ${quote(`*${node.source}`)}`,
        mend: 'write the value itself, or put text that begins with * in quotes',
      });
    },
  });
  return errors;
}

function syntaxProblem(error: YAMLError, text: string, document: Document): TextProblem {
  const offset = openQuote(error, document) ?? error.pos[0];
  const [line = ''] = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1);
  const { message, mend } = TOLD[error.code] ?? {
    message: `not readable as YAML (${error.message.split('\n')[0]})`,
    mend: 'check the indentation and the quotes around here',
  };
  return { offset, message: `${message}, in ${quote(line.trim())}`, mend };
}

/** Where the quote begins that is never closed; the library tells only where the text ends. */
function openQuote(error: YAMLError, document: Document): number | undefined {
  if (error.code !== 'MISSING_CHAR') return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
      if (isQuoted && range && range[0] < error.pos[0] && error.pos[0] <= range[1]) start = range[0];
    },
  });
  return start;
}

const QUOTE_IT = "put the text in quotes: 'He said: no'";

/** The library speaks of YAML's grammar; an editor wants to know what to look for. */
const TOLD: Partial<Record<YAMLError['code'], { message: string; mend: string }>> = {
  BAD_DIRECTIVE: { message: 'a directive', mend: 'delete the line' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash that means nothing in double quotes',
    mend: 'use single quotes, in which a backslash is just a backslash',
  },
  BAD_INDENT: {
    message: 'a line that does not line up, or a bracket left open before it',
    mend: 'line it up with its neighbours, and close every bracket',
  },
  BAD_SCALAR_START: { message: 'text that begins with a sign of YAML', mend: QUOTE_IT },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a colon in text without quotes, or a wrong indentation',
    mend: `${QUOTE_IT}, or line it up with its neighbours`,
  },
  MISSING_CHAR: {
    message: 'a quote, bracket, hyphen or colon is missing',
    mend: 'close what is open, and begin each entry of a list with a hyphen',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a line without a key',
    mend: 'give it a key and a colon, or indent it to belong to the line before',
  },
  MULTIPLE_DOCS: { message: 'a second document', mend: 'delete the --- line; a file holds one document' },
  NON_STRING_KEY: { message: 'a key that is no word', mend: 'write a plain word before the colon' },
  TAB_AS_INDENT: { message: 'a tab', mend: 'indent with spaces' },
  UNEXPECTED_TOKEN: {
    message: 'more text after the end of a value',
    mend: 'put the whole text in quotes, and write a quote inside it twice',
  },
};

/** Readable YAML that a knowledge file does not use. */
export function notPlain(document: Document | undefined): TextProblem[] {
  if (document === undefined) return [];
  const found: TextProblem[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) return;
      const offset = node.range?.[0] ?? 0;
      const told = decorated(node.anchor, node.tag) ?? (isScalar(node) ? scalarProblem(node) : undefined);
      if (told !== undefined) found.push({ ...told, offset });
    },
    Map: (_, node) => {
      found.push(...repeatedKeys(node.items));
    },
  });
  return found;
}

function decorated(anchor: string | undefined, tag: string | undefined) {
  if (anchor !== undefined) {
    return {
      message: `an anchor, ${quote(`&${anchor}`)}`,
      mend: 'delete it, or put text that begins with & in quotes',
    };
  }
  if (tag !== undefined) {
    return {
      message: `a tag, ${quote(tag.replace('tag:yaml.org,2002:', '!!'))}`,
      mend: 'delete it, or put text that begins with ! in quotes',
    };
  }
  return undefined;
}

function scalarProblem(node: Scalar): { message: string; mend: string } | undefined {
  const text = String(node.value ?? '');
  if (node.type === Scalar.PLAIN && /^(null|Null|NULL|~)$/.test(text)) {
    return { message: `${text} stands for nothing`, mend: 'leave the key out, or put the word in quotes' };
  }
  // Only double quotes can make a character that the text itself does not hold.
  return node.type === Scalar.QUOTE_DOUBLE ? unwelcomeCharacters(text)[0] : undefined;
}

function repeatedKeys(pairs: readonly Pair[]): TextProblem[] {
  const seen = new Set<string>();
  const found: TextProblem[] = [];
  for (const pair of pairs) {
    const key = keyText(pair);
    if (seen.has(key)) {
      const mend = 'keep one of the two, or check that a new entry begins with a hyphen';
      found.push({
        offset: startOfNode(pair.key) ?? 0,
        message: `the key ${quote(key)} is there twice`,
        mend,
      });
    }
    seen.add(key);
  }
  return found;
}

/** The text of a map's key. */
export function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

/** The offset of a node in its text. */
export function startOfNode(node: unknown): number | undefined {
  if (!isCollection(node) && !isScalar(node) && !isAlias(node)) return undefined;
  return node.range?.[0];
}
