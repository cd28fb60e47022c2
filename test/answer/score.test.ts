import { describe, expect, test } from 'vitest';
import { rankCandidates, scoreCandidate } from '../../src/answer/score.ts';
import { compiled, read } from './harbour.ts';

function held(question: string, id: string) {
  const answerable = compiled.answerables.find((one) => one.id === id);
  if (answerable === undefined) throw new Error(`nothing is called ${id}`);
  return scoreCandidate(read(question), answerable, compiled);
}

const texts = (pieces: ReturnType<typeof held>['unexplained']): string[] =>
  pieces.map(({ item }) => item.text);

describe('one fact held against a question', () => {
  test('its own way of asking fits whole: nothing is left over', () => {
    expect(held('Who operates the ferries?', 'ferry-operator')).toMatchObject({
      unexplained: [],
      conflicts: [],
      unsettled: [],
      closestAsk: 'Who operates the ferries?',
    });
  });

  test('its own way of asking scores higher than other words for the same', () => {
    const own = held('Who operates the ferries?', 'ferry-operator').score;
    const other = held('Who is going to be operating all those vessels?', 'ferry-operator').score;
    expect(own).toBeGreaterThan(other);
  });

  test('a number is settled only of what it is asked of', () => {
    expect(held('How many captains do the ferries have?', 'ferry-timetable').unsettled).toEqual(['how-many']);
    expect(held('How many minutes does the trip take?', 'ferry-timetable').unsettled).toEqual([]);
  });

  test('a word that it does not have is left over', () => {
    expect(texts(held('Who painted the ferries?', 'ferry-operator').unexplained)).toEqual(['painted']);
  });

  test('a number or year that it does not have is a conflict, not a word left over', () => {
    const candidate = held('Was the bridge opened in 1981?', 'bridge-history');
    expect(texts(candidate.conflicts)).toEqual(['1981']);
    expect(candidate.unexplained).toEqual([]);
  });

  test('a year that it has agrees with any date within that year only as far as it is exact', () => {
    expect(held('Was the bridge closed in 2018?', 'closed-2018').conflicts).toEqual([]);
    expect(texts(held('Was the bridge closed in May 2018?', 'closed-2018').conflicts)).toEqual(['May 2018']);
  });

  test('in a yes/no question any date on the asked side will do', () => {
    expect(held('Was the bridge opened before 1980?', 'bridge-history').conflicts).toEqual([]);
    expect(texts(held('Was the bridge opened before 1960?', 'bridge-history').conflicts)).toEqual(['1960']);
    expect(held('Was the bridge opened after 1960?', 'bridge-history').conflicts).toEqual([]);
  });

  test('what was there before a day did not happen on it', () => {
    const question = 'What happened to the bridge prior to October 6, 2025?';
    expect(texts(held(question, 'bridge-closes').conflicts)).toEqual(['October 6 2025']);
    expect(held('What was found before October 6, 2025?', 'cracks-found').conflicts).toEqual([]);
  });

  test('a part of a year is as good as the year, unless somebody claims it', () => {
    expect(held('What happened to the bridge in early 1971?', 'bridge-history').conflicts).toEqual([]);
    expect(texts(held('Was the bridge opened in early 1971?', 'bridge-history').conflicts)).toEqual([
      'early 1971',
    ]);
  });

  test('what it does not settle: it says who and when, but not where', () => {
    expect(held('Who signed the agreement?', 'agreement-signed').unsettled).toEqual([]);
    expect(held('Where was the agreement signed?', 'agreement-signed').unsettled).toEqual(['where']);
  });

  test('a count is settled only for what is counted', () => {
    expect(held('How many ferries replace the bridge?', 'ferries-now').unsettled).toEqual([]);
    expect(held('How many officials told NCA?', 'bridge-closes').unexplained).toEqual([]);
    expect(held('How many bridges are there?', 'ferries-now').unsettled).toEqual(['how-many']);
  });

  test('a month does not settle on what day', () => {
    expect(held('On what day was the inspection?', 'cracks-found').unsettled).toEqual(['when']);
    expect(held('In which month was the inspection?', 'cracks-found').unsettled).toEqual([]);
    expect(held('On what day does the bridge close?', 'bridge-closes').unsettled).toEqual([]);
  });

  test('of two alternatives, explaining one is enough; of other words, it is not', () => {
    expect(held('Did a freighter or a submarine hit the bridge?', 'closed-2018').unexplained).toEqual([]);
    expect(texts(held('Did a submarine hit the bridge?', 'closed-2018').unexplained)).toEqual(['submarine']);
  });
});

describe('ranking', () => {
  const first = (question: string) => rankCandidates(read(question), compiled)[0]?.answerable.id;

  test.each([
    ['When does the bridge shut?', 'bridge-closes', 'asked just so'],
    ['lorry detour', 'lorry-detour', 'keywords in the editor’s words'],
    ['Who is in command of the vessels?', 'ferry-operator', 'other words for all of it'],
    ['How many ferries were there in 2018?', 'ferries-2018', 'the year chooses between two counts'],
    ['How long would the repair take?', 'plan-repair', 'the kind of question chooses, too'],
  ])('%s', (question, id) => expect(first(question)).toBe(id));

  test('several things are rather answered by a digest, one thing by one fact', () => {
    expect(first('Compare the two plans for the bridge')).toBe('two-plans');
    expect(first('Which plan does the mayor prefer?')).toBe('plan-tunnel');
  });

  test('is from the best to the worst', () => {
    const scores = rankCandidates(read('Who pays for the ferries?'), compiled).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.length).toBeGreaterThan(3);
  });

  test('a question that shares no word with the base has no candidate', () => {
    expect(rankCandidates(read('zebra volcano'), compiled)).toEqual([]);
  });
});
