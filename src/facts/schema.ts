/**
 * The shape of every file in the knowledge folder, and the types of the base made from them.
 *
 * One schema serves three callers: start-up, `npm run knowledge:check` and an editor's Save.
 * Unknown keys are errors, so that a misspelt key is never silently ignored.
 * The JSON Schemas that editors' tools read are generated from this file.
 */
import { z } from 'zod';

/** Ids are lower-case words joined by hyphens; they appear in links, logs and block ids. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as troops-now')
  .max(60);

/** A calendar date to the precision that is known: `2026-02-23`, `2024-12` or `2014`. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is written 2026-02-23, 2024-12 or 2014')
  .refine(isCalendarDate, 'there is no such day in the calendar');

/** A whole day, `2026-02-23`. */
export const Day = PartialDate.refine(
  (text) => text.length === 10,
  'a whole day is needed here, such as 2026-02-23',
);

/** When an event happened: one date, or a span whose open end is left out. */
export const When = z.union([
  PartialDate,
  z
    .strictObject({ from: PartialDate.optional(), to: PartialDate.optional() })
    .refine((span) => span.from !== undefined || span.to !== undefined, 'a span needs a from, a to, or both'),
]);

const Line = z.string().trim().min(1).max(200);
const Sentence = z.string().trim().min(1).max(600);

/** How firmly the report says it. `unknown` means the report does not say it, and saying so is the answer. */
export const Status = z.enum(['reported', 'expected', 'claimed', 'confirmed', 'disputed', 'unknown']);

/** What kind of question a fact settles. A yes/no question is settled by any fact that covers its words. */
export const AnswerKind = z.enum([
  'who',
  'what',
  'which',
  'when',
  'where',
  'why',
  'how',
  'how-many',
  'how-long',
]);

/** One kind of question that a fact settles, and the short answer to it where there is one. */
export const Settles = z.strictObject({
  kind: AnswerKind,
  /** The short answer: `1,000`, `2024-12`, `Al-Tanf`. */
  value: Line.optional(),
  /** What is counted or asked for (`troops`, `bases`), when the fact settles the question only for that. */
  of: z.array(Line).min(1).optional(),
});

export const Source = z.strictObject({
  report: Id,
  /** 1 is the report's first paragraph. */
  paragraph: z.int().min(1),
});

export const Fact = z.strictObject({
  id: Id,
  /** The whole answer: one or two sentences that stand alone. */
  statement: Sentence,
  headline: Line.optional(),
  /** Entity ids. */
  about: z.array(Id).default([]),
  source: Source,
  status: Status,
  /** The day on which the source held this to be true. */
  asOf: Day,
  /** When the event itself happened or is expected to. */
  when: When.optional(),
  answers: z.array(Settles).default([]),
  /** Ways in which people ask for this fact. */
  asks: z.array(Line).min(1),
  related: z.array(Id).default([]),
  /** An editor's caveat, shown to the reader. */
  note: Sentence.optional(),
  supersedes: Id.optional(),
  conflictsWith: z.array(Id).default([]),
  reviewBy: Day.optional(),
});

/** A question that takes several facts: a comparison, a list, an order of events. */
export const Digest = z.strictObject({
  id: Id,
  /** A sentence that says what the facts amount to, such as "Fewer now." */
  lead: Sentence.optional(),
  facts: z.array(Id).min(2).max(4),
  asks: z.array(Line).min(1),
});

export const TopicFile = z.strictObject({
  id: Id,
  title: Line,
  summary: Sentence,
  facts: z.array(Fact).min(1),
  digests: z.array(Digest).default([]),
});

export const ReportFile = z.strictObject({
  id: Id,
  title: Line,
  agency: Line,
  /** How the report says where it has it from: `AFP, citing sources`. */
  attribution: Line,
  date: Day,
  paragraphs: z.int().min(1),
  /** What a reader should beware of in the report as a whole. */
  caveats: z.array(Sentence).default([]),
});

export const EntityKind = z.enum([
  'person',
  'group',
  'force',
  'government',
  'country',
  'region',
  'place',
  'base',
  'organisation',
  'agency',
  'operation',
  'agreement',
  'event',
  'thing',
]);

export const Pronoun = z.enum(['he', 'she', 'it', 'they']);

export const Entity = z.strictObject({
  id: Id,
  /** The name as answers write it. */
  name: Line,
  kind: EntityKind,
  /** What people call it in a follow-up question; by default it follows from the kind. */
  pronoun: Pronoun.optional(),
  /** Proper names and their spellings; misspellings of these are corrected. */
  spellings: z.array(Line).default([]),
  /** Descriptions that stand for it here: `the new president`, `strongman`. Several entities may share one. */
  descriptions: z.array(Line).default([]),
  note: Sentence.optional(),
});

export const EntitiesFile = z.strictObject({ entities: z.array(Entity) });

export const VocabularyFile = z.strictObject({
  /** Words and phrases that mean the same here; the first one names the group. */
  same: z.array(z.array(Line).min(2)).default([]),
  /** Words and phrases that carry no meaning in a question to this base. */
  ignore: z.array(Line).default([]),
  /** Entities or words that name the subject as a whole, so that every fact explains them. */
  scope: z.array(Line).default([]),
});

/** How the bot presents itself, and the sentences it says when it cannot answer. */
export const BotFile = z.strictObject({
  name: z.string().trim().min(1).max(35),
  command: z
    .string()
    .regex(/^\/[a-z][a-z0-9_-]{0,30}$/, 'a command is a slash and lower-case letters, such as /news'),
  /** What the base is about, to follow the word "about": `the US withdrawal from Syria`. */
  subject: Line,
  greeting: Sentence,
  examples: z.array(Line).min(3).max(8),
  wording: z.strictObject({
    /** Nothing in the base fits the question. */
    notInReport: Sentence,
    /** `{words}` is what the question asks about and the report does not mention. */
    notMentioned: Sentence.refine((text) => text.includes('{words}'), 'must contain {words}'),
    /** `{asked}` is what was asked: who, when, how many. */
    notSettled: Sentence.refine((text) => text.includes('{asked}'), 'must contain {asked}'),
    /** `{said}` is what the report says, `{asked}` what the question has instead. */
    correction: Sentence.refine(
      (text) => text.includes('{said}') && text.includes('{asked}'),
      'must contain {said} and {asked}',
    ),
    /** Greetings, small talk, thanks, and questions about the bot itself. */
    chat: Sentence,
  }),
});

export type Fact = z.infer<typeof Fact>;
export type Digest = z.infer<typeof Digest>;
export type Settles = z.infer<typeof Settles>;
export type AnswerKind = z.infer<typeof AnswerKind>;
export type Status = z.infer<typeof Status>;
export type When = z.infer<typeof When>;
export type Topic = z.infer<typeof TopicFile>;
export type Report = z.infer<typeof ReportFile>;
export type Entity = z.infer<typeof Entity>;
export type EntityKind = z.infer<typeof EntityKind>;
export type Pronoun = z.infer<typeof Pronoun>;
export type Vocabulary = z.infer<typeof VocabularyFile>;
export type Bot = z.infer<typeof BotFile>;

/**
 * Reports, topics, entities and vocabulary, loaded and checked as one value that is never changed:
 * a reload makes a new one and swaps it in.
 */
export interface Base {
  readonly bot: Bot;
  readonly reports: readonly Report[];
  readonly topics: readonly Topic[];
  readonly entities: readonly Entity[];
  readonly vocabulary: Vocabulary;
}

function isCalendarDate(text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  if (year === undefined || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
