/** The manifest against the code, against the fact base, and against Slack's limits. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FEATURES } from '../../src/slack/listeners/index.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const manifest = parse(file('manifest.yml'));
const { display_information: display, features, oauth_config: oauth, settings } = manifest;
const bot = parse(file('knowledge/bot.yml'));

const sorted = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

describe('the manifest and the code', () => {
  test('agree on the events', () => {
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(
      sorted(FEATURES.map(({ events }) => events)),
    );
  });

  test('agree on the scopes', () => {
    expect([...oauth.scopes.bot].sort()).toEqual(sorted(FEATURES.map(({ scopes }) => scopes)));
  });

  test('agree on the tabs and on the mode', () => {
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings).toMatchObject({
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    });
  });
});

test('the manifest and the fact base agree on the command and the name', () => {
  expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([bot.command]);
  expect(display.name).toBe(bot.name);
  expect(features.bot_user.display_name).toBe(bot.name);
});

test('manifest.json, which the Slack CLI reads, is the same (npm run manifest makes it)', () => {
  expect(JSON.parse(file('manifest.json'))).toEqual(manifest);
});

describe('Slack’s limits', () => {
  const [command] = features.slash_commands;

  test.each([
    ['the name', display.name, 1, 35],
    ['the description', display.description, 1, 140],
    ['the long description', display.long_description, 175, 4000],
    ['the name of the bot', features.bot_user.display_name, 1, 80],
    ['the command', command.command, 2, 32],
    ['what the command does', command.description, 1, 2000],
    ['the hint', command.usage_hint, 1, 1000],
  ])('%s is within them', (_, text: string, min, max) => {
    expect(text.length).toBeGreaterThanOrEqual(min);
    expect(text.length).toBeLessThanOrEqual(max);
  });

  test('the colour is one, and Socket Mode has no address', () => {
    expect(display.background_color).toMatch(/^#[0-9a-f]{6}$/i);
    expect(file('manifest.json')).not.toMatch(/"(?:request_)?url"/);
  });
});

test('the Slack CLI finds its hooks, and starts the bot as a person would', () => {
  const { hooks } = JSON.parse(file('.slack/hooks.json'));
  const { devDependencies, scripts } = JSON.parse(file('package.json'));
  expect(hooks['get-hooks']).toContain('@slack/cli-hooks');
  expect(devDependencies).toHaveProperty('@slack/cli-hooks');
  expect(hooks.start).toMatch(/^npm start/);
  expect(scripts).toHaveProperty('start');
  expect(JSON.parse(file('.slack/config.json'))).toEqual({ manifest: { source: 'local' } });
});
