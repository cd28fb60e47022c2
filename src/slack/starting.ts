/** What can go wrong while the bot starts and only a person can mend, in words for that person. */
import { webApi } from '@slack/bolt';
import { ConfigError } from '../errors.ts';

/** Where the token is found that calls to Slack are made with. */
export const BOT_TOKEN_PLACE =
  'Copy the Bot User OAuth Token from OAuth & Permissions at https://api.slack.com/apps; where the app was removed, install it again.';

const PLACES = {
  SLACK_BOT_TOKEN: BOT_TOKEN_PLACE,
  SLACK_APP_TOKEN:
    'Copy the App-Level Token from Basic Information at https://api.slack.com/apps; it needs connections:write, and the app Socket Mode.',
};

/** @throws ConfigError instead, when Slack refuses the token. */
export async function withToken<T>(token: keyof typeof PLACES, starting: Promise<T>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    throw error instanceof webApi.WebAPIPlatformError ? refusedToken(token, error.data.error) : error;
  }
}

function refusedToken(token: keyof typeof PLACES, error: string): ConfigError {
  return new ConfigError([`Slack refuses ${token} (${error}). ${PLACES[token]}`]);
}

/** @throws ConfigError instead, when the port cannot be had. */
export async function onPort<T>(port: number | undefined, listening: Promise<T>): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new ConfigError([
      `PORT ${port} cannot be listened on (${code}). Set another, or 0 for a free one.`,
    ]);
  }
}
