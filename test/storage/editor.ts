/**
 * Edits one fact as fast as it can, in a process of its own, until it is killed:
 *   <knowledge folder> <data folder> <milliseconds its clock is ahead>
 * Says the number it is about to write, then the same number with an exclamation mark.
 */
import { writeSync } from 'node:fs';
import { createEngine } from '../../src/answer/engine.ts';
import { factToDraft } from '../../src/facts/fact-draft.ts';
import { openBaseStore } from '../../src/storage/base-store.ts';
import { openDatabase } from '../../src/storage/database.ts';

const [folder = '', dataDir = '', ahead = '0'] = process.argv.slice(2);
const clock = () => Date.now() + Number(ahead);
const say = (line: string) => writeSync(1, `${line}\n`);
const silent = { debug() {}, info() {}, warn() {}, error() {} };

const stores = await openDatabase({ dataDir, clock });
const base = await openBaseStore({
  folder,
  history: stores.history,
  compile: async (parsed) => createEngine(parsed),
  golden: { ask: () => [], compare: () => [] },
  clock,
  log: silent,
});
await base.refresh();

for (;;) {
  const books = base.open('books');
  if (books === undefined) throw new Error('the fact is gone');
  const next = Number(/\d+/.exec(books.fact.statement)?.[0]) + 1;
  say(String(next));
  const draft = { ...factToDraft(books.fact), statement: `The library holds ${next} books.` };
  const by = { user: 'U1', why: `now ${next}`, expectedVersion: books.version };
  const outcome = await base.edit({ kind: 'change', id: 'books', draft }, by);
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  say(`${next}!`);
}
