/** The marks to beat, and whether a run beat them. */
import type { Measured } from './bench-measure.ts';

export interface Mark {
  readonly name: string;
  readonly isMet: boolean;
  readonly figure: string;
}

export const inNumber = (size: number): string => size.toLocaleString('en');

/** This search against MiniSearch at one size. */
export function againstMini(size: number, own: Measured, mini: Measured): Mark[] {
  const wanted = size >= 100_000 ? 50 : 5;
  const faster = mini.medianMs / own.medianMs;
  const at = `${inNumber(size)} facts`;
  return [
    {
      name: `${at}: at least ${wanted} times as fast as MiniSearch`,
      isMet: faster >= wanted,
      figure: `${faster.toFixed(1)} times`,
    },
    {
      name: `${at}: the intended fact first at least as often`,
      isMet: own.found >= mini.found,
      figure: `${(100 * own.found).toFixed(1)} % against ${(100 * mini.found).toFixed(1)} %`,
    },
    atMost(`${at}: built no slower`, own.buildMs / mini.buildMs, 1, 'of its time'),
    atMost(`${at}: heap at most its own`, own.heapMb / mini.heapMb, 1, 'of its heap'),
  ];
}

/** Ten times the facts cost at most three times the time. */
export function growth(medians: ReadonlyMap<number, number>): Mark[] {
  const sizes = [...medians.keys()];
  return sizes.slice(1).map((size, index) => {
    const before = sizes[index] ?? size;
    const factor = (medians.get(size) ?? 0) / (medians.get(before) ?? 1);
    return atMost(
      `${inNumber(before)} to ${inNumber(size)} facts: at most 3 times the time`,
      factor,
      3,
      'times',
    );
  });
}

export function atMost(name: string, value: number, limit: number, unit: string): Mark {
  return { name, isMet: value <= limit, figure: `${value.toFixed(2)} ${unit}` };
}

export function printMarks(marks: readonly Mark[]): void {
  console.log('');
  for (const { name, isMet, figure } of marks) {
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${name}: ${figure}`);
  }
}
