/**
 * The shape of every file in the knowledge folder, and the types of the base made from them.
 *
 * One schema serves three callers: start-up, `npm run knowledge:check` and an editor's Save.
 * Unknown keys are errors, so that a misspelt key is never silently ignored.
 *
 * `knowledge/schemas/*.schema.json` is generated from this file (`npm run knowledge:schemas`). The
 * descriptions are what an editor sees beside a key, and what a message tells whoever left it out.
 * The order of the keys here is their order in a file's canonical form. A message of a rule is in two
 * parts, `what is wrong; what to do`.
 */
import { z } from 'zod';

/** Ids are lower-case words joined by hyphens; they appear in links, logs and block ids. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not an id; write lower-case words joined by hyphens, such as ferries-now',
  )
  .max(60);

/** A calendar date to the precision that is known: `2026-02-23`, `2024-12` or `2014`. */
const PartialDate = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    'is not a date; write year, month and day as far as known: 2026-02-23, 2024-12 or 2014',
  )
  .refine(isCalendarDate, 'is not in the calendar; write a day that exists, such as 2026-02-23');

/** A whole day, `2026-02-23`. */
const Day = PartialDate.refine(
  (text) => text.length === 10,
  'is not a whole day; write year, month and day, such as 2026-02-23',
);

/** When an event happened: one date, or a span whose open end is left out. */
export const When = z.union([
  PartialDate,
  z
    .strictObject({
      from: PartialDate.optional().describe('The first day, month or year'),
      to: PartialDate.optional().describe('The last day, month or year'),
    })
    .refine(
      (span) => span.from !== undefined || span.to !== undefined,
      'is an empty span; give it a from, a to, or both',
    ),
]);

const Line = z.string().trim().min(1).max(200);
const Sentence = z.string().trim().min(1).max(600);
const Asks = z.array(Line).min(1).describe('Ways in which people ask for this, each as they would type it');

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
  kind: AnswerKind.describe('The kind of question this fact settles'),
  value: Line.optional().describe('The short answer, such as 1,000 or 2024-12 or a name'),
  of: z
    .array(Line)
    .min(1)
    .optional()
    .describe('What is counted or asked for (ferries, berths), when it settles the question only for that'),
});

const Source = z.strictObject({
  report: Id.describe('The id of the report it is taken from'),
  paragraph: z.int().min(1).describe("The paragraph of the report; 1 is the report's first"),
});

/** Why a fact is no longer given as an answer. It stays in its file, so that it can be restored. */
const Retired = z.strictObject({
  on: Day.describe('The day on which it was retired, such as 2026-02-23'),
  why: Sentence.describe('Why it is no longer given as an answer'),
});

export const Fact = z.strictObject({
  id: Id.describe('A name for this fact that never changes, such as ferries-now'),
  statement: Sentence.describe('The whole answer: one or two sentences that stand alone'),
  headline: Line.optional().describe('A few words that name the fact in a list'),
  about: z.array(Id).default([]).describe('Ids of the entities it speaks of'),
  source: Source.describe('The report and the paragraph it is taken from'),
  status: Status.describe('How firmly the report says it; unknown: the report does not say it'),
  asOf: Day.describe('The day on which the source held this to be true, such as 2026-02-23'),
  when: When.optional().describe('When the event itself happened or is expected to: a date, or from and to'),
  answers: z.array(Settles).default([]).describe('The kinds of question it settles'),
  asks: Asks,
  related: z.array(Id).default([]).describe('Ids of facts that a reader may want next'),
  note: Sentence.optional().describe("An editor's caveat, shown to the reader"),
  supersedes: Id.optional().describe('The id of the older fact that this one replaces'),
  conflictsWith: z.array(Id).default([]).describe('Ids of facts that say otherwise; they name this one too'),
  reviewBy: Day.optional().describe('The day by which an editor should look at it again'),
  retired: Retired.optional().describe(
    'When and why it was taken out of the answers; delete the key to restore it',
  ),
});

/** A question that takes several facts: a comparison, a list, an order of events. */
export const Digest = z.strictObject({
  id: Id.describe('A name for this digest that never changes and that no fact has'),
  lead: Sentence.optional().describe('A sentence that says what the facts amount to, such as "Fewer now."'),
  facts: z.array(Id).min(2).max(4).describe('Ids of the facts that answer together, in the order shown'),
  asks: Asks,
});

export const TopicFile = z.strictObject({
  id: Id.describe('A name for this topic that never changes'),
  title: Line.describe('The title, as the list of topics shows it'),
  summary: Sentence.describe('One or two sentences on what the topic covers'),
  facts: z.array(Fact).min(1).describe('The facts'),
  digests: z.array(Digest).default([]).describe('Questions that take several facts at once'),
});

export const ReportFile = z.strictObject({
  id: Id.describe('A name for this report that never changes; facts refer to it'),
  title: Line.describe('The headline of the report'),
  agency: Line.describe('Who published it'),
  attribution: Line.describe('How the report says where it has it from: the Gazette, citing the council'),
  date: Day.describe('The day of publication'),
  paragraphs: z.int().min(1).describe('How many paragraphs it has'),
  caveats: z.array(Sentence).default([]).describe('What to beware of in the report as a whole'),
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
  id: Id.describe('A name for this entity that never changes; facts refer to it'),
  name: Line.describe('The name as answers write it'),
  kind: EntityKind.describe('What sort of thing it is'),
  pronoun: Pronoun.optional().describe(
    'What people call it in a follow-up question; by default it follows from the kind',
  ),
  spellings: z
    .array(Line)
    .default([])
    .describe('Proper names and their spellings; misspellings of these are corrected'),
  descriptions: z
    .array(Line)
    .default([])
    .describe('Descriptions that stand for it here: the new mayor. Several entities may share one'),
  note: Sentence.optional().describe("An editor's caveat, shown to the reader"),
});

export const EntitiesFile = z.strictObject({
  entities: z.array(Entity).describe('People, forces, places and organisations, with all their spellings'),
});

export const VocabularyFile = z.strictObject({
  same: z
    .array(z.array(Line).min(2))
    .default([])
    .describe('Groups of words and phrases that mean the same here; the first one names the group'),
  ignore: z
    .array(Line)
    .default([])
    .describe('Words and phrases that carry no meaning in a question to this base'),
  particles: z
    .array(Line)
    .default([])
    .describe('Small words that names here carry in one spelling and lose in another, such as al, de or van'),
  scope: z
    .array(Line)
    .default([])
    .describe('Entity ids or words that name the subject as a whole, so that every fact explains them'),
});

/** How the bot presents itself, and the sentences it says when it cannot answer. */
export const BotFile = z.strictObject({
  name: z.string().trim().min(1).max(35).describe('The display name'),
  command: z
    .string()
    .regex(
      /^\/[a-z][a-z0-9_-]{0,30}$/,
      'is not a command; write a slash and lower-case letters, such as /news',
    )
    .describe('The slash command, such as /news'),
  subject: Line.describe('What the base is about, to follow the word "about"'),
  greeting: Sentence.describe('How the bot greets and introduces itself'),
  examples: z.array(Line).min(3).max(8).describe('Questions to try, each answered by the base'),
  wording: z
    .strictObject({
      notInReport: Sentence.describe('Said when nothing in the base fits the question'),
      notMentioned: Sentence.refine(
        (text) => text.includes('{words}'),
        'lacks {words}; put {words} where the words belong that the report does not mention',
      ).describe('{words} is what the question asks about and the report does not mention'),
      notSettled: Sentence.refine(
        (text) => text.includes('{asked}'),
        'lacks {asked}; put {asked} where the kind of question belongs',
      ).describe('{asked} is what was asked: who, when, how many'),
      correction: Sentence.refine(
        (text) => text.includes('{said}') && text.includes('{asked}'),
        'lacks {said} or {asked}; put {said} for what the report says, {asked} for what was asked',
      ).describe('{said} is what the report says, {asked} what the question has instead'),
      chat: Sentence.describe('The reply to greetings, small talk and questions about the bot itself'),
    })
    .describe('What the bot says when it cannot answer'),
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

/** A fact as it stands in its file. */
export interface WrittenFact {
  readonly fact: Fact;
  /** The id of the topic it stands in. */
  readonly topic: string;
}

/**
 * Reports, topics, entities and vocabulary, loaded and checked as one value that is never changed:
 * a reload makes a new one and swaps it in.
 */
export interface Base {
  readonly bot: Bot;
  readonly reports: readonly Report[];
  /** With the facts in use only: a retired one is neither here nor referred to from here. */
  readonly topics: readonly Topic[];
  /** Every fact as it stands in the files, also the retired ones: what editors work on. */
  readonly written: readonly WrittenFact[];
  readonly entities: readonly Entity[];
  readonly vocabulary: Vocabulary;
}

function isCalendarDate(text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  if (year === undefined || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
