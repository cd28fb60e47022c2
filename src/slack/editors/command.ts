/** `/command edit …`, `/command history …` and `/command add`, typed by an editor. What means no fact stays a question. */
import { deliver, type Way } from '../deliver.ts';
import type { OpenedFact } from '../editor-ports.ts';
import { editAction, historyAction, writeFactRef } from '../ids.ts';
import { isFirst } from '../memory.ts';
import { button, buttons, type Message, paragraph, strong } from '../render/blocks.ts';
import { notice } from '../render/notice.ts';
import type { Room } from '../room.ts';
import { isEditor, NotAnEditor } from './admins.ts';
import { addForm, formFor } from './form-view.ts';
import { historyMessages } from './history-view.ts';
import { type Opener, openForm } from './open-form.ts';
import { openPanel } from './panel.ts';
import { EDITORS } from './wording.ts';

export type EditorCommand =
  | { readonly kind: 'edit' | 'history'; readonly facts: readonly OpenedFact[] }
  | { readonly kind: 'add'; readonly topic: string | undefined }
  | { readonly kind: 'admin' };

/** So many facts are offered for editing. */
const OFFERED = 6;

/**
 * Undefined for a question.
 * @throws NotAnEditor when somebody who is no editor names a fact by its id, as no question would.
 */
export function readEditorCommand(room: Room, user: string, text: string): EditorCommand | undefined {
  const [, word = '', rest = ''] = /^\s*(edit|history|add|admin)(?:\s+(.*))?$/is.exec(text) ?? [];
  const named = rest.trim();
  const isPanel = word.toLowerCase() === 'admin' && named === '';
  if (!isEditor(room, user)) {
    const meant = word === '' ? undefined : room.editing.open(named.toLowerCase());
    if (isPanel || meant !== undefined) throw new NotAnEditor(meant?.fact.id);
    return undefined;
  }
  if (isPanel) return { kind: 'admin' };
  if (word.toLowerCase() === 'admin') return undefined;
  if (word.toLowerCase() === 'add') return readAdd(room, named);
  // "History of the harbour" asks for the subject's.
  if (named === '' || /^(?:of|in|about)\b/i.test(named)) return undefined;
  const facts = findFacts(room, named);
  const kind = word.toLowerCase() === 'edit' ? 'edit' : 'history';
  return facts.length === 0 ? undefined : { kind, facts };
}

function readAdd({ editing }: Room, named: string): EditorCommand | undefined {
  const wanted = named.toLowerCase();
  const topic = editing
    .current()
    .base.topics.find(({ id, title }) => [id, title.toLowerCase()].includes(wanted));
  return named === '' || topic !== undefined ? { kind: 'add', topic: topic?.id } : undefined;
}

/** By the id; else those the engine answers the words with; else retired ones that contain all the words. */
export function findFacts({ editing }: Pick<Room, 'editing'>, named: string): OpenedFact[] {
  const exact = editing.open(named.toLowerCase());
  if (exact !== undefined) return [exact];
  const { base } = editing.current();
  const words = named.toLowerCase().split(/\s+/);
  const retired = base.written.filter(({ fact }) => {
    const text = `${fact.id} ${fact.headline ?? ''} ${fact.statement}`.toLowerCase();
    return fact.retired !== undefined && words.every((each) => text.includes(each));
  });
  const asked = idsAnswering(editing.current(), named);
  const ids = asked.length > 0 ? asked : retired.map(({ fact }) => fact.id);
  return [...new Set(ids)].slice(0, OFFERED).flatMap((id) => editing.open(id) ?? []);
}

function idsAnswering(engine: ReturnType<Room['editing']['current']>, question: string): readonly string[] {
  const { reply } = engine.ask(question, undefined, true);
  switch (reply.kind) {
    case 'answer':
      return reply.facts.map(({ fact }) => fact.id);
    case 'choices':
      return reply.choices.flatMap(({ factIds }) => factIds);
    case 'unknown':
      return reply.fact === undefined ? [] : [reply.fact.fact.id];
    default:
      return [];
  }
}

export async function runEditorCommand(
  room: Room,
  opener: Opener,
  command: EditorCommand,
  ways: readonly Way[],
): Promise<void> {
  const { base } = room.editing.current();
  if (command.kind === 'admin') return openPanel(room, opener);
  if (command.kind === 'add') return openForm(room, opener, addForm(base, command.topic));
  const [only, ...others] = command.facts;
  const isOne = only !== undefined && others.length === 0;
  if (isOne && command.kind === 'edit') return openForm(room, opener, formFor(only, base));
  if (!(await isFirst(room, `command:${opener.triggerId}`))) return;
  await deliver(isOne ? await historyMessages(room, only) : [pickMessage(command)], ways);
}

/** A press brings a trigger of its own, so that a form opens from the choice. */
function pickMessage({ kind, facts }: Extract<EditorCommand, { facts: unknown }>): Message {
  const { text } = notice(EDITORS.pick[kind]);
  const action = kind === 'edit' ? editAction : historyAction;
  return {
    text: [text, ...facts.map(({ fact }) => notice(fact.statement).text)].join('\n'),
    blocks: [
      ...strong(EDITORS.pick[kind]),
      ...facts.flatMap(({ fact }, index) => [
        ...paragraph(fact.statement),
        ...buttons(`pick:${index}`, [button(action(index), EDITORS[kind], writeFactRef(fact.id))]),
      ]),
    ],
  };
}
