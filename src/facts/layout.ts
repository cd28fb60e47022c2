/** A knowledge file as its lines will be: blocks of entries, in the order of the text. */
import { type Document, isMap, isSeq, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { plainValue } from './document.ts';
import type { Path } from './problem.ts';
import { childOf, keysOf } from './shape.ts';
import { keyText, startOfNode } from './yaml-problems.ts';

/** A map or a list that is printed one entry a line. */
export interface Block {
  readonly kind: 'map' | 'list';
  readonly parent: Block | undefined;
  readonly entries: Entry[];
  /** The keys the schema has, in its order; none for a list. */
  readonly keys: readonly string[];
  /** Comments after the last entry. */
  readonly tail: string[];
}

export interface Entry {
  readonly owner: Block;
  /** The key, or the position in a list. */
  readonly key: string | number;
  /** Where it begins and ends in the text; a list's entry begins at its hyphen. */
  readonly offset: number;
  readonly end: number;
  /** What it holds, on one line or as a block of its own. */
  value: string | Block;
  /** Comments on the lines before it; an empty one stands for a blank line. */
  readonly before: string[];
  /** A comment on its own line. */
  after: string | undefined;
}

export interface Layout {
  readonly root: Block | string;
  /** Every entry of every block, in the order of the text. */
  readonly entries: readonly Entry[];
}

/** Lists and maps that take one line: short ones that are read as one thing. `*` is any entry of a list. */
const ON_ONE_LINE: ReadonlySet<string> = new Set([
  'facts.*.about',
  'facts.*.source',
  'facts.*.when',
  'facts.*.answers.*',
  'facts.*.related',
  'facts.*.conflictsWith',
  'digests.*.facts',
  'same.*',
  'particles',
  'scope',
]);

/** Lays out a document; where it is neither a map nor a list, its root is text. */
export function layOut(document: Document.Parsed, schema: z.ZodType): Layout {
  const entries: Entry[] = [];
  const root = contentOf({ node: document.contents, schema, path: [], parent: undefined }, entries);
  return { root, entries };
}

interface Spot {
  readonly node: unknown;
  readonly schema: z.core.$ZodType | undefined;
  readonly path: Path;
  readonly parent: Block | undefined;
}

function contentOf(spot: Spot, all: Entry[]): Block | string {
  const { node, schema, path } = spot;
  if (!(isMap(node) || isSeq(node)) || node.items.length === 0 || ON_ONE_LINE.has(patternOf(path))) {
    return inOneLine(plainValue(node, schema), schema);
  }
  const kind = isMap(node) ? 'map' : 'list';
  const keys = kind === 'map' ? keysOf(schema) : [];
  const block: Block = { kind, parent: spot.parent, entries: [], keys, tail: [] };
  for (const { key, offset, child } of childrenOf(node)) {
    const entry: Entry = {
      owner: block,
      key,
      offset,
      end: endOf(child) ?? offset,
      value: '',
      before: [],
      after: undefined,
    };
    all.push(entry);
    block.entries.push(entry);
    const below = { node: child, schema: childOf(schema, key), path: [...path, key], parent: block };
    entry.value = contentOf(below, all);
  }
  return block;
}

/** A value as it stands on one line, its keys in the order of the schema. */
export function inOneLine(value: unknown, schema?: z.core.$ZodType): string {
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => inBrackets(item, childOf(schema, index))).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return scalar({ k: value }, false).slice('k: '.length);
  const keys = inOrder(Object.keys(value), keysOf(schema));
  const pairs = keys.map(
    (key) => `${inBrackets(key)}: ${inBrackets(Reflect.get(value, key), childOf(schema, key))}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Sorts keys by the given order; those it does not have come last, in the order in which they were. */
export function inOrder(keys: readonly string[], order: readonly string[]): string[] {
  return [...order.filter((key) => keys.includes(key)), ...keys.filter((key) => !order.includes(key))];
}

/** Inside brackets a comma or a bracket needs quotes too. */
function inBrackets(value: unknown, schema?: z.core.$ZodType): string {
  return typeof value === 'object' ? inOneLine(value, schema) : scalar([value], true).slice(1, -1);
}

/** A collection of one text or number, printed; the text loses the spaces around it, as when it is read. */
function scalar(holder: unknown[] | Record<string, unknown>, flow: boolean): string {
  return stringify(holder, (_, part) => (typeof part === 'string' ? part.trim() : part), {
    lineWidth: 0,
    blockQuote: false,
    singleQuote: true,
    collectionStyle: flow ? 'flow' : 'block',
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  }).trimEnd();
}

function patternOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

interface Child {
  readonly key: string | number;
  readonly offset: number;
  readonly child: unknown;
}

function childrenOf(node: YAMLMap | YAMLSeq): Child[] {
  if (isMap(node)) {
    return node.items.map((pair) => ({
      key: keyText(pair),
      offset: startOfNode(pair.key) ?? 0,
      child: pair.value,
    }));
  }
  return node.items.map((child, key) => ({
    key,
    offset: hyphenOf(node, key) ?? startOfNode(child) ?? 0,
    child,
  }));
}

/** The offset of the hyphen of a list's entry; undefined where the list is in brackets. */
function hyphenOf(list: YAMLSeq, index: number): number | undefined {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  return token.items[index]?.start.find((part) => part.type === 'seq-item-ind')?.offset;
}

function endOf(node: unknown): number | undefined {
  const start = startOfNode(node);
  return start === undefined ? undefined : (node as { range?: [number, number, number] }).range?.[1];
}
