/**
 * Reads one YAML file into plain values, with the place of each of them.
 *
 * Facts are plain: anchors, aliases, merge keys and tags are refused. Every scalar is text, so that
 * `2014`, `1,000`, `no` and `2026-02-23` need no quotes; a number is made only where the schema wants one.
 */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
} from 'yaml';
import type { z } from 'zod';
import type { SourceFile } from './files.ts';
import type { Path, Place, Problem } from './problem.ts';
import { childOf, wantsNumber } from './shape.ts';
import { refusedText, type TextProblem, unwelcomeCharacters } from './text.ts';
import { keyText, notPlain, startOfNode, syntaxProblems } from './yaml-problems.ts';

/** A file as YAML nodes. `document` is left out where the file cannot be read as YAML. */
export interface YamlFile {
  readonly path: string;
  readonly document?: Document.Parsed;
  readonly problems: readonly Problem[];
  /** The place of the value at a path, or of the deepest value on the way to it that exists. */
  readonly placeOf: (path: Path) => Place;
  /** The place of a key itself. */
  readonly placeOfKey: (path: Path, key: string) => Place;
}

/** Reads a file as YAML. Never throws. */
export function readYaml(file: SourceFile): YamlFile {
  const placeAt = offsetsOf(file);
  const refused = refusedText(file.text);
  const document = refused === undefined ? parse(file.text) : undefined;
  const characters = unwelcomeCharacters(file.text);
  const broken = refused === undefined ? syntaxProblems(document, file.text) : [refused];
  const found = [...characters, ...firstOfLines(broken, characters, placeAt), ...notPlain(document)];
  const readable = broken.length === 0 && document !== undefined;
  return {
    path: file.path,
    ...(readable ? { document } : {}),
    problems: found.map(({ offset, message, mend }) => ({ ...placeAt(offset), rule: 'yaml', message, mend })),
    placeOf: (path) => placeAt(offsetOf(document, path), path),
    placeOfKey: (path, key) => placeAt(offsetOfKey(document, path, key), [...path, key]),
  };
}

/** The plain value of a node, with numbers where the schema wants them. */
export function plainValue(node: unknown, schema: z.core.$ZodType | undefined): unknown {
  if (isMap(node)) {
    // Of repeated keys the first counts: a forgotten hyphen repeats them all, and the rest is another entry's.
    const values = new Map<string, unknown>();
    for (const pair of node.items) {
      const key = keyText(pair);
      if (!values.has(key)) values.set(key, plainValue(pair.value, childOf(schema, key)));
    }
    return Object.fromEntries(values);
  }
  if (isSeq(node)) return node.items.map((item, index) => plainValue(item, childOf(schema, index)));
  const text = isScalar(node) ? String(node.value ?? '') : '';
  const isNumeral = isScalar(node) && node.type === Scalar.PLAIN && /^-?\d{1,15}$/.test(text);
  return isNumeral && wantsNumber(schema) ? Number(text) : text;
}

function offsetsOf(file: SourceFile): (offset: number, path?: Path) => Place {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of file.text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset, path = []) => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line, column: col, path };
  };
}

/**
 * A broken line makes the library stumble over the next ones too, so that one error a line, and a few a file,
 * say more than all of them; an invisible character on the line is the likelier reason.
 */
function firstOfLines(
  broken: readonly TextProblem[],
  characters: readonly TextProblem[],
  placeAt: (offset: number) => Place,
): TextProblem[] {
  const lines = new Set(characters.map(({ offset }) => placeAt(offset).line));
  const first = [...broken].sort((a, b) => a.offset - b.offset);
  return first
    .filter(({ offset }) => !lines.has(placeAt(offset).line) && lines.add(placeAt(offset).line))
    .slice(0, 5);
}

function parse(text: string): Document.Parsed | undefined {
  try {
    // Repeated keys are looked for below, as the library's own search takes the square of their number.
    return parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      // The layout needs to know where a list's hyphens are.
      keepSourceTokens: true,
    });
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document | undefined, path: Path): number {
  let node: unknown = document?.contents;
  let offset = startOfNode(node) ?? 0;
  for (const step of path) {
    node = isCollection(node) ? stepInto(node, step) : undefined;
    const start =
      startOfNode(isPair(node) ? node.value : node) ?? startOfNode(isPair(node) ? node.key : node);
    if (start === undefined) return offset;
    offset = start;
    if (isPair(node)) node = node.value;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number): unknown {
  if (isMap(node)) return node.items.find((pair) => keyText(pair) === step);
  return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
}

function offsetOfKey(document: Document | undefined, path: Path, key: string): number {
  let node: unknown = document?.contents;
  for (const step of path) {
    const next = stepInto(node, step);
    node = isPair(next) ? next.value : next;
  }
  const pair = stepInto(node, key);
  return (isPair(pair) ? startOfNode(pair.key) : undefined) ?? offsetOf(document, path);
}
