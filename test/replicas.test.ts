/** Several processes share a PostgreSQL server: they are one bot, whichever of them Slack happens to reach. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotProgram, botProgram, HARBOUR, type ServingBot, until } from './support/bot-process.ts';
import { createDoorway } from './support/doorway.ts';
import { startPostgres, type TestServer } from './support/postgres.ts';
import { type SignedRequest, signedForm, signedJson } from './support/signing.ts';
import { type SlackApi, startSlackApi } from './support/slack-api.ts';
import { submitBody } from './support/slack-bot.ts';

const PATIENCE = { timeout: 120_000 };
const QUESTION = 'When does the bridge shut?';
const EDITOR = 'U0EDITOR';

const server = await startPostgres();

if ('missing' in server) {
  describe.skip(`replicas (skipped: ${server.missing})`, () => test('share a database', () => {}));
} else {
  afterAll(() => server.stop());
  describeReplicas(server);
}

function describeReplicas(on: TestServer): void {
  let program: BotProgram;
  let api: SlackApi;
  let url: string;
  let around: string;
  let replicas = 0;

  beforeAll(async () => {
    program = await botProgram();
  }, 60_000);
  afterAll(() => program.remove());
  beforeEach(async () => {
    api = await startSlackApi();
    url = await on.create();
    around = await mkdtemp(join(tmpdir(), 'replicas-'));
    await cp(HARBOUR, join(around, 'knowledge'), { recursive: true });
    // Nothing is due for review, or the editors would be told.
    await clearReviews(join(around, 'knowledge', 'topics'));
  }, 60_000);
  afterEach(async () => {
    await program.killAll();
    await api.close();
    await on.drop(url);
    await rm(around, { recursive: true, force: true });
  });

  /** They share the database and the knowledge folder, and nothing else. */
  async function replica(databaseUrl = url): Promise<ServingBot> {
    replicas += 1;
    return program.serve(api, await mkdtemp(join(around, `replica-${replicas}-`)), {
      DATABASE_URL: databaseUrl,
      KNOWLEDGE_DIR: join(around, 'knowledge'),
      ADMIN_USERS: EDITOR,
    });
  }

  const posts = () => api.sent('chat.postMessage');

  describe('two replicas', PATIENCE, () => {
    test('that get the same deliveries handle each once', async () => {
      const both = [await replica(), await replica()];
      const deliveries = Array.from({ length: 20 }, (_, index) => String(index));
      await Promise.all(
        deliveries.flatMap((each) =>
          both.map(({ command }) =>
            command(QUESTION, `trigger-${each}`, {
              channel_id: `C0CHANNEL${each}`,
              user_id: `U0USER${each}`,
            }),
          ),
        ),
      );
      await Promise.all(both.map(ended));
      expect(posts().map(({ channel }) => channel)).toHaveLength(20);
      expect(new Set(posts().map(({ channel }) => channel)).size).toBe(20);
    });

    test('go on with each other’s threads', async () => {
      const [first, second] = [await replica(), await replica()];
      await first.command(QUESTION, 'root');
      await until(() => posts().length === 1);
      await ended(first);
      await second.send(reply('How many ferries replace it?'));
      await until(() => posts().length === 2);
      expect(posts()[1]).toMatchObject({ thread_ts: '170000001.000100' });
      expect(posts()[1]?.['text']).toContain('Three ferries');
    });

    test('serve what an editor changed on the other', async () => {
      const [first, second] = [await replica(), await replica()];
      await mendOn(first);
      await until(async () => (await versionOf(second)) === (await versionOf(first)));
      await second.command('How many cracks are there in the bridge?', 'after');
      await until(() => posts().some(({ text }) => String(text).includes('15 cracks')));
      // The other replica noticed the file too; the history has the change once, under the editor's name.
      await second.command('history cracks-found', 'history', {
        user_id: EDITOR,
        response_url: `${api.responseUrl}/history`,
      });
      await until(() => api.sent('response_url/history').length === 1);
      const history = JSON.stringify(api.sent('response_url/history')[0]?.['blocks']);
      expect(history.split('The agency corrected the number.')).toHaveLength(2);
    });

    test('lose no acknowledged question when one is killed in the middle of a flood', async () => {
      const [first] = [await replica(), await replica()];
      const asked = Array.from({ length: 200 }, (_, index) => index);
      const acknowledged: number[] = [];
      const flood = asked.map(async (index) => {
        const fields = {
          channel_id: `C0CHANNEL${index}`,
          user_id: `U0USER${index}`,
          response_url: `${api.responseUrl}/${index}`,
        };
        const status = await first.command(QUESTION, `trigger-${index}`, fields).catch(() => undefined);
        if (status === 200) acknowledged.push(index);
      });
      await until(() => posts().length >= 10);
      first.child.kill('SIGKILL');
      await Promise.all(flood);
      const answersTo = (index: number) =>
        posts().filter(({ channel }) => channel === `C0CHANNEL${index}`).length +
        api.sent(`response_url/${index}`).length;
      expect(acknowledged.filter((index) => answersTo(index) === 0).length).toBeGreaterThan(0);
      await until(() => acknowledged.every((index) => answersTo(index) > 0));
      const inChannels = posts().map(({ channel }) => channel);
      expect(new Set(inChannels).size).toBe(inChannels.length);
    });
  });

  describe('a database that comes and goes', PATIENCE, () => {
    test('is away at the start, comes, is lost, comes back, hangs: every question is answered', async () => {
      const way = await createDoorway(Number(new URL(url).port));
      const through = new URL(url);
      through.port = String(way.port);
      const bot = await replica(through.href);
      let count = 0;
      const ask = async (): Promise<void> => {
        count += 1;
        await bot.command(QUESTION, `trigger-${count}`);
        await until(() => posts().length === count);
      };
      const isAway = async () => (await bot.health())['database'] === 'away';
      const comesBack = () => until(async () => !(await isAway()));

      await ask();
      expect(await isAway()).toBe(true);
      expect(bot.errors()).toContain('the database fails; questions are answered without it');

      await way.open();
      await comesBack();
      // What was kept in memory meanwhile is stored now.
      await until(async () => (await on.count(url, 'conversations')) === 1);
      await ask();
      await until(async () => (await on.count(url, 'conversations')) === 2);

      await way.shut();
      await ask();
      await until(isAway);
      await way.open();
      await comesBack();

      way.block();
      await ask();
      await until(isAway);
      await way.open();
      await comesBack();
      await until(async () => (await on.count(url, 'conversations')) === 4);
      expect(bot.child.exitCode).toBeNull();
      await way.shut();
    });
  });

  async function ended({ child, ended: end }: ServingBot): Promise<void> {
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  }

  async function versionOf({ health }: ServingBot): Promise<unknown> {
    return (await health())['version'];
  }

  /** Opens the form, looks at the preview, and saves. */
  async function mendOn(bot: ServingBot): Promise<void> {
    const entered = {
      statement:
        'The decision to close the Skarne Bridge follows an inspection in March 2025 that found 15 cracks in the supports of its central span, NCA reports.',
      why: 'The agency corrected the number.',
    };
    await bot.command('edit cracks-found', 'edit', { user_id: EDITOR });
    await until(() => api.sent('views.open').length === 1);
    const form = api.sent('views.open')[0]?.['view'] as Record<string, unknown>;
    const { view: preview } = await submit(bot, form, entered);
    expect(await submit(bot, preview as Record<string, unknown>, entered)).toEqual({
      response_action: 'clear',
    });
  }
}

async function submit(
  { origin }: ServingBot,
  view: Record<string, unknown>,
  entered: Record<string, string>,
): Promise<Record<string, unknown>> {
  const request = signedForm({ payload: JSON.stringify(submitBody({ view, entered, user: EDITOR })) });
  const response = await fetch(`${origin}/slack/events`, { method: 'POST', ...request });
  return response.json() as Promise<Record<string, unknown>>;
}

function reply(text: string): SignedRequest {
  return signedJson({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: 'T0TEAM',
    event: {
      type: 'message',
      channel_type: 'channel',
      channel: 'C0NEWS',
      user: 'U0READER',
      text,
      ts: '1800.1',
      thread_ts: '170000001.000100',
    },
  });
}

async function clearReviews(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/\n +reviewBy: .+/g, ''));
  }
}
