/** `/command how many ferries are there?`: answered in the channel; `/command help` and the like in private. */
import { readEditorCommand, runEditorCommand } from '../editors/command.ts';
import type { Feature } from '../feature.ts';
import { handle } from '../handle.ts';
import { isFirst } from '../memory.ts';
import type { Respond } from '../outbox.ts';
import { type Asker, askerWays, reply } from '../publish.ts';
import type { Room, SlackContext } from '../room.ts';

export interface CommandArgs {
  readonly ack: () => Promise<void>;
  readonly respond: Respond;
  readonly command: {
    readonly text: string;
    readonly trigger_id: string;
    readonly channel_id: string;
    readonly user_id: string;
    readonly team_id: string;
  };
  readonly context: SlackContext;
}

function createAskCommand(room: Room) {
  return async ({ ack, respond, command, context }: CommandArgs): Promise<void> => {
    await ack();
    const asker: Asker = {
      team: context.teamId ?? command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      botUserId: context.botUserId,
      respond,
    };
    const ways = askerWays(room, asker);
    await handle(room, 'ask-command', ways, async () => {
      const { user } = asker;
      const editing = readEditorCommand(room, user, command.text);
      if (editing !== undefined) {
        const opener = { user, triggerId: command.trigger_id };
        return runEditorCommand(room, opener, editing, ways);
      }
      if (!(await isFirst(room, `command:${command.trigger_id}`))) return;
      const turn = room.engine().command(command.text);
      await reply(room, asker, turn, turn.visibility);
    });
  };
}

/** Whatever the command is called: a workspace may hold a second installation under another word. */
const ANY_COMMAND = /^\//;

export const askCommand: Feature = {
  name: 'ask-command',
  events: [],
  scopes: ['commands', 'chat:write'],
  attach: (app, room) => app.command(ANY_COMMAND, createAskCommand(room)),
};
