/** Gaps as lines of a terminal. */
import type { GapGroup } from '../answer/gaps.ts';

/** A line for each of the first `shown` gaps, its other wordings below it, and how many are left. */
export function printGaps(groups: readonly GapGroup[], shown: number): string[] {
  if (groups.length === 0) return ['Nothing: every question that was kept has an answer or was dismissed.'];
  const lines = groups
    .slice(0, shown)
    .flatMap((group) => [
      `${timesOf(group)}, last on ${new Date(group.lastAt).toISOString().slice(0, 10)}  ${group.question}`,
      ...group.wordings.slice(1, 4).map((wording) => `    also: ${wording}`),
      ...(group.answeredBy.length > 0 ? [`    answered by now, with ${group.answeredBy.join(', ')}`] : []),
    ]);
  const left = groups.length - shown;
  return left > 0 ? [...lines, `and ${left} more; npm run gaps -- --all shows them`] : lines;
}

function timesOf({ unknowns, downvotes }: GapGroup): string {
  const parts = [
    ...(unknowns > 0 ? [`asked ${unknowns}×`] : []),
    ...(downvotes > 0 ? [`voted down ${downvotes}×`] : []),
  ];
  return parts.join(', ');
}
