/** Settings: what each mode needs, and one message that names everything that is wrong. */
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { readConfig, SETTING_NAMES } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-a' };
const SECRET = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A' };

function wrongIn(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.wrong;
  }
  throw new Error('nothing is wrong');
}

describe('the mode', () => {
  test('without any credentials is local, and quieter', () => {
    expect(readConfig({})).toEqual({
      mode: 'local',
      port: 3000,
      apiUrl: undefined,
      knowledgeDir: 'knowledge',
      dataDir: 'data',
      databaseUrl: undefined,
      retentionDays: 30,
      correctionDays: 30,
      admins: [],
      keepAskers: false,
      logLevel: 'warn',
    });
  });

  test('with a signing secret is HTTP, with an app-level token Socket Mode, with both Socket Mode', () => {
    expect(readConfig({ ...BOT, ...SECRET })).toMatchObject({ mode: 'http', logLevel: 'info' });
    expect(readConfig({ ...BOT, ...APP })).toMatchObject({ mode: 'socket', appToken: 'xapp-1-A' });
    expect(readConfig({ ...BOT, ...APP, ...SECRET })).toMatchObject({ mode: 'socket' });
  });

  test('an empty value counts as none', () => {
    const env = {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: ' ',
      SLACK_SIGNING_SECRET: '',
      PORT: '',
      ADMIN_USERS: '',
    };
    expect(readConfig(env)).toEqual(readConfig({}));
  });
});

describe('values', () => {
  test('are read into their types', () => {
    const config = readConfig({
      ...BOT,
      ...SECRET,
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
      PORT: '0',
      DATABASE_URL: 'postgres://bot:secret@db/facts',
      ADMIN_USERS: 'U012ABCDEF, W0ADMIN ,',
      LOG_LEVEL: 'debug',
      RETENTION_DAYS: '7',
      CORRECTION_DAYS: '0',
      KEEP_ASKERS: 'yes',
    });
    expect(config).toMatchObject({
      apiUrl: 'http://127.0.0.1:4000/api/',
      port: 0,
      databaseUrl: 'postgres://bot:secret@db/facts',
      admins: ['U012ABCDEF', 'W0ADMIN'],
      logLevel: 'debug',
      retentionDays: 7,
      correctionDays: 0,
      keepAskers: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.admins)).toBe(true);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xoxp-1'],
    ['SLACK_APP_TOKEN', 'xoxb-1'],
    ['SLACK_SIGNING_SECRET', 'not hexadecimal'],
    ['SLACK_API_URL', 'slack.com'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://db'],
    ['ADMIN_USERS', 'U012ABCDEF,@sam'],
    ['LOG_LEVEL', 'verbose'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', 'forever'],
    ['RETENTION_DAYS', '3651'],
    ['CORRECTION_DAYS', '-1'],
    ['CORRECTION_DAYS', '3651'],
    ['KEEP_ASKERS', 'perhaps'],
  ])('%s may not be %s', (name, value) => {
    const wrong = wrongIn({ ...BOT, ...SECRET, [name]: value });
    expect(wrong).toHaveLength(1);
    const isSecret = /TOKEN|SECRET|DATABASE/.test(name);
    expect(wrong[0]).toContain(isSecret ? `${name} must ` : `${name} is “${value}”; it must be`);
    if (isSecret) expect(wrong[0]).not.toContain(value);
  });
});

test('everything that is wrong is named at once, with where to get it', () => {
  const wrong = wrongIn({ ...APP, PORT: 'x', LOG_LEVEL: 'x', ADMIN_USERS: 'x' });
  expect(wrong.map((sentence) => sentence.split(' ')[0])).toEqual([
    'PORT',
    'ADMIN_USERS',
    'LOG_LEVEL',
    'SLACK_BOT_TOKEN',
  ]);
  expect(wrong[3]).toContain('https://api.slack.com/apps');
});

test.each([
  ['a bot token alone', BOT, /SLACK_APP_TOKEN .*SLACK_SIGNING_SECRET/],
  ['a signing secret alone', SECRET, /SLACK_BOT_TOKEN is missing/],
  ['an app-level token alone', APP, /SLACK_BOT_TOKEN is missing/],
])('%s is not enough', (_, env, message) => {
  expect(wrongIn(env)).toHaveLength(1);
  expect(wrongIn(env)[0]).toMatch(message);
});

test('.env.example names every setting, and nothing else', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(Object.keys(parse(example)).sort()).toEqual([...SETTING_NAMES].sort());
  expect(readConfig(parse(example)).mode).toBe('local');
});
