/** The line in which questions wait, and what happens where it has no room. */
import { expect, test } from 'vitest';
import { createCustody } from '../../src/slack/custody.ts';
import { createInFlight } from '../../src/slack/in-flight.ts';
import { createLine, type Line, LONGEST_LINE } from '../../src/slack/line.ts';
import { createReception } from '../../src/slack/reception.ts';
import { memoryStores } from '../support/stores.ts';

test('what waits is begun in the order in which it came, and none is lost', async () => {
  const line = createLine();
  const begun: number[] = [];
  const all = Array.from({ length: 300 }, (_, index) => line.run(async () => begun.push(index)));
  await Promise.all(all);
  expect(begun).toEqual(Array.from({ length: 300 }, (_, index) => index));
});

test('nothing is begun in the turn of the event loop in which it came: what arrives with it is heard first', async () => {
  const line = createLine();
  let isBegun = false;
  const answer = line.run(async () => {
    isBegun = true;
  });
  await new Promise((resolve) => process.nextTick(resolve));
  expect(isBegun).toBe(false);
  await answer;
  expect(isBegun).toBe(true);
});

test('work that fails fails for its caller, and the next is begun', async () => {
  const line = createLine();
  const failing = line.run(() => Promise.reject(new Error('on fire')));
  await expect(failing).rejects.toThrow('on fire');
  expect(await line.run(async () => 'well')).toBe('well');
});

test('it is full when nobody would wait for the last', () => {
  const line = createLine();
  for (let count = 0; count < LONGEST_LINE; count += 1) {
    expect(line.isFull()).toBe(false);
    void line.run(() => new Promise(() => {}));
  }
  expect(line.isFull()).toBe(true);
});

/** A reception with a line that has no room. */
function crowded() {
  const said: unknown[] = [];
  const line: Line = { arrived: () => {}, run: (work) => work(), isFull: () => true };
  const stores = memoryStores();
  const never = (): never => {
    throw new Error('nothing is sent');
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const { receive } = createReception(
    {
      room: { admins: [], log, outbox: { whisper: never, direct: never }, reference: () => 'ref-1' },
      inFlight: createInFlight(),
      line,
      limit: () => ({ kind: 'welcome' }),
      custody: createCustody({ inHand: stores.inHand, log }),
    },
    async () => void said.push('answered'),
  );
  const ack = async (body?: unknown): Promise<void> => void said.push(body ?? 'acknowledged');
  return { said, stores, receive: (body: Record<string, unknown>) => receive({ body, ack }) };
}

test('where it is full, a command is told so in its acknowledgement', async () => {
  const { said, stores, receive } = crowded();
  await receive({ command: '/harbour', trigger_id: '1', user_id: 'U1', channel_id: 'C1', text: 'shut?' });
  expect(said).toEqual([
    { response_type: 'ephemeral', text: expect.stringContaining('ask again in a minute') },
  ]);
  expect(stores.inHand.count()).toBe(0);
});

test('where it is full, an event is not acknowledged, so that Slack sends it again', async () => {
  const { said, receive } = crowded();
  const event = { type: 'app_mention', channel: 'C1', user: 'U1', text: 'shut?', ts: '1.1' };
  await expect(receive({ type: 'event_callback', event_id: 'Ev1', event })).rejects.toThrow('too many');
  expect(said).toEqual([]);
});

test('where it is full, what is no question goes on as ever', async () => {
  const { said, receive } = crowded();
  await receive({ type: 'view_submission', view: {} });
  expect(said).toEqual(['answered']);
});
