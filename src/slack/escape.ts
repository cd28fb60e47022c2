/**
 * Everything that a person or an editor wrote passes through here on its way in or out, and only here.
 *
 * In: Slack's markup is turned into what the person saw. Out: a text becomes `plain` (for plain_text, which
 * Slack never parses) or `inMrkdwn`.
 */

const CONTROL_OR_BIDI = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const MENTION = /<@([A-Z0-9]+)(?:\|[^<>]*)?>/g;
const MARKUP = /<([^<>]*)>/g;

/** The text without `<@bot>` itself, wherever it stands; other people's mentions stay. */
export function withoutMention(text: string, userId: string | undefined): string {
  if (userId === undefined) return text.trim();
  return text.replace(MENTION, (mention, id: string) => (id === userId ? ' ' : mention)).trim();
}

/** True when the text mentions this user. */
export function mentions(text: string, userId: string | undefined): boolean {
  return [...text.matchAll(MENTION)].some(([, id]) => id === userId);
}

/** A message as its writer saw it: markup read, entities decoded once, one line, no invisible characters. */
export function readable(text: string): string {
  return tidy(decodeEntities(text.replace(MARKUP, (_, inside: string) => ` ${readMarkup(inside)} `)));
}

function readMarkup(inside: string): string {
  const [target = '', label] = inside.split('|');
  if (label !== undefined && label !== '') return target.startsWith('#') ? `#${label}` : label;
  if (target.startsWith('@')) return '@someone';
  if (target.startsWith('#')) return '#channel';
  if (target.startsWith('!')) return `@${target.slice(1).split('^')[0] ?? ''}`;
  return target;
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
  );
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(CONTROL_OR_BIDI, '')
    .replace(/ ([?!.,;:])/g, '$1')
    .trim();
}

/**
 * For plain_text. Slack does not parse it, but clients differ in whether they decode entities there, so
 * angle brackets become look-alikes that can be neither markup nor an entity.
 */
export function plain(text: string): string {
  return tidy(text).replace(/</g, '‹').replace(/>/g, '›');
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * For mrkdwn, between our own marks, and for the fallback `text` of a message, which is mrkdwn too: no
 * mention, link, channel call or formatting survives.
 */
export function inMrkdwn(text: string): string {
  return tidy(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[*_~`]/g, (mark) => LOOK_ALIKES[mark] ?? mark);
}

/** At most `max` UTF-16 units; what is cut shows as an ellipsis, and no character is halved. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
