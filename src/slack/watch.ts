/**
 * What is known of a delivery while it is in hand: its reference, which everything that the log says about it
 * has, and what became of it. Nothing here holds what people wrote.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Answering, Turn } from '../answer/answering.ts';
import type { Reply } from '../answer/reply.ts';
import type { Clock, CurrentEngine, Log, Meter, QuestionOutcome } from './ports.ts';

interface InHand {
  /** The same at each call. */
  readonly reference: () => string;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  feature?: string;
  outcome?: QuestionOutcome;
}

const inHand = new AsyncLocalStorage<InHand | undefined>();

export interface WatchParts {
  readonly log: Log;
  readonly clock: Clock;
  readonly reference: () => string;
  readonly meter?: Meter;
}

/** Buttons and forms that show an answer again are no questions. */
const ASKING = new Set([
  'ask-command',
  'mention',
  'direct-message',
  'follow-up',
  'edited-message',
  'pressed-question',
  'post-to-channel',
]);

type Process<Event> = (event: Event) => Promise<void>;

/** Gives each delivery a reference as it arrives. */
export function onArrival<Event>(parts: WatchParts, receive: Process<Event>): Process<Event> {
  return (event) => inHand.run(arrived(parts), () => receive(event));
}

/** Reports a question once all that was to be done for it is done. */
export function reportAfter<Event>(parts: WatchParts, process: Process<Event>): Process<Event> {
  return (event) => {
    const mine = inHand.getStore() ?? arrived(parts);
    return inHand.run(mine, async () => {
      await process(event);
      report(parts, mine);
    });
  };
}

function arrived({ reference, clock }: WatchParts): InHand {
  let mine: string | undefined;
  return {
    reference: () => {
      // Outside of what is in hand, whose reference a caller's own function may ask for first.
      mine ??= inHand.run(undefined, reference);
      return mine;
    },
    at: clock(),
  };
}

function report({ log, clock, meter }: WatchParts, { feature, outcome, at }: InHand): void {
  if (feature === undefined || outcome === undefined || !ASKING.has(feature)) return;
  const ms = clock() - at;
  meter?.question(feature, outcome, ms);
  log.info('a question was handled', { feature, outcome, ms });
}

/** Says of the delivery in hand who handles it, or what became of it; the last word counts. */
export function note(known: { readonly feature?: string; readonly outcome?: QuestionOutcome }): void {
  const mine = inHand.getStore();
  if (mine !== undefined) Object.assign(mine, known);
}

/** The reference of the delivery in hand; undefined where nothing is. */
export function referenceInHand(): string | undefined {
  return inHand.getStore()?.reference();
}

/** Lines that are written while a delivery is in hand have its reference. */
export function withReference(log: Log): Log {
  const write =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields) => {
      const reference = referenceInHand();
      log[level](message, reference === undefined ? fields : { reference, ...fields });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** The engine, noting for the delivery in hand what it decides. */
export function noteOutcomes(current: CurrentEngine): CurrentEngine {
  const known = new WeakMap<Answering, Answering>();
  return () => {
    const engine = current();
    const noting = known.get(engine) ?? withNotes(engine);
    known.set(engine, noting);
    return noting;
  };
}

function withNotes(engine: Answering): Answering {
  const noted = <T extends Turn>(turn: T): T => {
    note({ outcome: outcomeOf(turn.reply) });
    return turn;
  };
  return {
    base: engine.base,
    ask: (question, conversation, isAddressed) => noted(engine.ask(question, conversation, isAddressed)),
    give: (factIds, question, conversation) => noted(engine.give(factIds, question, conversation)),
    command: (text) => noted(engine.command(text)),
  };
}

function outcomeOf(reply: Reply): QuestionOutcome {
  return reply.kind === 'unknown' ? reply.reason : reply.kind;
}
