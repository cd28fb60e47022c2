/** A stand-in for Slack's API on loopback: notes every call, answers as told. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  /** `chat.postMessage`, or `response_url` for what is posted to one. */
  readonly method: string;
  readonly body: Record<string, unknown>;
}

/** What the API says instead of yes: an error's name, an HTTP status with its headers, nothing, or half a word. */
export type Failure =
  | string
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'SILENCE'
  | 'HANG UP';

export interface SlackApi {
  readonly url: string;
  readonly responseUrl: string;
  readonly calls: readonly Call[];
  /** The bodies of all calls of a method. */
  sent(method: string): readonly Record<string, unknown>[];
  /** Lets the next calls of a method fail, one failure a call; `always` lets each of them fail. */
  fail(method: string, ...failures: Failure[]): void;
  always(method: string, failure: Failure): void;
  /** What `conversations.replies` gives from now on: of a thread's root and its replies, one field each or more. */
  thread(...messages: object[]): void;
  /** Address of the socket that `apps.connections.open` hands out. */
  socketUrl?: string;
  close(): Promise<void>;
}

export const BOT_USER = 'U0BOT';

export async function startSlackApi(): Promise<SlackApi> {
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();
  const constant = new Map<string, Failure>();
  let posts = 0;
  const api: { socketUrl?: string } = {};
  let inThread: object[] = [];

  const answer = (method: string): Record<string, unknown> => {
    if (method === 'auth.test') return { user_id: BOT_USER, bot_id: 'B0BOT', team_id: 'T0TEAM' };
    if (method === 'apps.connections.open') return { url: api.socketUrl };
    if (method === 'conversations.replies') return { messages: inThread, has_more: false };
    if (method === 'chat.delete') return {};
    if (method.startsWith('views.')) return { view: { id: 'V0MODAL' } };
    posts += 1;
    return { channel: 'C0NEWS', ts: `17000000${posts}.000100`, message_ts: `17000000${posts}.000100` };
  };

  const server = createServer(async (request, response) => {
    const method = methodOf(request);
    const body = await readBody(request);
    calls.push({ method, body });
    const failure = failures.get(method)?.shift() ?? constant.get(method);
    if (failure === 'SILENCE') return;
    if (failure === 'HANG UP') return void request.socket.destroy();
    if (typeof failure === 'object') {
      response.writeHead(failure.status, failure.headers).end('no');
      return;
    }
    const result = failure === undefined ? { ok: true, ...answer(method) } : { ok: false, error: failure };
    const sent =
      typeof body['channel'] === 'string' && body['channel'].startsWith('U') ? 'D0DIRECT' : body['channel'];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(failure === undefined && sent !== undefined ? { ...result, channel: sent } : result),
    );
  });
  const origin = await listen(server);
  return Object.assign(api, {
    url: `${origin}/api/`,
    responseUrl: `${origin}/response_url`,
    calls,
    sent: (method: string) => calls.filter((call) => call.method === method).map(({ body }) => body),
    fail: (method: string, ...list: Failure[]) => void failures.set(method, list),
    always: (method: string, failure: Failure) => void constant.set(method, failure),
    thread: (...messages: object[]) => {
      inThread = messages;
    },
    close: () => close(server),
  });
}

function methodOf({ url = '' }: IncomingMessage): string {
  return url.replace(/^\/(api\/)?/, '').split('?')[0] ?? '';
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  if (request.headers['content-type']?.includes('json')) return JSON.parse(text);
  const fields = [...new URLSearchParams(text)].map(([key, value]) => [key, readField(value)] as const);
  return Object.fromEntries(fields);
}

/** The client sends lists and objects as JSON, everything else as text. */
function readField(value: string): unknown {
  return /^[[{]/.test(value)
    ? JSON.parse(value)
    : value === 'false'
      ? false
      : value === 'true'
        ? true
        : value;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
