/** Long lists go out as several messages, each within Slack's limits; nothing is cut in silence. */

import { MESSAGE_BLOCKS, RESPONSES, TEXT } from '../limits.ts';
import type { KnownBlock } from '../types.ts';
import { leftOut } from '../wording.ts';
import { aside, type Message } from './blocks.ts';

/** Room for the closing line that says what was left out, and for an invitation after it. */
const RESERVED_BLOCKS = 3;
const RESERVED_TEXT = 200;

/**
 * Packs the parts into as few messages as they need, at most as many as one `response_url` takes; the
 * last one says how many parts are not shown.
 */
export function paginate(parts: readonly Message[]): Message[] {
  const pages: Message[][] = [[]];
  for (const part of parts) {
    const page = pages.at(-1);
    if (page === undefined || (page.length > 0 && !fits([...page, part]))) pages.push([part]);
    else page.push(part);
  }
  const shown = pages.slice(0, RESPONSES).map(join);
  const rest = pages.slice(RESPONSES).flat().length;
  return rest === 0
    ? shown
    : shown.map((page, index) => (index === RESPONSES - 1 ? closing(page, rest) : page));
}

function fits(parts: readonly Message[]): boolean {
  const { text, blocks } = join(parts);
  return text.length <= TEXT - RESERVED_TEXT && blocks.length <= MESSAGE_BLOCKS - RESERVED_BLOCKS;
}

function join(parts: readonly Message[]): Message {
  return {
    text: parts.map(({ text }) => text).join('\n'),
    blocks: parts.flatMap(({ blocks }): readonly KnownBlock[] => blocks),
  };
}

function closing({ text, blocks }: Message, rest: number): Message {
  return { text: `${text}\n${leftOut(rest)}`, blocks: [...blocks, ...aside(leftOut(rest))] };
}
