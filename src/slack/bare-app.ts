/** The least that Bolt can be: it acknowledges commands and does nothing else. The load bench measures ours against it. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { portOf } from './health.ts';

export interface BareAccess {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly apiUrl: string;
}

/** Starts it on a free port of this machine and resolves with that port. */
export async function startBareApp({ botToken, signingSecret, apiUrl }: BareAccess): Promise<number> {
  const app = new App({
    token: botToken,
    receiver: new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR }),
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
  });
  app.command(/^\//, async ({ ack }) => {
    await ack();
  });
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  return portOf(server);
}
