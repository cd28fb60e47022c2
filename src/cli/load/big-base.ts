/** A knowledge folder of a wanted size on disk, around the shipped base's wording and report. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBase } from '../../storage/knowledge-files.ts';
import { createRandom, makeFacts } from '../bench-data.ts';

/** Keeps a file well under the size at which one is refused. */
const FACTS_A_FILE = 500;

/** Writes it. */
export async function writeBigBase(folder: string, size: number): Promise<void> {
  const { base } = await loadBase('knowledge');
  const [report] = base.reports;
  if (report === undefined) throw new Error('the knowledge folder holds no report');
  for (const part of ['bot.yml', 'reports', 'entities.yml', 'vocabulary.yml']) {
    await cp(join('knowledge', part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, 'topics'));
  const texts = makeFacts(size, createRandom(42));
  const tail = `source: { report: ${report.id}, paragraph: 1 }\n    status: reported\n    asOf: ${report.date}`;
  for (let start = 0; start < size; start += FACTS_A_FILE) {
    const id = `part-${start / FACTS_A_FILE}`;
    const facts = texts
      .slice(start, start + FACTS_A_FILE)
      .map((text, at) => factText(`fact-${start + at}`, text, tail));
    const head = `id: ${id}\ntitle: ${id}\nsummary: Facts made up to measure with.\n\nfacts:\n`;
    await writeFile(join(folder, 'topics', `${id}.yml`), head + facts.join('\n'));
  }
}

/** With two ways of asking, as few enough that no two facts are asked for in the same words. */
function factText(id: string, text: string, tail: string): string {
  const words = text.split(' ');
  const asks = [words.slice(0, 9), words.slice(9)].map((some) => `      - ${some.join(' ')}\n`);
  return `  - id: ${id}\n    statement: ${text}.\n    ${tail}\n    asks:\n${asks.join('')}`;
}
