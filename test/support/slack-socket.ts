/** A stand-in for Slack's side of Socket Mode: greets, sends envelopes, notes what is acknowledged. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface SlackSocket {
  readonly url: string;
  /** Sends an envelope to the bot; resolves once it is acknowledged. */
  send(
    type: 'slash_commands' | 'interactive' | 'events_api',
    payload: object,
    envelopeId?: string,
  ): Promise<void>;
  /** Sends anything at all. */
  sendRaw(message: string | Buffer): void;
  /** Closes the connection, with a word before or without. */
  drop(how: 'close' | 'cut'): void;
  /** The next so many connections are refused with this status. */
  refuse(times: number, status: number): void;
  /** From now on nothing is answered, not even a ping. */
  silence(isSilent: boolean): void;
  /** How often the bot has connected. */
  connections(): number;
  close(): Promise<void>;
}

export async function startSlackSocket(): Promise<SlackSocket> {
  let refusals = { times: 0, status: 0 };
  let isSilent = false;
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    autoPong: false,
    verifyClient: (_info, decide) => {
      const isRefused = refusals.times > 0;
      if (isRefused) refusals = { ...refusals, times: refusals.times - 1 };
      decide(!isRefused, refusals.status);
    },
  });
  await once(server, 'listening');
  const acknowledged = new Map<string, () => void>();
  let socket: WebSocket | undefined;
  let connections = 0;
  let envelopes = 0;
  server.on('connection', (connected) => {
    socket = connected;
    connections += 1;
    connected.on('ping', () => {
      if (!isSilent) connected.pong();
    });
    connected.on('message', (data) => {
      if (isSilent) return;
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id: string };
      acknowledged.get(id)?.();
    });
    connected.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    send: (type, payload, envelopeId) => {
      envelopes += 1;
      const id = envelopeId ?? `envelope-${envelopes}`;
      return new Promise((resolve) => {
        acknowledged.set(id, resolve);
        socket?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
      });
    },
    sendRaw: (message) => socket?.send(message),
    drop: (how) => (how === 'cut' ? socket?.terminate() : socket?.close(1001)),
    refuse: (times, status) => {
      refusals = { times, status };
    },
    silence: (given) => {
      isSilent = given;
    },
    connections: () => connections,
    close: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
