import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/answer/question.ts';
import {
  leans,
  pointsBack,
  wantsMore,
  wantsProvenance,
  whySilent,
  withoutDenied,
  withoutNod,
  withoutTurn,
} from '../../src/answer/talk.ts';
import { compiled } from './harbour.ts';

const silent = (text: string, isAddressed = false) => whySilent(text, compiled, isAddressed);

describe('where the last answer comes from', () => {
  test.each([
    'source?',
    'the source please',
    'says who?',
    'who says so?',
    'are you sure about that?',
    'is that confirmed?',
    'how old is this information?',
    'where does that come from?',
    'what is the source for that?',
    'Which paragraph?',
    'can we quote that?',
    'got a link?',
    'source and date?',
    'where is all this from btw?',
    'from where do you have this?',
    'who gave that figure?',
    'from which day is this report?',
    "and who's reporting this?",
    'who is behind this story?',
  ])('%s', (text) => expect(wantsProvenance(text)).toBe(true));

  test.each([
    'who signed the agreement?',
    'from where do the ferries leave?',
    'who gave the mayor the figure?',
    'who says that jobs will go?',
    'is the bridge closed?',
    'are the officials named?',
    'how old is the bridge?',
    'where do the ferries come from?',
    'who is the source that told NCA the bridge will close, and are you sure that he said so to them?',
  ])('%s asks something else', (text) => expect(wantsProvenance(text)).toBe(false));
});

describe('the next thing worth knowing', () => {
  test.each(['more', 'tell me more', 'anything else?', 'more please', 'explain', 'go on', 'more about that'])(
    '%s',
    (text) => expect(wantsMore(text)).toBe(true),
  );

  test.each([
    'more ferries?',
    'how many more ferries?',
    'explain the agreement',
    'is there more than one tunnel?',
  ])('%s asks something else', (text) => expect(wantsMore(text)).toBe(false));
});

test('what opens like a continuation leans on what was said before', () => {
  for (const text of [
    'and in 2018?',
    'what about the tunnel?',
    'no, the other one',
    'not ferries',
    'hang on, I was asking about the tunnel',
    'versus the ferries',
    'back to the bridge',
    'I asked wrong, I need when, not who',
  ])
    expect(leans(text)).toBe(true);
  for (const text of ['in 2018?', 'When does the bridge shut?', 'nothing', 'android', ''])
    expect(leans(text)).toBe(false);
});

describe('a message in a thread that nobody addressed to the bot', () => {
  test.each([
    'when was it opened?',
    'and the tunnel?',
    'list the ferries',
    'the tunnel',
    'did the mayor agree',
    'wrong one, I want the tunnel',
    'my bad, the tunnel',
    'I was thinking of the tunnel',
    'the new ones please',
    'who is right?',
    'source?',
    'more',
  ])('“%s” is for it', (text) => expect(silent(text)).toBeUndefined());

  test.each([
    ['<@U024BE7LH> when does the bridge shut?', 'a question to another person'],
    ['@Lena when does the bridge shut?', 'the same, by name'],
    ['we should send someone to the bridge', 'a plan of the desk'],
    ['I took the ferry to work', 'a tale'],
    ['the layout of page three is broken', 'the desk’s own work'],
    ['can somebody proofread the headline?', 'work handed out'],
    ['Lena, did you phone the mayor?', 'a question to somebody by name'],
    ['I want coffee', 'a wish of another kind'],
    ['we want to run the tunnel piece instead', 'a plan, with the subject in it'],
  ])('“%s” is not: %s', (text) => expect(silent(text)).toBe('aside'));

  test('spoken to, it does not keep silent about any of them', () => {
    for (const text of [
      'we should send someone to the bridge',
      'can somebody proofread the headline?',
      'the weather',
    ])
      expect(silent(text, true)).toBeUndefined();
  });

  test('an empty message or one of emoji only is nothing to answer', () => {
    for (const text of ['', '   ', '👍🏽', ':shipit:', '…', 'ha, of course'])
      expect(silent(text)).toBe('acknowledgement');
  });

  test('a mail address or a price per piece mentions nobody', () => {
    expect(silent('is the fare @ 3 crowns?')).toBeUndefined();
  });
});

describe('what is for the bot although it sounds like the desk, and the other way round', () => {
  test('a question about somebody of the subject, in a word of the desk', () => {
    expect(silent('did he phone the mayor first?')).toBeUndefined();
    expect(silent('can you phone the mayor first?')).toBe('aside');
  });

  test.each(['ok leave it then', 'forget it', 'right, drop that for now'])('“%s” lets it rest', (text) =>
    expect(silent(text)).toBe('acknowledgement'),
  );

  test.each(['lol what a mess', 'what a day', 'oops wrong channel'])('“%s” asks nothing', (text) =>
    expect(silent(text)).toBe('acknowledgement'),
  );

  test('what an exclamation only begins like', () => {
    expect(silent('what a bridge costs?')).toBeUndefined();
    expect(silent('since when have they been there?')).toBeUndefined();
    expect(silent('when is her birthday?')).toBeUndefined();
    expect(silent('after which proof?')).toBeUndefined();
  });

  test('a remark in the first person, with a question word in it', () => {
    expect(silent('perfect, exactly what we needed about the bridge')).toBe('aside');
    expect(silent('when do we get the bridge back')).toBeUndefined();
  });
});

test('a nod before a question is not part of it', () => {
  expect(withoutNod('fine. who runs the ferries?')).toBe('who runs the ferries?');
  expect(withoutNod('the mayor. who is he?')).toBe('the mayor. who is he?');
  expect(withoutNod('thanks!')).toBe('thanks!');
});

test.each([
  ['new question, who runs the ferries?', 'who runs the ferries?'],
  ['ok, something else: when is the strike?', 'ok, something else: when is the strike?'],
  ['ok something else: when is the strike?', 'when is the strike?'],
  ['new question', 'new question'],
  ['the other ferry, when does it go?', 'the other ferry, when does it go?'],
])('“%s” turns to “%s”', (text, rest) => expect(withoutTurn(text)).toBe(rest));

test('pointing at what was said', () => {
  for (const text of ['when did that policy begin?', 'what comes after that?', 'why is this?'])
    expect(pointsBack(readQuestion(text, compiled))).toBe(true);
  expect(pointsBack(readQuestion('who said that the bridge will shut?', compiled))).toBe(false);
});

test.each([
  ['not who, when', 'when'],
  ['when, not who', 'when'],
  ['I meant when, not how many', 'I meant when'],
  ['not when. why?', 'why?'],
  ['not when but why?', 'but why?'],
])('a question word that is taken back asks nothing: %s', (text, rest) =>
  expect(withoutDenied(text)).toBe(rest),
);

test.each(['not who', 'not who led it but who paid', 'why not?', 'who did not sign it?'])(
  'nothing is taken back: %s',
  (text) => expect(withoutDenied(text)).toBe(text),
);
