/** What the bot is for, how to use it and how current it is: help, and the Home tab. */

import type { Base } from '../../facts/schema.ts';
import { editorCommands } from '../editors/wording.ts';
import { inMrkdwn } from '../escape.ts';
import { type Audience, askAction, writePressed } from '../ids.ts';
import { HOME_BLOCKS } from '../limits.ts';
import type { Button, HomeView, KnownBlock } from '../types.ts';
import { commands, howCurrent, leftOut, THREADS, WORDS } from '../wording.ts';
import { aside, button, buttons, header, type Message, marked, paragraph } from './blocks.ts';
import { showDate } from './dates.ts';

/** Blocks of the Home tab that are not topics. */
const HOME_FRAME = 12;

/** @param forEditor whether to name what only editors can type. */
export function renderHelp(base: Base, audience: Audience, forEditor = false): Message {
  const { bot } = base;
  const usage = [...commands(bot.command), ...(forEditor ? editorCommands(bot.command) : [])];
  return {
    text: [
      inMrkdwn(bot.greeting),
      ...usage.map(([typed, does]) => inMrkdwn(`${typed}: ${does}`)),
      THREADS,
      `${WORDS.examples}:`,
      ...bot.examples.map((example) => `• ${inMrkdwn(example)}`),
      currency(base),
    ].join('\n'),
    blocks: [
      ...paragraph(bot.greeting),
      ...exampleBlocks(base, audience),
      marked(usage.map(([typed, does]) => `\`${inMrkdwn(typed)}\`  ${does}`).join('\n')),
      ...paragraph(THREADS),
      ...aside(currency(base)),
    ],
  };
}

export function renderHome(base: Base): HomeView {
  const { bot, topics } = base;
  const room = HOME_BLOCKS - HOME_FRAME;
  const rest = topics.length - room;
  const blocks: KnownBlock[] = [
    header(bot.name),
    ...paragraph(bot.greeting),
    ...aside(currency(base)),
    { type: 'divider' },
    ...exampleBlocks(base, 'asker'),
    ...aside(WORDS.homeHint),
    { type: 'divider' },
    header(WORDS.topics),
    ...topics
      .slice(0, room)
      .map(({ title, summary }) => marked(`*${inMrkdwn(title)}*\n${inMrkdwn(summary)}`)),
    ...(rest > 0 ? aside(leftOut(rest)) : []),
  ];
  return { type: 'home', blocks };
}

function exampleBlocks({ bot }: Base, to: Audience): KnownBlock[] {
  const examples = bot.examples.map(
    (question, index): Button =>
      button(askAction(index), question, writePressed({ question, factIds: [], to })),
  );
  return [marked(`*${WORDS.examples}*`), ...buttons('questions', examples)];
}

/** How many facts there are, from how many reports, and the newest day on which one was true. */
function currency(base: Base): string {
  const { facts, asOf } = measure(base);
  const agencies = [...new Set(base.reports.map(({ agency }) => agency))].join(', ');
  return howCurrent(facts, base.reports.length, agencies, asOf === undefined ? '' : showDate(asOf));
}

/** `asOf` is the newest date of all facts. */
export function measure({ topics }: Base): { facts: number; asOf: string | undefined } {
  const dates = topics.flatMap((topic) => topic.facts.map(({ asOf }) => asOf));
  return { facts: dates.length, asOf: dates.sort().at(-1) };
}
