/** What is wrong with a knowledge file, where, and what to do about it. */

/** The way to a value inside a file: keys of maps and, from 0, positions in lists. */
export type Path = readonly (string | number)[];

/** A place in a knowledge file. Lines and columns count from 1, as editors do. */
export interface Place {
  /** The file's path inside the knowledge folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The value it is about, for a form that shows the message at its field. Empty: the whole file. */
  readonly path: Path;
}

export interface Problem extends Place {
  /** The name of the rule that was broken: `yaml`, `shape`, or that of a file in `checks/`. */
  readonly rule: string;
  /** What is wrong, with the value. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** The first character of a file, for a problem with the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, path: [] };
}

/**
 * A problem in one line, `file:line:column  message  mend`, which terminals and editors make a link of.
 * `folder` is put before the file's path.
 */
export function printProblem(problem: Problem, folder = ''): string {
  const file = [folder.replace(/\/+$/, ''), problem.file].filter((part) => part !== '').join('/');
  return `${file}:${problem.line}:${problem.column}  ${problem.message}  ${problem.mend}`;
}

/** By file, then from top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** A value as a message shows it: text in quotation marks, on one line and cut at 60 characters. */
export function quote(value: unknown): string {
  const shown = typeof value === 'string' ? JSON.stringify(cut(value)) : cut(JSON.stringify(value) ?? '');
  return shown.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
