/** `npm run knowledge:format [-- folder] [--check]`: rewrites the fact base's files in canonical form. */
import { folderOf, formatKnowledge, run } from './knowledge.ts';

const args = process.argv.slice(2);
const folderArgs = args.filter((arg) => arg !== '--check');

process.exitCode = await run(console.log, () =>
  formatKnowledge(folderOf(folderArgs, process.env), args.includes('--check'), console.log),
);
