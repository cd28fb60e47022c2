/** What Socket Mode leaves to whoever uses it: that garbage ends nothing, and that a lost access ends with its reason. */
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from './ports.ts';
import { withToken } from './starting.ts';

type Client = SocketModeReceiver['client'];

/**
 * @param onLost called when Slack no longer lets the bot connect and only a person can mend that. Trying
 * again would not help, and without this the process would end on a rejection that says nothing.
 */
export function guardSocket(client: Client, log: Log, onLost: (reason: unknown) => void): void {
  const start = client.start.bind(client);
  let hasStarted = false;
  client.start = async () => {
    const starting = withToken('SLACK_APP_TOKEN', start());
    // The first start is awaited by whoever starts the bot; nobody awaits those that follow.
    if (!hasStarted) return starting.then(started);
    return starting.catch((error: unknown) => {
      onLost(error);
      return new Promise(() => {});
    });
  };
  const started = <T>(response: T): T => {
    hasStarted = true;
    return response;
  };
  passOverGarbage(client, log);
}

function passOverGarbage(client: Client, log: Log): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message: unknown[]) => {
    try {
      for (const read of readers) await (read as (...all: unknown[]) => unknown)(...message);
    } catch (error) {
      log.warn('something that came over the socket could not be read', { error });
    }
  });
}
