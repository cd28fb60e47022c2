/** Once a week the editors hear which facts are due for review, whichever process says it and however often it starts. */
import { dueFacts } from './editors/panel.ts';
import { EDITORS, more } from './editors/wording.ts';
import { inMrkdwn } from './escape.ts';
import { editAction, writeFactRef } from './ids.ts';
import { aside, button, buttons, type Message, paragraph, strong } from './render/blocks.ts';
import type { Room } from './room.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** The first of January 1970 was a Thursday; weeks begin on Mondays, in UTC. */
const TO_MONDAY_MS = 3 * 24 * 60 * 60 * 1000;
const SHOWN = 10;

/** Says nothing where nothing is due, or where this week's message is out. Never throws. */
export async function remindDue(room: Room): Promise<void> {
  const { clock, reminders, admins, outbox, log } = room;
  const facts = dueFacts(room.editing.current().base, clock());
  if (facts.length === 0 || admins.length === 0) return;
  const key = `due:${Math.floor((clock() + TO_MONDAY_MS) / WEEK_MS)}`;
  try {
    if (!(await reminders.claim(key, clock()))) return;
    const outcomes = [];
    for (const editor of admins) outcomes.push(await outbox.direct(editor, dueMessage(facts)));
    if (!outcomes.some(({ sent }) => sent)) await reminders.release(key);
  } catch (error) {
    log.error('the editors could not be told what is due for review', { error });
  }
}

function dueMessage(facts: ReturnType<typeof dueFacts>): Message {
  const shown = facts.slice(0, SHOWN);
  const rest = facts.length - shown.length;
  return {
    text: [
      EDITORS.dueNow,
      ...shown.map(({ id, headline, statement }) => inMrkdwn(`${id}: ${headline ?? statement}`)),
      ...(rest > 0 ? [more(rest)] : []),
    ].join('\n'),
    blocks: [
      ...strong(EDITORS.dueNow),
      ...shown.flatMap((fact, index) => [
        ...paragraph(fact.headline ?? fact.statement),
        ...aside(`${fact.id} · ${fact.reviewBy ?? ''}`),
        ...buttons(`due:${index}`, [button(editAction(index), EDITORS.edit, writeFactRef(fact.id))]),
      ]),
      ...(rest > 0 ? aside(more(rest)) : []),
    ],
  };
}
