/** Walks a zod schema beside the file it describes: which keys, in which order, and where numbers are. */
import { z } from 'zod';

/** A schema without the wrapping that says a value may be left out. */
function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap());
  return schema;
}

/** The keys a map has by its schema, in the schema's order; none where the schema is not a map's. */
export function keysOf(schema: z.core.$ZodType | undefined): string[] {
  const map = mapSchema(schema);
  return map === undefined ? [] : Object.keys(map.shape);
}

/** The schema of the value under a key, or of a list's items for a number. */
export function childOf(
  schema: z.core.$ZodType | undefined,
  step: string | number,
): z.core.$ZodType | undefined {
  const outer = bare(schema);
  if (typeof step === 'number') return outer instanceof z.ZodArray ? outer.element : undefined;
  const shape = mapSchema(outer)?.shape ?? {};
  return Object.hasOwn(shape, step) ? shape[step] : undefined;
}

/** The schema at the end of a path. */
export function schemaAt(
  schema: z.core.$ZodType | undefined,
  path: readonly (string | number)[],
): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(childOf, schema);
}

/** Whether a number is wanted; everything else that is not a list or a map is text. */
export function wantsNumber(schema: z.core.$ZodType | undefined): boolean {
  return bare(schema) instanceof z.ZodNumber;
}

/** What the schema says a value is, for a person to read; it may stand inside or outside the wrapping. */
export function descriptionOf(schema: z.core.$ZodType | undefined): string | undefined {
  if (schema === undefined) return undefined;
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  const inner = bare(schema);
  return inner === schema ? undefined : descriptionOf(inner);
}

function mapSchema(schema: z.core.$ZodType | undefined): z.ZodObject | undefined {
  const outer = bare(schema);
  if (outer instanceof z.ZodObject) return outer;
  if (outer instanceof z.ZodUnion) return outer.options.find((option) => option instanceof z.ZodObject);
  return undefined;
}
