/**
 * What search libraries make of the same base and the same questions: the fact or digest that they find first is the
 * answer. One that says what the report lacks counts as withheld, as it does for the engine.
 */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Answering, Turn } from '../answer/answering.ts';
import { createEngine } from '../answer/engine.ts';
import type { Base } from '../facts/schema.ts';
import { judgeAnswerable, judgeUnanswerable, shareOf, type Verdict } from './judge.ts';
import type { QuestionSet } from './question-sets.ts';

/** What can be found, and the texts it is found by. */
interface Document {
  readonly factIds: readonly string[];
  readonly statements: string;
  readonly asks: string;
}

/** The place of the document found first, and how well it fits: higher is better. */
type Find = (question: string) => { readonly at: number; readonly score: number } | undefined;

type Field = 'statements' | 'asks';

function documentsOf({ topics }: Base): Document[] {
  const facts = topics.flatMap((topic) => topic.facts);
  const statementOf = (id: string): string => facts.find((fact) => fact.id === id)?.statement ?? '';
  const digests = topics.flatMap((topic) => topic.digests);
  return [
    ...facts.map(({ id, statement, asks }) => ({
      factIds: [id],
      statements: statement,
      asks: asks.join('\n'),
    })),
    ...digests.map(({ lead = '', facts: ids, asks }) => ({
      factIds: ids,
      statements: [lead, ...ids.map(statementOf)].join(' '),
      asks: asks.join('\n'),
    })),
  ];
}

function fuseOver(documents: readonly Document[], keys: Field[]): Find {
  const fuse = new Fuse(documents, { keys, includeScore: true, useTokenSearch: true, ignoreLocation: true });
  return (question) => {
    const [first] = fuse.search(question, { limit: 1 });
    return first && { at: first.refIndex, score: 1 - (first.score ?? 1) };
  };
}

function miniSearchOver(documents: readonly Document[], fields: Field[]): Find {
  const mini = new MiniSearch<Document & { id: number }>({ fields });
  mini.addAll(documents.map((document, id) => ({ ...document, id })));
  return (question) => {
    const [first] = mini.search(question, { fuzzy: 0.2 });
    return first && { at: first['id'] as number, score: first.score };
  };
}

/** Prints one row a library: right of the answerable, withheld of the unanswerable, and right with a cut-off. */
export function printPeers(base: Base, sets: readonly QuestionSet[]): void {
  const documents = documentsOf(base);
  const peers: [string, Find][] = [
    ['Fuse.js over statements', fuseOver(documents, ['statements'])],
    ['MiniSearch over statements', miniSearchOver(documents, ['statements'])],
    ['Fuse.js over statements and ways of asking', fuseOver(documents, ['statements', 'asks'])],
    ['MiniSearch over statements and ways of asking', miniSearchOver(documents, ['statements', 'asks'])],
  ];
  console.log(`${''.padEnd(48)} right  withheld  right where ${100 * CUT} % are withheld`);
  const engine = createEngine(base);
  for (const [name, find] of peers) {
    const open = peerOf(documents, find, engine, Number.NEGATIVE_INFINITY);
    const cut = peerOf(documents, find, engine, cutOff(sets, open, find));
    row(name, [right(sets, open), withheld(sets, open), right(sets, cut)]);
  }
  row('this engine', [right(sets, engine), withheld(sets, engine)]);
}

type Asked = Pick<Answering, 'ask'>;

/** Answers by the document found, as the engine does when an editor's button names facts. */
function peerOf(documents: readonly Document[], find: Find, engine: Answering, least: number): Asked {
  return {
    ask: (question): Turn => {
      const found = find(question);
      const isGood = found !== undefined && found.score >= least;
      return isGood ? engine.give(documents[found.at]?.factIds ?? [], question) : engine.ask('');
    },
  };
}

const CUT = 0.95;

/** The score below which nothing is answered, so that so many of the unanswerable questions are withheld. */
function cutOff(sets: readonly QuestionSet[], peer: Asked, find: Find): number {
  const asked = sets.flatMap(({ unanswerable }) => unanswerable);
  const wrong = asked.filter((record) => judgeUnanswerable(record, peer).result !== 'right');
  const scores = wrong.map(({ q }) => find(q)?.score ?? 0).sort((a, b) => b - a);
  return (scores[Math.floor((1 - CUT) * asked.length)] ?? 0) + Number.EPSILON;
}

function right(sets: readonly QuestionSet[], peer: Asked): number {
  return shareOf(answered(sets, peer), 'right');
}

const answered = (sets: readonly QuestionSet[], peer: Asked): Verdict[] =>
  sets.flatMap(({ answerable }) => answerable.map((record) => judgeAnswerable(record, peer)));

function withheld(sets: readonly QuestionSet[], peer: Asked): number {
  return shareOf(
    sets.flatMap(({ unanswerable }) => unanswerable.map((record) => judgeUnanswerable(record, peer))),
    'right',
  );
}

function row(name: string, figures: readonly number[]): void {
  console.log(`${name.padEnd(48)} ${figures.map((figure) => figure.toFixed(1).padStart(5)).join('     ')}`);
}
