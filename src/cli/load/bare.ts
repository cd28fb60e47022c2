/** A process with the bare Bolt app; its argument is the address of Slack's API. */
import { startBareApp } from '../../slack/bare-app.ts';
import { ACCESS } from './access.ts';

const [, , apiUrl = ''] = process.argv;
console.error(JSON.stringify({ port: await startBareApp({ ...ACCESS, apiUrl }) }));

// Ended by a handler, a profile of the process is written.
process.once('SIGTERM', () => process.exit(0));
