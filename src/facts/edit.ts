/**
 * Changing facts as text in, text out. An edit is held against the same checks as the files at start-up and
 * in CI, over the whole folder, and what is wrong comes back with the field of the form that it is about.
 */
import { KnowledgeError } from '../errors.ts';
import { type DraftField, draftToFact, EMPTY_DRAFT, type FactDraft, factToDraft } from './fact-draft.ts';
import { type RawFact, rawFactsIn, withFact } from './fact-text.ts';
import { kindOf, type SourceFile } from './files.ts';
import { followStatement } from './follow.ts';
import { didYouMean } from './nearest.ts';
import { type Parsed, parseBase } from './parse.ts';
import { type Problem, quote } from './problem.ts';
import { type Base, Fact, type WrittenFact } from './schema.ts';

export type FactEdit =
  | { readonly kind: 'change'; readonly id: string; readonly draft: FactDraft }
  /** `topic` is the id of the topic it goes into. */
  | { readonly kind: 'add'; readonly topic: string; readonly draft: FactDraft }
  /** `on` is the day, `2026-02-23`. */
  | { readonly kind: 'retire'; readonly id: string; readonly on: string; readonly why: string }
  | { readonly kind: 'restore'; readonly id: string }
  /** Sets a fact back to what it once was; undefined takes it out. */
  | { readonly kind: 'put'; readonly id: string; readonly topic: string; readonly fact: Fact | undefined };

/** Something wrong with an edit; without a field it concerns the edit, or the folder, as a whole. */
export interface FieldProblem {
  readonly field?: DraftField;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
  /** Where, for what lies outside of the fact: `topics/ferries.yml:12:5`. */
  readonly place?: string;
}

/** An edit carried out on text, not yet checked. */
export interface PlannedEdit {
  readonly id: string;
  /** The id of its topic. */
  readonly topic: string;
  /** The changed file, and the whole folder with it. */
  readonly file: SourceFile;
  readonly files: readonly SourceFile[];
  /** The fact as it stood; undefined where it is new, or was not readable as a fact. */
  readonly before: Fact | undefined;
  /** Short answers that the new statement no longer holds, and that are therefore taken out. */
  readonly dropped: readonly string[];
}

export interface CheckedEdit extends PlannedEdit {
  readonly base: Base;
  /** Undefined where the fact is taken out. */
  readonly after: Fact | undefined;
}

export type Refused = { readonly problems: readonly FieldProblem[] };

/** Carries out and checks an edit on the files of a whole folder. */
export function editFact(files: readonly SourceFile[], edit: FactEdit): CheckedEdit | Refused {
  const plan = planEdit(files, edit);
  return 'problems' in plan ? plan : checkEdit(plan, parseBase(plan.files));
}

/** What is wrong with an edit; nothing for one that can be saved. */
export function editProblems(files: readonly SourceFile[], edit: FactEdit): readonly FieldProblem[] {
  const edited = editFact(files, edit);
  return 'problems' in edited ? edited.problems : [];
}

/** Carries out an edit on the text. The checks are left to the caller, as they take their time. */
export function planEdit(files: readonly SourceFile[], edit: FactEdit): PlannedEdit | Refused {
  const id = idOf(edit);
  const home = homeOf(files, edit);
  if ('problems' in home) return home;
  const { file, raw } = home;
  const before = raw === undefined ? undefined : Fact.safeParse(raw).data;
  const { fact, dropped } = wantedFact(edit, raw ?? {}, before);
  try {
    const text = withFact(file, id, fact);
    const changed: SourceFile = { path: file.path, text };
    const all = files.map((each) => (each.path === file.path ? changed : each));
    return { id, topic: home.topic, file: changed, files: all, before, dropped };
  } catch (error) {
    if (error instanceof KnowledgeError) return { problems: error.problems.map(placedProblem) };
    throw error;
  }
}

/** Holds a carried-out edit against what parsing the folder gave. */
export function checkEdit(plan: PlannedEdit, parsed: Parsed): CheckedEdit | Refused {
  if ('problems' in parsed) return { problems: fieldProblems(plan, parsed.problems) };
  const { base } = parsed;
  return { ...plan, base, after: writtenFact(base, plan.id)?.fact };
}

/** A fact as it stands in the files, in use or retired. */
export function writtenFact(base: Base, id: string): WrittenFact | undefined {
  return base.written.find(({ fact }) => fact.id === id);
}

function idOf(edit: FactEdit): string {
  return edit.kind === 'add' ? edit.draft.id.trim() : edit.id;
}

interface Home {
  readonly file: SourceFile;
  readonly topic: string;
  readonly raw: RawFact | undefined;
}

/** The file the fact stands in, or is to stand in. */
function homeOf(files: readonly SourceFile[], edit: FactEdit): Home | Refused {
  const topics = files.filter(({ path }) => kindOf(path) === 'topic');
  const id = idOf(edit);
  // Reading YAML is dear, and most files do not even mention the id.
  for (const file of topics.filter(({ text }) => text.includes(id))) {
    const raw = rawFactsIn(file).find((fact) => fact['id'] === id);
    if (raw === undefined) continue;
    return edit.kind === 'add' ? taken(id, file) : { file, topic: topicOf(file), raw };
  }
  if (edit.kind !== 'add' && edit.kind !== 'put') {
    return missing(
      'fact',
      id,
      topics.flatMap(rawFactsIn).map((fact) => String(fact['id'])),
    );
  }
  const target = topics.find((file) => topicOf(file) === edit.topic);
  if (target === undefined) return missing('topic', edit.topic, topics.map(topicOf));
  return { file: target, topic: edit.topic, raw: undefined };
}

/** The id of a topic file, also where the rest of it cannot be read. */
function topicOf({ text }: SourceFile): string {
  return /^id: *['"]?([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
}

function taken(id: string, { path }: SourceFile): Refused {
  const message = `the id ${quote(id)} is taken, in ${path}`;
  return { problems: [{ field: 'id', message, mend: 'give the new fact another id' }] };
}

function missing(what: 'fact' | 'topic', id: string, known: readonly string[]): Refused {
  const mend = didYouMean(id, known, `it may have been deleted or renamed meanwhile; look for the ${what}`);
  return { problems: [{ message: `there is no ${what} ${quote(id)}`, mend }] };
}

interface Wanted {
  readonly fact: RawFact | undefined;
  readonly dropped: readonly string[];
}

function wantedFact(edit: FactEdit, raw: RawFact, before: Fact | undefined): Wanted {
  switch (edit.kind) {
    case 'add':
      return { fact: draftToFact(withoutIdleValues(edit.draft)), dropped: [] };
    case 'change': {
      const from = before === undefined ? EMPTY_DRAFT : factToDraft(before);
      const { draft, dropped } = followStatement(from, edit.draft);
      return { fact: draftToFact(withoutIdleValues(draft), raw), dropped };
    }
    case 'retire':
      return { fact: { ...raw, retired: { on: edit.on, why: edit.why.trim() } }, dropped: [] };
    case 'restore': {
      const { retired: _, ...fact } = raw;
      return { fact, dropped: [] };
    }
    case 'put':
      return { fact: edit.fact, dropped: [] };
  }
}

/** What the report does not say has no short answer. */
function withoutIdleValues(draft: FactDraft): FactDraft {
  if (draft.status !== 'unknown') return draft;
  return { ...draft, answers: draft.answers.map(({ value: _, ...settles }) => settles) };
}

function fieldProblems(plan: PlannedEdit, problems: readonly Problem[]): FieldProblem[] {
  const own = ['facts', rawFactsIn(plan.file).findIndex((fact) => fact['id'] === plan.id)];
  return problems.map((problem) => {
    const isOwn = problem.file === plan.file.path && own.every((step, at) => problem.path[at] === step);
    if (!isOwn) return sharedAsk(plan, problem) ?? placedProblem(problem);
    const { message, mend } = problem;
    const field = fieldOf(problem.path.slice(own.length));
    return { ...(field !== undefined && { field }), message, mend };
  });
}

/** The field of a form that shows the value at a path inside a fact. */
function fieldOf([key, part]: Problem['path']): DraftField | undefined {
  if (key === 'source') return part === 'paragraph' ? 'paragraph' : 'report';
  if (key === 'retired') return 'why';
  return typeof key === 'string' && Object.hasOwn(EMPTY_DRAFT, key) ? (key as DraftField) : undefined;
}

/** The check tells of the later of two facts; whoever edits the earlier one must hear of the other. */
function sharedAsk({ id, files }: PlannedEdit, problem: Problem): FieldProblem | undefined {
  if (problem.rule !== 'shared-asks' || !problem.message.endsWith(quote(id))) return undefined;
  const file = files.find(({ path }) => path === problem.file);
  const [list, index] = problem.path;
  const other = list === 'facts' && file !== undefined ? rawFactsIn(file)[Number(index)]?.['id'] : undefined;
  const owner = other === undefined ? 'a digest' : quote(other);
  const message = problem.message.replace(/ for "[^"]*"$/, ` for ${owner}`);
  return { field: 'asks', message, mend: problem.mend };
}

/** A problem that belongs to no field of a form. */
export function placedProblem({ file, line, column, message, mend }: Problem): FieldProblem {
  return { message, mend, place: `${file}:${line}:${column}` };
}
