/** The rows that several kinds of reply share: who asked, what to ask next, what to do with an answer. */

import type { Explanation, Suggestion } from '../../answer/reply.ts';
import { clip, inMrkdwn, plain } from '../escape.ts';
import { ACTION, askAction, writeGiven, writePressed, writeWhy } from '../ids.ts';
import { ACTIONS, QUESTION_LABEL, SHOWN_QUESTION } from '../limits.ts';
import type { Button, KnownBlock } from '../types.ts';
import { WORDS } from '../wording.ts';
import { aside, button, buttons, markedAside } from './blocks.ts';
import type { View } from './view.ts';

/** `@Reader asked: how many ferries are there?`; nothing where the question stands right above. */
export function askedBlocks(view: View): KnownBlock[] {
  const shown = inMrkdwn(clip(view.question, SHOWN_QUESTION));
  return view.askedBy === undefined || shown === '' ? [] : [markedAside(`${whoAsked(view)}: ${shown}`)];
}

export function askedText(view: View): string[] {
  const shown = inMrkdwn(clip(view.question, SHOWN_QUESTION));
  return view.askedBy === undefined || shown === '' ? [] : [`${whoAsked(view)}: ${shown}`];
}

function whoAsked({ askedBy = '', isPrivate }: View): string {
  return isPrivate === true ? WORDS.youAsked : `${mention(askedBy)} ${WORDS.asked}`;
}

/** A user id that is none of Slack's never becomes markup. */
export function mention(userId: string): string {
  return /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : inMrkdwn(userId);
}

/** Questions as buttons. One too long to be read there stands above them in full. */
export function suggestionBlocks(suggestions: readonly Suggestion[], view: View): KnownBlock[] {
  const shown = suggestions.slice(0, ACTIONS);
  const long = shown.filter(({ question }) => plain(question).length > QUESTION_LABEL);
  const elements = shown.map((suggestion, index) => {
    const value = writePressed({ ...suggestion, to: view.suggestionsFor });
    return button(askAction(index), labelFor(suggestion.question), value);
  });
  return [...long.flatMap(({ question }) => aside(`• ${question}`)), ...buttons('questions', elements)];
}

/** Cut between two words where it has any. */
function labelFor(question: string): string {
  const label = clip(plain(question), QUESTION_LABEL);
  return label.endsWith('…') ? label.replace(/(?<=.{30}) \S*…$/, '…') : label;
}

export function suggestionText(suggestions: readonly Suggestion[]): string[] {
  return suggestions.map(({ question }) => `• ${inMrkdwn(question)}`);
}

/** Votes, the reason, and for a private answer the way into the channel. */
export function feedbackBlocks(factIds: readonly string[], why: Explanation, view: View): KnownBlock[] {
  const value = writeGiven({ question: view.question, factIds });
  return buttons('feedback', [
    { ...button(ACTION.voteUp, WORDS.helpful, value), accessibility_label: WORDS.helpfulLabel },
    { ...button(ACTION.voteDown, WORDS.unhelpful, value), accessibility_label: WORDS.unhelpfulLabel },
    whyButton(factIds, why, view),
    ...(view.isPrivate === true ? [button(ACTION.post, WORDS.post, value)] : []),
  ]);
}

/** Only the reason, for a reply that has no answer to vote on. */
export function whyBlocks(factIds: readonly string[], why: Explanation, view: View): KnownBlock[] {
  return buttons('feedback', [whyButton(factIds, why, view)]);
}

function whyButton(factIds: readonly string[], { lines }: Explanation, { question }: View): Button {
  return button(ACTION.why, WORDS.why, writeWhy({ question, factIds, lines }));
}
