/** Slack's types, taken from Bolt so that they are those of the client it uses. */
import type { types, webApi } from '@slack/bolt';

export type ActionsBlock = types.ActionsBlock;
export type Button = types.Button;
export type Checkboxes = types.Checkboxes;
export type ContextBlock = types.ContextBlock;
export type Datepicker = types.Datepicker;
export type HeaderBlock = types.HeaderBlock;
export type HomeView = types.HomeView;
export type InputBlock = types.InputBlock;
export type KnownBlock = types.KnownBlock;
export type ModalView = types.ModalView;
export type PlainTextInput = types.PlainTextInput;
export type SectionBlock = types.SectionBlock;
export type StaticSelect = types.StaticSelect;
export type WebClient = webApi.WebClient;
