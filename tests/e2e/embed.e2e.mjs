// Within other sites: the module in a page, and the page in a frame that tells its result to the
// origin that it was opened for, and to no other.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch_chromium, page_path } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { serve } from './lib/serve.mjs';
import { words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_chromium({ webgl: false });
const page_site = await serve(dirname(page_path));
const host = await serve(dirname(page_path));
const stranger = await serve(dirname(page_path));
const binary = process.env.UWANOSE_BINARY ?? fileURLToPath(new URL('../../build/uwanose', import.meta.url));
const sample = readFileSync(new URL('../../assets/samples/01-factory-met.json', import.meta.url), 'utf8');

async function open_url(url) {
  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  await page.goto(url);
  return page;
}

// A page of `site` with the page in a frame under `query`; keeps every message that it gets.
async function framed(site, query) {
  const page = await open_url(`${site.origin}/example-module.html`);
  await page.evaluate((address) => {
    window.heard = [];
    addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));
    document.body.replaceChildren(Object.assign(document.createElement('iframe'), { width: 1000, height: 700, src: address }));
  }, `${page_site.origin}/index.html${query}`);
  const inner = await (await page.waitForSelector('iframe')).contentFrame();
  await inner.waitForFunction(() => performance.getEntriesByName('uwanose-painted').length > 0);
  return { page, inner };
}

const give = (page, message) => page.evaluate(([target, text]) =>
  frames[0].postMessage(JSON.parse(text), target), [page_site.origin, JSON.stringify(message)]);
const heard = (page) => page.evaluate(() => heard);
const types = async (page) => (await heard(page)).map(({ data }) => data.type);
const message = (given) => ({ format: 'uwanose-embed', version: 1, type: 'case', case: given });
const later = (page) => page.evaluate(() => new Promise((done) => { setTimeout(done, 400); }));
const asked_for = (site) => `?embed=1&origin=${encodeURIComponent(site.origin)}`;
const permit = (inner) => inner.getByRole('checkbox', { name: /^試算の結果を/ });

test('the module in a page gives what the command line gives', async () => {
  const page = await open_url(`${host.origin}/example-module.html`);
  await page.getByRole('button', { name: '試算する' }).click();
  await page.getByText('saikouchiku.normal: undetermined').waitFor();
  const path = join(temporary_folder(), 'case.json');
  writeFileSync(path, sample);
  const there = await page.evaluate(async (text) => {
    const { assess_text, explain } = await import('./uwanose.mjs');
    return [assess_text(text), explain(text, 'en')];
  }, sample);
  const here = [['assess', path], ['explain', path, '--lang', 'en']]
    .map((args) => spawnSync(binary, args, { encoding: 'utf8' }).stdout);
  equal(there, here, 'module and command line');
  await page.getByRole('textbox').fill('{"format":"uwanose-case","version":1,"expenses":[{"amount_yen":-5}]}');
  await page.getByRole('button', { name: '試算する' }).click();
  await page.getByText('expenses[0].amount_yen: must be 0 or more').waitFor();
  equal(page.problems, [], 'problems');
  await page.context().close();
});

test('without being asked the page says nothing and hears nothing', async () => {
  for (const query of ['', '?embed=1', `?origin=${encodeURIComponent(host.origin)}`,
    '?embed=1&origin=*', `?embed=1&origin=${encodeURIComponent(`${host.origin}/path`)}`]) {
    const { page, inner } = await framed(host, query);
    await give(page, message(JSON.parse(sample)));
    await later(page);
    equal(await types(page), [], query);
    equal(await permit(inner).count(), 0, query);
    equal(await inner.getByRole('textbox', { name: words.name, exact: true }).inputValue(), '', query);
    await page.context().close();
  }
});

test('the result of the given case comes back; of what is typed only when the user permits it', async () => {
  const { page, inner } = await framed(host, asked_for(host));
  await page.waitForFunction(() => heard.length === 1);
  equal((await heard(page))[0], { origin: page_site.origin, data: { format: 'uwanose-embed', version: 1, type: 'ready' } });
  await inner.getByText(`${host.origin} のページの中に`).waitFor();
  await give(page, message(JSON.parse(sample)));
  await page.waitForFunction(() => heard.length === 2);
  const { data } = (await heard(page))[1];
  const path = join(temporary_folder(), 'case.json');
  writeFileSync(path, sample);
  equal(data.assessment, JSON.parse(spawnSync(binary, ['assess', path], { encoding: 'utf8' }).stdout), 'assessment');

  const employees = inner.getByRole('textbox', { name: words.employees, exact: true });
  await employees.fill('19');
  await employees.press('Tab');
  await later(page);
  equal(await types(page), ['ready', 'result'], 'before it is permitted');
  await permit(inner).click();
  await page.waitForFunction(() => heard.length === 3);
  await employees.fill('21');
  await employees.press('Tab');
  await page.waitForFunction(() => heard.length === 4);
  await permit(inner).click();
  await employees.fill('22');
  await employees.press('Tab');
  await later(page);
  equal(await types(page), ['ready', 'result', 'result', 'result'], 'after it was withdrawn');
  await page.context().close();
});

test('another site that names the origin of a third gets nothing', async () => {
  const { page, inner } = await framed(stranger, asked_for(host));
  await give(page, message(JSON.parse(sample)));
  await permit(inner).click();
  await later(page);
  equal(await heard(page), [], 'heard');
  equal(await inner.getByRole('textbox', { name: words.name, exact: true }).inputValue(), '', 'taken in');
  await page.context().close();
});

test('a faulty case, or a message of another version, is answered with its places', async () => {
  const { page } = await framed(host, asked_for(host));
  await give(page, message('{"format":"uwanose-case","version":1,"expenses":[{"amount_yen":-5}]}'));
  await page.waitForFunction(() => heard.length === 2);
  equal((await heard(page))[1].data.faults, [{ place: 'expenses[0].amount_yen', reason: 'must be 0 or more' }]);
  await give(page, { ...message({}), version: 2 });
  await page.waitForFunction(() => heard.length === 3);
  equal((await types(page))[2], 'fault');
  await page.context().close();
});

test('the example page shows the result of the firm that it gives', async () => {
  const page = await open_url(`${host.origin}/example-frame.html?page=${encodeURIComponent(`${page_site.origin}/index.html`)}`);
  await page.getByRole('button', { name: 'この会社の入力を渡す' }).click();
  await page.getByText('saikouchiku.normal: undetermined').waitFor();
  equal(page.problems, [], 'problems');
  await page.context().close();
});

truthy(page_site.origin !== host.origin && host.origin !== stranger.origin, 'one origin');
await run(async () => {
  await browser.close();
  for (const site of [page_site, host, stranger]) site.close();
});
