/**
 * Texts are plain and on one line. What looks like Slack's markup would be shown as it stands, since every text
 * is escaped on its way out; and a statement of several lines breaks lists and notifications.
 */
import type { Draft, Item } from '../draft.ts';
import type { Path } from '../problem.ts';
import { quote } from '../problem.ts';
import type { Finding } from './check.ts';

const MARKUP = /<[^<>\n]*>|&(?:lt|gt|amp);/;

export function plainText(draft: Draft): Finding[] {
  const items: readonly Item<unknown>[] = [
    ...draft.bots,
    ...draft.vocabularies,
    ...draft.reports,
    ...draft.topics.map(({ value: { id, title, summary }, at }) => ({ value: { id, title, summary }, at })),
    ...draft.facts,
    ...draft.digests,
    ...draft.entities,
  ];
  return items.flatMap(({ value, at }) =>
    textsIn(value).flatMap(({ text, path }) => {
      const markup = MARKUP.exec(text)?.[0];
      if (markup !== undefined) {
        const mend = 'write it in plain words; markup is not interpreted';
        return [{ at: at(...path), message: `markup, ${quote(markup)}, in ${quote(text)}`, mend }];
      }
      if (!text.includes('\n')) return [];
      return [{ at: at(...path), message: `a line break in ${quote(text)}`, mend: 'write it on one line' }];
    }),
  );
}

function textsIn(value: unknown, path: Path = []): { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((part, index) => textsIn(part, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]));
}
