/** Editors hear once when the files of the base stop being usable, with what to mend, and once when they are mended. */
import { createHash } from 'node:crypto';
import type { Problem } from '../facts/problem.ts';
import { EDITORS, more } from './editors/wording.ts';
import { inMrkdwn } from './escape.ts';
import type { InFlight } from './in-flight.ts';
import { isFirstPress } from './memory.ts';
import { aside, type Message, marked, paragraph, strong } from './render/blocks.ts';
import { notice } from './render/notice.ts';
import type { Room } from './room.ts';

/** Returns what ends the telling. */
export function tellEditors(room: Room, inFlight: InFlight): () => void {
  return room.editing.listen({
    onProblems: (problems) => inFlight.run(() => tell(room, `broken:${nameOf(problems)}`, broken(problems))),
    onMended: () =>
      inFlight.run(() => tell(room, `mended:${room.editing.version()}`, notice(EDITORS.mended))),
  });
}

/** @param what names the event, as every process that shares the database notices it at about the same time. */
async function tell(room: Room, what: string, message: Message): Promise<void> {
  if (!(await isFirstPress(room, what))) return;
  // Whoever cannot be reached is in the log of the outbox; the others are told.
  for (const editor of room.admins) await room.outbox.direct(editor, message);
}

function nameOf(problems: readonly Problem[]): string {
  return createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 16);
}

/** So many problems are listed; the log has all. */
const SHOWN = 10;

function broken(problems: readonly Problem[]): Message {
  const rest = problems.length - SHOWN;
  const shown = problems.slice(0, SHOWN).map(({ file, line, column, message, mend }) => ({
    place: `${file}:${line}:${column}`,
    said: `${message}; ${mend}`,
  }));
  return {
    text: [
      EDITORS.broken,
      ...shown.map(({ place, said }) => inMrkdwn(`${place} ${said}`)),
      ...(rest > 0 ? [more(rest)] : []),
    ].join('\n'),
    blocks: [
      ...strong(EDITORS.broken),
      ...shown.flatMap(({ place, said }) => [marked(`\`${inMrkdwn(place)}\``), ...paragraph(said)]),
      ...(rest > 0 ? aside(more(rest)) : []),
    ],
  };
}
