/** Everything Slack would refuse in a message or a Home tab, from the table of its limits. */

type Json = Record<string, unknown>;

export interface Sendable {
  readonly text?: string;
  readonly blocks: readonly object[];
}

/** Problems as sentences; none for what Slack would take. */
export function problemsOf(message: Sendable, maxBlocks = 50): string[] {
  const problems: string[] = [];
  const check = (ok: boolean, problem: string): void => {
    if (!ok) problems.push(problem);
  };
  const { text, blocks } = message;
  if (text !== undefined) check(text.length > 0 && text.length <= 40_000, `text of ${text.length}`);
  check(blocks.length > 0 && blocks.length <= maxBlocks, `${blocks.length} blocks`);
  const ids = blocks.flatMap((block) => ('block_id' in block ? [block.block_id] : []));
  check(new Set(ids).size === ids.length, `block ids twice: ${ids.join(', ')}`);
  check(JSON.stringify(blocks.map(textsOf)).length <= 13_000, 'all texts together are too long');
  for (const block of blocks) checkBlock(block as Json, check);
  return problems;
}

type Check = (ok: boolean, problem: string) => void;

function checkBlock(block: Json, check: Check): void {
  const { type, block_id: id } = block;
  if (typeof id === 'string') check(id.length > 0 && id.length <= 255, `block id ${id}`);
  const elements = (block['elements'] ?? []) as Json[];
  switch (type) {
    case 'divider':
      return;
    case 'section':
      checkText(block['text'] as Json, 3000, check);
      return;
    case 'header':
      check((block['text'] as Json)['type'] === 'plain_text', 'a header that is not plain');
      checkText(block['text'] as Json, 150, check);
      return;
    case 'context':
      check(elements.length > 0 && elements.length <= 10, `${elements.length} elements in a context`);
      for (const element of elements) checkText(element, 2000, check);
      return;
    case 'actions':
      check(elements.length > 0 && elements.length <= 25, `${elements.length} elements in actions`);
      check(
        new Set(elements.map((each) => each['action_id'])).size === elements.length,
        'an action id twice',
      );
      for (const element of elements) checkButton(element, check);
      return;
    default:
      check(false, `a block of type ${String(type)}`);
  }
}

function checkButton(
  { type, text, value, action_id: id, accessibility_label: label }: Json,
  check: Check,
): void {
  check(type === 'button', `an element of type ${String(type)}`);
  check((text as Json)['type'] === 'plain_text', 'a button that is not plain');
  checkText(text as Json, 75, check);
  check(typeof value === 'string' && value.length <= 2000, 'a value over 2000');
  check(typeof id === 'string' && id.length > 0 && id.length <= 255, `action id ${String(id)}`);
  check(label === undefined || (typeof label === 'string' && label.length <= 75), 'a label over 75');
}

function checkText({ type, text, verbatim }: Json, max: number, check: Check): void {
  check(typeof text === 'string' && text.length > 0 && text.length <= max, `text over ${max} or empty`);
  check(type === 'plain_text' || verbatim === true, 'mrkdwn that is not verbatim');
  if (type === 'plain_text')
    check(!/[<>]/.test(String(text)), `angle brackets in plain text: ${String(text)}`);
}

function textsOf(block: object): unknown[] {
  const { text, elements } = block as Json;
  const own = typeof text === 'object' && text !== null ? [(text as Json)['text']] : [];
  return [
    ...own,
    ...((elements ?? []) as Json[]).flatMap(textsOf),
    ...(typeof text === 'string' ? [text] : []),
  ];
}

/** Everything a client would show or act on, of a message. */
export function shown(message: Sendable): string {
  return JSON.stringify(message.blocks);
}
