/** A line of the bot's own: an error, a thank-you, an invitation. */
import { inMrkdwn } from '../escape.ts';
import { invite } from '../wording.ts';
import { type Message, markedAside, paragraph } from './blocks.ts';
import { mention } from './parts.ts';

export function notice(text: string): Message {
  return { text: inMrkdwn(text), blocks: paragraph(text) };
}

/** The message with how to invite the bot below it. */
export function withInvitation(message: Message, botUserId: string | undefined): Message {
  return withLine(message, invite(botUserId === undefined ? '' : mention(botUserId)));
}

/** @param line a sentence of the bot's own, in mrkdwn. */
export function withLine(message: Message, line: string): Message {
  const { text, blocks } = message;
  return { ...message, text: `${text}\n${line}`, blocks: [...blocks, markedAside(line)] };
}
