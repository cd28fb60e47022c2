import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { askGolden, compareGolden } from '../../src/answer/preview.ts';
import { editFact, type FactEdit } from '../../src/facts/edit.ts';
import { factToDraft } from '../../src/facts/fact-draft.ts';
import type { SourceFile } from '../../src/facts/files.ts';
import { parseBase } from '../../src/facts/parse.ts';
import type { Base } from '../../src/facts/schema.ts';
import { readKnowledge } from '../../src/storage/knowledge-files.ts';
import { filesWith } from '../facts/files.ts';

const QUESTIONS = [
  { q: 'When does the library open?', expect: ['opening'] },
  { q: 'How many books are there?', expect: ['books'] },
  { q: 'What did it cost?', expect: ['cost'] },
  { q: 'Is there a garden?', expect: [] },
];

function baseOf(files: readonly SourceFile[]): Base {
  const parsed = parseBase(files);
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.base;
}

const files = filesWith();
const before = askGolden(createEngine(baseOf(files)), QUESTIONS);

function changesBy(edit: FactEdit) {
  const result = editFact(files, edit);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return compareGolden(before, askGolden(createEngine(result.base), QUESTIONS));
}

const books = () => {
  const fact = baseOf(files).topics[0]?.facts.find(({ id }) => id === 'books');
  if (fact === undefined) throw new Error('no books');
  return factToDraft(fact);
};

describe('golden questions', () => {
  test('are met by the base they were written for', () => {
    expect(before.map(({ q, isMet }) => [q, isMet])).toEqual(QUESTIONS.map(({ q }) => [q, true]));
  });

  test('all stay as they are when nothing that is said changes', () => {
    expect(changesBy({ kind: 'change', id: 'books', draft: { ...books(), reviewBy: '2025-06-01' } })).toEqual(
      [],
    );
  });

  test('a mended number changes the answer to those that it answers, from what to what', () => {
    const draft = { ...books(), statement: 'The library holds 4,200 books.' };
    expect(changesBy({ kind: 'change', id: 'books', draft })).toEqual([
      {
        question: 'How many books are there?',
        before: { kind: 'answer', factIds: ['books'], text: 'The library holds 4,000 books.' },
        after: { kind: 'answer', factIds: ['books'], text: 'The library holds 4,200 books.' },
        wasMet: true,
        isMet: true,
      },
    ]);
  });

  test('a way of asking that draws another question to the wrong fact is told first', () => {
    const draft = {
      ...books(),
      statement: 'The library has 4,000 books, and a garden.',
      asks: ['is there a garden', 'how many books are there'],
    };
    const [first] = changesBy({ kind: 'change', id: 'books', draft });
    expect(first).toMatchObject({
      question: 'Is there a garden?',
      before: { kind: 'unknown' },
      after: { kind: 'answer', factIds: ['books'] },
      wasMet: true,
      isMet: false,
    });
  });

  test('a retired fact no longer answers', () => {
    const changes = changesBy({ kind: 'retire', id: 'books', on: '2025-03-03', why: 'Counted again.' });
    expect(changes.map(({ question, isMet }) => [question, isMet])).toEqual([
      ['How many books are there?', false],
    ]);
  });
});

describe('200 golden questions on a base of some size', () => {
  let base: Base;
  beforeAll(async () => {
    base = baseOf(await readKnowledge('test/fixtures/harbour/knowledge'));
  });

  test('are each asked, and compared by their wording', () => {
    const asks = base.topics.flatMap(({ facts }) => facts.flatMap((fact) => fact.asks));
    const questions = asks.slice(0, 200).map((q) => ({ q, expect: [] }));
    const asked = askGolden(createEngine(base), questions);
    expect(asked).toHaveLength(questions.length);
    expect(compareGolden(asked, askGolden(createEngine(base), questions))).toEqual([]);
  });
});
