/**
 * A process in Slack's place, on loopback: takes every call at once, and counts the messages it was given, for
 * each question apart. Which question a message answers is told by the channel or the `response_url`.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came of the questions so far. */
export interface Taken {
  /** Questions with an answer of any kind. */
  readonly answered: number;
  readonly inChannel: number;
  readonly inPrivate: number;
  /** Questions that were answered in the channel more than once. */
  readonly twice: number;
}

const AUTH = JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0TEAM' });
const POST = /\/chat\.postMessage$/;
const PRIVATE = /\/response_url\/(\d+)$/;
const CHANNEL = /(?:^|&)channel=C0NEWS(\d+)(?:&|$)/;

const posts = new Map<string, number>();
const privates = new Map<string, number>();
let ts = 0;

const server = createServer(async (request, response) => {
  const { url = '' } = request;
  const body = await read(request);
  response.setHeader('content-type', 'application/json');
  const asked = PRIVATE.exec(url)?.[1];
  if (asked !== undefined) count(privates, asked);
  if (POST.test(url)) count(posts, CHANNEL.exec(body)?.[1] ?? '');
  ts += 1;
  const isMessage = asked !== undefined || POST.test(url);
  response.end(isMessage ? JSON.stringify({ ok: true, channel: 'C0NEWS', ts: `${ts}.000100` }) : AUTH);
});

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function count(counts: Map<string, number>, question: string): void {
  counts.set(question, (counts.get(question) ?? 0) + 1);
}

function taken(): Taken {
  const twice = [...posts.values()].filter((times) => times > 1).length;
  const answered = new Set([...posts.keys(), ...privates.keys()]).size;
  return { answered, inChannel: posts.size, inPrivate: privates.size, twice };
}

process.on('message', (asked) => {
  if (asked === 'taken') process.send?.({ taken: taken() });
});
process.once('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  console.error(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
