/** Replies to a question: an answer, a choice, an admission, and who says so. */
import type { AnswerReply, ChoicesReply, ProvenanceReply, UnknownReply } from '../../answer/reply.ts';
import { inMrkdwn } from '../escape.ts';
import { dueSince, WORDS } from '../wording.ts';
import { aside, type Given, type Message, paragraph, strong } from './blocks.ts';
import { showDate } from './dates.ts';
import { citationBlocks, citationText, factBlocks, factText } from './fact.ts';
import {
  askedBlocks,
  askedText,
  feedbackBlocks,
  suggestionBlocks,
  suggestionText,
  whyBlocks,
} from './parts.ts';
import type { View } from './view.ts';

export function renderAnswer(reply: AnswerReply, view: View): Message {
  const { facts, suggestions } = reply;
  const opening = [reply.correction, reply.lead].filter((text) => text !== undefined);
  const factIds = facts.map(({ fact }) => fact.id);
  return {
    text: [
      ...askedText(view),
      ...opening.map(inMrkdwn),
      ...facts.map(factText),
      ...overdue(facts, view),
    ].join('\n'),
    blocks: [
      ...askedBlocks(view),
      ...opening.flatMap(strong),
      ...facts.flatMap((sourced, index) => factBlocks(sourced, index)),
      ...overdue(facts, view).flatMap((text) => aside(text)),
      ...suggestionBlocks(suggestions, view),
      ...feedbackBlocks(factIds, reply.explanation, view),
    ],
    gives: given(factIds, view),
  };
}

export function renderChoices({ choices, explanation }: ChoicesReply, view: View): Message {
  return {
    text: [...askedText(view), WORDS.choices, ...suggestionText(choices)].join('\n'),
    blocks: [
      ...askedBlocks(view),
      ...strong(WORDS.choices),
      ...suggestionBlocks(choices, view),
      ...whyBlocks([], explanation, view),
    ],
  };
}

export function renderUnknown(reply: UnknownReply, view: View): Message {
  const { text, fact, suggestions } = reply;
  const source = fact === undefined ? [] : [citationText(fact)];
  const offer = suggestions.length === 0 ? [] : [WORDS.nearest, ...suggestionText(suggestions)];
  const factIds = fact === undefined ? [] : [fact.fact.id];
  return {
    text: [...askedText(view), inMrkdwn(text), ...source, ...offer].join('\n'),
    blocks: [
      ...askedBlocks(view),
      ...(fact === undefined ? paragraph(text) : factBlocks(fact, 0, text)),
      ...(suggestions.length === 0 ? [] : aside(WORDS.nearest)),
      ...suggestionBlocks(suggestions, view),
      ...(reply.reason === 'gap' ? whyBlocks(factIds, reply.explanation, view) : []),
    ],
    ...(fact !== undefined && { gives: given(factIds, view) }),
  };
}

/** For each fact whose day of review has passed. */
function overdue(facts: AnswerReply['facts'], { today }: View): string[] {
  return facts.flatMap(({ fact: { reviewBy } }) =>
    reviewBy !== undefined && today !== undefined && reviewBy < today ? [dueSince(showDate(reviewBy))] : [],
  );
}

function given(factIds: readonly string[], { question, askedBy }: View): Given {
  return { question, factIds, ...(askedBy !== undefined && { askedBy }) };
}

/** The text names the origin of a single fact; of several, each has its own below. */
export function renderProvenance({ text, facts }: ProvenanceReply, view: View): Message {
  const each = facts.length > 1 ? facts : [];
  return {
    text: [...askedText(view), inMrkdwn(text), ...each.map(citationText)].join('\n'),
    blocks: [...askedBlocks(view), ...paragraph(text), ...each.flatMap(citationBlocks)],
  };
}
