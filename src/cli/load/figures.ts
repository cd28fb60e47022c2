/** What is made of many measured values. */

/** The value that this share of all, 0 to 1, does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export interface Mark {
  readonly name: string;
  readonly isMet: boolean;
  readonly figure: string;
}
