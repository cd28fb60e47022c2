import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('repeated-asks', () => {
  test('the same words twice in one fact', () => {
    expect(toldAfter(TOPIC, '- opening day\n', '- opening day\n      - Opening day?\n')).toEqual([
      'topics/library.yml:18:9  "Opening day?" is there already, apart from case, punctuation and spaces  delete it',
    ]);
  });

  test('no words at all', () => {
    expect(toldAfter(TOPIC, '- opening day\n', "- '???'\n")).toEqual([
      'topics/library.yml:17:9  "???" is no way of asking  write what a person would type',
    ]);
  });
});
