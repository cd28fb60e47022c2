/** The commands that look after the knowledge folder. Each prints what it found and gives the exit code. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnowledgeError, UserError } from '../errors.ts';
import { canonical, canonicalProblems } from '../facts/canonical.ts';
import { isIgnored, kindOf, type SourceFile } from '../facts/files.ts';
import { goldenProblems } from '../facts/golden.ts';
import { jsonSchemaFiles } from '../facts/json-schemas.ts';
import { parseBase } from '../facts/parse.ts';
import { inReadingOrder, printProblem } from '../facts/problem.ts';
import type { Base } from '../facts/schema.ts';
import { makeNew, type NewPart } from '../facts/skeleton.ts';
import { writeAtomically } from '../storage/atomic-write.ts';
import { readGolden, readKnowledge, versionOf } from '../storage/knowledge-files.ts';

export type Print = (line: string) => void;

/** The folder a command is about: its argument, else KNOWLEDGE_DIR, else `knowledge`. */
export function folderOf(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined) throw new UserError(`There is no option ${unknown} here.`);
  if (args.length > 1) throw new UserError('Name one folder only.');
  const { KNOWLEDGE_DIR: configured = 'knowledge' } = env;
  return args[0] ?? configured;
}

/** Runs a command; what a person can mend is printed as it is, anything else is a bug and thrown. */
export async function run(print: Print, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UserError || error instanceof KnowledgeError)) throw error;
    print(error.message);
    return 1;
  }
}

/** Prints every problem of every file, or what the base holds. */
export async function checkKnowledge(folder: string, print: Print): Promise<number> {
  const files = await readKnowledge(folder);
  const parsed = parseBase(files);
  const golden = await readGolden(folder);
  const problems = inReadingOrder([
    ...('problems' in parsed ? parsed.problems : []),
    ...('base' in parsed && golden !== undefined ? goldenProblems(golden, parsed.base) : []),
    ...canonicalProblems(files),
  ]);
  for (const problem of problems) print(printProblem(problem, folder));
  if (problems.length > 0 || 'problems' in parsed) {
    print(`${count(problems.length, 'problem')} in ${folder}`);
    return 1;
  }
  print(`ok: ${contentsOf(parsed.base)}, version ${versionOf(files)}`);
  return 0;
}

/** Brings files into canonical form and names those it changed; with `onlyTell` it changes none. */
export async function formatKnowledge(folder: string, onlyTell: boolean, print: Print): Promise<number> {
  const files = (await readKnowledge(folder)).filter(isKnowledge);
  let changed = 0;
  let broken = 0;
  for (const file of files) {
    try {
      const form = canonical(file);
      if (form === file.text) continue;
      if (!onlyTell) await writeAtomically(join(folder, file.path), form);
      changed += 1;
      print(`${onlyTell ? 'would change' : 'changed'} ${folder}/${file.path}`);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      broken += 1;
      for (const problem of error.problems) print(printProblem(problem, folder));
    }
  }
  print(`${files.length - changed - broken} of ${count(files.length, 'file')} in canonical form already`);
  return broken > 0 || (onlyTell && changed > 0) ? 1 : 0;
}

const USAGE = `Say what to make:
  npm run knowledge:new -- fact <topic> <id>
  npm run knowledge:new -- topic <id>
  npm run knowledge:new -- report <id>`;

/** Adds a fact, topic or report to be filled in, and says where. `today` is a day, `2026-02-23`. */
export async function newKnowledge(
  folder: string,
  args: readonly string[],
  today: string,
  print: Print,
): Promise<number> {
  const part = partOf(args);
  const made = makeNew(await readKnowledge(folder), part, today);
  if ('problems' in made) {
    for (const { place, message, mend } of made.problems) {
      print([...(place === undefined ? [] : [`${folder}/${place}`]), message, mend].join('  '));
    }
    return 1;
  }
  await writeAtomically(join(folder, made.file.path), made.file.text);
  const then = part.kind === 'report' ? '' : ', then delete "retired"';
  print(`${folder}/${made.file.path} has the ${part.kind} ${part.id}: fill it in${then}`);
  return 0;
}

function partOf(args: readonly string[]): NewPart {
  const [kind, first, second] = args;
  if (kind === 'fact' && first !== undefined && second !== undefined && args.length === 3) {
    return { kind, topic: first, id: second };
  }
  if ((kind === 'topic' || kind === 'report') && first !== undefined && args.length === 2) {
    return { kind, id: first };
  }
  throw new UserError(USAGE);
}

/** Writes the JSON Schemas that editors' tools read. */
export async function writeSchemas(folder: string, print: Print): Promise<number> {
  await mkdir(join(folder, 'schemas'), { recursive: true });
  for (const [name, text] of jsonSchemaFiles()) {
    await writeAtomically(join(folder, 'schemas', name), text);
    print(`wrote ${folder}/schemas/${name}`);
  }
  return 0;
}

function isKnowledge(file: SourceFile): boolean {
  return !isIgnored(file.path) && kindOf(file.path) !== undefined && file.unreadable === undefined;
}

function contentsOf(base: Base): string {
  const facts = base.topics.reduce((sum, topic) => sum + topic.facts.length, 0);
  const topics = count(base.topics.length, 'topic');
  return `${count(facts, 'fact')} in ${topics}, ${count(base.entities.length, 'name')}, ${count(base.reports.length, 'report')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
