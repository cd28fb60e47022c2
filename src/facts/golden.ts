/**
 * Golden questions: what must be answered with what, and what must not be answered. They are no part of the
 * base; a base is held against them before a change of it is saved, and in CI.
 */
import { z } from 'zod';
import { plainValue, readYaml } from './document.ts';
import type { SourceFile } from './files.ts';
import { didYouMean } from './nearest.ts';
import { inReadingOrder, type Problem, quote } from './problem.ts';
import { type Base, Id } from './schema.ts';
import { shapeProblems } from './shape-problems.ts';

/** Where they stand in the knowledge folder. */
export const GOLDEN_PATH = 'questions/golden.yml';

const GoldenFile = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        q: z.string().trim().min(1).max(300).describe('The question as a reader types it'),
        expect: z
          .preprocess((value) => (value === 'unknown' ? [] : value), z.array(Id))
          .describe('The ids of the facts it is answered with, or unknown where the report does not say'),
      }),
    )
    .describe('Questions with what they must be answered with'),
});

export interface GoldenQuestion {
  readonly q: string;
  /** The ids of the facts it is answered with; none where the report does not say. */
  readonly expect: readonly string[];
}

/** The questions of a file, or at least one problem. */
export function parseGolden(
  file: SourceFile,
): { readonly questions: readonly GoldenQuestion[] } | { readonly problems: readonly Problem[] } {
  const yaml = readYaml(file);
  if (yaml.document === undefined || yaml.problems.length > 0) return { problems: yaml.problems };
  const value = plainValue(yaml.document.contents, GoldenFile);
  const parsed = GoldenFile.safeParse(value);
  if (parsed.success) return { questions: parsed.data.questions };
  return { problems: shapeProblems({ yaml, value, schema: GoldenFile }, parsed.error.issues) };
}

/** Everything wrong with a file of golden questions: its shape, questions asked twice, ids the base lacks. */
export function goldenProblems(file: SourceFile, base: Base): readonly Problem[] {
  const parsed = parseGolden(file);
  if ('problems' in parsed) return parsed.problems;
  const { placeOf } = readYaml(file);
  const known = new Set(base.topics.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const asked = new Set<string>();
  const problems = parsed.questions.flatMap(({ q, expect }, index): Problem[] => {
    const isRepeated = asked.size === asked.add(q.toLowerCase()).size;
    const repeated = isRepeated
      ? [{ ...placeOf(['questions', index, 'q']), message: `${quote(q)} is there twice`, mend: 'delete one' }]
      : [];
    const missing = expect.flatMap((id, at) => {
      if (known.has(id)) return [];
      const mend = didYouMean(id, known, 'write the id of a fact that is in use');
      const place = placeOf(['questions', index, 'expect', at]);
      return [{ ...place, message: `there is no fact ${quote(id)} in use`, mend }];
    });
    return [...repeated, ...missing].map((each) => ({ ...each, rule: 'golden' }));
  });
  return inReadingOrder(problems);
}
