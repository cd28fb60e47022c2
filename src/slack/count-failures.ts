/** Everything that Slack does not take is counted, whichever way it was sent. */
import type { Outbox, Outcome } from './outbox.ts';
import type { Meter } from './ports.ts';

/** Slack's names of errors, and nothing else of what it says. */
const NAME = /^[a-z][a-z_]{0,40}$/;

export function countFailures(outbox: Outbox, meter: Meter | undefined): Outbox {
  if (meter === undefined) return outbox;
  const counted =
    <Parameters extends unknown[]>(call: string, send: (...all: Parameters) => Promise<Outcome>) =>
    async (...all: Parameters): Promise<Outcome> => {
      const outcome = await send(...all);
      if (!outcome.sent) meter.slackError(call, nameOf(outcome));
      return outcome;
    };
  return {
    post: counted('post', outbox.post),
    whisper: counted('whisper', outbox.whisper),
    update: counted('update', outbox.update),
    remove: counted('remove', outbox.remove),
    direct: counted('direct', outbox.direct),
    respond: counted('respond', outbox.respond),
    withdraw: counted('withdraw', outbox.withdraw),
    showHome: counted('showHome', outbox.showHome),
    openView: counted('openView', outbox.openView),
    updateView: counted('updateView', outbox.updateView),
  };
}

function nameOf({ why, error }: Extract<Outcome, { sent: false }>): string {
  const [name = ''] = error.split(':');
  return NAME.test(name) ? name : why;
}
