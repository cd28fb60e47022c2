/** Every sentence the bot says of its own accord. What it says about its subject is in the knowledge folder. */
import type { Status } from '../facts/schema.ts';
import { QUESTIONS_A_MINUTE } from './person-limit.ts';

/** How firmly the report says it; what is plainly reported needs no word. */
export const STATUS: Readonly<Record<Status, string | undefined>> = {
  reported: undefined,
  expected: 'Expected',
  claimed: 'Claimed, not confirmed',
  confirmed: 'Confirmed',
  disputed: 'Disputed',
  unknown: 'Not in the report',
};

export const WORDS = {
  asked: 'asked',
  youAsked: 'You asked',
  note: 'Note',
  choices: 'Which of these do you mean?',
  nearest: 'I can answer:',
  why: 'Why this answer?',
  helpful: '👍',
  helpfulLabel: 'This answer is right',
  unhelpful: '👎',
  unhelpfulLabel: 'This answer is wrong or no help',
  suggest: 'Suggest a correction',
  post: 'Post to channel',
  whyTitle: 'Why this answer?',
  whyNothing: 'There is nothing more to say about how this answer was found.',
  thanksForVote: 'Thank you, your vote is noted.',
  thanksForDownvote: 'Thank you. It is noted that this answer did not help.',
  oldButton: 'This button is from an older version of me. Ask the question again in your own words.',
  topics: 'Topics',
  examples: 'Try one of these',
  timeline: 'Timeline',
  sources: 'Sources',
  noFacts: 'I have nothing on that yet.',
  unsure:
    'I could not make sure that this arrived in the channel, so here it is for you. If it is missing there, post it.',
  crowded:
    'More is being posted than Slack takes just now, so only you see this. You may post it in a moment.',
  homeHint: 'The answer to a pressed question comes as a direct message.',
} as const;

/** Below an answer that may be out of date. */
export function dueSince(day: string): string {
  return `Due for review since ${day}: this may have changed.`;
}

/** Above an answer that was posted before one of its facts changed. */
export function updated(on: string): string {
  return `Updated ${on}`;
}

export const NO_LONGER_GIVEN = 'This is no longer given as an answer.';

/** Said when something went wrong that a person can do nothing about but report. */
export function failed(reference: string): string {
  return `Something went wrong on my side, and I could not answer. Please try again; if it happens again, give reference ${reference} to whoever runs me.`;
}

/** Said once a minute to somebody who asks more than is answered. */
export function tooManyQuestions(forS: number): string {
  return `That is more than ${QUESTIONS_A_MINUTE} questions in a minute. I answer you again in ${forS} seconds; what you ask until then stays without an answer.`;
}

export const tooManyAtOnce =
  'More people are asking me just now than I can answer. Please ask again in a minute.';

/** @param bot how the bot is mentioned, ready for mrkdwn. */
export function invite(bot: string): string {
  return `I am not a member of this channel, so I cannot hear replies here. To let me in: \`/invite\` ${bot}`;
}

export function leftOut(count: number): string {
  return `${count} more do not fit here. Ask about one of them, or about a single topic.`;
}

/** @param agencies who published the reports, each once. */
export function howCurrent(facts: number, reports: number, agencies: string, asOf: string): string {
  const source = reports === 1 ? 'one report' : `${reports} reports`;
  return `${facts} facts from ${source} (${agencies}), as of ${asOf}.`;
}

/** What can be typed, as pairs of the command and what it does. */
export function commands(command: string): readonly (readonly [string, string])[] {
  return [
    [`${command} your question`, 'asks in the channel'],
    [`${command} me your question`, 'asks privately; you may post the answer afterwards'],
    [`${command} topics`, 'lists what I cover'],
    [`${command} about a topic or a name`, 'everything on a topic, person or place'],
    [`${command} timeline`, 'what happened when'],
    [`${command} sources`, 'where the facts come from'],
  ];
}

export const THREADS =
  'You can also mention me, write to me directly, or reply in the thread under an answer. Slash commands do not work in threads: there, just write your question.';
