/**
 * `npm run bench:start`: how long the bot takes from its start until it is ready, with the shipped base and with
 * 10,000 facts, and until a change of a file is served by every process. Nothing leaves the machine.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, inNumber, type Mark, printMarks } from './bench-marks.ts';
import { failPlainly } from './fail.ts';
import { ACCESS } from './load/access.ts';
import { writeBigBase } from './load/big-base.ts';
import { type Child, startChild } from './load/child.ts';

const STARTS = 7;
const BIG = 10_000;
const BIG_STARTS = 3;
const CHANGES = 7;

interface Place {
  readonly slack: Child;
  /** Empty at first, and removed in the end. */
  readonly folder: string;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const slack = await startChild({ file: 'slack-api.js', folder });
  try {
    printMarks(await measure({ slack, folder }));
  } finally {
    await slack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(place: Place): Promise<Mark[]> {
  const shipped = join(place.folder, 'shipped');
  const big = join(place.folder, 'big');
  await cp('knowledge', shipped, { recursive: true });
  await mkdir(big);
  await writeBigBase(big, BIG);
  return [
    await starts(place, 'the shipped base: ready in under 2 s', shipped, STARTS, 2000),
    await starts(place, `${inNumber(BIG)} facts: ready in under 5 s`, big, BIG_STARTS, 5000),
    await changes(place, shipped),
  ];
}

/** The first start finds no database, the later ones that of the first; the slowest counts. */
async function starts(place: Place, name: string, knowledge: string, count: number, limit: number) {
  const data = await mkdtemp(join(place.folder, 'data-'));
  const times: number[] = [];
  for (let start = 0; start < count; start += 1) {
    const begun = performance.now();
    const bot = await startBot(place, knowledge, data);
    await healthOf(bot, 'readyz');
    times.push(performance.now() - begun);
    await bot.stop();
  }
  console.log(`${name.split(':')[0]}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  return atMost(`${name}, the slowest of ${count}`, Math.max(...times), limit, 'ms');
}

/** From the change of a file until each of two processes serves it. */
async function changes(place: Place, knowledge: string): Promise<Mark> {
  const data = await mkdtemp(join(place.folder, 'data-'));
  const bots = [await startBot(place, knowledge, data), await startBot(place, knowledge, data)];
  const file = join(knowledge, 'vocabulary.yml');
  const text = await readFile(file, 'utf8');
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const before = await Promise.all(bots.map((bot) => healthOf(bot)));
    const begun = performance.now();
    await writeFile(file, `${text}# ${change}\n`);
    await Promise.all(bots.map((bot, at) => untilOther(bot, before[at]?.version)));
    times.push(performance.now() - begun);
  }
  for (const bot of bots) await bot.stop();
  console.log(`a change is served by both after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  return atMost(
    `a change is served by two processes, the slowest of ${CHANGES}`,
    Math.max(...times),
    2000,
    'ms',
  );
}

async function untilOther(bot: Child, version: string | undefined): Promise<void> {
  while ((await healthOf(bot)).version === version) await sleep(10);
}

function startBot({ slack, folder }: Place, knowledge: string, data: string): Promise<Child> {
  const env = {
    SLACK_BOT_TOKEN: ACCESS.botToken,
    SLACK_SIGNING_SECRET: ACCESS.signingSecret,
    SLACK_API_URL: `http://127.0.0.1:${slack.port}/api/`,
    PORT: '0',
    KNOWLEDGE_DIR: knowledge,
    DATA_DIR: data,
  };
  return startChild({ file: '../../main.js', env, folder });
}

async function healthOf({ port }: Child, page = 'healthz'): Promise<{ readonly version: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/${page}`);
  if (!response.ok) throw new Error(`/${page} says ${response.status}`);
  return (await response.json()) as { version: string };
}

main().catch(failPlainly);
