/** What can go wrong while the bot starts and only a person can mend, in words for that person. */
import { webApi } from '@slack/bolt';
import { ConfigError } from '../errors.ts';

const PLACES = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token from OAuth & Permissions at https://api.slack.com/apps; where the app was removed, install it again.',
  SLACK_APP_TOKEN:
    'Copy the App-Level Token from Basic Information at https://api.slack.com/apps; it needs connections:write, and the app Socket Mode.',
};

/** @throws ConfigError instead, when Slack refuses the token. */
export async function withToken<T>(token: keyof typeof PLACES, starting: Promise<T>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    throw error instanceof webApi.WebAPIPlatformError
      ? new ConfigError([`Slack refuses ${token} (${error.data.error}). ${PLACES[token]}`])
      : error;
  }
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
