/**
 * `npm run --silent ask -- "question"`: the bot's answer in the terminal.
 *
 *   --json      one JSON object a question
 *   --explain   why it was answered so
 *   --thread    the lines on standard input are the turns of one conversation; an empty line starts the next
 *
 * Without a question on the command line, questions are read from standard input, one a line: plain text
 * or a JSON string.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Answering } from '../answer/answering.ts';
import type { Conversation } from '../answer/conversation.ts';
import { createEngine } from '../answer/engine.ts';
import type { Reply } from '../answer/reply.ts';
import { loadBase } from '../storage/knowledge-files.ts';
import { failPlainly } from './fail.ts';
import { toRecord } from './record.ts';

interface Options {
  readonly json: boolean;
  readonly explain: boolean;
  readonly thread: boolean;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      thread: { type: 'boolean', default: false },
    },
  });
  const { base } = await loadBase(process.env['KNOWLEDGE_DIR'] ?? 'knowledge');
  const engine = createEngine(base);
  if (positionals.length > 0) {
    const question = positionals.join(' ');
    show(question, engine.ask(question).reply, values);
    return;
  }
  await answerLines(engine, values);
}

async function answerLines(engine: Answering, options: Options): Promise<void> {
  let conversation: Conversation | undefined;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (options.thread && line.trim() === '') {
      conversation = undefined;
      continue;
    }
    const question = readLine(line);
    const turn = engine.ask(question, options.thread ? conversation : undefined);
    conversation = turn.conversation;
    show(question, turn.reply, options);
  }
}

/** A line is plain text or a JSON string; the latter can hold line breaks and be empty. */
function readLine(line: string): string {
  if (!line.startsWith('"')) return line;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : line;
  } catch {
    return line;
  }
}

function show(question: string, reply: Reply, { json, explain }: Options): void {
  const record = toRecord(question, reply);
  const lines = 'explanation' in reply ? reply.explanation.lines : [];
  if (json) {
    console.log(JSON.stringify(explain ? { ...record, explanation: lines } : record));
    return;
  }
  if (record.outcome === 'silent') console.log('(no reply)');
  if (record.text !== '') console.log(record.text);
  if (record.source !== '') console.log(`— ${record.source}`);
  for (const choice of record.choices) console.log(`  · ${choice}`);
  if (explain) for (const line of lines) console.log(`  ${line}`);
}

main().catch(failPlainly);
