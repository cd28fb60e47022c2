import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, inMrkdwn, mentions, plain, readable, withoutMention } from '../../src/slack/escape.ts';

const BOT = 'U0BOT';

describe('what Slack sends', () => {
  test.each([
    ['<@U0BOT> how many ferries?', 'how many ferries?'],
    ['how many ferries, <@U0BOT|harbour>?', 'how many ferries,  ?'],
    ['<@U0OTHER> how many ferries?', '<@U0OTHER> how many ferries?'],
    ['<@U0BOTANY> hm', '<@U0BOTANY> hm'],
  ])('%s without the bot’s own mention is %s', (text, expected) => {
    expect(withoutMention(text, BOT)).toBe(expected);
  });

  test('mentions are told apart by the whole id', () => {
    expect(mentions('hi <@U0BOT>', BOT)).toBe(true);
    expect(mentions('hi <@U0BOT|harbour>', BOT)).toBe(true);
    expect(mentions('hi <@U0BOTANY>', BOT)).toBe(false);
  });

  test.each([
    ['R&amp;D &lt;3', 'R&D <3'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    ['ask <@U0OTHER> in <#C1|news> or <#C2|>', 'ask @someone in #news or #channel'],
    ['<!here> see <https://evil.example|the report>', '@here see the report'],
    ['see <https://nca.example/a?b=1&amp;c=2>', 'see https://nca.example/a?b=1&c=2'],
    ['one\ntwo\u0000\u202E three\u00a0four', 'one two three four'],
    ['how many ferries, <@U0OTHER>?', 'how many ferries, @someone?'],
    ['كم عدد العبارات؟', 'كم عدد العبارات؟'],
  ])('%s is read as %s', (sent, seen) => {
    expect(readable(sent)).toBe(seen);
  });
});

describe('what is shown', () => {
  test('plain text holds no angle bracket, so that nothing can be markup', () => {
    expect(plain('<!channel> & <@U1> &lt;')).toBe('‹!channel› & ‹@U1› &lt;');
  });

  test('between our own marks nothing is read as formatting', () => {
    expect(inMrkdwn('*all* of `it` ~now~ _please_ <!here> R&D')).toBe(
      '∗all∗ of ˋitˋ ∼now∼ ˍpleaseˍ &lt;!here&gt; R&amp;D',
    );
  });

  test('whatever is typed, no live markup and no invisible character comes out', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '!',
        '@',
        '&',
        '|',
        '`',
        '*',
        '\u202e',
        '\u0007',
        '\n',
        'channel',
        'U0BOT',
        ' ',
        '😀',
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const read = readable(parts.join(''));
        for (const safe of [plain(read), inMrkdwn(read)]) {
          expect(safe).not.toMatch(/[<>\p{Cc}\u202a-\u202e]/u);
        }
      }),
    );
  });
});

describe('clipping', () => {
  test('leaves what fits, to the last character', () => {
    expect(clip('x'.repeat(75), 75)).toBe('x'.repeat(75));
    expect(clip('x'.repeat(76), 75)).toBe(`${'x'.repeat(74)}…`);
  });

  test('never halves a character', () => {
    expect(clip('a😀b', 3)).toBe('a…');
  });
});
