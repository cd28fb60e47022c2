/** Slack's types, taken from Bolt so that they are those of the client it uses. */
import type { types, webApi } from '@slack/bolt';

export type ActionsBlock = types.ActionsBlock;
export type Button = types.Button;
export type ContextBlock = types.ContextBlock;
export type HeaderBlock = types.HeaderBlock;
export type HomeView = types.HomeView;
export type KnownBlock = types.KnownBlock;
export type SectionBlock = types.SectionBlock;
export type WebClient = webApi.WebClient;
