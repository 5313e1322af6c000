// Firefox: a copy with the answers inside, and the live document as the browser would save it, opened
// again from disk.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { page_path } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { launch_firefox, open_firefox_page, painted_firefox, settled_firefox } from './lib/firefox.mjs';
import { words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_firefox();
const page = await open_firefox_page(browser);
const folder = temporary_folder();
const strange = '髙﨑𠮷</script><!--\u2028&amp;';
const source = readFileSync(page_path, 'utf8');

const name_of = async (where) => (await where.waitForSelector(`aria/${words.name}[role="textbox"]`));

async function open_again(name, text) {
  writeFileSync(join(folder, name), text);
  const opened = await browser.newPage();
  opened.problems = [];
  opened.on('pageerror', (error) => opened.problems.push(String(error)));
  await opened.goto(pathToFileURL(join(folder, name)).href);
  await painted_firefox(opened);
  await settled_firefox(opened);
  return opened;
}

// What the page offers as a download.
async function saved_copy(where) {
  await where.evaluate(() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.offered = blob.text();
      return made.call(URL, blob);
    };
  });
  const button = await where.waitForSelector('aria/入力ごと写しを保存（HTML）[role="button"]');
  await button.click();
  await settled_firefox(where);
  return where.evaluate(() => window.offered);
}

await (await name_of(page)).type(strange.slice(0, 4));
await page.keyboard.press('Tab');
await settled_firefox(page);

test('a copy opens from disk with the answers, and a copy of it is the same', async () => {
  const first = await saved_copy(page);
  truthy(first.includes('id="case-inside">{'), 'no case inside');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
  equal(policy.exec(first)[1], policy.exec(source)[1], 'policy');
  const copy = await open_again('copy.html', first);
  equal(await (await name_of(copy)).evaluate((element) => element.value), strange.slice(0, 4));
  equal(await saved_copy(copy) === first, true, 'copy of a copy');
  equal(await copy.evaluate(() => fetch('https://example.com/').then(() => 'fetched', () => 'refused')), 'refused');
  equal(copy.problems, [], 'problems');
  await copy.close();
});

test('a case that could end its block opens whole', async () => {
  const inside = JSON.stringify({ format: 'uwanose-case', version: 1, applicant: { name: strange } })
    .replaceAll('<', '\\u003c');
  const copy = await open_again('strange.html',
    source.replace('id="case-inside">', () => `id="case-inside">${inside}`));
  equal(await (await name_of(copy)).evaluate((element) => element.value), strange);
  equal(JSON.parse(/id="case-inside">([^]*?)<\/script>/.exec(await saved_copy(copy))[1]).applicant.name, strange);
  await copy.close();
});

test('the live document, saved as it is, starts again empty', async () => {
  const live = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
  truthy(live.length > source.length, 'nothing was left behind');
  const again = await open_again('live.html', live);
  equal(await again.evaluate(() => document.querySelectorAll('main').length), 1, 'main');
  const field = await name_of(again);
  equal(await field.evaluate((element) => element.value), '');
  await field.type('写しでも動く');
  await again.keyboard.press('Tab');
  await settled_firefox(again);
  truthy(!(await saved_copy(again)).includes(strange.slice(0, 3)), 'something of the first use is in a copy');
  // Styles that the first use left in the elements are refused, and were not wanted.
  equal(again.problems.filter((text) => !/inline style|too many CSP reports/.test(text)).slice(0, 3), [], 'problems');
  await again.close();
});

await run(() => browser.close());
