/** `npm run knowledge:check [-- folder]`: every problem of the fact base, with its place and its mend. */
import { checkKnowledge, folderOf, run } from './knowledge.ts';

process.exitCode = await run(console.log, () =>
  checkKnowledge(folderOf(process.argv.slice(2), process.env), console.log),
);
