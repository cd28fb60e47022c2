/**
 * Writes to a database as fast as it can, in a process of its own, and says each thing it has written:
 *   claim <folder> <count>   claims the keys Ev0, Ev1, …; a line for each one that was not taken yet
 *   save <folder> <name>     saves threads <name>.0, <name>.1, … until it is killed; a line for each
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/storage/database.ts';

const [job, dataDir = '', parameter = ''] = process.argv.slice(2);
const stores = await openDatabase({ dataDir, clock: Date.now });
const say = (line: string) => writeSync(1, `${line}\n`);

if (job === 'claim') {
  for (let number = 0; number < Number(parameter); number++) {
    if (await stores.deliveries.claim(`Ev${number}`)) say(`Ev${number}`);
  }
  await stores.close();
} else {
  for (let number = 0; ; number++) {
    const root = `${parameter}.${number}`;
    const talk = {
      given: [],
      latest: [root],
      question: 'x'.repeat(number % 5000),
      kinds: [],
      terms: [],
      entities: [],
    };
    await stores.conversations.save({ team: 'T1', channel: 'C1', root }, talk);
    say(root);
  }
}
