/** The bot is killed with SIGKILL in the middle of a flood, and a second one on the same database goes on. */
import type { Child } from './child.ts';
import { atOnce } from './drive.ts';
import type { Mark } from './figures.ts';
import { type Bench, reached, takenBy } from './rounds.ts';

/** @param startAnother starts the process that goes on. */
export async function killedInFlood(
  { slack, whole, varied }: Bench,
  count: number,
  startAnother: () => Promise<Child>,
): Promise<Mark> {
  const before = await takenBy(slack);
  const { times } = await atOnce(whole.port, varied.take(count));
  await whole.kill();
  const left = count - ((await takenBy(slack)).answered - before.answered);
  const begun = performance.now();
  await startAnother();
  const tookMs = await reached(slack, before.answered + times.length, begun);
  const after = await takenBy(slack);
  const answered = after.answered - before.answered;
  const twice = after.twice - before.twice;
  const name = `killed after ${count} at once were acknowledged: another process answers, none twice in the channel`;
  const took = tookMs === undefined ? 'not in time' : `${(tookMs / 1000).toFixed(1)} s after the kill`;
  return {
    name,
    isMet: answered === count && twice === 0,
    figure: `${left} were left, ${count - answered} lost, ${twice} posted twice; the last ${took}`,
  };
}
