import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, fold, tokenise } from '../../src/search/tokens.ts';

const words = (text: string): string[] => tokenise(cleanText(text)).map((token) => token.text);
const raws = (text: string): string[] => tokenise(cleanText(text)).map((token) => token.raw);

describe('cleaning', () => {
  test.each([
    ['a mention, a channel and a broadcast', '<@U0123ABC> when <#C01|news> <!here>', 'when'],
    ['a link with its label', 'see <https://example.org/a?b=c|the page> now', 'see now'],
    ['an address', '<mailto:desk@example.org|desk@example.org> asks', 'asks'],
    ['entities, decoded once', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['what is a mention only after decoding', 'hi &lt;@U0123ABC&gt; you', 'hi you'],
    ['zero-width and right-to-left marks', 'fer\u200bry \u202eclosed\u202c\ufeff', 'ferry closed'],
    ['soft hyphens', 'har\u00adbour', 'harbour'],
    ['smart quotes and dashes', '‘it’s’ “so” – or — not', "'it's' \"so\" - or - not"],
    ['non-breaking spaces, tabs and lines', 'one\u00a0two\tthree\nfour', 'one two three four'],
    ['full-width letters', 'ＦＥＲＲＹ １２', 'FERRY 12'],
    ['digits and separators of Arabic', '١٬٠٠٠ و ٢٫٥', '1,000 و 2.5'],
    ['digits that are read aloud', 'what was he b4 2day', 'what was he before today'],
    ['digits that stand for letters', 'did el-Ma3adi or Da3esh go', 'did el-Maaadi or Daaesh go'],
    ['digits of other scripts', '१९७१ and ۱۹۷۱ and ๑๙๗๑', '1971 and 1971 and 1971'],
  ])('%s', (_what, typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  test('emoji end a clause, and their digits are no numbers', () => {
    expect(words('closed 😀 1️⃣ 🇫🇷 👍🏽 :thumbsup: when')).toEqual(['closed', 'when']);
    expect(tokenise(cleanText('closed 😀 when'))[0]?.closes).toBe(true);
  });

  test('a longer text is cut at 4,000 characters', () => {
    expect(cleanText('é'.repeat(4000))).toHaveLength(4000);
    expect(cleanText('é'.repeat(4001))).toHaveLength(4000);
  });

  test('what has been cleaned of marks, spaces and emoji stays as it is', () => {
    const unmarked = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[&<>:]/g, ''));
    fc.assert(
      fc.property(unmarked, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('splitting', () => {
  test.each([
    ["O'Connor's ferry", ["O'Connor", 'ferry'], ['oconnor', 'ferry']],
    ["what's the mayor's plan", ["what's", 'the', 'mayor', 'plan'], ['whats', 'the', 'mayor', 'plan']],
    ["the workers' pay, don't ask", ['the', 'workers', 'pay', "don't", 'ask'], undefined],
    ['the U.S. and u.s.a. and US', ['the', 'U.S', 'and', 'u.s.a', 'and', 'US'], undefined],
    [
      '1,000 or 1 000 or 1.000',
      ['1,000', 'or', '1 000', 'or', '1.000'],
      ['1000', 'or', '1000', 'or', '1000'],
    ],
    ['in 2014 900 left', ['in', '2014', '900', 'left'], ['in', '2014', '900', 'left']],
    ['1.5 million of 12,34', ['1.5', 'million', 'of', '12', '34'], ['1.5', 'million', 'of', '12', '34']],
    ["since '24", ['since', "'24"], ['since', '24']],
    ['the 29th and the 1990s', ['the', '29th', 'and', 'the', '1990s'], ['the', '29', 'and', 'the', '1990']],
    ['foo_bar *bold* ~no~ `code`', ['foo', 'bar', 'bold', 'no', 'code'], undefined],
  ])('%s', (text, raw, folded) => {
    expect(raws(text)).toEqual(raw);
    if (folded !== undefined) expect(words(text)).toEqual(folded);
  });

  test('hyphens and slashes join; punctuation closes a clause', () => {
    const tokens = tokenise('north-east, 29/1 - or not? (maybe)');
    expect(tokens.filter(({ joined }) => joined).map(({ raw }) => raw)).toEqual(['north', '29']);
    expect(tokens.filter(({ closes }) => closes).map(({ raw }) => raw)).toEqual([
      'east',
      '1',
      'not',
      'maybe',
    ]);
  });

  test('a date with dots is joined like one with slashes', () => {
    expect(tokenise('29.1.2026').map(({ text, joined }) => [text, joined])).toEqual([
      ['29', true],
      ['1', true],
      ['2026', false],
    ]);
  });

  test('one letter repeated 3,000 times is one word of bounded length', () => {
    expect(words('a'.repeat(3000)).map((word) => word.length)).toEqual([40]);
  });

  test('whatever is typed, a token is lower-case letters or a number, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { text: word } of tokenise(cleanText(text))) {
          expect(word).toMatch(/^(?:\p{L}{1,40}|\d{1,40}|\d+\.\d+)$/u);
          expect(word).toBe(word.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('folding', () => {
  test.each([
    ['École', 'ecole'],
    ['İSTANBUL', 'istanbul'],
    ['ısparta', 'isparta'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ["Qur'an", 'quran'],
    ['1,000,000', '1000000'],
    ['1.5', '1.5'],
    ['21ST', '21'],
  ])('%s is %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });
});
