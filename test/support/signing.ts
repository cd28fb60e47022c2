/** Requests as Slack sends them: signed, and form-encoded or JSON. */
import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

export interface SignedRequest {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** What Slack posts for a slash command or a pressed button. */
export function signedForm(fields: Readonly<Record<string, string>>): SignedRequest {
  return sign(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
}

/** What Slack posts for an event. */
export function signedJson(payload: object): SignedRequest {
  return sign(JSON.stringify(payload), 'application/json');
}

function sign(body: string, contentType: string): SignedRequest {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}
