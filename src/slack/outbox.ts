/**
 * Every call to Slack goes out here, and every way it can fail comes back as one of a few outcomes.
 * Nothing here throws for what Slack does; who calls decides what to try next.
 */
import { clip } from './escape.ts';
import { type Failure, HeldBack, type Judged, judge, mendFor } from './failure.ts';
import { UPDATE_TEXT } from './limits.ts';
import type { Pace, Turn } from './pace.ts';
import type { Log } from './ports.ts';
import type { Message } from './render/blocks.ts';
import type { HomeView, KnownBlock, ModalView, WebClient } from './types.ts';

export type Outcome =
  | {
      readonly sent: true;
      readonly channel: string;
      readonly ts: string;
      /** The modal that was opened, if one was. */
      readonly viewId?: string | undefined;
    }
  | { readonly sent: false; readonly why: Failure; readonly error: string };

/** A channel, and in it a thread when `threadTs` is given. */
export interface Place {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  /** Whose question is answered there: where many posts wait, people take turns. */
  readonly forUser?: string | undefined;
}

/** What is posted to a `response_url`. */
export interface Response {
  readonly response_type?: 'in_channel' | 'ephemeral';
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
  readonly text?: string;
  readonly blocks?: KnownBlock[];
  readonly unfurl_links?: boolean;
  readonly unfurl_media?: boolean;
}

/** Bolt's `respond`, which throws on every status but 2xx. */
export type Respond = (message: Response) => Promise<unknown>;

export interface Outbox {
  /** Posts for everybody in the place. */
  post(place: Place, message: Message): Promise<Outcome>;
  /** Posts for one person's eyes; both must be in the channel. */
  whisper(place: Place, user: string, message: Message): Promise<Outcome>;
  /** Puts another message in the place of one of the bot's own. */
  update(place: { readonly channel: string; readonly ts: string }, message: Message): Promise<Outcome>;
  /** Takes back one of the bot's own messages. */
  remove(place: { readonly channel: string; readonly ts: string }): Promise<Outcome>;
  /** Writes to a person directly. */
  direct(user: string, message: Message): Promise<Outcome>;
  /** Answers a command or a button; works also where the bot is no member. */
  respond(respond: Respond, to: 'channel' | 'asker', message: Message, threadTs?: string): Promise<Outcome>;
  /** Removes the message for one person's eyes that a button stood in. */
  withdraw(respond: Respond): Promise<Outcome>;
  showHome(user: string, view: HomeView): Promise<Outcome>;
  /** Opens a modal, or puts it on top of the one that a button in it was pressed in. */
  openView(triggerId: string, view: ModalView, how?: 'open' | 'push'): Promise<Outcome>;
  /** Shows something else in an open modal. */
  updateView(viewId: string, view: ModalView): Promise<Outcome>;
}

export interface OutboxParts {
  readonly client: WebClient;
  readonly log: Log;
  /** Resolves after that many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly pace: Pace;
  /** Asked right before something is sent in answer to a question: why that must not be, if so. */
  readonly objection: (isPublic: boolean) => Promise<string | undefined>;
}

/** Longer than this nobody waits where there is another way to be answered. */
const PATIENCE_MS = 15_000;
/** A direct message is the last way: it waits for as long as anybody may still care. */
const LAST_PATIENCE_MS = 10 * 60_000;
const ATTEMPTS = 3;
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export function createOutbox(parts: OutboxParts): Outbox {
  const { client } = parts;
  const send = (what: string, call: () => Promise<Sent>) => attempt(parts, { what }, call);
  const answer = (what: string, isPublic: boolean, call: () => Promise<Sent>) =>
    attempt(parts, { what, isPublic }, call);

  const postTo = async (place: Place, message: Message, isPublic: boolean): Promise<Outcome> => {
    const { channel, forUser: who = channel } = place;
    const patienceMs = isPublic ? PATIENCE_MS : LAST_PATIENCE_MS;
    const how = { what: 'chat.postMessage', isPublic, paced: { channel, who, patienceMs } };
    const target = { channel, ...inThread(place.threadTs), ...QUIET };
    const outcome = await attempt(parts, how, () => client.chat.postMessage({ ...target, ...body(message) }));
    if (outcome.sent || outcome.why !== 'content') return outcome;
    // Better plain than not at all: the text alone is the whole answer.
    return attempt(parts, how, () => client.chat.postMessage({ ...target, text: message.text }));
  };

  return {
    post: (place, message) => postTo(place, message, true),
    whisper: ({ channel, threadTs }, user, message) =>
      answer('chat.postEphemeral', false, async () => {
        const target = { channel, user, ...inThread(threadTs) };
        const { message_ts: ts } = await client.chat.postEphemeral({ ...target, ...body(message) });
        return { channel, ts: ts ?? '' };
      }),
    update: ({ channel, ts }, message) => {
      const { blocks, text } = body(message);
      return send('chat.update', () =>
        client.chat.update({ channel, ts, blocks, text: clip(text, UPDATE_TEXT), parse: 'none' }),
      );
    },
    remove: ({ channel, ts }) =>
      send('chat.delete', () => client.chat.delete({ channel, ts }).then(() => ({ channel, ts }))),
    direct: (user, message) => postTo({ channel: user }, message, false),
    respond: (respond, to, message, threadTs) =>
      answer('response_url', to === 'channel', () =>
        respond({
          response_type: to === 'channel' ? 'in_channel' : 'ephemeral',
          replace_original: false,
          ...inThread(threadTs),
          ...QUIET,
          ...body(message),
        }).then(() => ({})),
      ),
    withdraw: (respond) => send('response_url', () => respond({ delete_original: true }).then(() => ({}))),
    showHome: (user, view) =>
      send('views.publish', () => client.views.publish({ user_id: user, view }).then(() => ({}))),
    openView: (triggerId, view, how = 'open') =>
      send(`views.${how}`, async () => {
        const opened = await client.views[how]({ trigger_id: triggerId, view });
        return { viewId: opened.view?.id };
      }),
    updateView: (viewId, view) =>
      send('views.update', () => client.views.update({ view_id: viewId, view }).then(() => ({}))),
  };
}

type Sent = { readonly channel?: string; readonly ts?: string; readonly viewId?: string | undefined };

const inThread = (ts: string | undefined) => (ts === undefined ? {} : { thread_ts: ts });

function body({ text, blocks }: Message): { text: string; blocks: KnownBlock[] } {
  return { text, blocks: [...blocks] };
}

interface How {
  readonly what: string;
  /** Set for what answers a question: whether everybody in the place sees it. */
  readonly isPublic?: boolean;
  readonly paced?: Turn;
}

/** Waits and tries again only where Slack has surely not taken the call: nothing is sent twice. */
async function attempt(parts: OutboxParts, how: How, call: () => Promise<Sent>): Promise<Outcome> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      const { channel = '', ts = '', viewId } = await callInTurn(parts, how, call);
      return { sent: true, channel, ts, viewId };
    } catch (thrown) {
      const { wait, ...failed } = judge(thrown);
      if (wait !== undefined && failed.why === 'busy') pause(parts, how, wait);
      if (wait === undefined || wait > patience(how) || attempts === ATTEMPTS) {
        report(parts, how, failed, thrown);
        return { sent: false, ...failed };
      }
      parts.log.info('sending again', { call: how.what, error: failed.error, waitMs: wait });
      // A paused channel's turn comes when the pause is over.
      if (failed.why !== 'busy' || how.paced === undefined) await parts.sleep(wait);
    }
  }
}

function report({ log }: OutboxParts, { what }: How, { why, error }: Judged, thrown: unknown): void {
  const fields = { call: what, why, error };
  // In a flood Slack is not even asked, many times a second; the other way that follows is no trouble.
  if (thrown instanceof HeldBack) log.debug('not sent', fields);
  else if (why === 'access')
    log.error('not sent, until a person mends it', { ...fields, mend: mendFor(error) });
  else log.warn('not sent', fields);
}

function pause({ pace }: OutboxParts, { paced }: How, ms: number): void {
  if (paced !== undefined) pace.pause(paced.channel, ms);
}

const patience = ({ paced }: How): number => paced?.patienceMs ?? PATIENCE_MS;

async function callInTurn(
  { pace, objection }: OutboxParts,
  { isPublic, paced }: How,
  call: () => Promise<Sent>,
): Promise<Sent> {
  if (paced !== undefined && !(await pace.turn(paced))) {
    throw new HeldBack('busy', 'more posts wait there than Slack takes');
  }
  const reason = isPublic === undefined ? undefined : await objection(isPublic);
  if (reason !== undefined) throw new HeldBack('down', reason);
  return call();
}
