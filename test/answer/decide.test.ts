import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import { ask, base, decideOn, idsOf, short, smallBase } from './harbour.ts';

const { wording } = base.bot;

describe('the report says it', () => {
  test.each([
    ['When does the bridge shut?', 'bridge-closes'],
    ['wehn will teh brige close', 'bridge-closes'],
    ['How many ferries stand in for the bridge?', 'ferries-now'],
    ['Is the boat free of charge?', 'ferry-free'],
    ['How many ferries remain?', 'ferries-now'],
    ['who is the transport minister', 'plan-repair'],
    ['What did Hanne Dorvik say?', 'dismissals'],
    ['detour for trucks', 'lorry-detour'],
    ['Which ship struck a pillar?', 'closed-2018'],
    ['IN WHICH YEAR WAS THE BRIDGE OPENED', 'bridge-history'],
  ])('%s', (question, id) => expect(short(ask(question))).toBe(`answer ${id}`));

  test('a comparison is answered with each of its facts', () => {
    expect(idsOf(ask('Compare the two plans for the bridge'))).toEqual(
      expect.arrayContaining(['plan-repair', 'plan-tunnel']),
    );
  });

  test('of two that are held against each other, no third is told', () => {
    expect(idsOf(ask('Which came first, the closure of 2018 or the one of 2025?'))).toHaveLength(2);
  });

  test('a date is set right although something else was before it', () => {
    expect(ask('Was the bridge opened before 1960?')).toMatchObject({
      kind: 'answer',
      correction: expect.stringContaining('1971'),
    });
  });

  test('either-or: the one of the two that the report gives', () => {
    expect(short(ask('Was the bridge opened in 1971 or 1981?'))).toBe('answer bridge-history');
    expect(short(ask('Did a freighter or a submarine hit the bridge?'))).toBe('answer closed-2018');
    expect(short(ask('Is it Øresk Lines or Stena that runs the ferries?'))).toBe('answer ferry-operator');
    expect(short(ask('Was the strike called by Bloggs or by the union?'))).toBe('answer union-strike-called');
  });
});

test('an everyday word is let pass, but not where it is written as a name', () => {
  expect(ask('who envisaged the repair of the bridge').kind).toBe('answer');
  expect(ask('who signed the agreement on Silence and Light').kind).toBe('unknown');
  expect(ask('who signed the agreement on silence and light').kind).toBe('answer');
});

describe('an editor has written down that the report does not say it', () => {
  test.each([
    ['Who inspected the bridge?', 'inspection-by'],
    ['Is there a night ferry?', 'night-crossing'],
    ['What caused the cracks?', 'crack-cause'],
    ['When does the bridge open again?', 'reopening'],
  ])('%s', (question, id) => {
    const reply = ask(question);
    expect(short(reply)).toBe(`unknown ${id}`);
    expect(reply).toMatchObject({ reason: 'gap', text: expect.stringContaining('The report does not say') });
  });
});

describe('the report speaks of it, but not of what is asked', () => {
  test.each([
    ['Where was the agreement signed?', 'where'],
    ['How many lorries use the bridge?', 'how many'],
    ['Who built the bridge?', 'who'],
  ])('%s', (question, kind) => {
    expect(ask(question)).toMatchObject({
      kind: 'unknown',
      text: wording.notSettled.replace('{asked}', kind),
    });
  });

  test('the day of what is known by its month', () => {
    expect(decideOn('On what day was the inspection?').kind).toBe('unsettled');
  });
});

describe('a word that nothing explains', () => {
  test.each([
    ['What did the bishop say about the closure?', 'bishop'],
    ['Who painted the bridge?', 'painted'],
    ['Why did Vask close the bridge?', 'Vask'],
    ['How many cyclists use the bridge?', 'cyclists'],
  ])('%s: withheld, and named', (question, word) => {
    expect(ask(question)).toMatchObject({
      kind: 'unknown',
      text: wording.notMentioned.replace('{words}', `“${word}”`),
    });
  });

  test('two of them are both named', () => {
    expect(ask('Did the bishop bless the bridge?')).toMatchObject({
      text: expect.stringMatching(/bishop.+bless/),
    });
  });

  test('words that each stand in the base but in no one fact together', () => {
    // The mayor is known, and so is the agreement; that he signed it, nobody says.
    const decision = decideOn('Did Halvik sign the agreement?');
    expect(decision.kind).toBe('unmentioned');
    expect(ask('Did Halvik sign the agreement?')).toMatchObject({ text: wording.notInReport });
  });

  test('what is withheld comes with questions that the base does answer', () => {
    const reply = ask('Who painted the bridge?');
    const suggestions = reply.kind === 'unknown' ? reply.suggestions : [];
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { factIds } of suggestions) expect(factIds.length).toBeGreaterThan(0);
  });
});

describe('a word in another of its senses', () => {
  test('is let pass where the rest is well understood', () => {
    expect(decideOn('Which firm is putting up the new piers for the boats?').kind).toBe('answer');
  });

  test('but no word that the base does not know', () => {
    expect(decideOn('Which firm is putting up the new temples for the boats?').kind).not.toBe('answer');
  });

  test('several facts that explain it together by chance are no answer', () => {
    expect(decideOn('Did the union strike a deal on the ferries?').kind).not.toBe('answer');
  });
});

describe('a number or date that the report has otherwise', () => {
  test.each([
    ['Was the bridge opened in 1981?', 'bridge-history', 'The report says 1971, not 1981.'],
    ['Did the Aldora hit the bridge in 2017?', 'closed-2018', 'The report says 2018, not 2017.'],
    [
      'Is the bridge closing on October 9?',
      'bridge-closes',
      'The report says October 6, 2025, not October 9.',
    ],
    ['Are 50 toll collectors being dismissed?', 'dismissals', 'The report says 30, not 50.'],
    ['Why did 25 cracks close the bridge?', 'cracks-found', 'The report says 14, not 25.'],
    ['Does the bridge close on Tuesday?', 'bridge-closes', 'The report says October 6, 2025, not Tuesday.'],
    ['Will the tunnel take nine years?', 'plan-tunnel', 'The report says six years, not nine years.'],
  ])('%s', (question, id, correction) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', correction });
    expect(idsOf(ask(question))).toEqual([id]);
  });

  test('what is set right is the number of the same things: cars, not ferries', () => {
    expect(ask('there are 80 cars on a ferry now')).toMatchObject({
      correction: 'The report says 60, not 80.',
    });
    expect(ask('Does the ferry take 80 cars?')).toMatchObject({ correction: 'The report says 60, not 80.' });
  });

  test('also where the question believes it, and is not lost in the talk before it', () => {
    expect(ask('I heard 5,000 cars, how many cars fit on a ferry?')).toMatchObject({
      correction: expect.stringContaining('60'),
    });
    expect(ask('I thought a ferry took 100 cars. How many cars fit?')).toMatchObject({
      correction: expect.stringContaining('60'),
    });
  });

  test('a number is taken for granted whoever says it, whatever is asked', () => {
    expect(ask('my teacher says it takes 100 cars. how many cars fit on a ferry')).toMatchObject({
      correction: expect.stringContaining('60'),
    });
  });

  test('what agrees is not corrected', () => {
    expect(ask('Was the bridge opened in 1971?')).not.toHaveProperty('correction');
    expect(ask('Does the ferry take 60 cars?')).not.toHaveProperty('correction');
  });

  test.each([
    ['a closer date than the report gives contradicts nothing', 'Was the bridge closed in May 2018?'],
    ['a question that asks about another year presumes nothing', 'How many ferries were there in 2015?'],
    ['many facts have a date other than this one', 'What happened in 2010?'],
    ['what has no date of its own cannot set one right', 'Has the minister wanted the repair since 2020?'],
  ])('%s: withheld, not corrected', (_, question) => {
    expect(ask(question).kind).toBe('unknown');
  });
});

describe('facts that fit equally well', () => {
  const engine = createEngine(
    smallBase({
      entities: [
        { id: 'north', name: 'Nordby', kind: 'place' },
        { id: 'south', name: 'Sonderby', kind: 'place' },
      ],
      facts: ['north', 'south'].map((id) => ({
        id: `mill-${id}`,
        about: [id],
        statement: `A watermill of ${id === 'north' ? 'Nordby' : 'Sonderby'} grinds barley for bakers every autumn.`,
        answers: [{ kind: 'where' as const }],
        asks: [`Where do bakers of ${id === 'north' ? 'Nordby' : 'Sonderby'} have their barley ground?`],
      })),
    }),
  );

  test('are offered, each as a question that is answered when pressed', () => {
    const { reply } = engine.ask('autumn watermill');
    expect(reply.kind).toBe('choices');
    expect(idsOf(reply)).toEqual(['mill-north', 'mill-south']);
    for (const choice of reply.kind === 'choices' ? reply.choices : [])
      expect(idsOf(engine.give(choice.factIds, choice.question).reply)).toEqual(choice.factIds);
  });

  test('a word that tells them apart chooses', () => {
    expect(short(engine.ask('autumn watermill in Sonderby').reply)).toBe('answer mill-south');
  });
});

describe('nothing was asked that a report could answer', () => {
  test.each([
    ['', 'empty'],
    ['   \n\t ', 'empty'],
    ['?!', 'empty'],
    ['hello there', 'chat'],
    ['how are you?', 'chat'],
    ['you closed that nicely', 'chat'],
    ['are you a real ferry?', 'chat'],
    ['asdf qwer zxcv', 'junk'],
  ])('“%s”: %s', (question, reason) => {
    const reply = ask(question);
    expect(reply).toMatchObject({ kind: 'unknown', reason });
    // With questions to begin with.
    expect(reply.kind === 'unknown' ? reply.suggestions.map((one) => one.question) : []).toEqual(
      base.bot.examples.slice(0, 3),
    );
  });

  test('a broadcast is talk to people, whatever words stand in it', () => {
    expect(ask('<!channel> bridge closed').kind).toBe('unknown');
    expect(ask('<!here> when does the bridge shut?').kind).toBe('answer');
  });
});

describe('a name that only a yes/no question about the fact has', () => {
  const bridge = createEngine(
    smallBase({
      entities: [
        { id: 'brand', name: 'Ola Brand', kind: 'person' },
        { id: 'lund', name: 'Kari Lund', kind: 'person' },
      ],
      facts: [
        {
          id: 'closing',
          statement: 'Kari Lund closed the bridge.',
          about: ['lund'],
          asks: ['Who closed the bridge?', 'Did Ola Brand close the bridge?'],
        },
      ],
    }),
  );

  test('answers whether it was so', () =>
    expect(bridge.ask('did ola brand close the bridge?').reply.kind).toBe('answer'));

  test('and nothing else about that name', () =>
    expect(bridge.ask('what bridge was closed for Ola Brand?').reply.kind).not.toBe('answer'));
});
