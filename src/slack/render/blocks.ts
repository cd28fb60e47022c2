/** The few blocks that messages are built of, each within Slack's limits. */

import { clip, inMrkdwn, plain } from '../escape.ts';
import { BUTTON_TEXT, CONTEXT_TEXT, HEADER_TEXT, SECTION_TEXT } from '../limits.ts';
import type { ActionsBlock, Button, ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '../types.ts';

/** What is sent: the blocks, and the same in plain words for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The facts it gives and to which question, so that it can be updated when one of them changes. */
  readonly gives?: Given;
}

export interface Given {
  readonly question: string;
  readonly factIds: readonly string[];
  /** Where the message says who asked. */
  readonly askedBy?: string;
}

/** A paragraph in the words of an editor or a person. A very long one takes several sections, uncut. */
export function paragraph(text: string, blockId?: string): SectionBlock[] {
  return chunks(plain(text), SECTION_TEXT).map((chunk, index) => ({
    type: 'section',
    ...(blockId !== undefined && index === 0 && { block_id: blockId }),
    text: { type: 'plain_text', text: chunk, emoji: false },
    expand: true,
  }));
}

/** The same in bold. */
export function strong(text: string): SectionBlock[] {
  return chunks(inMrkdwn(text), SECTION_TEXT - 2).map((chunk) => marked(`*${chunk}*`));
}

/** A paragraph with formatting of our own. What others wrote must have gone through `inMrkdwn`. */
export function marked(mrkdwn: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true }, expand: true };
}

/** A small grey line. `label` is a word of our own, shown in bold before it. */
export function aside(text: string, label?: string): ContextBlock[] {
  return chunks(inMrkdwn(text), CONTEXT_TEXT).map((chunk, index) =>
    markedAside(label !== undefined && index === 0 ? `*${label}* · ${chunk}` : chunk),
  );
}

/** A small grey line with formatting of our own. */
export function markedAside(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clip(plain(text), HEADER_TEXT), emoji: false } };
}

export function button(actionId: string, label: string, value: string): Button {
  const text = clip(plain(label), BUTTON_TEXT);
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text, emoji: true }, value };
}

/** No block for no buttons. */
export function buttons(blockId: string, elements: readonly Button[]): ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: blockId, elements: [...elements] }];
}

/** Splits at spaces, so that no part is longer than `max` and nothing is lost. No part for no text. */
function chunks(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const space = rest.lastIndexOf(' ', max);
    const end = space > 0 ? space : max;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}
