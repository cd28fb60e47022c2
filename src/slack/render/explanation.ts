/** *Why this answer?*, for the eyes of the person who pressed it. */
import type { Explanation } from '../../answer/reply.ts';
import { inMrkdwn } from '../escape.ts';
import { WORDS } from '../wording.ts';
import type { Message } from './blocks.ts';
import { paragraph, strong } from './blocks.ts';
import { paginate } from './pages.ts';

export function renderExplanation({ lines }: Explanation): Message[] {
  const shown = lines.length === 0 ? [WORDS.whyNothing] : lines;
  const head = { text: WORDS.whyTitle, blocks: strong(WORDS.whyTitle) };
  return paginate([head, ...shown.map((line) => ({ text: inMrkdwn(line), blocks: paragraph(line) }))]);
}
