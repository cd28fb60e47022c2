/** What the bot says about itself over HTTP: alive, ready for questions, and figures for Prometheus. */
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
  /** Left out while it is there; without it questions are answered, and nothing is stored. */
  readonly database?: 'away';
}

/** The figures as text, and the type of that text. */
export type Metrics = () => Promise<{ readonly type: string; readonly text: string }>;

/** A page, by the path that it is served at. */
export interface Door {
  readonly path: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * `/healthz`: 200 as long as the process answers at all; who restarts processes asks here. `/readyz`: 503 while
 * it starts or stops; who sends it requests asks here. `/metrics` only where figures are given.
 */
export function doors(health: () => Health, metrics: Metrics | undefined): readonly Door[] {
  const saying = (statusOf: (health: Health) => number) => async () => {
    const body = health();
    return { status: statusOf(body), type: 'application/json', text: JSON.stringify(body) };
  };
  const pages: Door[] = [
    { path: '/healthz', handler: serving(saying(() => 200)) },
    { path: '/readyz', handler: serving(saying(({ ready }) => (ready ? 200 : 503))) },
  ];
  if (metrics === undefined) return pages;
  return [
    ...pages,
    { path: '/metrics', handler: serving(async () => ({ status: 200, ...(await metrics()) })) },
  ];
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function serving(page: () => Promise<Page>): Door['handler'] {
  return (_request, response) => {
    // A rejection would leave the request hanging, since Bolt does not catch it.
    page().then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  };
}

/**
 * A server with nothing but these pages, for Socket Mode.
 * @throws the error of the port when it cannot be listened on.
 */
export function startHealthServer(pages: readonly Door[], port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const door = pages.find((page) => page.path === path);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (door === undefined || !isRead) response.writeHead(404).end();
    else door.handler(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
