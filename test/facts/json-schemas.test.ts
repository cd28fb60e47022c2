import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaFiles } from '../../src/facts/json-schemas.ts';

describe('the JSON Schemas that editors read', () => {
  test.each([...jsonSchemaFiles()])('%s is what npm run knowledge:schemas writes', (name, text) => {
    const written = readFileSync(new URL(`../../knowledge/schemas/${name}`, import.meta.url), 'utf8');
    expect(written).toBe(text);
  });

  test('every key says what it is for', () => {
    for (const [name, text] of jsonSchemaFiles()) {
      expect([name, ...keysWithoutDescription(JSON.parse(text))]).toEqual([name]);
    }
  });

  test('what may be left out is not required, and unknown keys are marked', () => {
    const topic = JSON.parse(jsonSchemaFiles().get('topic.schema.json') ?? '');
    expect(topic.required).toEqual(['id', 'title', 'summary', 'facts']);
    expect(topic.additionalProperties).toBe(false);
  });
});

function keysWithoutDescription(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const properties: Record<string, object> = Reflect.get(node, 'properties') ?? {};
  const missing = Object.keys(properties).filter((key) => !('description' in (properties[key] ?? {})));
  return [...missing, ...Object.values(node).flatMap(keysWithoutDescription)];
}
