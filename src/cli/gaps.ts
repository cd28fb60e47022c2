/** `npm run gaps [-- --all]`: what people asked and did not get, most wanted first; twenty unless all are asked for. */
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { groupGaps } from '../answer/gaps.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../storage/database.ts';
import { loadBase } from '../storage/knowledge-files.ts';
import { failPlainly } from './fail.ts';
import { printGaps } from './print-gaps.ts';

/** More than anybody looks through, and enough to see what is asked often. */
const ENTRIES = 5000;
const SHOWN = 20;

async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
  const { knowledgeDir, dataDir, databaseUrl, retentionDays, correctionDays } = readConfig(process.env);
  const { base } = await loadBase(knowledgeDir);
  const stores = await openDatabase({
    dataDir,
    retentionDays,
    correctionDays,
    clock: Date.now,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  try {
    const entries = await stores.gaps.list(ENTRIES);
    const groups = groupGaps(base, entries, Date.now());
    for (const line of printGaps(groups, values.all ? groups.length : SHOWN)) console.log(line);
  } finally {
    await stores.close();
  }
}

main().catch(failPlainly);
