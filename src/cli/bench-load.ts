/**
 * `npm run bench:load`: the whole bot under signed commands over HTTP, beside a bare Bolt app that only
 * acknowledges. Each runs in a process of its own, as does what stands in Slack's place; this one sends.
 * With `DATABASE_URL`, the bot keeps what it remembers there, as replicas do. What it wrote stays there, so name an
 * empty database. Nothing else leaves the machine. Rates are of this machine on this day; the ratio is what to compare.
 *
 * The children take over this process's options to node: with `--cpu-prof --cpu-prof-dir=<folder>` before
 * `dist/cli/bench-load.js`, each writes a profile of itself.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadBase } from '../storage/knowledge-files.ts';
import { createRandom } from './bench-data.ts';
import { failPlainly } from './fail.ts';
import { ACCESS } from './load/access.ts';
import { type Child, startChild } from './load/child.ts';
import { commandSource, varying } from './load/commands.ts';
import { atOnce, inTurn, SLACK_WAITS_MS, steadily } from './load/drive.ts';
import { type Mark, median, quantile } from './load/figures.ts';
import { killedInFlood } from './load/killed.ts';
import { type Bench, type Round, round } from './load/rounds.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const A_ROUND = 2000;
const BURST = 500;
const STEADY_RATE = 300;
const STEADY_S = 60;
/** So many questions are asked again and again where the same are asked. */
const REPEATED = 20;

/** The PostgreSQL server that `DATABASE_URL` names, if it does; the bench empties nothing there. */
const { DATABASE_URL } = process.env;
const DATABASE = DATABASE_URL === undefined ? {} : { DATABASE_URL };

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-load-'));
  const children: Child[] = [];
  try {
    await measure(folder, children);
  } finally {
    // The bot before Slack: what it has in hand still finds somebody to take it.
    for (const child of children.toReversed()) await child.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, children: Child[]): Promise<void> {
  const start = async (file: string, args: readonly string[] = [], env = {}): Promise<Child> => {
    const child = await startChild({ file, args, env, folder });
    children.push(child);
    return child;
  };
  const slack = await start('slack-api.js');
  const origin = `http://127.0.0.1:${slack.port}`;
  const startBot = (): Promise<Child> =>
    start('../../main.js', [], {
      SLACK_BOT_TOKEN: ACCESS.botToken,
      SLACK_SIGNING_SECRET: ACCESS.signingSecret,
      SLACK_API_URL: `${origin}/api/`,
      PORT: '0',
      KNOWLEDGE_DIR: resolve('knowledge'),
      DATA_DIR: folder,
      ...DATABASE,
    });
  const bare = await start('bare.js', [`${origin}/api/`]);
  const whole = await startBot();
  const { base } = await loadBase('knowledge');
  const questions = base.topics.flatMap(({ facts }) => facts.flatMap(({ asks }) => asks));
  const responseUrl = `${origin}/response_url`;
  const bench = {
    ...{ slack, bare, whole },
    varied: commandSource(questions, responseUrl, varying(createRandom(42))),
    repeated: commandSource(questions.slice(0, REPEATED), responseUrl),
  };
  const marks = [
    ...(await fullSpeed(bench)),
    await flood(bench),
    ...(await steady(bench)),
    await killedInFlood(bench, BURST, startBot),
  ];
  printMarks(marks, bench);
}

function printMarks(marks: readonly Mark[], { whole }: Bench): void {
  console.log('');
  for (const { name, isMet, figure } of marks) {
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${name}: ${figure}`);
  }
  const complaints = whole.lines.filter((line) => /"level":"(?:warn|error)"/.test(line));
  if (complaints.length > 0) console.log(`\nThe bot complained ${complaints.length} times: ${complaints[0]}`);
}

interface FullSpeed {
  readonly bare: Round[];
  readonly varied: Round[];
  readonly repeated: Round[];
}

async function fullSpeed(bench: Bench): Promise<Mark[]> {
  const rounds: FullSpeed = { bare: [], varied: [], repeated: [] };
  const inTurns = (which: 'bare' | 'whole', source = bench.varied): Promise<Round> =>
    round(bench, which, A_ROUND, (port, commands) => inTurn(port, commands, CONNECTIONS), source);
  // One more round of each than counts: the first warms up.
  for (let count = 0; count <= ROUNDS; count += 1) {
    rounds.bare.push(await inTurns('bare'));
    rounds.varied.push(await inTurns('whole'));
    rounds.repeated.push(await inTurns('whole', bench.repeated));
  }
  for (const each of Object.values(rounds)) each.shift();
  printRounds(rounds);
  return [
    ratioMark('no question twice', rounds.bare, rounds.varied),
    ratioMark(`${REPEATED} questions again and again`, rounds.bare, rounds.repeated),
  ];
}

const perSecond = ({ times, tookMs }: Round): number => (1000 * times.length) / tookMs;

/** Of the first nine tenths: the last ones wait for the pace at which Slack takes posts. */
const answersPerSecond = ({ times, mostAnsweredMs = Number.NaN }: Round): number =>
  (900 * times.length) / mostAnsweredMs;

function printRounds({ bare, varied, repeated }: FullSpeed): void {
  console.log(`${A_ROUND} commands a round over ${CONNECTIONS} connections, in turns; medians of ${ROUNDS}`);
  console.log('app                acknowledged/s  p50 ms  p95 ms  p99 ms  answered/s  CPU µs each');
  console.log(row('bare', bare));
  console.log(row('whole, varied', varied));
  console.log(row('whole, repeated', repeated));
}

function row(name: string, rounds: readonly Round[]): string {
  const over = (figure: (one: Round) => number): number => median(rounds.map(figure));
  const time = (share: number): string =>
    over(({ times }) => quantile(times, share))
      .toFixed(1)
      .padStart(8);
  return [
    name.padEnd(18),
    over(perSecond).toFixed(0).padStart(15),
    ...[0.5, 0.95, 0.99].map(time),
    (name === 'bare' ? '-' : over(answersPerSecond).toFixed(0)).padStart(12),
    over(({ cpuUsEach }) => cpuUsEach)
      .toFixed(0)
      .padStart(13),
  ].join('');
}

/** Of each pair of rounds, since what else the machine does slows both. */
function ratioMark(name: string, bare: readonly Round[], whole: readonly Round[]): Mark {
  const share = (figure: (round: Round) => number): number =>
    median(bare.map((one, index) => figure(whole[index] ?? one) / figure(one)));
  const ratio = share(perSecond);
  const cpu = share(({ cpuUsEach }) => cpuUsEach);
  const answered = median(whole.map((one) => answersPerSecond(one))) / median(bare.map(perSecond));
  return {
    name: `>= 70 % of a bare Bolt app, ${name}`,
    isMet: ratio >= 0.7,
    figure:
      `${percent(ratio)} of its commands a second acknowledged, ${percent(answered)} answered, ` +
      `${cpu.toFixed(1)} times its processor time`,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

async function flood(bench: Bench): Promise<Mark> {
  const bare = await round(bench, 'bare', BURST, atOnce);
  const whole = await round(bench, 'whole', BURST, atOnce);
  const name = `${BURST} at once: each acknowledged within ${SLACK_WAITS_MS / 1000} s, p99 under 300 ms`;
  return acknowledgedMark(name, bare, whole, BURST);
}

async function steady(bench: Bench): Promise<Mark[]> {
  const count = STEADY_RATE * STEADY_S;
  const drive: Parameters<typeof round>[3] = (port, commands) => steadily(port, commands, STEADY_RATE);
  const bare = await round(bench, 'bare', count, drive);
  const whole = await round(bench, 'whole', count, drive);
  const { before, after, taken, allAnsweredMs, tookMs } = whole;
  const rate = `${STEADY_RATE} a second for ${STEADY_S} s`;
  const memory = (of: 'heapMb' | 'rssMb'): string => `${before[of].toFixed(0)} to ${after[of].toFixed(0)} MB`;
  const late = allAnsweredMs === undefined ? undefined : (allAnsweredMs - tookMs) / 1000;
  return [
    acknowledgedMark(`${rate}: each within 3 s, p99 under 300 ms`, bare, whole, count),
    {
      name: `${rate}: each answered, once`,
      isMet: taken.answered === count && taken.twice === 0,
      figure:
        `${taken.inChannel} in the channel, ${taken.inPrivate} in private, ${count - taken.answered} not; ` +
        `the last ${late?.toFixed(1) ?? 'not'} s after the last command`,
    },
    {
      name: `${rate}: memory bounded`,
      isMet: after.heapMb < 2 * before.heapMb + 50,
      figure: `heap ${memory('heapMb')}, process ${memory('rssMb')}`,
    },
  ];
}

function acknowledgedMark(name: string, bare: Round, { times, failed }: Round, count: number): Mark {
  const p99 = quantile(times, 0.99);
  const worst = times.reduce((most, ms) => Math.max(most, ms), 0);
  return {
    name,
    isMet: times.length === count && worst <= SLACK_WAITS_MS && p99 < 300,
    figure:
      `p99 ${p99.toFixed(0)} ms, slowest ${worst.toFixed(0)} ms, ${failed} not acknowledged; ` +
      `bare p99 ${quantile(bare.times, 0.99).toFixed(0)} ms`,
  };
}

main().catch(failPlainly);
