/** Shows a reply as plain text, for a terminal. */
import type { Reply, SourcedFact, Suggestion } from '../answer/reply.ts';
import { writeDate, writeWhen } from '../answer/wording.ts';
import type { Base } from '../facts/schema.ts';

/** The whole reply; suggestions are numbered from 1, in the order of `suggestionsOf`. */
export function plainReply(reply: Reply, base: Base): string {
  return [body(reply, base), offers(reply)].filter((part) => part !== '').join('\n\n');
}

/** What a person may pick after a reply, by its number. */
export function suggestionsOf(reply: Reply): readonly Suggestion[] {
  switch (reply.kind) {
    case 'answer':
    case 'unknown':
      return reply.suggestions;
    case 'choices':
      return reply.choices;
    default:
      return [];
  }
}

function body(reply: Reply, base: Base): string {
  switch (reply.kind) {
    case 'answer':
      return [reply.correction, reply.lead, ...reply.facts.map(sourced)].filter(isText).join('\n');
    case 'choices':
      return 'Which of these do you mean?';
    case 'unknown':
      return reply.fact === undefined ? reply.text : said(reply.text, reply.fact);
    case 'provenance':
      return reply.text;
    case 'silent':
      return '(In a channel the bot says nothing here.)';
    case 'help':
      return help(base);
    case 'topics':
      return base.topics.map((topic) => `${topic.title}: ${topic.summary}`).join('\n');
    case 'about':
      return [subjectOf(reply.subject), ...reply.facts.map(sourced)].join('\n');
    case 'timeline':
      return reply.facts.map((item) => [dated(item), sourced(item)].filter(isText).join(': ')).join('\n');
    case 'sources':
      return base.reports
        .map((report) =>
          [`${report.title}. ${report.attribution}, ${writeDate(report.date)}.`, ...report.caveats].join(
            '\n  ',
          ),
        )
        .join('\n');
  }
}

function help(base: Base): string {
  const examples = base.bot.examples.slice(0, 3).map((example) => `  ${example}`);
  return [
    base.bot.greeting,
    'Ask in your own words; the next question may lean on the last one. For example:',
    ...examples,
    `Also: ${base.bot.command} topics, ${base.bot.command} about …, ${base.bot.command} timeline, ${base.bot.command} sources. A number picks a suggested question. Ctrl-D ends.`,
  ].join('\n');
}

function subjectOf(subject: Extract<Reply, { kind: 'about' }>['subject']): string {
  return 'topic' in subject ? `${subject.topic.title}: ${subject.topic.summary}` : subject.entity.name;
}

/** A fact with its caveat, who said it, how firmly, as of when, and where. */
function sourced(item: SourcedFact): string {
  return said(item.fact.statement, item);
}

function said(statement: string, { fact, report }: SourcedFact): string {
  const note = fact.note === undefined ? [] : [`Note: ${fact.note}`];
  const firmness = fact.status === 'reported' ? '' : `, ${fact.status}`;
  const source = `${report.attribution}, as of ${writeDate(fact.asOf)}, paragraph ${fact.source.paragraph}${firmness}`;
  return [statement, ...note, source].join('\n  ');
}

/** When the event itself happened, where that is known. */
function dated({ fact }: SourcedFact): string | undefined {
  return fact.when === undefined ? undefined : writeWhen(fact.when);
}

function offers(reply: Reply): string {
  return suggestionsOf(reply)
    .map((suggestion, index) => `  ${index + 1}. ${suggestion.question}`)
    .join('\n');
}

function isText(part: string | undefined): part is string {
  return part !== undefined;
}
