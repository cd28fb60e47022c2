/** Reads the evaluation's questions: one folder a set, one JSON record a line. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Patterns = z.array(z.string());

const Answerable = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.string(),
  gold: z.string(),
  must: z.array(Patterns),
  mustNot: Patterns,
});

const Unanswerable = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.string(),
  why: z.string(),
  wrongIf: Patterns,
  okIf: Patterns,
});

const Thread = z.object({
  id: z.string(),
  turns: z.array(
    z.object({
      q: z.string(),
      kind: z.string(),
      expect: z.enum(['answer', 'unknown', 'silent']),
      gold: z.string(),
      must: z.array(Patterns),
      mustNot: Patterns,
    }),
  ),
});

export type AnswerableRecord = z.infer<typeof Answerable>;
export type UnanswerableRecord = z.infer<typeof Unanswerable>;
export type ThreadRecord = z.infer<typeof Thread>;

export interface QuestionSet {
  readonly name: string;
  readonly answerable: readonly AnswerableRecord[];
  readonly unanswerable: readonly UnanswerableRecord[];
  readonly threads: readonly ThreadRecord[];
}

/** The sets under a folder, by name. A folder that itself holds question files is one set. */
export async function readSets(folder: string): Promise<QuestionSet[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (folders.length === 0) return [await readSet('questions', folder)];
  return Promise.all(folders.sort().map((name) => readSet(name, join(folder, name))));
}

async function readSet(name: string, folder: string): Promise<QuestionSet> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort();
  const read = async <T>(ending: string, schema: z.ZodType<T>): Promise<T[]> => {
    // `answerable.jsonl` also ends `unanswerable.jsonl`, so the whole last word counts.
    const own = files.filter((file) => file.replace('.jsonl', '').split('-').at(-1) === ending);
    return (await Promise.all(own.map((file) => readRecords(join(folder, file), schema)))).flat();
  };
  return {
    name,
    answerable: await read('answerable', Answerable),
    unanswerable: await read('unanswerable', Unanswerable),
    threads: await read('threads', Thread),
  };
}

async function readRecords<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${path}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}
