/**
 * Gives each comment to the entry it belongs to.
 *
 * The YAML library keeps comments too, but gives one that stands before an entry to the entry before it, so
 * that moving or deleting that one would take it along. Here a comment belongs to the line after it, or,
 * where it is indented more deeply than that line, to the end of the block it is aligned with.
 */
import type { Block, Entry, Layout } from './layout.ts';
import { tokens } from './text.ts';

interface Comment {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Whether nothing stands before it on its line. */
  readonly isAlone: boolean;
}

/** Puts the comments of the text into the entries and blocks of its layout. */
export function attachComments(layout: Layout, text: string): void {
  if (typeof layout.root === 'string') return;
  const { root, entries } = layout;
  const lines = linesOf(text);
  const lastLines = new Map<string[], number>();
  let index = 0;
  for (const comment of commentsIn(text, lines)) {
    while ((entries[index]?.offset ?? Number.POSITIVE_INFINITY) < comment.offset) index += 1;
    const previous = entries[index - 1];
    const next = entries[index];
    if (previous !== undefined && isPartOf(comment, previous)) {
      if (previous.after === undefined && !comment.isAlone) previous.after = comment.text;
      else previous.before.push(comment.text);
      continue;
    }
    const target = targetOf({ comment, previous, next, root, lines });
    separate(target, lastLines, comment.line);
    target.push(comment.text);
    lastLines.set(target, comment.line);
  }
  for (const entry of entries) separate(entry.before, lastLines, lines.at(entry.offset).line);
}

/** Whether a comment stands at the end of an entry's line, or inside what will be printed as one line. */
function isPartOf(comment: Comment, entry: Entry): boolean {
  return !comment.isAlone || (typeof entry.value === 'string' && comment.offset < entry.end);
}

interface Between {
  readonly comment: Comment;
  readonly previous: Entry | undefined;
  readonly next: Entry | undefined;
  readonly root: Block;
  readonly lines: Lines;
}

/** The list of comments into which one goes that has its line to itself. */
function targetOf({ comment, previous, next, root, lines }: Between): string[] {
  let block = previous?.owner;
  while (block?.parent !== undefined && columnOf(block, lines) > comment.column) block = block.parent;
  if (block === undefined) return next?.before ?? root.tail;
  return next !== undefined && holds(block, next) ? next.before : block.tail;
}

function columnOf(block: Block, lines: Lines): number {
  return lines.at(block.entries[0]?.offset ?? 0).column;
}

function holds(block: Block, entry: Entry): boolean {
  let owner: Block | undefined = entry.owner;
  while (owner !== undefined && owner !== block) owner = owner.parent;
  return owner === block;
}

/** Keeps one blank line between comments, or between a comment and its entry, where there were any. */
function separate(target: string[], lastLines: ReadonlyMap<string[], number>, line: number): void {
  const last = lastLines.get(target);
  if (last !== undefined && line - last > 1) target.push('');
}

function* commentsIn(text: string, lines: Lines): Generator<Comment> {
  let offset = 0;
  for (const { token, type } of tokens(text)) {
    if (type === 'comment') {
      const { line, column, start } = lines.at(offset);
      const isAlone = text.slice(start, offset).trim() === '';
      yield { text: token.trimEnd(), offset, line, column, isAlone };
    }
    offset += token.length;
  }
}

interface Lines {
  /** The line of an offset, the column in it, both from 0, and the offset at which the line starts. */
  readonly at: (offset: number) => { line: number; column: number; start: number };
}

function linesOf(text: string): Lines {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    at: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low] ?? 0;
      return { line: low, column: offset - start, start };
    },
  };
}
