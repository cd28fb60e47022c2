/** Puts a fact into the text of its topic file so that only the lines of what changed are different. */
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { KnowledgeError } from '../errors.ts';
import { layoutOf, printLayout } from './canonical.ts';
import { plainValue, readYaml } from './document.ts';
import { SCHEMAS, type SourceFile } from './files.ts';
import { type Block, type Entry, layOut } from './layout.ts';
import { quote, startOf } from './problem.ts';

/** A fact as it stands in a file, or as somebody wants it to: not yet held against its schema. */
export type RawFact = Readonly<Record<string, unknown>>;

/** The facts of a topic file as they stand in it, with defaults left out; none where it cannot be read. */
export function rawFactsIn(file: SourceFile): RawFact[] {
  const { document } = readYaml(file);
  const value = document === undefined ? undefined : plainValue(document.contents, SCHEMAS.topic);
  const facts = isMap(value) ? value['facts'] : undefined;
  return Array.isArray(facts) ? facts.filter(isMap) : [];
}

/**
 * The file's text in canonical form with the fact of this id set to `fact`: changed, added at the end of the
 * list or, with undefined, taken out. Comments stay, also those of a value that is taken out.
 * @throws KnowledgeError where the file cannot be read.
 */
export function withFact(file: SourceFile, id: string, fact: RawFact | undefined): string {
  const layout = layoutOf(file);
  const list = factsOf(layout.root, file);
  const raw = rawFactsIn(file);
  const at = raw.findIndex((each) => each['id'] === id);
  const wanted = fact === undefined ? undefined : layOutFact(fact, file);
  if (at < 0) {
    if (wanted !== undefined) list.entries.push(wanted);
    return printLayout(layout);
  }
  const entry = list.entries[at];
  if (wanted === undefined || fact === undefined) removeEntry(list, entry);
  else mergeFact({ entry, value: raw[at] ?? {} }, { entry: wanted, value: fact });
  return printLayout(layout);
}

function factsOf(root: Block | string, file: SourceFile): Block {
  const list = typeof root === 'string' ? undefined : root.entries.find(({ key }) => key === 'facts')?.value;
  if (typeof list === 'object' && list.kind === 'list') return list;
  const message = 'the topic has no list of facts';
  throw new KnowledgeError([{ ...startOf(file.path), rule: 'layout', message, mend: 'add facts: to it' }]);
}

/** The fact as an entry of a list of facts. */
function layOutFact(fact: RawFact, { path }: SourceFile): Entry {
  const { document } = readYaml({ path, text: stringify({ facts: [withoutEmpty(fact)] }, { lineWidth: 0 }) });
  if (document !== undefined) {
    const { root } = layOut(document, SCHEMAS.topic);
    const [entry] = factsOf(root, { path, text: '' }).entries;
    if (entry !== undefined) return entry;
  }
  const message = `the fact ${quote(fact['id'])} cannot be written as YAML`;
  throw new KnowledgeError([{ ...startOf(path), rule: 'yaml', message, mend: 'shorten it' }]);
}

interface Written {
  readonly entry: Entry | undefined;
  readonly value: RawFact;
}

/** Touches only the keys whose values differ, so that everything else stays as it was written. */
function mergeFact(old: Written, wanted: Written): void {
  const [block, source] = [old.entry?.value, wanted.entry?.value];
  if (typeof block !== 'object' || typeof source !== 'object') return;
  const [before, after] = [withoutEmpty(old.value), withoutEmpty(wanted.value)];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDeepStrictEqual(before[key], after[key])) continue;
    const there = block.entries.find((entry) => entry.key === key);
    const next = source.entries.find((entry) => entry.key === key);
    if (next === undefined) removeEntry(block, there);
    else if (there === undefined) block.entries.push(next);
    else mergeValue(there, next);
  }
}

function mergeValue(there: Entry, next: Entry): void {
  const [old, wanted] = [there.value, next.value];
  if (typeof old === 'object' && typeof wanted === 'object' && old.kind === 'list') mergeList(old, wanted);
  else there.value = wanted;
}

/** An entry that stays keeps its comments; so does one that is changed in its place. */
function mergeList(old: Block, wanted: Block): void {
  const left = new Set(old.entries);
  const take = (entry: Entry | undefined): Entry | undefined =>
    entry !== undefined && left.delete(entry) ? entry : undefined;
  const kept = wanted.entries.map(({ value }) =>
    take([...left].find((entry) => typeof value === 'string' && entry.value === value)),
  );
  const merged = wanted.entries.map((entry, index) => {
    const same = kept[index];
    if (same !== undefined) return same;
    const changed = take(old.entries[index]);
    return changed === undefined ? entry : Object.assign(changed, { value: entry.value });
  });
  const orphans = [...left].flatMap(commentsOf);
  old.entries.splice(0, old.entries.length, ...merged);
  old.tail.unshift(...orphans);
}

/** What is said about a value that goes may still matter to an editor, so its comments stay behind. */
function removeEntry(block: Block, entry: Entry | undefined): void {
  if (entry === undefined) return;
  const at = block.entries.indexOf(entry);
  block.entries.splice(at, 1);
  const next = block.entries[at];
  (next?.before ?? block.tail).unshift(...commentsOf(entry));
}

function commentsOf({ before, after }: Entry): string[] {
  return [...before, ...(after === undefined ? [] : [after])];
}

/** An empty list says as much as none. */
function withoutEmpty(fact: RawFact): RawFact {
  return Object.fromEntries(
    Object.entries(fact).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
