/** `and the largest?` and `any others?` leave out what the thread is about: after ferries, ferries. */
import { KIND_NOUNS } from '../search/english/kind-nouns.ts';
import { entityTerm } from './base-words.ts';
import type { CompiledBase } from './compile.ts';
import type { Conversation } from './conversation.ts';

/** The message with the noun put where it leaves one out; as it is where it leaves out none, or nothing was spoken of. */
export function withNoun(text: string, { entities }: Conversation, compiled: CompiledBase): string {
  const id = entities.find((each) => !compiled.scope.has(entityTerm(each)));
  const kind = id === undefined ? undefined : compiled.entities.get(id)?.kind;
  if (kind === undefined) return text;
  const noun = KIND_NOUNS[kind][0];
  return text
    .replace(NOUNLESS, (found: string, word: string) =>
      NO_SUPERLATIVES.has(word.toLowerCase()) ? found : `the ${word} ${noun}`,
    )
    .replace(OTHERS, `other ${noun}s`);
}

/** A superlative, or a size with `one`, and then nothing more or another part of the sentence. */
const NOUNLESS = /\bthe (\p{L}{3,}est|(?:main|big|small|large)(?= one\b))(?: one)?(?=\s*(?:[?!.,;:]|$))/giu;

/** `have they left any others?` */
const OTHERS = /(?<=\b(?:any|which|what|some|the|are there) )others\b/giu;

const NO_SUPERLATIVES = new Set(
  'northwest southwest midwest protest request interest forest contest conquest harvest arrest digest priest guest quest'.split(
    ' ',
  ),
);
