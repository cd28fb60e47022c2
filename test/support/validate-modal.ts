/** Everything Slack would refuse in a modal, from the table of its limits. */
import { problemsOf } from './validate-blocks.ts';

type Json = Record<string, unknown>;

/** Problems as sentences; none for what Slack would take. */
export function problemsOfModal(shown: object): string[] {
  const view = shown as Readonly<Json>;
  const problems: string[] = [];
  const check = (ok: boolean, problem: string): void => {
    if (!ok) problems.push(problem);
  };
  const blocks = (view['blocks'] ?? []) as Json[];
  const fields = blocks.filter(({ type }) => type === 'input');
  const others = blocks.filter(({ type }) => type !== 'input');
  if (others.length > 0) problems.push(...problemsOf({ blocks: others }, 100));
  check(
    view['type'] === 'modal' && blocks.length <= 100,
    `${blocks.length} blocks in a ${String(view['type'])}`,
  );
  check(fields.length === 0 || view['submit'] !== undefined, 'fields without a way to submit');
  for (const label of ['title', 'submit', 'close']) {
    const { text = '-', type = 'plain_text' } = (view[label] ?? {}) as Json;
    check(type === 'plain_text' && String(text).length <= 24, `${label} over 24: ${String(text)}`);
  }
  check(String(view['private_metadata'] ?? '').length <= 3000, 'private_metadata over 3000');
  const ids = blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  check(new Set(ids).size === ids.length, `block ids twice: ${ids.join(', ')}`);
  for (const field of fields) checkField(field, check);
  return problems;
}

function checkField(
  { label, hint, element, block_id: id }: Json,
  check: (ok: boolean, problem: string) => void,
) {
  const { type, initial_value: text = '', options = [], initial_option: initial } = element as Json;
  check(typeof id === 'string' && id.length <= 255, `a field without an id: ${JSON.stringify(label)}`);
  check(String((label as Json)['text']).length <= 2000, 'a label over 2000');
  check(hint === undefined || String((hint as Json)['text']).length <= 2000, 'a hint over 2000');
  check(String(text).length <= 3000, `${String(id)} holds over 3000`);
  const list = options as Json[];
  const isChoice = type === 'static_select' || type === 'checkboxes';
  check(!isChoice || (list.length > 0 && list.length <= (type === 'checkboxes' ? 10 : 100)), 'options');
  for (const { text: shown, value } of list) {
    check(String((shown as Json)['text']).length <= 75 && String(value).length <= 75, 'an option over 75');
  }
  const known = list.map((option) => JSON.stringify(option));
  check(initial === undefined || known.includes(JSON.stringify(initial)), 'an initial option that is none');
}
