/**
 * `npm run bench:load`: the whole bot under signed commands over HTTP, beside a bare Bolt app that only
 * acknowledges. Each runs in a process of its own, as does what stands in Slack's place; this one sends.
 * Nothing leaves the machine. Rates are of this machine on this day; the ratio is what to compare.
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
import { commandSource } from './load/commands.ts';
import { atOnce, inTurn, SLACK_WAITS_MS, steadily } from './load/drive.ts';
import { type Mark, median, quantile } from './load/figures.ts';
import { type Bench, type Round, round } from './load/rounds.ts';

const CONNECTIONS = 32;
const ROUNDS = 5;
const A_ROUND = 3000;
const BURST = 500;
const STEADY_RATE = 300;
const STEADY_S = 20;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-load-'));
  const children: Child[] = [];
  try {
    await measure(await startAll(folder, children));
  } finally {
    // The bot before Slack: what it has in hand still finds somebody to take it.
    for (const child of children.toReversed()) await child.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startAll(folder: string, children: Child[]): Promise<Bench> {
  const start = async (file: string, args: readonly string[] = [], env = {}): Promise<Child> => {
    const child = await startChild({ file, args, env, folder });
    children.push(child);
    return child;
  };
  const slack = await start('slack-api.js');
  const origin = `http://127.0.0.1:${slack.port}`;
  const bare = await start('bare.js', [`${origin}/api/`]);
  const whole = await start('../../main.js', [], {
    SLACK_BOT_TOKEN: ACCESS.botToken,
    SLACK_SIGNING_SECRET: ACCESS.signingSecret,
    SLACK_API_URL: `${origin}/api/`,
    PORT: '0',
    KNOWLEDGE_DIR: resolve('knowledge'),
    DATA_DIR: folder,
  });
  const { base } = await loadBase('knowledge');
  const questions = base.topics.flatMap(({ facts }) => facts.flatMap(({ asks }) => asks));
  const source = commandSource(questions, `${origin}/response_url`, createRandom(42));
  return { slack, bare, whole, source };
}

async function measure(bench: Bench): Promise<void> {
  const bare: Round[] = [];
  const whole: Round[] = [];
  // One more round of each than counts: the first warms up.
  for (let count = 0; count <= ROUNDS; count += 1) {
    bare.push(await fullSpeed(bench, 'bare'));
    whole.push(await fullSpeed(bench, 'whole'));
  }
  printRounds(bare.slice(1), whole.slice(1));
  const marks = [ratioMark(bare.slice(1), whole.slice(1)), ...(await flood(bench)), ...(await steady(bench))];
  console.log('');
  for (const { name, isMet, figure } of marks) {
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${name}: ${figure}`);
  }
  const complaints = bench.whole.lines.filter((line) => /"level":"(?:warn|error)"/.test(line));
  if (complaints.length > 0) console.log(`\nThe bot complained ${complaints.length} times: ${complaints[0]}`);
}

function fullSpeed(bench: Bench, which: 'bare' | 'whole'): Promise<Round> {
  return round(bench, which, A_ROUND, (port, commands) => inTurn(port, commands, CONNECTIONS));
}

const perSecond = ({ times, tookMs }: Round): number => (1000 * times.length) / tookMs;

function printRounds(bare: readonly Round[], whole: readonly Round[]): void {
  console.log(`${A_ROUND} commands a round over ${CONNECTIONS} connections, in turns; medians last`);
  console.log('app      commands/s  p50 ms  p95 ms  p99 ms  CPU µs each  answered/s');
  for (const [index, one] of bare.entries()) {
    const other = whole[index];
    console.log(row('bare', [one]));
    if (other !== undefined) console.log(row('whole', [other]));
  }
  console.log(row('bare', bare));
  console.log(row('whole', whole));
}

function row(name: string, rounds: readonly Round[]): string {
  const over = (figure: (one: Round) => number): number => median(rounds.map(figure));
  const time = (share: number): string =>
    over(({ times }) => quantile(times, share))
      .toFixed(1)
      .padStart(8);
  const answered = over(({ answeredMs, times }) => (1000 * times.length) / (answeredMs ?? Number.NaN));
  return [
    name.padEnd(8),
    over(perSecond).toFixed(0).padStart(11),
    ...[0.5, 0.95, 0.99].map(time),
    over(({ cpuUsEach }) => cpuUsEach)
      .toFixed(0)
      .padStart(13),
    (name === 'bare' ? '-' : answered.toFixed(0)).padStart(12),
  ].join('');
}

/** Of each pair of rounds, since what else the machine does slows both. */
function ratioMark(bare: readonly Round[], whole: readonly Round[]): Mark {
  const share = (figure: (round: Round) => number): number =>
    median(bare.map((one, index) => figure(whole[index] ?? one) / figure(one)));
  const ratio = share(perSecond);
  const cpu = share(({ cpuUsEach }) => cpuUsEach);
  return {
    name: '>= 70 % of a bare Bolt app',
    isMet: ratio >= 0.7,
    figure: `${(100 * ratio).toFixed(0)} % of its commands a second, ${cpu.toFixed(2)} times its processor time`,
  };
}

async function flood(bench: Bench): Promise<Mark[]> {
  const bare = await round(bench, 'bare', BURST, atOnce);
  const whole = await round(bench, 'whole', BURST, atOnce);
  const name = `${BURST} at once: each acknowledged within ${SLACK_WAITS_MS / 1000} s, p99 under 300 ms`;
  return [acknowledgedMark(name, bare, whole, BURST)];
}

async function steady(bench: Bench): Promise<Mark[]> {
  const count = STEADY_RATE * STEADY_S;
  const whole = await round(bench, 'whole', count, (port, commands) => steadily(port, commands, STEADY_RATE));
  const { before, after } = whole;
  const name = `${STEADY_RATE} a second for ${STEADY_S} s: each within 3 s, p99 under 300 ms`;
  const memory = (of: 'heapMb' | 'rssMb'): string => `${before[of].toFixed(0)} to ${after[of].toFixed(0)} MB`;
  console.log(`\nheld over ${name.split(':')[0]}: heap ${memory('heapMb')}, process ${memory('rssMb')}`);
  return [
    acknowledgedMark(name, undefined, whole, count),
    {
      name: `${STEADY_RATE} a second: answered as they come`,
      isMet: whole.answeredMs !== undefined,
      figure:
        whole.answeredMs === undefined
          ? 'answers still to be posted'
          : `the last ${(whole.answeredMs - whole.tookMs).toFixed(0)} ms after its acknowledgement`,
    },
  ];
}

function acknowledgedMark(
  name: string,
  bare: Round | undefined,
  { times, failed }: Round,
  count: number,
): Mark {
  const p99 = quantile(times, 0.99);
  const worst = Math.max(...times);
  const beside = bare === undefined ? '' : `; bare p99 ${quantile(bare.times, 0.99).toFixed(0)} ms`;
  return {
    name,
    isMet: times.length === count && worst <= SLACK_WAITS_MS && p99 < 300,
    figure: `p99 ${p99.toFixed(0)} ms, slowest ${worst.toFixed(0)} ms, ${failed} not acknowledged${beside}`,
  };
}

main().catch(failPlainly);
