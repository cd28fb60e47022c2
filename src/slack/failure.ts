/** The many ways in which Slack says no, or nothing, and the few things that follow from them. */
import { RespondError, webApi } from '@slack/bolt';
import { BOT_TOKEN_PLACE } from './starting.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } = webApi;

/**
 * Why something was not sent. `unreachable`: the bot is not there, or may not write there. `content`: Slack
 * does not take it in this form. `access`: token or scope, for the operator to mend. `busy`: too many calls,
 * for longer than is worth waiting. `expired`: a button or command too old to be replied to. `down`: no
 * answer from Slack, so that it may or may not have arrived.
 */
export type Failure = 'unreachable' | 'content' | 'access' | 'busy' | 'expired' | 'down';

/** What Slack has not taken is tried again after this. */
const RETRY_MS = 500;

/** Not sent, and Slack was not even asked. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';
  readonly why: Failure;

  constructor(why: Failure, reason: string) {
    super(reason);
    this.why = why;
  }
}

export interface Judged {
  readonly why: Failure;
  readonly error: string;
  /** Milliseconds after which it is worth trying again; undefined when it is not. */
  readonly wait?: number;
}

/** What a failed call to Slack amounts to. */
export function judge(thrown: unknown): Judged {
  if (thrown instanceof HeldBack) return { why: thrown.why, error: thrown.message };
  if (thrown instanceof WebAPIRateLimitedError) return busy(thrown.retryAfter);
  if (thrown instanceof WebAPIPlatformError) return judgeName(thrown.data.error, thrown);
  if (thrown instanceof WebAPIHTTPError) return judgeStatus(thrown.statusCode);
  if (thrown instanceof RespondError) return judgeStatus(thrown.statusCode);
  return { why: 'down', error: thrown instanceof Error ? thrown.message : String(thrown) };
}

function busy(retryAfter: number): Judged {
  return { why: 'busy', error: `rate limited for ${retryAfter} s`, wait: retryAfter * 1000 };
}

/** HTTP errors come from the API's gateway or a `response_url`; the latter says 404 once it is used up. */
function judgeStatus(status: number): Judged {
  const error = `HTTP ${status}`;
  if (status === 429) return { why: 'busy', error, wait: 1000 };
  if (status === 403 || status === 404 || status === 410) return { why: 'expired', error };
  // Slack was too busy to begin; after any other of its errors it may have done what was asked.
  if (status === 503) return { why: 'down', error, wait: RETRY_MS };
  return { why: status >= 500 ? 'down' : 'content', error };
}

const FAILURES: Readonly<Record<Exclude<Failure, 'down'>, readonly string[]>> = {
  unreachable: [
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'cannot_reply_to_message',
    'thread_not_found',
    'user_not_in_channel',
    'messages_tab_disabled',
    'user_not_found',
    'cannot_dm_bot',
    'user_disabled',
    'not_enabled',
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
  ],
  content: [
    'no_text',
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'markdown_text_conflict',
    'metadata_too_large',
    'view_too_large',
    'invalid_arguments',
  ],
  access: [
    'missing_scope',
    'not_allowed_token_type',
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'team_access_not_granted',
  ],
  busy: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  expired: [
    'expired_trigger_id',
    'exchanged_trigger_id',
    'trigger_expired',
    'trigger_exchanged',
    'hash_conflict',
  ],
};

function judgeName(error: string, { data }: webApi.WebAPIPlatformError): Judged {
  if (error.startsWith('restricted_action')) return { why: 'unreachable', error };
  if (error === 'service_unavailable') return { why: 'down', error, wait: RETRY_MS };
  for (const why of ['unreachable', 'content', 'access', 'busy', 'expired'] as const) {
    if (!FAILURES[why].includes(error)) continue;
    const details = data.response_metadata?.messages?.join('; ');
    return { why, error: details === undefined ? error : `${error}: ${details}` };
  }
  return { why: 'down', error };
}

/** What somebody has to do about a refusal that no waiting ends. */
export function mendFor(error: string): string {
  return error.startsWith('missing_scope')
    ? 'Give the app the scopes in manifest.yml at https://api.slack.com/apps and install it again.'
    : BOT_TOKEN_PLACE;
}

/** Whether the bot is no member of the channel, which an invitation mends. */
export function isStranger(error: string): boolean {
  return error === 'not_in_channel' || error === 'channel_not_found';
}
