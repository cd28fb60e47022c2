/** `npm run knowledge:new -- fact <topic> <id>`, `topic <id>` or `report <id>`: something to be filled in. */
import { folderOf, newKnowledge, run } from './knowledge.ts';

const today = new Date().toISOString().slice(0, 10);

process.exitCode = await run(console.log, () =>
  newKnowledge(folderOf([], process.env), process.argv.slice(2), today, console.log),
);
