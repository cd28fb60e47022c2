import { describe, expect, test } from 'vitest';
import { writeTimeBetween } from '../../src/answer/wording.ts';
import { ask, idsOf, read } from './harbour.ts';

describe('the time between two things', () => {
  test.each([
    'How long after the bridge was opened did a freighter hit it?',
    'How many years later was it closed?',
    'How much time passed between the cracks and the closure?',
    'How long before the closure were the cracks found?',
    'How long did it take from the cracks to the closure?',
    'How far apart in time are the cracks and the closure?',
  ])('is asked for: %s', (question) => {
    expect(read(question).asked).toMatchObject({ kinds: ['how-long'], isBetween: true });
  });

  test.each([
    'How long before the bridge is closed?',
    'How long was the bridge closed in 2018?',
    'How many years was it open before the cracks?',
    'How many ferries are there after October?',
    'How far apart are the two ferries?',
  ])('is not asked for: %s', (question) => expect(read(question).asked.isBetween).toBeUndefined());

  test('is told by both dates, and reckoned', () => {
    const reply = ask('How long between the cracks and the fourth ferry?');
    expect(idsOf(reply).toSorted()).toEqual(['cracks-found', 'fourth-ferry']);
    expect(reply).toMatchObject({ lead: 'The two are about 9 months apart.' });
  });

  test('is not how long one of them took', () => {
    // The closure of 2018 lasted eleven days.
    const reply = ask('How many days after the strike call is the bridge shut?');
    expect(idsOf(reply)).not.toEqual(['closed-2018']);
  });

  test.each([
    ['2014', '2024-12', 'about 10 years'],
    ['2019', '2019', 'less than a year'],
    ['2024-12', '2026-02-23', 'about 14 months'],
    ['2025-10-06', '2025-10-01', '5 days'],
    ['2025-09-30', '2025-10-01', '1 day'],
    ['2018-05-02', '2025-10-06', 'about 7 years'],
  ])('%s and %s: %s', (one, other, time) => expect(writeTimeBetween(one, other)).toBe(time));

  test('a span and a missing date have none', () => {
    expect(writeTimeBetween({ from: '2014' }, '2019')).toBeUndefined();
    expect(writeTimeBetween('2019', undefined)).toBeUndefined();
  });
});
