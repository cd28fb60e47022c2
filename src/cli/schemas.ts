/** `npm run knowledge:schemas [-- folder]`: writes the JSON Schemas that editors' tools read. */
import { folderOf, run, writeSchemas } from './knowledge.ts';

process.exitCode = await run(console.log, () =>
  writeSchemas(folderOf(process.argv.slice(2), process.env), console.log),
);
