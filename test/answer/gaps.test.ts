import { describe, expect, test } from 'vitest';
import { createGapGrouper, type GapEntry, type GapGroup, groupGaps } from '../../src/answer/gaps.ts';
import { parseBase } from '../../src/facts/parse.ts';
import { filesWith } from '../facts/files.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2031, 4, 6);

const parsed = parseBase(filesWith());
if ('problems' in parsed) throw new Error('the base is not good');
const { base } = parsed;
const group = (entries: readonly GapEntry[], now: number): GapGroup[] => groupGaps(base, entries, now);

let count = 0;
const asked = (question: string, daysAgo = 0, more: Partial<GapEntry> = {}): GapEntry => {
  count += 1;
  return {
    id: `g${count}`,
    question,
    at: NOW - daysAgo * DAY,
    team: 'T1',
    channel: 'C1',
    offered: [],
    kind: 'unknown',
    ...more,
  };
};
const questions = (entries: readonly GapEntry[]) => group(entries, NOW).map(({ wordings }) => wordings);

describe('gaps', () => {
  test('are one where the questions mean the same: order, case, small words, forms, spelling, synonyms', () => {
    const same = [
      asked('Who designed the new library?'),
      asked('who designed this new library', 1),
      asked('the new library, who designed it??', 2),
      asked('WHO DESIGNED THE TOWN LIBARY', 3),
    ];
    expect(questions(same)).toHaveLength(1);
    expect(
      questions([asked('Which volumes were stolen?'), asked('which books were stolen?', 1)]),
    ).toHaveLength(1);
  });

  test('are two where another kind of thing is asked for; keywords join the larger one', () => {
    const grouped = group(
      [
        asked('who designed the library'),
        asked('who designed the library?'),
        asked('when was the library designed'),
        asked('library designed'),
      ],
      NOW,
    );
    expect(grouped.map(({ unknowns }) => unknowns)).toEqual([3, 1]);
  });

  test('are two where one says more', () => {
    expect(
      questions([asked('who designed the library roof'), asked('who designed the library')]),
    ).toHaveLength(2);
  });

  test('come by how often and how lately they were asked', () => {
    const once = asked('who designed the library');
    const often = [20, 21, 22].map((days) => asked('which books were stolen', days));
    const long = [90, 91, 92, 93].map((days) => asked('when was the library bombed', days));
    expect(questions([...long, once, ...often]).map(([first]) => first)).toEqual([
      'which books were stolen',
      'who designed the library',
      'when was the library bombed',
    ]);
  });

  test('tell their wordings, entries, threads, and what people got instead', () => {
    const thread = '1900000000.000100';
    const [gap] = group(
      [
        asked('Who designed the library?', 2, { id: 'a', thread, offered: ['When does it open?'] }),
        asked('who designed the library?', 1, { id: 'b', thread }),
        asked('library designed by whom', 0, { id: 'c', kind: 'downvote', offered: ['books'] }),
      ],
      NOW,
    );
    expect(gap).toEqual({
      question: 'who designed the library?',
      wordings: ['who designed the library?', 'library designed by whom'],
      ids: ['c', 'b', 'a'],
      unknowns: 2,
      downvotes: 1,
      firstAt: NOW - 2 * DAY,
      lastAt: NOW,
      threads: [{ team: 'T1', channel: 'C1', thread }],
      offered: ['books', 'When does it open?'],
      answeredBy: [],
    });
  });

  test('say with which facts the base answers them by now', () => {
    const [gap] = group([asked('how many books are there?', 3)], NOW);
    expect(gap?.answeredBy).toEqual(['books']);
  });

  test('are not small talk or junk', () => {
    expect(questions([asked('hello'), asked('asdf qwer'), asked(''), asked('thanks a lot')])).toEqual([]);
  });
});

test('other work has its turn while a base is read and many questions are grouped', async () => {
  let turns = 0;
  const grouper = await createGapGrouper(base, async () => {
    turns += 1;
  });
  expect(turns).toBeGreaterThan(0);
  const before = turns;
  const entries = Array.from({ length: 5000 }, (_, index) => asked(`Who painted pier ${index}?`));
  const groups = await grouper(entries, NOW);
  expect(turns - before).toBeGreaterThan(5000 / 100);
  expect(groups).toEqual(groupGaps(base, entries, NOW));
});
