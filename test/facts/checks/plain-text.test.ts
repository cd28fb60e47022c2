import { describe, expect, test } from 'vitest';
import { TOPIC, toldAfter } from '../files.ts';

describe('plain-text', () => {
  test('a mention in Slack markup', () => {
    expect(toldAfter(TOPIC, '4,000 books.', '4,000 <!channel> books.')).toEqual([
      'topics/library.yml:21:16  markup, "<!channel>", in "The library holds 4,000 <!channel> books."  write it in plain words; markup is not interpreted',
    ]);
  });

  test('an escaped sign', () => {
    expect(toldAfter('bot.yml', 'Town desk', 'Town &amp; desk')).toEqual([
      'bot.yml:1:7  markup, "&amp;", in "Town &amp; desk"  write it in plain words; markup is not interpreted',
    ]);
  });

  test('a statement of two paragraphs', () => {
    expect(
      toldAfter(
        TOPIC,
        'statement: The library holds 4,000 books.',
        'statement: |\n      The library holds\n      4,000 books.',
      ),
    ).toEqual([
      'topics/library.yml:21:16  a line break in "The library holds\\n4,000 books."  write it on one line',
    ]);
  });
});
