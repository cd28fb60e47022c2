/**
 * The one canonical form of a knowledge file, so that a change of one value is a diff of one line.
 *
 * Keys stand in the order of the schema; a text takes one line however long it is, as folding would move
 * words from line to line; it is quoted only where YAML would read it as something else; comments stay with
 * what they are about; blank lines separate facts, entities and the parts of a file.
 */
import { KnowledgeError } from '../errors.ts';
import { attachComments } from './comments.ts';
import { readYaml } from './document.ts';
import { isIgnored, kindOf, SCHEMAS, type SourceFile } from './files.ts';
import { type Block, type Entry, inOneLine, inOrder, type Layout, layOut } from './layout.ts';
import { type Problem, quote, startOf } from './problem.ts';

/**
 * The canonical form of a file. Its values stay what they are, also where they break a rule.
 * Throws a KnowledgeError where the file is not one of the knowledge folder or not readable as YAML.
 */
export function canonical(file: SourceFile): string {
  return printLayout(layoutOf(file));
}

/** A file as blocks with their comments, to be changed in place and printed. Throws as `canonical` does. */
export function layoutOf(file: SourceFile): Layout {
  const kind = kindOf(file.path);
  if (kind === undefined) {
    throw refusal(file, 'this is no file of a knowledge folder', 'name another file');
  }
  const yaml = readYaml(file);
  if (yaml.document === undefined || yaml.problems.length > 0) throw new KnowledgeError(yaml.problems);
  const layout = layOut(yaml.document, SCHEMAS[kind]);
  if (typeof layout.root === 'string') throw refusal(file, 'the file holds no keys', 'fill it or delete it');
  attachComments(layout, file.text);
  return layout;
}

/** The text of a file. */
export function printLayout({ root }: Layout): string {
  return typeof root === 'string' ? `${root}\n` : `${linesOf(root, '').join('\n')}\n`;
}

function refusal(file: SourceFile, message: string, mend: string): KnowledgeError {
  return new KnowledgeError([{ ...startOf(file.path), rule: 'layout', message, mend }]);
}

/** One problem for each readable file that is not in canonical form, at the first line that differs. */
export function canonicalProblems(files: readonly SourceFile[]): Problem[] {
  return files.flatMap((file) => {
    const differing = firstDifference(file);
    if (differing === undefined) return [];
    const { line, text } = differing;
    const message = `not in canonical form from here on: ${quote(text.trim())}`;
    const mend = 'run npm run knowledge:format';
    return [{ ...startOf(file.path), line, rule: 'canonical', message, mend }];
  });
}

function firstDifference(file: SourceFile): { line: number; text: string } | undefined {
  if (isIgnored(file.path) || kindOf(file.path) === undefined || file.unreadable !== undefined)
    return undefined;
  const form = canonicalOrNone(file);
  if (form === undefined || form === file.text) return undefined;
  const lines = file.text.split('\n');
  const wanted = form.split('\n');
  // Where all lines there are agree, the file ends too early: its last line is the place.
  const index = lines.findIndex((text, at) => text !== wanted[at]);
  const at = index < 0 ? lines.length - 1 : index;
  return { line: at + 1, text: lines[at] ?? '' };
}

/** Problems of a file that is not readable are told by whoever parses it. */
function canonicalOrNone(file: SourceFile): string | undefined {
  try {
    return canonical(file);
  } catch (error) {
    if (error instanceof KnowledgeError) return undefined;
    throw error;
  }
}

function linesOf(block: Block, indent: string): string[] {
  const isRoot = block.parent === undefined;
  const printed = sorted(block).map((entry, index) => {
    const lines = block.kind === 'map' ? keyLines(entry, indent) : itemLines(entry, indent);
    const holdsBlock = typeof entry.value !== 'string';
    const stands = holdsBlock && (isRoot || (block.kind === 'list' && isMapBlock(entry.value)));
    return index > 0 && stands ? ['', ...lines] : lines;
  });
  const gap = isRoot && block.tail.length > 0 ? [''] : [];
  return [...printed.flat(), ...gap, ...commentLines(block.tail, indent)];
}

function sorted(block: Block): readonly Entry[] {
  if (block.kind === 'list') return block.entries;
  const entries = new Map(block.entries.map((entry) => [String(entry.key), entry]));
  return inOrder([...entries.keys()], block.keys).flatMap((key) => entries.get(key) ?? []);
}

function keyLines(entry: Entry, indent: string): string[] {
  const key = inOneLine(entry.key);
  const before = commentLines(entry.before, indent);
  if (typeof entry.value === 'string')
    return [...before, line(indent, `${key}: ${entry.value}`, entry.after)];
  return [...before, line(indent, `${key}:`, entry.after), ...linesOf(entry.value, `${indent}  `)];
}

/** A block in a list begins on the line of its hyphen, so that comments before its first entry move above. */
function itemLines(entry: Entry, indent: string): string[] {
  if (typeof entry.value === 'string') {
    return [...commentLines(entry.before, indent), line(indent, `- ${entry.value}`, entry.after)];
  }
  const first = sorted(entry.value)[0];
  const above = [
    ...entry.before,
    ...(entry.after === undefined ? [] : [entry.after]),
    ...(first?.before ?? []),
  ];
  first?.before.splice(0);
  const [head = '', ...rest] = linesOf(entry.value, `${indent}  `);
  return [...commentLines(above, indent), `${indent}- ${head.trimStart()}`, ...rest];
}

function line(indent: string, content: string, comment: string | undefined): string {
  return comment === undefined ? `${indent}${content}` : `${indent}${content} ${comment}`;
}

function commentLines(comments: readonly string[], indent: string): string[] {
  return comments.map((comment) => (comment === '' ? '' : `${indent}${comment}`));
}

function isMapBlock(value: Block | string): boolean {
  return typeof value !== 'string' && value.kind === 'map';
}
