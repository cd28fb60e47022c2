import { describe, expect, test } from 'vitest';
import { edited, filesWith, TOPIC, told } from '../files.ts';

describe('supersedes-cycles', () => {
  const oneWay = edited(TOPIC, 'related: [books]', 'supersedes: cost');

  test('one fact may replace another', () => {
    expect(told(filesWith({ [TOPIC]: oneWay }))).toEqual([]);
  });

  test('two that replace each other are told once', () => {
    const circle = oneWay.replace(
      '      - what did it cost\n',
      '      - what did it cost\n    supersedes: opening\n',
    );
    expect(told(filesWith({ [TOPIC]: circle }))).toEqual([
      'topics/library.yml:53:17  facts replace each other in a circle: cost > opening > cost  let the newest replace the older ones, and not the reverse',
    ]);
  });
});
