/** Slash commands as Slack sends them, signed beforehand so that whoever drives the load only sends. */
import { createHmac } from 'node:crypto';
import { misspell } from '../bench-data.ts';
import { ACCESS } from './access.ts';

export interface SignedCommand {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CommandSource {
  /** The next so many, signed now: they are good for five minutes. */
  take(count: number): SignedCommand[];
}

/** One word in so many questions is misspelt, and one question in so many holds a word that no fact has. */
const MISSPELT = 3;
const FOREIGN = 8;

let count = 0;

/**
 * Asks the given questions in turn. Each command has a trigger, a person, a channel and a `response_url` of
 * its own: no limit for one of them is what is measured.
 * @param change makes another text of a question, given a number that no other command has.
 */
export function commandSource(
  questions: readonly string[],
  responseUrl: string,
  change: (question: string, number: number) => string = (question) => question,
): CommandSource {
  const next = (timestamp: string): SignedCommand => {
    count += 1;
    const text = change(questions[count % questions.length] ?? '', count);
    const fields = {
      ...{
        token: 'unused',
        team_id: 'T0TEAM',
        team_domain: 'desk',
        channel_name: 'news',
        user_name: 'reader',
      },
      ...{ channel_id: `C0NEWS${count}`, user_id: `U0READER${count}`, command: '/ask', text },
      ...{ api_app_id: 'A0APP', is_enterprise_install: 'false', response_url: `${responseUrl}/${count}` },
      trigger_id: `1700000000.${count}.bench`,
    };
    return sign(new URLSearchParams(fields).toString(), timestamp);
  };
  return {
    take(wanted) {
      const timestamp = String(Math.floor(Date.now() / 1000));
      return Array.from({ length: wanted }, () => next(timestamp));
    },
  };
}

/** Questions as people type them, some misspelt, some with a word that no fact has, and no text twice. */
export function varying(random: () => number) {
  return (question: string, number: number): string => {
    const words = question.split(' ');
    const at = Math.floor(random() * words.length);
    if (number % MISSPELT === 0) words[at] = misspell(words[at] ?? '', random);
    else if (number % FOREIGN === 0) words.splice(at, 0, `zeppelin${number}`);
    return spaced(words, number);
  };
}

/** Spaces of different lengths tell texts apart that are the same question to a reader. */
function spaced(words: readonly string[], number: number): string {
  return words.map((word, index) => `${word}${' '.repeat(1 + ((number >> index) & 1))}`).join('');
}

function sign(body: string, timestamp: string): SignedCommand {
  const digest = createHmac('sha256', ACCESS.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}
