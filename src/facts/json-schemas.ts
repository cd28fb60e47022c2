/** JSON Schemas of the knowledge files, by which editors' tools complete keys, show what they mean and check. */
import { z } from 'zod';
import { type FileKind, SCHEMAS } from './files.ts';

const TITLES: Record<FileKind, string> = {
  bot: 'How the bot presents itself',
  entities: 'Names and their spellings',
  vocabulary: 'Words that mean the same, or nothing',
  report: 'A report',
  topic: 'A topic with its facts',
};

/** The text of each schema file by its name, such as `topic.schema.json`. */
export function jsonSchemaFiles(): Map<string, string> {
  const kinds = Object.keys(SCHEMAS) as FileKind[];
  return new Map(kinds.map((kind) => [`${kind}.schema.json`, jsonSchemaOf(kind)]));
}

function jsonSchemaOf(kind: FileKind): string {
  // Draft 7 is what the YAML language server reads; `input` leaves what has a default optional.
  const { $schema, ...schema } = z.toJSONSchema(SCHEMAS[kind], { target: 'draft-7', io: 'input' });
  const title = TITLES[kind];
  const description = 'Generated from src/facts/schema.ts by npm run knowledge:schemas.';
  return `${JSON.stringify({ $schema, title, description, ...schema }, null, 2)}\n`;
}
