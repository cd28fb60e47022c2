/** Replies that list what is in the base: topics, everything on one subject, the timeline, the sources. */
import type { AboutReply, SourcedFact, TimelineReply } from '../../answer/reply.ts';
import type { Base, Report } from '../../facts/schema.ts';
import { inMrkdwn } from '../escape.ts';
import { STATUS, WORDS } from '../wording.ts';
import { aside, header, type Message, marked, markedAside } from './blocks.ts';
import { showDate, showWhen } from './dates.ts';
import { noteBlocks } from './fact.ts';
import { paginate } from './pages.ts';

export function renderTopics({ topics }: Base): Message[] {
  return paginate([title(WORDS.topics), ...topics.map((topic) => entry(topic.title, `${topic.summary}`))]);
}

export function renderAbout({ subject, facts }: AboutReply): Message[] {
  const opening =
    'topic' in subject
      ? [title(subject.topic.title), note(subject.topic.summary)]
      : [
          title(subject.entity.name),
          ...(subject.entity.note === undefined ? [] : [note(subject.entity.note)]),
        ];
  const none = facts.length === 0 ? [note(WORDS.noFacts)] : [];
  return paginate([...opening, ...none, ...facts.map((sourced) => line(sourced))]);
}

/** The facts' own dates, in the order given. */
export function renderTimeline({ facts }: TimelineReply): Message[] {
  const dated = facts.map((sourced) => {
    const { when } = sourced.fact;
    return line(sourced, when === undefined ? undefined : capital(showWhen(when)));
  });
  return paginate([title(WORDS.timeline), ...(facts.length === 0 ? [note(WORDS.noFacts)] : dated)]);
}

export function renderSources({ reports }: Base): Message[] {
  return paginate([title(WORDS.sources), ...reports.map(reportEntry)]);
}

function reportEntry({ title: name, attribution, date, paragraphs, caveats }: Report): Message {
  const origin = `${attribution} · ${showDate(date)} · ${paragraphs} paragraphs`;
  const { text, blocks } = entry(name, origin);
  return {
    text: [text, ...caveats.map((caveat) => `• ${inMrkdwn(caveat)}`)].join('\n'),
    blocks: [...blocks, ...caveats.map((caveat) => markedAside(`•  ${inMrkdwn(caveat)}`))],
  };
}

/** A fact with its date where there is one, how firmly it is said, and where that stands. */
function line(sourced: SourcedFact, date?: string): Message {
  const { fact, report } = sourced;
  const place = `${report.agency}, ${showDate(fact.asOf)}, paragraph ${fact.source.paragraph}`;
  const status = STATUS[fact.status];
  const source = status === undefined ? place : `${status} · ${place}`;
  const caveat = fact.note === undefined ? '' : ` ${WORDS.note}: ${fact.note}`;
  const bold = date === undefined ? '' : `*${inMrkdwn(date)}*\n`;
  return {
    text: inMrkdwn(`${date === undefined ? '' : `${date}: `}${fact.statement} (${source})${caveat}`),
    blocks: [marked(`${bold}${inMrkdwn(fact.statement)}`), ...aside(place, status), ...noteBlocks(sourced)],
  };
}

function title(text: string): Message {
  return { text: inMrkdwn(text), blocks: [header(text)] };
}

function entry(name: string, text: string): Message {
  return { text: inMrkdwn(`${name}: ${text}`), blocks: [marked(`*${inMrkdwn(name)}*\n${inMrkdwn(text)}`)] };
}

function note(text: string): Message {
  return { text: inMrkdwn(text), blocks: [marked(inMrkdwn(text))] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
