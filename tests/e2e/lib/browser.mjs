// Starts the browsers that the tests drive and opens the packed page from disk.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const page_path = process.env.UWANOSE_PAGE ?? resolve(root, 'dist/index.html');
export const page_url = (query = '') => pathToFileURL(page_path).href + query;

if (!existsSync(page_path)) {
  console.error(`${page_path} is missing: run ./dev build first`);
  console.log('{"passed":0,"failed":1}');
  process.exit(1);
}

const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update'];
const graphics = {
  webgl: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  none: ['--disable-gpu', '--disable-software-rasterizer'],
};

export const launch_chromium = ({ webgl = true, extra = [] } = {}) => chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true,
  args: [...quiet, ...(webgl ? graphics.webgl : graphics.none), ...extra],
});

// A page that has painted its form. `requests` lists every request but the document itself,
// `problems` every error and every refusal of the policy.
export async function open_page(browser, { query = '', width = 1280, height = 800, density = 1,
  context: options = {}, before } = {}) {
  const context = await browser.newContext({ viewport: { width, height },
    deviceScaleFactor: density, locale: 'ja-JP', acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.requests = [];
  page.problems = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(page_url()) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      page.requests.push(url);
    }
  });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(message.text());
  });
  if (before) await before(page);
  await page.goto(page_url(query));
  if (options.javaScriptEnabled !== false) await painted(page);
  return page;
}

export const painted = (page, timeout = 15000) => page.waitForFunction(
  () => performance.getEntriesByName('uwanose-painted').length > 0, null, { timeout });

// What was just done has reached C++ and come back: the page has the window's size, and two frames
// of the browser pass in which it draws nothing. Where no module runs, two frames.
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  const state = () => {
    if (!window.uwanose) return 0;
    const { width, window_height } = uwanose.surface;
    const { clientWidth, clientHeight } = document.documentElement;
    return width === clientWidth && window_height === clientHeight ? uwanose.frames() : NaN;
  };
  let before = NaN, still = 0;
  const look = () => {
    const now = state();
    still = now === before ? still + 1 : 0;
    before = now;
    if (still >= 2) setTimeout(done, 0);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}));

// What `action` makes the page report. If the action itself fails, that is what is told.
async function reported(page, event, action) {
  const coming = page.waitForEvent(event);
  coming.catch(() => {});
  await action();
  return coming;
}

// A file given to the chooser that `action` opens; the download that `action` starts.
export async function chosen(page, files, action) {
  const chooser = await reported(page, 'filechooser', action);
  await chooser.setFiles(files);
  await settled(page);
}

export async function downloaded(page, action) {
  const download = await reported(page, 'download', action);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}
