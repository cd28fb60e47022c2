/** The workspace that the local server serves: a newsroom with two channels, a reader and an editor. */
import type { Bot } from '../facts/schema.ts';

/** What the bot needs to connect, as the settings of a real workspace would say it. */
export interface LocalAccess {
  /** Ends in `/api/`, as the Slack client wants it. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  /** User ids of those who may edit facts. */
  readonly admins: readonly string[];
}

/** The server's configuration file; the names of the keys are its own. */
export interface Workspace {
  readonly workspace: { readonly name: string; readonly domain: string; readonly teamId: string };
  readonly apps: readonly [LocalApp];
  readonly users: readonly { readonly id: string; readonly name: string; readonly real_name: string }[];
  readonly channels: readonly LocalChannel[];
}

interface LocalApp {
  readonly appId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly mode: 'socket';
}

interface LocalChannel {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly is_channel?: boolean;
  readonly is_private?: boolean;
  readonly is_im?: boolean;
}

const READER = 'U0READER';
const EDITOR = 'U0EDITOR';
const BOT = 'U0FACTBOT';

/**
 * The workspace for a bot. The first person and the first channel are those the page opens with, so
 * that it greets its visitor as a reader at the newsdesk.
 * @param secret gives another unguessable string at each call.
 */
export function generateWorkspace(bot: Bot, secret: () => string): Workspace {
  const everyone = [READER, EDITOR, BOT];
  return {
    workspace: { name: 'Newsroom', domain: 'newsroom', teamId: 'T0LOCAL' },
    apps: [
      {
        appId: 'A0FACTBOT',
        botUserId: BOT,
        botName: bot.name,
        botToken: `xoxb-${secret()}`,
        appToken: `xapp-${secret()}`,
        mode: 'socket',
      },
    ],
    users: [
      { id: READER, name: 'reader', real_name: 'Reader' },
      { id: EDITOR, name: 'editor', real_name: 'Editor' },
    ],
    channels: [
      { id: 'C0NEWSDESK', name: 'newsdesk', members: everyone },
      { id: 'C0GENERAL', name: 'general', members: everyone },
      directMessages('D0READER', READER),
      directMessages('D0EDITOR', EDITOR),
    ],
  };
}

/** How the bot connects to this workspace once its server answers at `url`. */
export function accessTo(workspace: Workspace, url: string): LocalAccess {
  const [app] = workspace.apps;
  return {
    apiUrl: new URL('/api/', url).href,
    botToken: app.botToken,
    appToken: app.appToken,
    admins: [EDITOR],
  };
}

function directMessages(id: string, person: string): LocalChannel {
  return {
    id,
    name: `dm-${person}`,
    members: [person, BOT],
    is_channel: false,
    is_private: true,
    is_im: true,
  };
}
