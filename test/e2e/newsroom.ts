/** The page of the local workspace, in the words of a person who uses it. */
import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';

export interface Newsroom {
  readonly page: Page;
  /** Opens a channel, a direct conversation or the app's Home by the name in the side bar. */
  open(name: string): Promise<void>;
  /** Goes on as another of the two people: Reader or Editor. */
  become(person: 'Reader' | 'Editor'): Promise<void>;
  /** Types into the channel's box and sends it. */
  say(text: string): Promise<void>;
  /** Names the bot by picking it from the list that `@` opens, then says the rest. */
  mention(text: string): Promise<void>;
  /** Types into the box of the open thread and sends it. */
  reply(text: string): Promise<void>;
  /** The messages in the channel that contain the words, newest last. */
  message(words: string | RegExp): Locator;
  /** The messages in the open thread that contain the words; its root is one of them. */
  threadMessage(words: string | RegExp): Locator;
  /** Opens the thread under a message, whether it has replies yet or not. */
  openThread(message: Locator): Promise<void>;
  /** Puts other words in the place of some in one of the person's own messages. */
  edit(message: Locator, from: string, to: string): Promise<void>;
  /** Keeps what the page shows in test-results/, for whoever looks into a failure or at the looks. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the workspace's page, emptied of earlier messages, as its reader in the newsdesk channel. */
export async function enterNewsroom(browser: Browser, url: string): Promise<Newsroom> {
  await fetch(`${url}/_control/reset`, { method: 'POST' });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  // What is sent before the page hears from its server would never show there.
  const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await page.goto(url);
  await connected;
  await sideBar(page, 'newsdesk').click();
  await page.locator('.main').getByText('newsdesk').first().waitFor();
  const channelBox = page.locator('.main .composer-input');
  const threadBox = page.locator('.thread-pane .composer-input');
  return {
    page,
    open: (name) => sideBar(page, name).click(),
    become: (person) => become(page, person),
    say: (text) => send(channelBox, text),
    mention: (text) => mention(page, channelBox, text),
    reply: (text) => send(threadBox, text),
    message: (words) => page.locator('.main .messages .msg').filter({ hasText: words }),
    threadMessage: (words) => page.locator('.thread-pane .msg').filter({ hasText: words }),
    openThread: (message) => openThread(page, message),
    edit: (message, from, to) => edit(message, from, to),
    picture: (name) => takePicture(page, name),
    close: () => page.close(),
  };
}

/** The words a person reads there, as laid out on the page. */
export function seen(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden from a person must not count
  return place.innerText();
}

async function become(page: Page, person: string): Promise<void> {
  await page.locator('label.actas', { hasText: 'Act as' }).locator('select').selectOption({ label: person });
}

function sideBar(page: Page, name: string): Locator {
  return page.locator('.sidebar-item').filter({ hasText: name });
}

async function send(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.press('Enter');
}

async function mention(page: Page, box: Locator, text: string): Promise<void> {
  await box.pressSequentially('@');
  await page.locator('.mention-option').first().click();
  // The page puts the caret behind the name a little later; what is typed before that would be torn apart.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  await box.press('End');
  await box.pressSequentially(text);
  await box.press('Enter');
}

async function openThread(page: Page, message: Locator): Promise<void> {
  const summary = message.locator('.thread-summary');
  if ((await summary.count()) > 0) {
    await summary.click();
  } else {
    await message.hover();
    await message.getByTitle('Reply in thread').click();
  }
  await page.locator('.thread-pane').waitFor();
}

async function edit(message: Locator, from: string, to: string): Promise<void> {
  await message.hover();
  await message.getByTitle('Edit message').click();
  const box = message.page().locator('.msg-edit-input');
  await box.fill((await box.inputValue()).replace(from, to));
  await message.page().locator('.msg-edit-actions .primary').click();
}

async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir('test-results', { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `test-results/${name}.png` });
}
