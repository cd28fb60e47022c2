/** The bot as Slack meets it: the real Bolt app over HTTP, against the stand-in API. */
import { type AppParts, createApp, type SlackApp } from '../../src/slack/app.ts';
import type { Log } from '../../src/slack/ports.ts';
import { type HandMadeEngine, handMadeEngine, version } from './replies.ts';
import { SIGNING_SECRET, type SignedRequest, signedForm, signedJson } from './signing.ts';
import { type Call, type SlackApi, startSlackApi } from './slack-api.ts';
import { type MemoryStores, memoryStores } from './stores.ts';

export interface LogLine {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface TestBot {
  readonly api: SlackApi;
  readonly app: SlackApp;
  readonly engine: HandMadeEngine;
  readonly stores: MemoryStores;
  readonly log: readonly LogLine[];
  /** Milliseconds that were waited, without waiting them. */
  readonly waits: readonly number[];
  readonly origin: string;
  /** Moves the clock. */
  pass(ms: number): void;
  /** Sends a request as it is and returns the answer's status. */
  send(request: SignedRequest): Promise<number>;
  /** Types the slash command; a trigger is given where the same delivery comes again. */
  command(text: string, trigger?: string, user?: string): Promise<number>;
  /** An event of the Events API; fields of the message on top of a sensible default. */
  event(type: string, fields?: object, eventId?: string): Promise<number>;
  /** Presses a button that the bot has sent before, or one that is described. */
  press(button: PressedButton): Promise<number>;
  /** Submits a form and returns what it is answered with; undefined for nothing. */
  submit(form: SubmittedForm): Promise<Record<string, unknown> | undefined>;
  /** Resolves once all that is in hand is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface PressedButton {
  readonly actionId: string;
  readonly value: string;
  readonly ts?: string;
  readonly threadTs?: string;
  readonly isPrivate?: boolean;
  readonly user?: string;
  readonly trigger?: string;
  /** In the Home tab: no message, no channel, no `response_url`. */
  readonly inHome?: boolean;
  /** What the modal that it stands in carries along. */
  readonly metadata?: string;
}

/** A form as the bot sent it, with what somebody entered: texts by the field's name. */
export interface SubmittedForm {
  readonly view: Readonly<Record<string, unknown>>;
  readonly entered?: Readonly<Record<string, string>>;
  readonly user: string;
  /** Leaves out what nobody touched. */
  readonly untouchedIsEmpty?: boolean;
}

let count = 0;
const next = (prefix: string): string => {
  count += 1;
  return `${prefix}${count}`;
};

export const CHANNEL = 'C0NEWS';
export const READER = 'U0READER';

/** How the bot waits, and for its stop how long at most; by default it does not wait at all. */
type Sleep = (ms: number) => Promise<void>;

export async function startTestBot(
  stores = memoryStores(),
  sleep: Sleep = () => Promise.resolve(),
  parts: Partial<AppParts> = {},
): Promise<TestBot> {
  const api = await startSlackApi();
  const engine = handMadeEngine();
  const log: LogLine[] = [];
  const waits: number[] = [];
  let now = 1_700_000_000_000;
  const write =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields = {}) =>
      void log.push({ level, message, fields });
  let references = 0;
  const app = createApp(
    { mode: 'http', botToken: 'xoxb-test', signingSecret: SIGNING_SECRET, port: 0, apiUrl: api.url },
    {
      engine: () => engine,
      version: () => version,
      ...stores,
      log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
      clock: () => now,
      sleep: (ms) => {
        waits.push(ms);
        return sleep(ms);
      },
      reference: () => {
        references += 1;
        return `ref-${references}`;
      },
      ...parts,
    },
  );
  const port = await app.start();
  const origin = `http://127.0.0.1:${port}`;
  const send = async (request: SignedRequest): Promise<number> => {
    const response = await fetch(`${origin}/slack/events`, { method: 'POST', ...request });
    await response.arrayBuffer();
    return response.status;
  };
  return {
    api,
    app,
    engine,
    stores,
    log,
    waits,
    origin,
    pass: (ms) => {
      now += ms;
    },
    send,
    command: (text, trigger = next('trigger'), user = READER) =>
      send(signedForm({ ...commandFields(text, trigger, api), user_id: user })),
    event: (type, fields = {}, eventId = next('Ev')) => send(signedJson(eventBody(type, fields, eventId))),
    press: (button) => send(signedForm({ payload: JSON.stringify(pressBody(button, api)) })),
    submit: async (form) => {
      const request = signedForm({ payload: JSON.stringify(submitBody(form)) });
      const response = await fetch(`${origin}/slack/events`, { method: 'POST', ...request });
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    settle: () => app.idle(),
    close: async () => {
      await app.stop();
      await api.close();
    },
  };
}

export function commandFields(
  text: string,
  trigger: string,
  { responseUrl }: SlackApi,
): Record<string, string> {
  return {
    command: '/harbour',
    text,
    trigger_id: trigger,
    response_url: responseUrl,
    user_id: READER,
    team_id: 'T0TEAM',
    channel_id: CHANNEL,
    channel_name: 'newsdesk',
    is_enterprise_install: 'false',
    api_app_id: 'A0APP',
  };
}

function eventBody(type: string, fields: object, eventId: string): object {
  const event = {
    type,
    channel: CHANNEL,
    ...(type === 'message' && { channel_type: 'channel' }),
    user: READER,
    text: '',
    ts: `16${count}.000200`,
    ...fields,
  };
  return {
    type: 'event_callback',
    event_id: eventId,
    team_id: 'T0TEAM',
    api_app_id: 'A0APP',
    event,
    authorizations: [{ team_id: 'T0TEAM', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
  };
}

function pressBody(button: PressedButton, { responseUrl }: SlackApi): object {
  const { actionId, value, ts = '1500.000100', threadTs, isPrivate = false, user = READER } = button;
  const action = { type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' };
  const body = {
    type: 'block_actions',
    user: { id: user, team_id: 'T0TEAM' },
    team: { id: 'T0TEAM' },
    api_app_id: 'A0APP',
    trigger_id: button.trigger ?? next('press'),
    actions: [action],
  };
  if (button.inHome === true) {
    const view = { private_metadata: button.metadata ?? '' };
    return { ...body, container: { type: 'view', view_id: 'V0HOME' }, view };
  }
  return {
    ...body,
    response_url: responseUrl,
    channel: { id: CHANNEL, name: 'newsdesk' },
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: CHANNEL,
      is_ephemeral: isPrivate,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    },
    ...(!isPrivate && { message: { ts, ...(threadTs !== undefined && { thread_ts: threadTs }) } }),
  };
}

export function submitBody({ view, entered = {}, user, untouchedIsEmpty = false }: SubmittedForm): object {
  const values: Record<string, unknown> = {};
  for (const block of (view['blocks'] ?? []) as FormBlock[]) {
    const { type, block_id: id = '', element } = block;
    if (type !== 'input' || element === undefined) continue;
    const text = entered[id.split(':')[1] ?? ''];
    const value = text === undefined ? initialOf(element, untouchedIsEmpty) : enteredInto(element, text);
    values[id] = { [String(element['action_id'])]: { type: element['type'], ...value } };
  }
  return {
    type: 'view_submission',
    team: { id: 'T0TEAM' },
    user: { id: user, team_id: 'T0TEAM' },
    api_app_id: 'A0APP',
    trigger_id: next('submit'),
    view: { ...view, id: 'V0FORM', state: { values } },
  };
}

interface FormBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly element?: Readonly<Record<string, unknown>>;
}

/** What Slack sends for a field of each type. */
const SENT: Readonly<Record<string, readonly [state: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  datepicker: ['selected_date', 'initial_date'],
  checkboxes: ['selected_options', 'initial_options'],
};

function initialOf(element: Readonly<Record<string, unknown>>, untouchedIsEmpty: boolean): object {
  const [state = '', initial = ''] = SENT[String(element['type'])] ?? [];
  const none = element['type'] === 'checkboxes' ? [] : null;
  return { [state]: untouchedIsEmpty ? none : (element[initial] ?? none) };
}

function enteredInto(element: Readonly<Record<string, unknown>>, text: string): object {
  const [state = ''] = SENT[String(element['type'])] ?? [];
  if (state === 'selected_option') return { [state]: { value: text } };
  if (state === 'selected_options') return { [state]: text.split('\n').map((value) => ({ value })) };
  return { [state]: text === '' ? null : text };
}

/** Posts and responses, without what the bot asked of Slack for itself. */
export function messagesIn(api: SlackApi): Call[] {
  return api.calls.filter(({ method }) => method.startsWith('chat.') || method === 'response_url');
}

/** The button with this label in what was sent. */
export function buttonIn(
  body: Readonly<Record<string, unknown>> | undefined,
  label: string | RegExp,
): PressedButton {
  const blocks = (body?.['blocks'] ?? []) as { elements?: Element[] }[];
  const found = blocks
    .flatMap(({ elements = [] }) => elements)
    .find(({ type, text }) => type === 'button' && new RegExp(label).test((text as { text: string }).text));
  if (found === undefined) throw new Error(`no button ${label} in ${JSON.stringify(body)}`);
  return { actionId: String(found.action_id), value: String(found.value) };
}

interface Element {
  readonly type: string;
  readonly text?: unknown;
  readonly action_id?: string;
  readonly value?: string;
}
