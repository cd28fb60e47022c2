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

/**
 * Asks the given questions in turn, most of them changed a little. Each command has a trigger, a person and
 * a channel of its own: no limit for one of them is what is measured.
 */
export function commandSource(
  questions: readonly string[],
  responseUrl: string,
  random: () => number,
): CommandSource {
  let count = 0;
  const next = (timestamp: string): SignedCommand => {
    count += 1;
    const text = vary(questions[count % questions.length] ?? '', count, random);
    const fields = {
      ...{
        token: 'unused',
        team_id: 'T0TEAM',
        team_domain: 'desk',
        channel_name: 'news',
        user_name: 'reader',
      },
      ...{ channel_id: `C0NEWS${count}`, user_id: `U0READER${count}`, command: '/ask', text },
      ...{ api_app_id: 'A0APP', is_enterprise_install: 'false', response_url: responseUrl },
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

function vary(question: string, count: number, random: () => number): string {
  const words = question.split(' ');
  const at = Math.floor(random() * words.length);
  if (count % MISSPELT === 0) return words.with(at, misspell(words[at] ?? '', random)).join(' ');
  if (count % FOREIGN === 0) return words.toSpliced(at, 0, `zeppelin${count}`).join(' ');
  return question;
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
