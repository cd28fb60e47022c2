/**
 * What stands after the slash command: a word such as `topics`, or a question. A question that happens to
 * begin with one of the words is still a question.
 */
import Fuse from 'fuse.js';
import type { Entity, Topic } from '../facts/schema.ts';
import { fold } from '../search/tokens.ts';
import type { CompiledBase } from './compile.ts';

export type Command =
  | { readonly kind: 'help' | 'topics' | 'timeline' | 'sources' }
  | { readonly kind: 'about'; readonly subject: AboutSubject }
  | { readonly kind: 'ask'; readonly question: string; readonly isPrivate: boolean };

export type AboutSubject = { readonly topic: Topic } | { readonly entity: Entity };

const WORDS: ReadonlyMap<string, 'help' | 'topics' | 'timeline' | 'sources'> = new Map([
  ['', 'help'],
  ['help', 'help'],
  ['topics', 'topics'],
  ['timeline', 'timeline'],
  ['sources', 'sources'],
]);

/** `about the ferries`, `everything about the ferries`, `tell me all you know about the ferries` */
const ABOUT =
  /^(?:(?:(?:please )?(?:tell|show|give) me )?(?:everything|all(?: the)?(?: facts)?|all (?:that )?you (?:have|know)|more|what (?:do )?you (?:have|know)) (?:about|on)|about)\s+(.+?)[?!.]*$/is;

/** Reads the text after the slash command. */
export function readCommand(text: string, compiled: CompiledBase): Command {
  const trimmed = text.trim();
  const word = WORDS.get(trimmed.toLowerCase().replace(/[?!.]+$/, ''));
  if (word !== undefined) return { kind: word };
  const about = ABOUT.exec(trimmed)?.[1];
  const subject = about === undefined ? undefined : findSubject(about, compiled);
  if (subject !== undefined) return { kind: 'about', subject };
  const own = /^me\s+(.+)$/is.exec(trimmed)?.[1];
  return { kind: 'ask', question: own ?? trimmed, isPrivate: own !== undefined };
}

/** The topic or entity of this name, with room for a slip of the finger. */
export function findSubject(name: string, { base }: CompiledBase): AboutSubject | undefined {
  const wanted = normal(name);
  const names = [
    ...base.topics.flatMap((topic) =>
      [topic.id, topic.title].map((text) => ({ name: normal(text), subject: { topic } })),
    ),
    ...base.entities.flatMap((entity) =>
      [entity.id, entity.name, ...entity.spellings, ...entity.descriptions].map((text) => ({
        name: normal(text),
        subject: { entity },
      })),
    ),
  ];
  const exact = names.find((entry) => entry.name === wanted);
  if (exact !== undefined) return exact.subject;
  // A long text is a question; matching it against names would find a chance likeness.
  if (wanted.length > 40) return undefined;
  const near = new Fuse(names, { keys: ['name'], threshold: 0.25, includeScore: true }).search(wanted)[0];
  return near !== undefined && Math.abs(near.item.name.length - wanted.length) <= 3
    ? near.item.subject
    : undefined;
}

function normal(text: string): string {
  return text
    .split(/[^\p{L}\p{N}']+/u)
    .map(fold)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}
