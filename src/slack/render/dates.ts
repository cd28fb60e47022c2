/** Dates as an answer shows them. */
import type { When } from '../../facts/schema.ts';

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The day of a moment, in UTC, as facts write it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-02-23` as `Feb 23, 2026`, `2024-12` as `Dec 2024`, `2014` as it is. */
export function showDate(date: string): string {
  const [year = '', month, day] = date.split('-').map(Number);
  if (month === undefined) return date;
  const time = Date.UTC(Number(year), month - 1, day ?? 1);
  return (day === undefined ? MONTH : DAY).format(time);
}

/** A date, or a span: `2014 to Dec 2024`, `since 2014`, `until 2019`. */
export function showWhen(when: When): string {
  if (typeof when === 'string') return showDate(when);
  const { from, to } = when;
  if (from === undefined) return `until ${showDate(to ?? '')}`;
  return to === undefined ? `since ${showDate(from)}` : `${showDate(from)} to ${showDate(to)}`;
}
