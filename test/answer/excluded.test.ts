import { describe, expect, test } from 'vitest';
import { ask, engine as harbour, read, short } from './harbour.ts';

describe('what a question sets aside', () => {
  const setAside = (question: string): string[] | undefined =>
    read(question).excluded?.items.map(({ text }) => text.toLowerCase());

  test.each([
    ['Apart from the repair, which plan is there?', ['the repair']],
    ['Which other plan than the repair is there?', ['the repair']],
    ['Who besides Øresk Lines runs the ferries?', ['øresk lines']],
    ['What stands in for the bridge except the ferries and the tunnel?', ['the ferries', 'the tunnel']],
  ])('%s', (question, items) => {
    const bare = (text: string): string => text.replace(/^the /, '');
    expect(setAside(question)?.map(bare)).toEqual(items.map(bare));
  });

  test('a comparison sets nothing aside, and neither does a name that the base does not know', () => {
    expect(setAside('Are there more ferries than in 2018?')).toBeUndefined();
    expect(setAside('Who besides Ottoline runs the ferries?')).toBeUndefined();
  });

  test('is no answer to it', () => {
    expect(short(ask('Who runs the ferries?'))).toBe('answer ferry-operator');
    expect(short(ask('Who besides Øresk Lines runs the ferries?'))).not.toContain('ferry-operator');
    expect(ask('Who besides Øresk Lines runs the ferries?').kind).toBe('unknown');
  });

  test('another member is told, and all members may be', () => {
    expect(short(ask('Apart from the repair, which plan is there?'))).toContain('plan-tunnel');
  });

  test('is not what a thread goes on about', () => {
    const { conversation } = harbour.ask('Who besides Øresk Lines runs the ferries?');
    expect(JSON.stringify(conversation)).not.toContain('not:');
  });
});
