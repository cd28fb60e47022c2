/** Files of a knowledge folder in, one checked base out, or every problem of every file at once. Pure. */
import { checkDraft } from './checks/index.ts';
import { plainValue, readYaml } from './document.ts';
import { makeDraft, type ReadFile } from './draft.ts';
import { type FileKind, isIgnored, kindOf, SCHEMAS, type SourceFile } from './files.ts';
import { didYouMean } from './nearest.ts';
import { inReadingOrder, type Problem, quote, startOf } from './problem.ts';
import { withoutRetired } from './retired.ts';
import { type Base, BotFile, EntitiesFile, ReportFile, TopicFile, VocabularyFile } from './schema.ts';
import { shapeProblems } from './shape-problems.ts';

/** A base that passes every rule, or at least one problem. */
export type Parsed = { readonly base: Base } | { readonly problems: readonly Problem[] };

/**
 * Parses and checks a whole knowledge folder. The order of the files does not matter: reports and topics
 * stand in the base in the order of their paths.
 */
export function parseBase(files: readonly SourceFile[]): Parsed {
  const own = inOrder(files);
  return checked(own, own.flatMap(readFile));
}

/** As `parseBase`, but gives way to other work between the files, so that answering goes on meanwhile. */
export async function parseBaseInSlices(
  files: readonly SourceFile[],
  giveWay: () => Promise<void>,
): Promise<Parsed> {
  const own = inOrder(files);
  const outcomes: Outcome[] = [];
  for (const file of own) {
    outcomes.push(...readFile(file));
    await giveWay();
  }
  return checked(own, outcomes);
}

function inOrder(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => !isIgnored(file.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function checked(own: readonly SourceFile[], outcomes: readonly Outcome[]): Parsed {
  const layout = layoutProblems(own);
  const read = outcomes.flatMap((outcome) => (outcome.read === undefined ? [] : [outcome.read]));
  const isWhole = layout.length === 0 && read.length === outcomes.length;
  const broken = checkDraft(makeDraft(read, isWhole));
  const problems = [...layout, ...outcomes.flatMap((outcome) => outcome.problems), ...broken];
  return problems.length > 0 ? { problems: inReadingOrder(problems) } : { base: assemble(read) };
}

interface Outcome {
  readonly read?: ReadFile;
  readonly problems: readonly Problem[];
}

/** None for a file that does not belong here. */
function readFile(file: SourceFile): Outcome[] {
  const kind = kindOf(file.path);
  return kind === undefined ? [] : [readKind(file, kind)];
}

function readKind(file: SourceFile, kind: FileKind): Outcome {
  if (file.unreadable !== undefined) {
    return { problems: [{ ...startOf(file.path), rule: 'layout', ...file.unreadable }] };
  }
  const yaml = readYaml(file);
  if (yaml.document === undefined) return { problems: yaml.problems };
  const schema = SCHEMAS[kind];
  const value = plainValue(yaml.document.contents, schema);
  if (value === '') return { problems: [...yaml.problems, emptyFile(file, kind)] };
  const parsed = schema.safeParse(value);
  const shape = parsed.success ? [] : shapeProblems({ yaml, value, schema }, parsed.error.issues);
  return { read: { kind, yaml, value }, problems: [...yaml.problems, ...shape] };
}

function emptyFile(file: SourceFile, kind: FileKind): Problem {
  const mend = kind === 'report' || kind === 'topic' ? 'fill it or delete it' : 'fill it';
  return { ...startOf(file.path), rule: 'layout', message: 'the file is empty', mend };
}

const SINGLE: readonly string[] = ['bot.yml', 'entities.yml', 'vocabulary.yml'];

/** Files that are missing, and files that do not belong here. */
function layoutProblems(files: readonly SourceFile[]): Problem[] {
  const has = (kind: FileKind) => files.some((file) => kindOf(file.path) === kind);
  const missing = [
    ...SINGLE.filter((path) => !files.some((file) => file.path === path)),
    ...(has('report') ? [] : ['reports/*.yml']),
    ...(has('topic') ? [] : ['topics/*.yml']),
  ];
  const stray = files.filter((file) => kindOf(file.path) === undefined);
  return [
    ...missing.map((path) =>
      layoutProblem(path, `there is no ${path}`, 'add it; a base is not complete without'),
    ),
    ...stray.map(({ path }) =>
      layoutProblem(path, `${quote(path)} is no file of a knowledge folder`, strayMend(path)),
    ),
  ];
}

function strayMend(path: string): string {
  if (/^(reports|topics)\/[^/]+\.yaml$/.test(path)) return `rename it to ${path.replace(/yaml$/, 'yml')}`;
  const other = 'move it out; topics go into topics/*.yml, reports into reports/*.yml';
  return didYouMean(path, SINGLE, other);
}

function layoutProblem(path: string, message: string, mend: string): Problem {
  return { ...startOf(path), rule: 'layout', message, mend };
}

/** Every file has passed its schema by now; parsing once more only fills in what may be left out. */
function assemble(files: readonly ReadFile[]): Base {
  const of = (kind: FileKind) => files.filter((file) => file.kind === kind).map((file) => file.value);
  return freeze({
    bot: BotFile.parse(of('bot')[0]),
    reports: of('report').map((value) => ReportFile.parse(value)),
    ...withoutRetired(of('topic').map((value) => TopicFile.parse(value))),
    entities: EntitiesFile.parse(of('entities')[0]).entities,
    vocabulary: VocabularyFile.parse(of('vocabulary')[0]),
  });
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
