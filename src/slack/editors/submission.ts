/** A submitted form, narrowed to what is used. Everything in it may be forged and is only text to be checked. */
import { z } from 'zod';
import { type FactForm, fieldOfBlock, readForm } from '../ids.ts';
import { FIELDS, type Field, type Values } from './fields.ts';

const Option = z.object({ value: z.string() });

const Entered = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
});

const Initial = z.object({
  initial_value: z.string().optional(),
  initial_date: z.string().optional(),
  initial_option: Option.optional(),
  initial_options: z.array(Option).optional(),
});

const Body = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    blocks: z.array(
      z.object({ block_id: z.string().optional(), element: Initial.optional().catch(undefined) }),
    ),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Entered)) }),
  }),
});

export interface Submission {
  readonly user: string;
  readonly viewId: string;
  /** Undefined for a form that this version did not make. */
  readonly form: FactForm | undefined;
  readonly values: Values;
}

/**
 * @param untouchedIsEmpty the sender leaves out what nobody touched, instead of sending what it was filled with.
 */
export function readSubmission(body: unknown, untouchedIsEmpty: boolean): Submission | undefined {
  const read = Body.safeParse(body).data;
  if (read === undefined) return undefined;
  const { user, view } = read;
  const form = readForm(view.private_metadata);
  const values: Partial<Record<Field, string>> = {};
  for (const [blockId, entered] of Object.entries(view.state.values)) {
    const field = form === undefined ? undefined : fieldIn(form, blockId);
    if (field === undefined) continue;
    const [first] = Object.values(entered);
    const initial = untouchedIsEmpty ? initialOf(view.blocks, blockId) : undefined;
    const text = (first === undefined ? undefined : textOf(first)) ?? initial ?? '';
    values[field] = values[field] === undefined ? text : `${values[field]}\n${text}`;
  }
  return { user: user.id, viewId: view.id, form, values };
}

function fieldIn({ kind }: FactForm, blockId: string): Field | undefined {
  const name = fieldOfBlock(blockId);
  return FIELDS[kind].find((field) => field === name);
}

function textOf(entered: z.infer<typeof Entered>): string | undefined {
  const { value, selected_date: date, selected_option: option, selected_options: options } = entered;
  const list = options === null || options === undefined || options.length === 0 ? undefined : options;
  return value ?? date ?? option?.value ?? list?.map((each) => each.value).join('\n');
}

function initialOf(blocks: z.infer<typeof Body>['view']['blocks'], blockId: string): string | undefined {
  const element = blocks.find((block) => block.block_id === blockId)?.element;
  if (element === undefined) return undefined;
  const { initial_value, initial_date, initial_option, initial_options } = element;
  return (
    initial_value ??
    initial_date ??
    initial_option?.value ??
    initial_options?.map(({ value }) => value).join('\n')
  );
}
