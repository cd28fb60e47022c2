/**
 * `fetch` for calls to Slack, over connections that are kept. Node's own costs several times the processor
 * time for a short request, since it streams what is sent and received; here both are strings.
 */
import { Agent, request } from 'undici';

/** Posts are paced, so that more connections would only wait; and a flood must not open one for each answer. */
const CONNECTIONS = 64;
const KEPT_MS = 30_000;

/** @param timeoutMs a call that takes longer has failed. */
export function createCallFetch(timeoutMs: number): typeof fetch {
  const dispatcher = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: KEPT_MS,
    connect: { timeout: timeoutMs },
  });
  return async (input, init = {}) => {
    const { body } = init;
    // Files and streams, which no call of this bot has.
    if (typeof input !== 'string' || typeof body !== 'string') return fetch(input, init);
    const answer = await request(input, {
      dispatcher,
      body,
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      signal: init.signal ?? AbortSignal.timeout(timeoutMs),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
    const text = await answer.body.text();
    // Some statuses go without a body, and a Response of theirs takes none.
    return new Response(text === '' ? null : text, { status: answer.statusCode, headers });
  };
}
