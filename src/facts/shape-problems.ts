/** Says in an editor's words where a file departs from its schema: each zod issue as a problem with a place. */
import type { z } from 'zod';
import type { YamlFile } from './document.ts';
import { didYouMean, nearest } from './nearest.ts';
import { type Path, type Place, type Problem, quote } from './problem.ts';
import { descriptionOf, keysOf, schemaAt } from './shape.ts';

type Issue = z.core.$ZodIssue;
type Told = Pick<Problem, 'message' | 'mend'>;

/** A file whose value departs from its schema. */
interface Misshapen {
  readonly yaml: YamlFile;
  readonly value: unknown;
  readonly schema: z.core.$ZodType;
}

/** One problem for each value that is wrong, and one for each unknown key. */
export function shapeProblems(file: Misshapen, issues: readonly Issue[]): Problem[] {
  const meant = meantKeys(file, issues);
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(file, path, key));
    // A value has one problem at a time: what is no date is not also an impossible one.
    const at = JSON.stringify(path);
    if (seen.has(at) || meant.has(at)) return [];
    seen.add(at);
    return [problem(file.yaml.placeOf(path), explain(file, issue))];
  });
}

/** Paths of the keys that misspelt ones stand for, which are therefore not reported as missing too. */
function meantKeys(file: Misshapen, issues: readonly Issue[]): Set<string> {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    for (const key of issue.keys) {
      const near = nearest(key, unusedKeys(file, path));
      if (near !== undefined) meant.add(JSON.stringify([...path, near]));
    }
  }
  return meant;
}

function unknownKey(file: Misshapen, path: Path, key: string): Problem {
  const place = file.yaml.placeOfKey(path, key);
  if (key === '<<') {
    return problem(place, { message: 'a merge key, "<<"', mend: 'write the keys themselves' });
  }
  const keys = keysOf(schemaAt(file.schema, path));
  const mend = didYouMean(key, unusedKeys(file, path), `the keys here are ${keys.join(', ')}`);
  return problem(place, { message: `unknown key ${quote(key)}`, mend });
}

function unusedKeys(file: Misshapen, path: Path): string[] {
  const used = valueAt(file.value, path);
  const names = typeof used === 'object' && used !== null ? Object.keys(used) : [];
  return keysOf(schemaAt(file.schema, path)).filter((key) => !names.includes(key));
}

function explain(file: Misshapen, issue: Issue): Told {
  const path = issue.path as Path;
  const value = valueAt(file.value, path);
  const name = nameOf(path);
  if (value === undefined) return { message: `${name} is missing`, mend: addIt(file, path) };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, value, issue.expected);
    case 'invalid_union':
      return { message: `${name} is ${quote(value)}`, mend: 'write a date, or a from and a to' };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const mend = didYouMean(String(value), allowed, `write one of ${allowed.join(', ')}`);
      return { message: `${name} is ${quote(value)}`, mend };
    }
    case 'too_small':
      return tooSmall(name, value, Number(issue.minimum));
    case 'too_big':
      return tooBig(name, value, Number(issue.maximum));
    default:
      return byRule(name, value, issue.message);
  }
}

function addIt(file: Misshapen, path: Path): string {
  const key = path.at(-1);
  const described = descriptionOf(schemaAt(file.schema, path));
  return described === undefined ? `add ${key}` : `add ${key}: ${lowerFirst(described)}`;
}

function wrongType(name: string, value: unknown, expected: string): Told {
  if (value === '')
    return {
      message: `${name} is empty`,
      mend: `write ${TYPES[expected] ?? expected}, or leave the key out`,
    };
  return { message: `${name} is ${quote(value)}`, mend: `write ${TYPES[expected] ?? expected}` };
}

const TYPES: Record<string, string> = {
  string: 'text, in quotes if it holds a colon and a space',
  array: 'a list, one entry a line after a hyphen',
  object: 'keys with their values, indented by two spaces',
  number: 'a whole number, without quotes',
  int: 'a whole number, without quotes',
};

function tooSmall(name: string, value: unknown, least: number): Told {
  if (Array.isArray(value)) {
    const message = `${name} has ${entries(value.length)}`;
    return { message, mend: `give it ${least} or more` };
  }
  if (typeof value === 'number')
    return { message: `${name} is ${value}`, mend: `write a number from ${least} up` };
  return { message: `${name} is empty`, mend: 'write the text, or leave the key out if it may be' };
}

function tooBig(name: string, value: unknown, most: number): Told {
  if (Array.isArray(value)) {
    return { message: `${name} has ${entries(value.length)}`, mend: `leave at most ${most}` };
  }
  if (typeof value === 'number')
    return { message: `${name} is ${value}`, mend: `write a number up to ${most}` };
  const length = String(value).length;
  const message = `${name} has ${length} characters: ${quote(value)}`;
  return { message, mend: `shorten it to ${most} characters or fewer` };
}

/** The schema's own messages are in two parts, `what is wrong; what to do`. */
function byRule(name: string, value: unknown, message: string): Told {
  const [wrong = message, ...mend] = message.split('; ');
  const shown = typeof value === 'object' ? '' : ` ${quote(value)}`;
  return { message: `${name}${shown} ${wrong}`, mend: mend.join('; ') };
}

function entries(count: number): string {
  if (count === 0) return 'no entries';
  return count === 1 ? 'only one entry' : `${count} entries`;
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'string' ? last : `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    return (node as Record<string | number, unknown>)[step];
  }, value);
}

function problem(place: Place, told: Told): Problem {
  return { ...place, rule: 'shape', ...told };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
