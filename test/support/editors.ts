/** The bot with a fact base that editors change: real files, a real database, the real engine. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../src/answer/engine.ts';
import { askGolden, compareGolden } from '../../src/answer/preview.ts';
import type { AppParts } from '../../src/slack/app.ts';
import { type BaseStore, openBaseStore } from '../../src/storage/base-store.ts';
import { openDatabase } from '../../src/storage/database.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { startTestBot, type TestBot } from './slack-bot.ts';
import { memoryStores } from './stores.ts';

export const EDITOR = 'U0EDITOR';
export const OTHER_EDITOR = 'U0SECOND';

const HARBOUR = fileURLToPath(new URL('../fixtures/harbour/knowledge', import.meta.url));

const GOLDEN = `questions:
  - q: How many cracks are there in the bridge?
    expect: [cracks-found]
  - q: When does the bridge shut?
    expect: [bridge-closes]
  - q: Which lorries are banned from the bridge?
    expect: [lorry-ban]
`;

/** Nothing is waited for but the answer to a form, which comes in time. */
const exceptForAnswers = (ms: number): Promise<void> =>
  ms === 2000 ? new Promise(() => {}) : Promise.resolve();

export interface EditedBot extends TestBot {
  readonly base: BaseStore;
  readonly database: Stores;
  /** The text of a topic's file. */
  file(topic: string): Promise<string>;
  /** Changes a topic's file past the bot, which then looks at it. */
  rewrite(topic: string, change: (text: string) => string): Promise<void>;
  /** The modal that was opened, pushed or shown last by a call. */
  modal(): Record<string, unknown>;
}

/** @param slow when given, forms are answered only after Slack's three seconds, with nothing waited. */
export async function startEditedBot(parts: Partial<AppParts> & { slow?: boolean } = {}): Promise<EditedBot> {
  const { slow = false, ...more } = parts;
  const around = await mkdtemp(join(tmpdir(), 'edited-'));
  const folder = join(around, 'knowledge');
  await cp(HARBOUR, folder, { recursive: true });
  await mkdir(join(folder, 'questions'), { recursive: true });
  await writeFile(join(folder, 'questions/golden.yml'), GOLDEN);
  const database = await openDatabase({ dataDir: join(around, 'data'), clock: Date.now });
  const base = await openBaseStore({
    folder,
    history: database.history,
    compile: async (parsed) => createEngine(parsed),
    golden: { ask: askGolden, compare: compareGolden },
    clock: Date.now,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  await base.refresh();
  const bot = await startTestBot(memoryStores(), slow ? undefined : exceptForAnswers, {
    engine: base.current,
    editing: base,
    history: database.history,
    posted: database.posted,
    gaps: database.gaps,
    suggestions: database.suggestions,
    reminders: database.reminders,
    admins: [EDITOR, OTHER_EDITOR],
    ...more,
  });
  const pathOf = (topic: string) => join(folder, 'topics', `${topic}.yml`);
  return {
    ...bot,
    base,
    database,
    file: (topic) => readFile(pathOf(topic), 'utf8'),
    rewrite: async (topic, change) => {
      await writeFile(pathOf(topic), change(await readFile(pathOf(topic), 'utf8')));
      await base.refresh();
    },
    modal: () => {
      const shown = bot.api.calls.filter(({ method }) => /^views\.(open|push|update)$/.test(method)).at(-1);
      if (shown === undefined) throw new Error('no modal was opened');
      return shown.body['view'] as Record<string, unknown>;
    },
    close: async () => {
      await bot.close();
      await base.stop();
      await database.close();
      await rm(around, { recursive: true, force: true });
    },
  };
}
