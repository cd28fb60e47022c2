/** Builds everything once, starts it, and stops it in order. */
import { randomBytes } from 'node:crypto';
import { setImmediate as giveWay, setTimeout as sleep } from 'node:timers/promises';
import dotenv from 'dotenv';
import { createEngineInSlices } from './answer/engine.ts';
import { askGolden, compareGolden } from './answer/preview.ts';
import { type Config, readConfig } from './config.ts';
import { ConfigError, KnowledgeError, LocalError } from './errors.ts';
import { startLocal } from './local/start.ts';
import { createLog } from './log.ts';
import { createFigures, type Figures } from './metrics.ts';
import { type AppParts, createApp, type SlackAccess } from './slack/app.ts';
import { type BaseStore, openBaseStore } from './storage/base-store.ts';
import { openDatabase } from './storage/database.ts';
import { openResilient, type ResilientStores } from './storage/resilient.ts';
import type { Gaps, Stores } from './storage/stores.ts';

interface Running {
  /** Resolves with the exit code, for what ends by itself. */
  readonly ended: Promise<number>;
  /** @param deadlineMs how long at most to finish what is in hand. */
  stop(deadlineMs?: number): Promise<void>;
}

/** From a signal to the end at most: whoever stops containers waits for ten seconds, and then kills. */
const STOP_LIMIT_MS = 9500;
/** Of that, for what is in hand; the rest is for the files and the database. */
const DRAIN_MS = 7000;

const PURGE_EVERY_MS = 60 * 60 * 1000;

async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => {
    log.error('a promise was rejected and nobody noticed', { error });
    process.exit(1);
  });
  const figures = createFigures();
  const stores = await openStores(config, log, figures);
  const base = await openBase(config, stores, log, figures);
  figures.show({
    facts: () => base.current().base.topics.reduce((sum, { facts }) => sum + facts.length, 0),
    problems: () => base.problems().length,
    loadedAt: base.loadedAt,
    databaseIsAway: stores.isAway,
  });
  const parts: AppParts = {
    engine: base.current,
    editing: base,
    admins: config.admins,
    keepAskers: config.keepAskers,
    correctionDays: config.correctionDays,
    version: base.version,
    problems: () => base.problems().length,
    ...stores,
    databaseIsAway: stores.isAway,
    meter: figures.meter,
    metrics: figures.page,
    log,
    clock: Date.now,
    sleep: (ms) => sleep(ms),
    reference: () => randomBytes(4).toString('hex'),
  };
  const purging = setInterval(() => void stores.purge(), PURGE_EVERY_MS);
  let running: Running | undefined;
  const stop = async (): Promise<void> => {
    clearInterval(purging);
    await running?.stop(DRAIN_MS);
    await base.stop();
    await stores.close();
  };
  // Before the start: whoever is told that the bot is ready may end it at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => {
        log.warn('not everything could be closed in time');
        process.exit(1);
      }, STOP_LIMIT_MS).unref();
      void stop().then(() => process.exit(0));
    });
  }
  running = await start(config, parts);
  base.watch();
  const code = await running.ended;
  await stop();
  process.exit(code);
}

async function openStores(
  { dataDir, databaseUrl, retentionDays, correctionDays }: Config,
  log: AppParts['log'],
  figures: Figures,
): Promise<ResilientStores> {
  const place = { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) };
  const database = { ...place, retentionDays, correctionDays, clock: Date.now, log };
  const stores = await openResilient({ open: () => openDatabase(database), clock: Date.now, log });
  return { ...stores, gaps: countGaps(stores.gaps, figures) };
}

function openBase(
  { knowledgeDir }: Config,
  { history }: Stores,
  log: AppParts['log'],
  { reloaded }: Figures,
): Promise<BaseStore> {
  return openBaseStore({
    folder: knowledgeDir,
    history,
    compile: (base) => createEngineInSlices(base, giveWay),
    golden: { ask: askGolden, compare: compareGolden },
    clock: Date.now,
    log,
    onReload: reloaded,
  });
}

function countGaps(gaps: Gaps, { gap }: Figures): Gaps {
  return {
    ...gaps,
    record(kept) {
      gap(kept.kind);
      return gaps.record(kept);
    },
  };
}

async function start(config: Config, parts: AppParts): Promise<Running> {
  if (config.mode === 'local') return startWithoutSlack(parts);
  const { stop, lost } = await connect(config, parts);
  const ended = lost.then((reason) => {
    parts.log.error('the bot has lost its access to Slack and ends', { reason: String(reason) });
    return 1;
  });
  return { ended, stop };
}

async function connect(access: SlackAccess, parts: AppParts) {
  const app = createApp(access, parts);
  const port = await app.start();
  parts.log.info('ready', { mode: access.mode, port, version: parts.version() });
  return app;
}

function startWithoutSlack(parts: AppParts): Promise<Running> {
  return startLocal({
    engine: parts.engine,
    connect: ({ apiUrl, botToken, appToken, admins }) =>
      connect(
        { mode: 'socket', apiUrl, botToken, appToken, port: undefined },
        { ...parts, admins, untouchedIsEmpty: true },
      ),
    input: process.stdin,
    output: process.stdout,
  });
}

/** What a person can mend is said in plain words; anything else is a bug and shows where. */
function explain(error: unknown): string {
  const isForPerson = [ConfigError, KnowledgeError, LocalError].some((kind) => error instanceof kind);
  if (isForPerson && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
