import { describe, expect, test } from 'vitest';
import { isNameHere } from '../../src/search/names.ts';
import { cleanText, tokenise } from '../../src/search/tokens.ts';

/** Whether the last such word of the text is read as a name. */
function isName(text: string, word: string): boolean {
  const tokens = tokenise(cleanText(text));
  const at = tokens.findLastIndex((token) => token.text === word);
  return isNameHere(tokens, at, 1);
}

describe('is, the verb, and IS, the name', () => {
  test.each([
    ['How strong was IS then?', 'capitals, where the writer uses small letters too'],
    ['territory taken from is', 'no verb follows a preposition'],
    ['when did is lose its land', 'nor another auxiliary'],
    ['who joined the fight against is', 'nor `against`'],
    ['who defeated is', 'an enemy is fought'],
    ['the is fighters', 'no verb follows an article'],
    ['anti-is forces', 'nor a hyphen'],
    ['is was driven out', 'a verb follows'],
  ])('%s: the name (%s)', (text) => {
    expect(isName(text, 'is')).toBe(true);
  });

  test.each([
    'Who is the mayor?',
    'is the ferry running',
    'what is it',
    'into which force is the union merged',
    'where the ferry is',
    'the quay they live on is closed',
    'the ship it belongs to is old',
  ])('%s: the verb', (text) => {
    expect(isName(text, 'is')).toBe(false);
  });

  test('a text in capitals throughout says nothing by them', () => {
    expect(isName('WHO IS THE MAYOR', 'is')).toBe(false);
    expect(isName('WHO TOOK LAND FROM IS', 'is')).toBe(true);
  });
});

describe('us, the people asking, and US, the country', () => {
  test.each([
    'us troops left',
    'how many us soldiers are there',
    'what does the US want',
    'did the u.s. sign it',
    'when does us leave',
    'talks with us officials',
  ])('%s: the country', (text) => {
    expect(isName(text, 'us')).toBe(true);
  });

  test.each([
    'tell us more',
    'can you give us a number',
    'what does it mean for us?',
    'remind us who signed',
  ])('%s: the people asking', (text) => {
    expect(isName(text, 'us')).toBe(false);
  });
});

test('other words of grammar are names only in capitals', () => {
  expect(isName('Who signed for IT there?', 'it')).toBe(true);
  expect(isName('who signed for it there', 'it')).toBe(false);
  expect(isName('What did It do', 'it')).toBe(false);
});
