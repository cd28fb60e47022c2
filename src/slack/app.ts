/** The bot in Slack: Bolt, set up for HTTP or Socket Mode, with everything it listens to. */
import type { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { boltLogger } from './bolt-logger.ts';
import { followChanges } from './follow-changes.ts';
import { type Health, healthHandler, portOf, startHealthServer } from './health.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { createInOrder } from './in-order.ts';
import { createLine } from './line.ts';
import { FEATURES } from './listeners/index.ts';
import { createOutbox } from './outbox.ts';
import { createPersonLimit } from './person-limit.ts';
import { createReadThread } from './read-thread.ts';
import { createRebuild } from './rebuild.ts';
import { createReception } from './reception.ts';
import { rememberPosts } from './remember-posts.ts';
import { rememberTurns } from './remembered-turns.ts';
import { measure } from './render/about-base.ts';
import type { Room, SlackParts } from './room.ts';
import { onPort, withToken } from './starting.ts';
import { tellEditors } from './tell-editors.ts';

/** How to reach Slack, and how Slack reaches the bot. */
export type SlackAccess = {
  readonly botToken: string;
  /** Replaces Slack's own address, for every call. */
  readonly apiUrl?: string | undefined;
  /** For `/healthz`, and in HTTP mode for Slack's requests; 0 takes a free one, undefined none at all. */
  readonly port: number | undefined;
} & (
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string }
);

export interface AppParts extends SlackParts {
  /** Names the fact base in service, for `/healthz`. */
  readonly version: () => string;
  /** How many problems the files have, while the last good base stays in service. */
  readonly problems?: () => number;
}

export interface SlackApp {
  /** Connects; resolves with the port it listens on, undefined when it listens on none. */
  start(): Promise<number | undefined>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  /** Stops receiving and finishes what is in hand, for at most `deadlineMs`. */
  stop(deadlineMs?: number): Promise<void>;
}

/** A call to Slack that takes longer has failed. */
const CALL_TIMEOUT_MS = 10_000;
const STOP_DEADLINE_MS = 10_000;
/**
 * Bolt's 5 s cuts many a healthy connection. The wait before a connection is opened again is as long, so
 * more would leave the bot deaf for longer each time that Slack renews the connection.
 */
const PING_TIMEOUT_MS = 10_000;

/** Builds the app; nothing is sent or received before `start`. */
export function createApp(access: SlackAccess, parts: AppParts): SlackApp {
  const logger = boltLogger(parts.log);
  const inFlight = createInFlight();
  let ready = false;
  const health = (): Health => {
    const { facts, asOf } = measure(parts.engine().base);
    const problems = parts.problems?.() ?? 0;
    return { ready, facts, asOf, version: parts.version(), ...(problems > 0 && { degraded: problems }) };
  };
  const app = new App({
    token: access.botToken,
    receiver: createReceiver(access, logger, health),
    deferInitialization: true,
    convoStore: false,
    logger,
    logLevel: LogLevel.INFO,
    clientOptions: clientOptions(access, logger),
  });
  const endFollowing = attachFeatures(app, parts, inFlight);
  let healthServer: Server | undefined;
  return {
    async start() {
      await withToken('SLACK_BOT_TOKEN', app.init());
      if (access.mode === 'socket' && access.port !== undefined) {
        healthServer = await onPort(access.port, startHealthServer(health, access.port));
      }
      const started = withToken('SLACK_APP_TOKEN', app.start());
      const server = access.mode === 'http' ? await onPort(access.port, started) : await started;
      ready = true;
      if (access.mode === 'http') return portOf(server as Server);
      return healthServer && portOf(healthServer);
    },
    idle: inFlight.idle,
    async stop(deadlineMs = STOP_DEADLINE_MS) {
      ready = false;
      endFollowing();
      const closed = Promise.allSettled([app.stop()]).then(() => inFlight.idle());
      await Promise.race([closed, parts.sleep(deadlineMs)]);
      healthServer?.close();
    },
  };
}

/** A fresh object at each call: Bolt's receivers write into the one they are given. */
function clientOptions({ apiUrl }: SlackAccess, logger: Logger) {
  return {
    logger,
    timeout: CALL_TIMEOUT_MS,
    // What may be tried again is decided in the outbox, call by call, so that nothing is posted twice.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: fetchInTime,
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}

/** Bolt gives calls to a `response_url` no time limit of their own. */
const fetchInTime: typeof fetch = (input, init) => {
  const limit = AbortSignal.timeout(CALL_TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
  return fetch(input, { ...init, signal });
};

function createReceiver(access: SlackAccess, logger: Logger, health: () => Health) {
  if (access.mode === 'http') {
    return new HTTPReceiver({
      signingSecret: access.signingSecret,
      port: access.port ?? 0,
      logger,
      customRoutes: [{ path: '/healthz', method: 'GET', handler: healthHandler(health) }],
    });
  }
  return new SocketModeReceiver({
    appToken: access.appToken,
    logger,
    clientPingTimeout: PING_TIMEOUT_MS,
    installerOptions: {
      // Opening a connection may be tried for as long as it takes: giving up would end the process.
      clientOptions: {
        ...clientOptions(access, logger),
        retryConfig: { retries: 100, factor: 1.3 },
        rejectRateLimitedCalls: false,
      },
    },
  });
}

/** Returns what ends the work that nobody asked for. */
function attachFeatures(app: App, parts: AppParts, inFlight: InFlight): () => void {
  const { log, sleep } = parts;
  const outbox = createOutbox({ client: app.client, log, sleep });
  const readThread = createReadThread({ client: app.client, log });
  const room: Room = {
    ...parts,
    engine: rememberTurns(parts.engine),
    outbox: rememberPosts(outbox, parts, teamOf(app)),
    inOrder: createInOrder(),
    readThread,
    rebuild: createRebuild({ engine: parts.engine, readThread }),
  };
  const limit = createPersonLimit(parts.clock);
  const reception = createReception(
    { room, inFlight, line: createLine(), limit },
    app.processEvent.bind(app),
  );
  app.processEvent = reception;
  for (const feature of FEATURES) feature.attach(app, room);
  app.error(async (error) => {
    log.error('an event could not be handled', { reference: parts.reference(), error });
  });
  const ends = [followChanges(room, inFlight), tellEditors(room, inFlight)];
  return () => {
    for (const end of ends) end();
  };
}

/** The workspace that the token belongs to, asked for once. */
function teamOf({ client }: App): () => Promise<string> {
  let team: Promise<string> | undefined;
  return () => {
    team ??= client.auth.test().then(({ team_id: id = '' }) => id);
    return team.catch((error: unknown) => {
      team = undefined;
      throw error;
    });
  };
}
