/** How fast posts go out: to a channel, to the workspace, and for whom first. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createPace, IN_A_CHANNEL, IN_THE_WORKSPACE, type Pace, type Turn } from '../../src/slack/pace.ts';

/** A clock that moves only when everything waits, to the next moment at which something waited for is due. */
function virtualTime() {
  let now = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: now + ms, wake })),
    async run(untilMs: number) {
      await settle();
      for (;;) {
        sleepers.sort((a, b) => a.at - b.at);
        const [first] = sleepers;
        if (first === undefined || first.at > untilMs) break;
        sleepers.shift();
        now = first.at;
        first.wake();
        await settle();
      }
      now = untilMs;
    },
  };
}

let time: ReturnType<typeof virtualTime>;
let pace: Pace;
/** What was let through, as `channel who at`; what was refused at once. */
let posted: { readonly channel: string; readonly who: string; readonly at: number }[];
let refused: number;

beforeEach(() => {
  time = virtualTime();
  pace = createPace(time.clock, time.sleep);
  posted = [];
  refused = 0;
});

const HOUR = 3_600_000;

function ask({ channel = 'C1', who = 'U1', patienceMs = HOUR }: Partial<Turn> = {}): void {
  void pace.turn({ channel, who, patienceMs }).then((isTurn) => {
    if (isTurn) posted.push({ channel, who, at: time.clock() });
    else refused += 1;
  });
}

describe('in one channel', () => {
  test('a few posts go out at once, and then one a second; none is lost', async () => {
    for (let count = 0; count < 30; count += 1) ask();
    await time.run(HOUR);
    const times = posted.map(({ at }) => at);
    expect(times.slice(0, IN_A_CHANNEL.burst)).toEqual(Array(IN_A_CHANNEL.burst).fill(0));
    expect(times.slice(IN_A_CHANNEL.burst)).toEqual(
      Array.from({ length: 30 - IN_A_CHANNEL.burst }, (_, index) => (index + 1) * 1000),
    );
  });

  test('after a rest there may be a few at once again', async () => {
    for (let count = 0; count < 10; count += 1) ask();
    await time.run(60_000);
    for (let count = 0; count < IN_A_CHANNEL.burst; count += 1) ask();
    await time.run(60_001);
    expect(posted.slice(10).map(({ at }) => at)).toEqual(Array(IN_A_CHANNEL.burst).fill(60_000));
  });

  test('people take turns: whoever asks much does not keep others waiting', async () => {
    for (let count = 0; count < 30; count += 1) ask({ who: 'UMUCH' });
    ask({ who: 'UONCE' });
    await time.run(HOUR);
    const once = posted.findIndex(({ who }) => who === 'UONCE');
    expect(once).toBeLessThanOrEqual(IN_A_CHANNEL.burst + 1);
    expect(posted).toHaveLength(31);
  });

  test('a wait longer than the patience is refused at once', async () => {
    for (let count = 0; count < 30; count += 1) ask({ patienceMs: 5000 });
    await time.run(0);
    expect(refused).toBe(30 - IN_A_CHANNEL.burst - 5);
    await time.run(HOUR);
    expect(posted).toHaveLength(30 - refused);
  });

  test('a pause that Slack asks for holds up this channel and no other', async () => {
    ask();
    await time.run(0);
    pace.pause('C1', 7000);
    ask();
    ask({ channel: 'C2' });
    await time.run(HOUR);
    expect(posted).toEqual([
      { channel: 'C1', who: 'U1', at: 0 },
      { channel: 'C2', who: 'U1', at: 0 },
      { channel: 'C1', who: 'U1', at: 7000 },
    ]);
  });
});

describe('in the workspace', () => {
  test('a crowded channel holds up no other', async () => {
    for (let count = 0; count < 30; count += 1) ask({ channel: 'CFULL' });
    ask({ channel: 'CQUIET' });
    await time.run(0);
    expect(posted.filter(({ channel }) => channel === 'CQUIET')).toHaveLength(1);
  });

  test('many channels together get no more than several hundred a minute', async () => {
    for (let count = 0; count < 2000; count += 1) ask({ channel: `C${count}` });
    await time.run(60_000);
    expect(posted).toHaveLength(IN_THE_WORKSPACE.burst + 60_000 / IN_THE_WORKSPACE.everyMs);
    await time.run(HOUR);
    expect(posted).toHaveLength(2000);
  });
});

test('when the process ends nobody waits any more', async () => {
  for (let count = 0; count < 10; count += 1) ask();
  await time.run(0);
  pace.close();
  await time.run(0);
  expect(posted).toHaveLength(IN_A_CHANNEL.burst);
  expect(refused).toBe(10 - IN_A_CHANNEL.burst);
});
