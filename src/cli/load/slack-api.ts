/** A process in Slack's place, on loopback: takes every call at once, and counts the messages it was given. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const AUTH = JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0TEAM' });
const MESSAGE = /\/(?:chat\.postMessage|chat\.postEphemeral|response_url)$/;

let taken = 0;

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    const isMessage = MESSAGE.test(request.url ?? '');
    if (isMessage) taken += 1;
    response.setHeader('content-type', 'application/json');
    response.end(isMessage ? JSON.stringify({ ok: true, channel: 'C0NEWS', ts: `${taken}.000100` }) : AUTH);
  });
});

process.on('message', (asked) => {
  if (asked === 'taken') process.send?.({ taken });
});
process.once('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  console.error(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});
