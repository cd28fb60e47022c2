/** A report cannot hold something to be true on a day after it was published. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

export function datesAfterReport(draft: Draft): Finding[] {
  const dates = new Map(draft.reports.map(({ value }) => [value.id, value.date]));
  return draft.facts.flatMap(({ value, at }) => {
    const published = dates.get(value.source.report);
    if (published === undefined || value.asOf <= published) return [];
    const message = `asOf ${value.asOf} is after ${published}, the day of the report ${quote(value.source.report)}`;
    return [{ at: at('asOf'), message, mend: `write ${published} or an earlier day` }];
  });
}
