/**
 * New facts, topics and reports to be filled in. Each passes the checks as it stands; a fact begins as retired,
 * so that nobody is answered with words that are not written yet.
 */
import { stringify } from 'yaml';
import { canonical } from './canonical.ts';
import { editFact, type FieldProblem, placedProblem } from './edit.ts';
import { rawFactsIn } from './fact-text.ts';
import { kindOf, type SourceFile } from './files.ts';
import { didYouMean } from './nearest.ts';
import { parseBase } from './parse.ts';
import { quote } from './problem.ts';
import { type Base, Fact, Id } from './schema.ts';

/** What is to be made; `topic` is the id of the topic a fact goes into. */
export type NewPart =
  | { readonly kind: 'fact'; readonly id: string; readonly topic: string }
  | { readonly kind: 'topic' | 'report'; readonly id: string };

type Made = { readonly file: SourceFile } | { readonly problems: readonly FieldProblem[] };

/** The file to be written, new or changed. `today` is a day, `2026-02-23`. */
export function makeNew(files: readonly SourceFile[], part: NewPart, today: string): Made {
  const parsed = parseBase(files);
  if ('problems' in parsed) return { problems: parsed.problems.map(placedProblem) };
  const wrong = wrongId(part, parsed.base, files);
  if (wrong !== undefined) return { problems: [wrong] };
  if (part.kind === 'fact') {
    const fact = Fact.parse(newFact(part.id, parsed.base, today));
    return editFact(files, { kind: 'put', id: part.id, topic: part.topic, fact });
  }
  const value = part.kind === 'topic' ? newTopic(part.id, parsed.base, today) : newReport(part.id, today);
  const path = `${part.kind}s/${part.id}.yml`;
  const schema = `# yaml-language-server: $schema=../schemas/${part.kind}.schema.json\n`;
  const file = { path, text: canonical({ path, text: `${schema}${stringify(value)}` }) };
  const checked = parseBase([...files, file]);
  return 'problems' in checked ? { problems: checked.problems.map(placedProblem) } : { file };
}

function wrongId(part: NewPart, base: Base, files: readonly SourceFile[]): FieldProblem | undefined {
  const { id, kind } = part;
  const read = Id.safeParse(id);
  if (!read.success) {
    const mend = 'write lower-case words joined by hyphens, such as ferries-now';
    return { field: 'id', message: `${quote(id)} is not an id`, mend };
  }
  const topics = files.filter(({ path }) => kindOf(path) === 'topic');
  const taken = {
    fact: topics.flatMap((file) => rawFactsIn(file).map((fact) => String(fact['id']))),
    topic: [...topics.map(nameOf), ...base.entities.map((entity) => entity.id)],
    report: [...base.reports.map((report) => report.id), ...reportNames(files)],
  };
  if (taken[kind].includes(id)) {
    return { field: 'id', message: `the id ${quote(id)} is taken`, mend: 'choose another one' };
  }
  if (part.kind !== 'fact' || topics.some((file) => nameOf(file) === part.topic)) return undefined;
  const mend = didYouMean(part.topic, topics.map(nameOf), 'make the topic first');
  return { message: `there is no topic ${quote(part.topic)}`, mend };
}

function newFact(id: string, { reports }: Base, today: string): unknown {
  const newest = [...reports].sort((a, b) => b.date.localeCompare(a.date))[0];
  return {
    id,
    statement: 'Write the whole answer here, in one or two sentences that stand alone.',
    source: { report: newest?.id, paragraph: 1 },
    status: 'reported',
    asOf: newest?.date,
    asks: [`write here how people ask for ${id}`],
    retired: { on: today, why: 'It is not written yet; delete these lines once it is.' },
  };
}

function newTopic(id: string, base: Base, today: string): unknown {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return {
    id,
    title,
    summary: 'Write here what the topic covers.',
    facts: [newFact(`${id}-first`, base, today)],
  };
}

function newReport(id: string, today: string): unknown {
  return {
    id,
    title: 'Write the headline here',
    agency: 'Write here who published it',
    attribution: 'write here how it says where it has it from',
    date: today,
    paragraphs: 1,
  };
}

/** The id of a topic by its file, which also holds for one without facts in use. */
function nameOf({ text }: SourceFile): string {
  return /^id: *['"]?([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
}

function reportNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => /^reports\/(.+)\.yml$/.exec(path)?.[1] ?? []);
}
