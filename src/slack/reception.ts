/**
 * Everything that Slack delivers comes in here, before Bolt hands it to a listener. What asks the bot
 * something is acknowledged at once and then waits its turn; everything else goes straight on.
 */
import type { App } from '@slack/bolt';
import type { Custody } from './custody.ts';
import { deliver } from './deliver.ts';
import { isEditor } from './editors/admins.ts';
import { handle } from './handle.ts';
import type { InFlight } from './in-flight.ts';
import type { Line } from './line.ts';
import type { Outbox } from './outbox.ts';
import type { PersonLimit } from './person-limit.ts';
import { type QuestionDelivery, readQuestionDelivery } from './question-delivery.ts';
import { notice } from './render/notice.ts';
import type { Room } from './room.ts';
import { tooManyAtOnce, tooManyQuestions } from './wording.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];
export type Process = (event: ReceiverEvent) => Promise<void>;

export interface ReceptionParts {
  readonly room: Pick<Room, 'admins' | 'log' | 'reference'> & {
    readonly outbox: Pick<Outbox, 'whisper' | 'direct'>;
  };
  readonly inFlight: InFlight;
  readonly line: Line;
  readonly limit: PersonLimit;
  readonly custody: Custody;
}

export interface Reception {
  readonly receive: Process;
  /** Takes over what other processes left; to be called every three seconds. */
  lookRound(): Promise<void>;
}

/** @param process hands a delivery to the listeners. */
export function createReception(parts: ReceptionParts, process: Process): Reception {
  const { inFlight, line, custody, room } = parts;
  return {
    receive: (event) =>
      inFlight.run(async () => {
        line.arrived();
        const question = readQuestionDelivery(event.body);
        if (question === undefined) await process(event);
        else await receive(parts, process, event, question);
      }),
    lookRound: () =>
      custody.lookRound(({ key, body }, held) => {
        const answered = inFlight.run(() =>
          line.run(() =>
            custody.during(held, () => process({ body: JSON.parse(body), ack: async () => {} })),
          ),
        );
        answered.catch((error: unknown) =>
          room.log.error('what was left could not be answered', { key, error }),
        );
      }),
  };
}

async function receive(
  parts: ReceptionParts,
  process: Process,
  event: ReceiverEvent,
  question: QuestionDelivery,
): Promise<void> {
  const { line, room, custody } = parts;
  if (!(await isWelcome(parts, event, question))) return;
  if (line.isFull()) return turnAway(event, question);
  const acknowledged = { ...event, ack: async () => {} };
  if (!question.isForBot) {
    await acknowledge(room, event);
    return line.run(() => process(acknowledged));
  }
  const held = await custody.take({ key: question.key, body: storable(event.body) });
  await acknowledge(room, event);
  // Whoever has it in hand answers it.
  if (held === undefined) return;
  const answer = (): Promise<void> => custody.during(held, () => process(acknowledged));
  // A form that an editor asks for can be opened for three seconds only.
  await (isEditor(room, question.user) ? answer() : line.run(answer));
}

/** Without the token that old apps were told to check: it says nothing that the signature does not. */
function storable(body: ReceiverEvent['body']): string {
  return JSON.stringify({ ...body, token: undefined });
}

/** Slack may be gone by now; the answer is due all the same. */
async function acknowledge({ log }: Pick<Room, 'log'>, { ack }: ReceiverEvent, text?: string): Promise<void> {
  try {
    await (text === undefined ? ack() : ack({ response_type: 'ephemeral', text }));
  } catch (error) {
    log.warn('a delivery could not be acknowledged', { error });
  }
}

/** @throws for what Slack sends again by itself when it is refused. */
async function turnAway(event: ReceiverEvent, { kind }: QuestionDelivery): Promise<void> {
  if (kind !== 'command') throw new Error('too many questions wait for an answer');
  await event.ack({ response_type: 'ephemeral', text: tooManyAtOnce });
}

/** A question too many is acknowledged and not answered; the first of a minute is told so. */
async function isWelcome(
  { limit, room }: ReceptionParts,
  event: ReceiverEvent,
  { kind, user, channel, isForBot }: QuestionDelivery,
): Promise<boolean> {
  // Sent again by Slack, it is no further question; and talk in a thread may not be meant for the bot.
  if (event.retryNum !== undefined || !isForBot) return true;
  const verdict = limit(user);
  if (verdict.kind === 'welcome') return true;
  const text = verdict.kind === 'tell' ? tooManyQuestions(verdict.forS) : undefined;
  if (text !== undefined) room.log.warn('somebody asks too much', { user });
  if (kind === 'command') {
    await acknowledge(room, event, text);
    return false;
  }
  await acknowledge(room, event);
  if (text !== undefined) await tell(room, { user, channel }, text);
  return false;
}

function tell(
  room: ReceptionParts['room'],
  { user, channel }: Pick<QuestionDelivery, 'user' | 'channel'>,
  text: string,
): Promise<void> {
  const ways = [
    (message: ReturnType<typeof notice>) => room.outbox.whisper({ channel }, user, message),
    (message: ReturnType<typeof notice>) => room.outbox.direct(user, message),
  ];
  return handle(room, 'person-limit', [], async () => {
    await deliver([notice(text)], ways);
  });
}
