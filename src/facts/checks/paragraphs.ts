/** A fact is taken from a paragraph that its report has. */
import type { Draft } from '../draft.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

export function paragraphs(draft: Draft): Finding[] {
  const reports = new Map(draft.reports.map(({ value }) => [value.id, value]));
  return draft.facts.flatMap(({ value, at }) => {
    const report = reports.get(value.source.report);
    if (report === undefined || value.source.paragraph <= report.paragraphs) return [];
    const message = `paragraph ${value.source.paragraph}, but the report ${quote(report.id)} has ${report.paragraphs}`;
    return [{ at: at('source', 'paragraph'), message, mend: 'give the paragraph it is taken from' }];
  });
}
