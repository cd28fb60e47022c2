/** `GET /healthz`: is the bot ready, and how current is what it knows. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Health {
  readonly ready: boolean;
  readonly facts: number;
  /** The newest day on which a fact was true, `2026-02-23`. */
  readonly asOf: string | undefined;
  /** Changes with every change of the fact base. */
  readonly version: string;
  /** How many problems keep what is in the files from being used; left out when there are none. */
  readonly degraded?: number;
}

/** 200 when ready, 503 when starting or stopping; the body says the rest. */
export function healthHandler(health: () => Health) {
  return (_request: IncomingMessage, response: ServerResponse): void => {
    // An exception here would leave the request hanging, since Bolt does not catch it.
    try {
      const body = health();
      response.writeHead(body.ready ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    } catch {
      response.writeHead(500).end();
    }
  };
}

/**
 * A server with nothing but the health of the bot, for Socket Mode.
 * @throws the error of the port when it cannot be listened on.
 */
export function startHealthServer(health: () => Health, port: number): Promise<Server> {
  const handler = healthHandler(health);
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz' && (request.method === 'GET' || request.method === 'HEAD')) {
      handler(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
