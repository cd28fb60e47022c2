/** How far apart two words are. */

/**
 * Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours, each one edit.
 * Stops early and returns `limit + 1` once the distance must be above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous, current] = rowsFor(b.length);
  for (let column = 0; column <= b.length; column += 1) previous[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    const least = fillRow(a, b, row, before, previous, current);
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

/** Distances of the first `row` letters of `a` to each beginning of `b`; the least of them. */
function fillRow(
  a: string,
  b: string,
  row: number,
  before: Uint16Array,
  previous: Uint16Array,
  current: Uint16Array,
): number {
  current[0] = row;
  let least = row;
  for (let column = 1; column <= b.length; column += 1) {
    const change = a[row - 1] === b[column - 1] ? 0 : 1;
    let edits = Math.min(
      (previous[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (previous[column - 1] ?? 0) + change,
    );
    if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
      edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
    }
    current[column] = edits;
    if (edits < least) least = edits;
  }
  return least;
}

type Rows = [before: Uint16Array, previous: Uint16Array, current: Uint16Array];
const makeRows = (length: number): Rows => [
  new Uint16Array(length),
  new Uint16Array(length),
  new Uint16Array(length),
];
const ROWS = makeRows(64);

/** The same rows each time: a question of misspelt words compares thousands of pairs. */
const rowsFor = (length: number): Rows => (length < 64 ? ROWS : makeRows(length + 1));
