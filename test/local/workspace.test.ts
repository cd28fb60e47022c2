import { expect, test } from 'vitest';
import { accessTo, generateWorkspace } from '../../src/local/workspace.ts';
import { base } from './harbour.ts';

const workspace = generateWorkspace(base.bot, () => 'secret');

test('the page opens with the reader at the newsdesk, because both stand first', () => {
  expect(workspace.users[0]?.name).toBe('reader');
  expect(workspace.channels[0]?.name).toBe('newsdesk');
});

test('the bot is in every channel, and each person can write to it directly', () => {
  const [app] = workspace.apps;
  expect(workspace.channels.filter((channel) => !channel.members.includes(app.botUserId))).toEqual([]);
  const direct = workspace.channels.filter((channel) => channel.is_im === true);
  expect(direct.map((channel) => channel.members[0])).toEqual(workspace.users.map((user) => user.id));
});

test('the bot carries the name its knowledge gives it', () => {
  expect(workspace.apps[0].botName).toBe('Harbour Facts');
});

test('the bot connects with the tokens of this workspace, and the editor may edit', () => {
  expect(accessTo(workspace, 'http://127.0.0.1:4000')).toEqual({
    apiUrl: 'http://127.0.0.1:4000/api/',
    botToken: 'xoxb-secret',
    appToken: 'xapp-secret',
    admins: [workspace.users[1]?.id],
  });
});

test('two workspaces never share a token', () => {
  let count = 0;
  const next = () => {
    count += 1;
    return `secret-${count}`;
  };
  const tokens = [generateWorkspace(base.bot, next), generateWorkspace(base.bot, next)].flatMap(
    ({ apps }) => [apps[0].botToken, apps[0].appToken],
  );
  expect(new Set(tokens).size).toBe(4);
});
