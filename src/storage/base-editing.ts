/** Changes facts in the files of the base in service: looked at first, saved whole, undone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Answering } from '../answer/answering.ts';
import type { GoldenChange, JudgedQuestion } from '../answer/preview.ts';
import { UserError } from '../errors.ts';
import {
  type CheckedEdit,
  checkEdit,
  type FactEdit,
  type PlannedEdit,
  placedProblem,
  planEdit,
  type Refused,
} from '../facts/edit.ts';
import { type GoldenQuestion, parseGolden } from '../facts/golden.ts';
import { parseBaseInSlices } from '../facts/parse.ts';
import { printProblem } from '../facts/problem.ts';
import type { Fact, WrittenFact } from '../facts/schema.ts';
import type { Change, EditedBy, Editing, EditOutcome, PreviewOutcome } from '../slack/editor-ports.ts';
import { writeAtomically } from './atomic-write.ts';
import {
  type BaseInService,
  opened,
  problemsOf,
  type ServiceOptions,
  versionOfFact,
} from './base-in-service.ts';
import { codeOf } from './connection.ts';
import { readGolden, readKnowledge, versionOf } from './knowledge-files.ts';
import type { Timer } from './link.ts';

export interface EditingOptions extends ServiceOptions {
  /** Asks the golden questions and compares what they get. */
  readonly golden: {
    ask(engine: Answering, questions: readonly GoldenQuestion[]): readonly JudgedQuestion[];
    compare(before: readonly JudgedQuestion[], after: readonly JudgedQuestion[]): GoldenChange[];
  };
  readonly timer: Timer;
}

/** How often, and how many milliseconds apart, a change waits for another process to finish writing. */
const TURNS = 20;
const TURN = 100;

/** How often an edit begins again because its file changed while it was checked. */
const ATTEMPTS = 3;

/** `edit` and `undo` are not to run at once. */
export function editingOf(
  service: BaseInService,
  options: EditingOptions,
): Pick<Editing, 'preview' | 'edit' | 'undo'> {
  const askedNow = rememberAsked(service, options);
  return {
    async preview(edit) {
      const plan = await planOn(options.folder, edit);
      const checked = 'problems' in plan ? plan : await check(plan);
      if ('problems' in checked) return { kind: 'refused', problems: checked.problems };
      return previewOf(checked, askedNow, options);
    },
    edit: (edit, by) => save(edit, by, service, options),
    async undo(changeId, by) {
      const change = await options.history.get(changeId);
      const known = change?.before ?? change?.after;
      if (change === undefined || known === undefined) {
        throw new UserError('That change is not in the history any more.');
      }
      const { factId: id, before, after } = change;
      const edit: FactEdit = { kind: 'put', id, topic: known.topic, fact: before?.fact };
      return save(edit, { ...by, expectedVersion: versionOfFact(after?.fact) }, service, options);
    },
  };
}

/** An edit carried out on the files as they are now, with the text that its file had. */
type Plan = PlannedEdit & { readonly text: string };

async function planOn(folder: string, edit: FactEdit): Promise<Plan | Refused> {
  const files = await readKnowledge(folder).catch(problemsOf);
  if ('problems' in files) return { problems: files.problems.map(placedProblem) };
  const plan = planEdit(files, edit);
  if ('problems' in plan) return plan;
  return { ...plan, text: files.find(({ path }) => path === plan.file.path)?.text ?? '' };
}

async function check(plan: PlannedEdit): Promise<CheckedEdit | Refused> {
  return checkEdit(plan, await parseBaseInSlices(plan.files, giveWay));
}

type AskedNow = (questions: readonly GoldenQuestion[]) => Promise<readonly JudgedQuestion[]>;

async function previewOf(
  { base, topic, before, after, dropped }: CheckedEdit,
  askedNow: AskedNow,
  options: EditingOptions,
): Promise<PreviewOutcome> {
  const questions = await goldenQuestions(options);
  const now = await askedNow(questions);
  const then = await askAll(await options.compile(base), questions, options);
  return {
    kind: 'preview',
    changes: options.golden.compare(now, then),
    asked: questions.length,
    before: before && { topic, fact: before },
    after: after && { topic, fact: after },
    dropped,
  };
}

/** What the base in service answers, asked once for each base. */
function rememberAsked(service: BaseInService, options: EditingOptions): AskedNow {
  let asked: { readonly key: string; readonly judged: readonly JudgedQuestion[] } | undefined;
  return async (questions) => {
    const { version, engine } = service.loaded();
    const key = `${version} ${JSON.stringify(questions)}`;
    if (asked?.key === key) return asked.judged;
    const judged = await askAll(engine, questions, options);
    asked = { key, judged };
    return judged;
  };
}

/** So many questions take some milliseconds; between them others are answered. */
const SLICE = 10;

async function askAll(
  engine: Answering,
  questions: readonly GoldenQuestion[],
  { golden }: EditingOptions,
): Promise<readonly JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (let start = 0; start < questions.length; start += SLICE) {
    judged.push(...golden.ask(engine, questions.slice(start, start + SLICE)));
    await giveWay();
  }
  return judged;
}

async function goldenQuestions({ folder, log }: EditingOptions): Promise<readonly GoldenQuestion[]> {
  const file = await readGolden(folder);
  const parsed = file === undefined ? { questions: [] } : parseGolden(file);
  if ('questions' in parsed) return parsed.questions;
  const problems = parsed.problems.map((problem) => printProblem(problem, folder));
  log.warn('the golden questions cannot be read, so that a preview shows none', { problems });
  return [];
}

async function save(
  edit: FactEdit,
  by: EditedBy,
  service: BaseInService,
  options: EditingOptions,
): Promise<EditOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // The history must know the files as they are before it can tell whose the next change is.
    await service.reload();
    await service.notice();
    const plan = await planOn(options.folder, edit);
    // Where files are broken, a fact that is not found need not be gone.
    const broken = 'problems' in plan ? service.problems() : [];
    if (broken.length > 0) return { kind: 'refused', problems: broken.map(placedProblem) };
    // Compared before the checks, as those would speak of a fact that the editor has not seen.
    const conflict = conflictOf(plan, edit, by);
    if (conflict !== undefined) return conflict;
    const checked = 'problems' in plan ? plan : await check(plan);
    if ('problems' in checked || 'problems' in plan) {
      return { kind: 'refused', problems: 'problems' in checked ? checked.problems : [] };
    }
    const saved = await write(checked, { text: plan.text, by }, service, options);
    if (saved !== undefined) return saved;
  }
  throw new UserError('The file of this fact keeps changing. Try again in a moment.');
}

function conflictOf(
  plan: Plan | Refused,
  edit: FactEdit,
  { expectedVersion }: EditedBy,
): EditOutcome | undefined {
  if (expectedVersion === undefined || edit.kind === 'add') return undefined;
  const [before, topic] = 'problems' in plan ? [undefined, ''] : [plan.before, plan.topic];
  if (versionOfFact(before) === expectedVersion) return undefined;
  return { kind: 'conflict', current: opened(before && { topic, fact: before }) };
}

/** Undefined where the file changed while the edit was checked. */
async function write(
  checked: CheckedEdit,
  { text, by }: { readonly text: string; readonly by: EditedBy },
  service: BaseInService,
  options: EditingOptions,
): Promise<EditOutcome | undefined> {
  const { folder, history, clock } = options;
  const { file, files, dropped } = checked;
  if (file.text === text) return { kind: 'unchanged' };
  const engine = await options.compile(checked.base);
  const announced = changeOf(checked, by, clock());
  const id = await announce(announced, service, options);
  const isWritten = await replace(join(folder, file.path), text, file.text).catch(async (error: unknown) => {
    await history.abandon(id);
    throw unwritable(error);
  });
  if (!isWritten) {
    await history.abandon(id);
    return undefined;
  }
  service.swap({ engine, version: versionOf(files), at: clock() });
  const change: Change = { id, ...announced };
  await complete(change, service, options);
  return { kind: 'saved', change, dropped };
}

/** False, with nothing written, where the file does not hold what it is thought to hold. */
async function replace(path: string, before: string, after: string): Promise<boolean> {
  const now = await readFile(path, 'utf8').catch(() => undefined);
  if (now !== before) return false;
  await writeAtomically(path, after);
  return true;
}

async function announce(
  change: Omit<Change, 'id'>,
  service: BaseInService,
  { history, timer }: EditingOptions,
): Promise<string> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const id = await history.begin(change);
    if (id !== undefined) return id;
    await new Promise<void>((resolve) => void timer(TURN, resolve));
    await service.reload();
    await service.notice(true);
  }
  throw new UserError('Another change is being saved. Try again in a moment.');
}

/** The file is written by now: where the database has just gone away, the next look sees to the rest. */
async function complete(
  change: Change,
  service: BaseInService,
  { history, log }: EditingOptions,
): Promise<void> {
  try {
    const completed = await history.complete(change.id);
    service.completed(completed === undefined ? [] : [completed]);
  } catch (error) {
    log.warn('a saved change is not complete in the history yet', { error });
  }
}

function changeOf(
  { id: factId, topic, before, after }: CheckedEdit,
  { user: who, why }: EditedBy,
  at: number,
): Omit<Change, 'id'> {
  const written = (fact: Fact | undefined): WrittenFact | undefined => fact && { topic, fact };
  return { factId, at, who, why, before: written(before), after: written(after) };
}

function unwritable(error: unknown): unknown {
  const code = codeOf(error);
  if (!/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOENT)$/.test(code)) return error;
  return new UserError(
    `The knowledge folder cannot be written (${code}), so nothing was changed. ` +
      'Whoever runs the bot can give it the right to write there, or room on the disk.',
  );
}
