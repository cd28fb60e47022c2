import { describe, expect, test } from 'vitest';
import { type Asked, readAsked } from '../../src/answer/question-kind.ts';
import { cleanText, tokenise } from '../../src/search/tokens.ts';

const wordsOf = (question: string): string[] => tokenise(cleanText(question)).map((token) => token.text);
const asked = (question: string): Asked => readAsked(wordsOf(question));

describe('what kind of answer is asked for', () => {
  test.each([
    ['Who runs the ferries?', 'who'],
    ['By whom was the agreement signed?', 'who'],
    ['whos the mayor', 'who'],
    ['Whose plan is it?', 'who'],
    ['When does the bridge shut?', 'when'],
    ['What year did it open?', 'when'],
    ['In which month was the inspection?', 'when'],
    ['How soon will it close?', 'when'],
    ['Where do lorries have to go?', 'where'],
    ['In which town is the tunnel?', 'where'],
    ['Why is it closing?', 'why'],
    ['How come it is closing?', 'why'],
    ['What is the reason for the closure?', 'why'],
    ['How many ferries are there?', 'how-many'],
    ['How big are the ferries?', 'how-many'],
    ['How much is the toll?', 'how-many'],
    ['How much did it change?', 'how'],
    ['How long is the crossing?', 'how-long'],
    ['How much longer will it be shut?', 'how-long'],
    ['Which company runs them?', 'which'],
    ['What did the union say?', 'what'],
    ['How do people get across?', 'how'],
    ['By what route do people get across?', 'how'],
  ] as const)('%s', (question, kind) => {
    expect(asked(question).kinds).toEqual([kind]);
    expect(asked(question).isYesNo).toBe(false);
  });

  test.each(['is the tunnel as long as the bridge?', 'was it as far reaching as the ban?'])(
    'likening holds two things against each other: %s',
    (question) => expect(asked(question).isSeveral).toBe(true),
  );

  test.each(['as far as I know, who runs it?', 'as soon as possible please: who runs it?'])(
    'but not every as: %s',
    (question) => expect(asked(question).isSeveral).toBe(false),
  );

  test('a count of years is a length of time, not a number of things', () => {
    expect(asked('How many years would a tunnel take?').kinds).toEqual(['how-long']);
    expect(asked('How many ferries would it take?').kinds).toEqual(['how-many']);
  });

  test.each([
    ['bridge closing date', 'when'],
    ['opening year of the bridge', 'when'],
    ['lorry detour location', 'where'],
    ['number of ferries', 'how-many'],
    ['reason for the closure', 'why'],
  ] as const)('keywords ask by a noun: %s', (question, kind) => {
    expect(asked(question).kinds).toEqual([kind]);
  });

  test('bare keywords and statements ask for nothing in particular', () => {
    expect(asked('ferry fare').kinds).toEqual([]);
    expect(asked('ferry cost per month').kinds).toEqual([]);
    expect(asked('I was told the bridge is closed').kinds).toEqual([]);
  });
});

describe('yes or no', () => {
  test.each(['Is the ferry free?', 'did the union call a strike', 'Will there be a fourth ferry?'])(
    '%s',
    (q) => {
      expect(asked(q)).toMatchObject({ isYesNo: true, kinds: [] });
    },
  );

  test('what opens a message before the verb is a greeting, not a subject', () => {
    expect(asked('so is the ferry free?').isYesNo).toBe(true);
    expect(asked('hey, did they sign it?').isYesNo).toBe(true);
  });

  test('a clause with `when` in it does not ask when', () => {
    expect(asked('Did lorries keep using it when the cracks were found?').kinds).toEqual([]);
    // The other way round: the first question word asks, the clause does not.
    expect(asked('What changed when the bridge was opened?').kinds).toEqual(['what']);
  });

  test('an auxiliary after the question word does not make it yes or no', () => {
    expect(asked('When is the strike?').isYesNo).toBe(false);
  });
});

describe('a question put politely', () => {
  test.each(['Can you tell me who runs the ferries?', 'do you know when the bridge closes'])(
    'reads %s as one that any fitting fact may answer',
    (question) => {
      // It is grammatically yes/no, and must not be held to a kind that the reader might mistake.
      expect(asked(question).kinds.every((kind) => kind === 'who' || kind === 'when')).toBe(true);
    },
  );

  test('an order to the bot is not something to be explained', () => {
    const words = wordsOf('name the two plans');
    expect([...asked('name the two plans').spent].map((at) => words[at])).toEqual(['name']);
  });
});

describe('several things at once', () => {
  test('two question words joined by `and` are both asked', () => {
    expect(asked('When and why did it close?').kinds).toEqual(['when', 'why']);
    expect(asked('When and why did it close?').isSeveral).toBe(true);
  });

  test.each([
    'list all ferries',
    'compare the ferries now and in 2018',
    'are there more boats than in 2018?',
  ])('%s', (question) => expect(asked(question).isSeveral).toBe(true));

  test('one plain question is one thing', () => {
    expect(asked('Who runs the ferries?').isSeveral).toBe(false);
  });
});

describe('how exact a date is asked for', () => {
  test('a month, a day, or neither', () => {
    expect(asked('In which month was the inspection?').precision).toBe('month');
    expect(asked('On what day is the strike?').precision).toBe('day');
    expect(asked('What date is the strike?').precision).toBe('day');
    expect(asked('At what time of day is the strike?').precision).toBe('hour');
    expect(asked('When is the strike?').precision).toBeUndefined();
    expect(asked('What year did the bridge open?').precision).toBe('year');
  });
});

describe('what is counted or chosen', () => {
  test.each([
    ['How many ferries are there?', 'ferries'],
    ['Which company runs them?', 'company'],
    ['so how many toll collectors go?', 'toll'],
  ])('%s → %s', (question, word) => {
    const { focusAt } = asked(question);
    expect(focusAt === undefined ? undefined : wordsOf(question)[focusAt]).toBe(word);
  });

  test('who and when choose nothing', () => {
    expect(asked('When does the bridge shut?').focusAt).toBeUndefined();
  });
});

describe('what leads up to a question', () => {
  test.each([
    ['Could you please tell me who signed it?', 'who'],
    ['Does the report say when the bridge closes?', 'when'],
    ['I would like to know why', 'why'],
    ['Anyone know how many ferries there are?', 'how-many'],
    ['Did the minister say when?', 'when'],
  ])('“%s” asks %s, not yes or no', (question, kind) => {
    expect(asked(question)).toMatchObject({ kinds: [kind], isYesNo: false });
  });

  test.each(['I would like to know if they close when it snows', 'Does the report say whether it is free?'])(
    '“%s” asks yes or no',
    (question) => expect(asked(question)).toMatchObject({ kinds: [], isYesNo: true }),
  );

  test('needs no explaining, unlike the question itself', () => {
    expect([...asked('Do you know when it opens?').spent]).toEqual([0, 1, 2, 3]);
  });
});

describe('a clause is not the question', () => {
  test.each([
    ['When the bridge opened, who paid?', ['who']],
    ['When did the bridge open, and who paid?', ['when', 'who']],
    ['The ship which struck the pillar, what is it called?', ['what']],
    ['it is the mayor who wants a tunnel', []],
    ['harbour agreement who signed', ['who']],
  ])('“%s” asks %j', (question, kinds) => {
    expect(asked(question).kinds).toEqual(kinds);
  });
});
