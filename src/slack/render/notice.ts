/** A line of the bot's own: an error, a thank-you, an invitation. */
import { inMrkdwn } from '../escape.ts';
import { invite } from '../wording.ts';
import { type Message, markedAside, paragraph } from './blocks.ts';
import { mention } from './parts.ts';

export function notice(text: string): Message {
  return { text: inMrkdwn(text), blocks: paragraph(text) };
}

/** The message with how to invite the bot below it. */
export function withInvitation({ text, blocks }: Message, botUserId: string | undefined): Message {
  const line = invite(botUserId === undefined ? '' : mention(botUserId));
  return { text: `${text}\n${line}`, blocks: [...blocks, markedAside(line)] };
}
