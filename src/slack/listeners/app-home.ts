/** The Home tab, opened: what the bot covers, examples to press, how current it is. */
import type { Feature } from '../feature.ts';
import { renderHome } from '../render/about-base.ts';
import type { Room } from '../room.ts';

export interface HomeArgs {
  readonly event: { readonly tab?: string; readonly user: string };
}

function createAppHome(room: Room) {
  return async ({ event }: HomeArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    await room.outbox.showHome(event.user, renderHome(room.engine().base));
  };
}

export const appHome: Feature = {
  name: 'app-home',
  events: ['app_home_opened'],
  scopes: [],
  attach: (app, room) => app.event('app_home_opened', createAppHome(room)),
};
