/**
 * `npm run eval`: how well the bot answers questions it should, and withholds what the report does not say.
 *
 *   --failures      every miss with what was said
 *   --floors        exit 1 where a figure is below the agreed floor (CI)
 *   --set NAME      only this set: development, tune or held
 *   --ablation      what each ingredient is worth, by leaving it out
 *   --peers         what search libraries make of the same base and questions
 */
import { parseArgs } from 'node:util';
import { createEngine } from '../answer/engine.ts';
import { loadBase } from '../storage/knowledge-files.ts';
import { printAblation } from './ablation.ts';
import { belowFloors, printTable } from './eval-table.ts';
import { failPlainly } from './fail.ts';
import { judgeAnswerable, judgeThread, judgeUnanswerable, type Verdict } from './judge.ts';
import { type QuestionSet, readSets } from './question-sets.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      failures: { type: 'boolean', default: false },
      floors: { type: 'boolean', default: false },
      set: { type: 'string' },
      ablation: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      questions: { type: 'string', default: 'knowledge/questions' },
      knowledge: { type: 'string', default: process.env['KNOWLEDGE_DIR'] ?? 'knowledge' },
    },
  });
  const { base } = await loadBase(values.knowledge);
  const engine = createEngine(base);
  const sets = (await readSets(values.questions)).filter(
    ({ name }) => values.set === undefined || values.set === name,
  );
  if (values.ablation) {
    printAblation(base, sets);
    return;
  }
  if (values.peers) {
    // It needs packages that only development has.
    const { printPeers } = await import('./peers.ts');
    printPeers(base, sets);
    return;
  }
  const verdicts = new Map<string, readonly Verdict[]>();
  for (const set of sets) verdicts.set(set.name, judgeSet(set, engine));
  for (const [name, judged] of verdicts) printTable(name, judged, values.failures);
  const low = values.floors ? belowFloors(verdicts) : [];
  for (const line of low) console.error(line);
  if (low.length > 0) process.exitCode = 1;
}

function judgeSet(set: QuestionSet, engine: ReturnType<typeof createEngine>): Verdict[] {
  return [
    ...set.answerable.map((record) => judgeAnswerable(record, engine)),
    ...set.unanswerable.map((record) => judgeUnanswerable(record, engine)),
    ...set.threads.flatMap((record) => judgeThread(record, engine)),
  ];
}

main().catch(failPlainly);
