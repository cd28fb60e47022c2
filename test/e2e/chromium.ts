/** Debian's Chromium, or another of its kind that is on the path. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const { PATH = '', CI } = process.env;

const program: string | undefined = PATH.split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Why nothing can be seen here, or undefined. In CI a missing browser is a failure, not a reason to skip. */
export const noBrowser: string | undefined =
  program === undefined && CI === undefined ? 'no Chromium here: apt-get install chromium' : undefined;

/** A browser with an empty profile of its own. */
export async function openBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error('no Chromium on this machine: apt-get install chromium');
  return chromium.launch({ executablePath: program, args: OPTIONS });
}
