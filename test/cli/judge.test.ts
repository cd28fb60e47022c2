import { describe, expect, test } from 'vitest';
import type { Answering } from '../../src/answer/answering.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { belowFloors } from '../../src/cli/eval-table.ts';
import { judgeAnswerable, judgeThread, judgeUnanswerable, type Verdict } from '../../src/cli/judge.ts';
import { answerWith, choices, handMadeEngine, REPLIES, statedUnknown, unknown } from '../support/replies.ts';

/** An engine that gives one reply after the other, whatever it is asked. */
function giving(...replies: Reply[]): Answering {
  const engine = handMadeEngine();
  let at = 0;
  return {
    ...engine,
    ask: (question, conversation) => {
      const reply = replies[Math.min(at, replies.length - 1)] ?? unknown;
      at += 1;
      return { ...engine.ask('lorries', conversation), reply, question };
    },
  };
}

const answerable = {
  id: 'a1',
  q: 'When does the bridge shut?',
  kind: 'direct',
  gold: 'October 6, 2025',
  must: [['October 6', '6 October'], ['bridge']],
  mustNot: ['December'],
};

describe('a question that the base answers', () => {
  const judge = (reply: Reply): string => judgeAnswerable(answerable, giving(reply)).result;

  test('is right with one pattern of every group', () => {
    expect(judge(answerWith('bridge-closes'))).toBe('right');
  });

  test('is wrong where a group has none, or a forbidden one matches', () => {
    expect(judge(answerWith('plan-tunnel'))).toBe('wrong');
    expect(judge(answerWith('bridge-closes', 'fourth-ferry'))).toBe('wrong');
  });

  test('is missed without harm where it was not answered', () => {
    expect(judge(choices)).toBe('choices');
    expect(judge(unknown)).toBe('refused');
    // The right words are no answer where they are said to be unknown.
    expect(judge({ ...unknown, text: 'The bridge shuts on October 6.' })).toBe('refused');
  });
});

describe('a question that the report does not answer', () => {
  const record = {
    id: 'u1',
    q: 'Who inspected it?',
    kind: 'near',
    why: 'It is not said.',
    wrongIf: ['Kaldor'],
    okIf: ['report says .*, not'],
  };
  const judge = (reply: Reply): string => judgeUnanswerable(record, giving(reply)).result;

  test('is right where it is withheld in any way', () => {
    for (const reply of [unknown, statedUnknown, choices, REPLIES.silent]) expect(judge(reply)).toBe('right');
  });

  test('is right where the premise is set right, and wrong where it is answered', () => {
    expect(judge({ ...answerWith('cracks-found'), correction: 'The report says 14, not 25.' })).toBe('right');
    expect(judge(answerWith('cracks-found'))).toBe('wrong');
  });
});

describe('a thread', () => {
  const turn = { q: 'q', kind: 'opening', gold: '', must: [['bridge']], mustNot: [] };
  const judge = (wanted: 'answer' | 'unknown' | 'silent', reply: Reply): string | undefined =>
    judgeThread({ id: 't1', turns: [{ ...turn, expect: wanted }] }, giving(reply))[0]?.result;

  test('is judged turn by turn, each with its number', () => {
    const turns = [
      { ...turn, expect: 'answer' as const },
      { ...turn, expect: 'silent' as const },
    ];
    const verdicts = judgeThread({ id: 't1', turns }, giving(answerWith('bridge-closes'), REPLIES.silent));
    expect(verdicts.map(({ id, result }) => `${id} ${result}`)).toEqual(['t1.1 right', 't1.2 right']);
  });

  test('its turns share one conversation', () => {
    const engine = handMadeEngine();
    const turns = ['lorries', 'why?'].map((q) => ({ ...turn, q, expect: 'answer' as const }));
    judgeThread({ id: 't1', turns }, engine);
    expect(engine.asked).toEqual(['ask: lorries', 'follow-up after “lorries”: why?']);
  });

  test.each([
    ['silent', 'silent', 'right'],
    ['silent', 'answer', 'spoke'],
    ['answer', 'silent', 'silent'],
    ['unknown', 'unknown', 'right'],
    ['unknown', 'choices', 'right'],
    ['unknown', 'answer', 'wrong'],
    ['unknown', 'silent', 'silent'],
    ['answer', 'unknown', 'refused'],
  ] as const)('where %s is expected, %s is %s', (wanted, kind, result) => {
    expect(judge(wanted, REPLIES[kind])).toBe(result);
  });
});

describe('the floors that CI holds the figures to', () => {
  const [verdict] = judgeThread(
    { id: 't', turns: [{ q: '', kind: '', gold: '', expect: 'silent', must: [], mustNot: [] }] },
    giving(REPLIES.silent),
  );
  const some = (group: Verdict['group'], right: number, all: number): Verdict[] =>
    Array.from({ length: all }, (_, at) => {
      if (verdict === undefined) throw new Error('nothing was judged');
      return { ...verdict, group, result: at < right ? 'right' : 'wrong' };
    });

  test('a figure below its floor is named with both', () => {
    const [line, ...rest] = belowFloors(new Map([['development', some('answerable', 1, 2)]]));
    expect(rest).toEqual([]);
    expect(line).toMatch(/^development: answerable 50\.0 % is below the floor of \d+ %$/);
  });

  test('a perfect figure is below none; what was not asked is not judged', () => {
    expect(belowFloors(new Map([['development', some('unanswerable', 3, 3)]]))).toEqual([]);
    expect(belowFloors(new Map([['development', []]]))).toEqual([]);
  });
});
