/** The bot in Slack: Bolt, set up for HTTP or Socket Mode, with everything it listens to. */
import type { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { boltLogger } from './bolt-logger.ts';
import { createCallFetch } from './call-fetch.ts';
import { countFailures } from './count-failures.ts';
import { createCustody } from './custody.ts';
import { followChanges } from './follow-changes.ts';
import { type Door, doors, type Health, type Metrics, portOf, startHealthServer } from './health.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { createInOrder } from './in-order.ts';
import { createLine } from './line.ts';
import { FEATURES } from './listeners/index.ts';
import { createOutbox } from './outbox.ts';
import { createPace } from './pace.ts';
import { createPersonLimit } from './person-limit.ts';
import { createReadThread } from './read-thread.ts';
import { createRebuild } from './rebuild.ts';
import { createReception } from './reception.ts';
import { rememberPosts } from './remember-posts.ts';
import { rememberTurns } from './remembered-turns.ts';
import { remindDue } from './remind-due.ts';
import { measure } from './render/about-base.ts';
import type { Room, SlackParts } from './room.ts';
import { guardSocket } from './socket-guard.ts';
import { onPort, withToken } from './starting.ts';
import { tellAskers } from './tell-askers.ts';
import { tellEditors } from './tell-editors.ts';
import { noteOutcomes, onArrival, referenceInHand, reportAfter, withReference } from './watch.ts';

/** How to reach Slack, and how Slack reaches the bot. */
export type SlackAccess = {
  readonly botToken: string;
  /** Replaces Slack's own address, for every call. */
  readonly apiUrl?: string | undefined;
  /** For `/healthz`, `/readyz` and `/metrics`, and in HTTP mode for Slack's requests; 0 takes a free one, undefined none at all. */
  readonly port: number | undefined;
} & (
  | { readonly mode: 'http'; readonly signingSecret: string }
  | {
      readonly mode: 'socket';
      readonly appToken: string;
      /** How long a silent connection is trusted, and the wait before the next; ten seconds unless told. */
      readonly pingTimeoutMs?: number;
    }
);

export interface AppParts extends SlackParts {
  /** Names the fact base in service, for `/healthz`. */
  readonly version: () => string;
  /** How many problems the files have, while the last good base stays in service. */
  readonly problems?: () => number;
  /** Whether the database is away, so that nothing is stored. */
  readonly databaseIsAway?: () => boolean;
  /** For `/metrics`; without it there is no such page. */
  readonly metrics?: Metrics;
}

export interface SlackApp {
  /** Resolves, with what to tell whoever runs the bot, when it has lost its access to Slack for good. */
  readonly lost: Promise<unknown>;
  /** Connects; resolves with the port it listens on, undefined when it listens on none. */
  start(): Promise<number | undefined>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  /** Stops receiving and finishes what is in hand, for at most `deadlineMs`. */
  stop(deadlineMs?: number): Promise<void>;
}

/** A call to Slack that takes longer has failed. */
const CALL_TIMEOUT_MS = 10_000;
/** Of the ten seconds that the process has, the rest is for letting go of the database. */
const STOP_DEADLINE_MS = 8000;
/** Others take this process for dead after ten seconds without a sign. */
const LOOK_EVERY_MS = 3000;
/** A week begins at midnight; the first to look after that says what is due. */
const REMIND_EVERY_MS = 60 * 60 * 1000;
/**
 * Bolt's 5 s cuts many a healthy connection. The wait before a connection is opened again is as long, so
 * more would leave the bot deaf for longer each time that Slack renews the connection.
 */
const PING_TIMEOUT_MS = 10_000;

/** Builds the app; nothing is sent or received before `start`. */
export function createApp(access: SlackAccess, given: AppParts): SlackApp {
  const reference = (): string => referenceInHand() ?? given.reference();
  const parts = { ...given, log: withReference(given.log), reference };
  const logger = boltLogger(parts.log);
  const inFlight = createInFlight();
  let ready = false;
  const health = (): Health => {
    const { facts, asOf } = measure(parts.engine().base);
    const problems = parts.problems?.() ?? 0;
    const isAway = parts.databaseIsAway?.() === true;
    return {
      ...{ ready, facts, asOf, version: parts.version() },
      ...(problems > 0 && { degraded: problems }),
      ...(isAway && { database: 'away' }),
    };
  };
  const pages = doors(health, parts.metrics);
  const receiver = createReceiver(access, logger, pages);
  const lost = new Promise<unknown>((resolve) => {
    if (receiver instanceof SocketModeReceiver) guardSocket(receiver.client, parts.log, resolve);
  });
  const app = new App({
    token: access.botToken,
    receiver,
    deferInitialization: true,
    convoStore: false,
    logger,
    logLevel: LogLevel.INFO,
    clientOptions: clientOptions(access, logger),
  });
  const attached = attachFeatures(app, parts, inFlight);
  let healthServer: Server | undefined;
  let looking: NodeJS.Timeout | undefined;
  let reminding: NodeJS.Timeout | undefined;
  return {
    lost,
    async start() {
      await withToken('SLACK_BOT_TOKEN', app.init());
      if (access.mode === 'socket' && access.port !== undefined) {
        healthServer = await onPort(access.port, startHealthServer(pages, access.port));
      }
      const started = app.start();
      const server = access.mode === 'http' ? await onPort(access.port, started) : await started;
      ready = true;
      looking = setInterval(() => void attached.lookRound(), LOOK_EVERY_MS).unref();
      void attached.lookRound();
      reminding = setInterval(attached.remind, REMIND_EVERY_MS).unref();
      attached.remind();
      if (access.mode === 'http') return portOf(server as Server);
      return healthServer && portOf(healthServer);
    },
    idle: inFlight.idle,
    async stop(deadlineMs = STOP_DEADLINE_MS) {
      ready = false;
      attached.end();
      clearInterval(looking);
      clearInterval(reminding);
      const closed = Promise.allSettled([app.stop()]).then(() => inFlight.idle());
      await Promise.race([closed, parts.sleep(deadlineMs)]);
      await attached.release();
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
    fetch: createCallFetch(CALL_TIMEOUT_MS),
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}

function createReceiver(access: SlackAccess, logger: Logger, pages: readonly Door[]) {
  if (access.mode === 'http') {
    return new HTTPReceiver({
      signingSecret: access.signingSecret,
      port: access.port ?? 0,
      logger,
      customRoutes: pages.map((page) => ({ ...page, method: ['GET', 'HEAD'] })),
    });
  }
  return new SocketModeReceiver({
    appToken: access.appToken,
    logger,
    clientPingTimeout: access.pingTimeoutMs ?? PING_TIMEOUT_MS,
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

interface Attached {
  /** Takes over what other processes left. */
  lookRound(): Promise<void>;
  /** Tells the editors what is due for review, if nobody did this week, and askers what is answered by now. */
  remind(): void;
  /** Ends the work that nobody asked for. */
  end(): void;
  /** Leaves what is not answered to other processes, or to the next start. */
  release(): Promise<void>;
}

function attachFeatures(app: App, parts: AppParts, inFlight: InFlight): Attached {
  const { log, sleep } = parts;
  const custody = createCustody(parts);
  const pace = createPace(parts.clock, sleep);
  const outbox = countFailures(
    createOutbox({ client: app.client, log, sleep, pace, objection: custody.objection }),
    parts.meter,
  );
  const readThread = createReadThread({ client: app.client, log });
  const room: Room = {
    ...parts,
    engine: noteOutcomes(rememberTurns(parts.engine)),
    deliveries: custody.reopen(parts.deliveries),
    outbox: rememberPosts(outbox, parts, teamOf(app)),
    inOrder: createInOrder(),
    readThread,
    rebuild: createRebuild({ engine: parts.engine, readThread }),
  };
  const limit = createPersonLimit(parts.clock);
  const reception = createReception(
    { room, inFlight, line: createLine(), limit, custody },
    reportAfter(parts, app.processEvent.bind(app)),
  );
  app.processEvent = onArrival(parts, reception.receive);
  for (const feature of FEATURES) feature.attach(app, room);
  app.error(async (error) => {
    log.error('an event could not be handled', { reference: parts.reference(), error });
  });
  const ends = [followChanges(room, inFlight), tellEditors(room, inFlight)];
  return {
    lookRound: reception.lookRound,
    remind: () => {
      void inFlight.run(() => remindDue(room));
      void inFlight.run(() => tellAskers(room));
    },
    end: () => {
      for (const end of ends) end();
      pace.close();
    },
    release: custody.release,
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
