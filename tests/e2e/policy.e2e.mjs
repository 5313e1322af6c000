// One file, offline and private: nothing is fetched, nothing is kept, no foreign script runs.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch_chromium, open_page, page_path, page_url, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, saved_case, words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_chromium();
const source = readFileSync(page_path, 'utf8');

test('the page is at most 600 KB', async () => {
  const size = statSync(page_path).size;
  console.log(`      ${size} bytes`);
  truthy(size <= 600 * 1000, `${size} bytes`);
});

test('no address is loaded by the source: no src, no link, no import', async () => {
  const markup = source.replace(/<script[^>]*>[^]*?<\/script>/g, '').replace(/<style[^>]*>[^]*?<\/style>/g, '');
  equal(markup.match(/\ssrc=|<link (?!rel="icon" href="data:)|@import|<iframe|<object/g), null);
});

test('the policy names hashes, and nothing by default', async () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(source)[1];
  truthy(policy.startsWith("default-src 'none';"), policy);
  truthy(!/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/.test(policy), policy);
  truthy(policy.includes("require-trusted-types-for 'script'"), policy);
});

test('a whole session makes no request and keeps nothing', async () => {
  const page = await open_page(browser);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const sent = [];
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('blob:') && !request.url.startsWith('data:')) sent.push(request.url);
  });
  await field(page, words.name).fill('秘密の会社');
  await page.keyboard.press('Tab');
  await settled(page);
  await saved_case(page);
  await page.evaluate(() => scrollTo(0, 2000));
  await settled(page);
  equal(sent, [], 'requests');
  equal(page.requests, [], 'requests since the start');
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length,
    document.cookie, (await indexedDB.databases()).length, location.href]);
  equal(kept, [0, 0, '', 0, page_url()], 'kept');
  await page.context().close();
});

test('the policy refuses fetch, beacons, images, frames, markup and foreign scripts', async () => {
  const page = await open_page(browser);
  const cdp = await page.context().newCDPSession(page);
  // Not by evaluate(), whose own functions pass the policy: as a script of the page would.
  const { result } = await cdp.send('Runtime.evaluate', { awaitPromise: true, returnByValue: true,
    allowUnsafeEvalBlockedByCSP: false, expression: `(async () => {
      const refused = [];
      addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      await fetch('https://example.com/').catch(() => {});
      navigator.sendBeacon('https://example.com/');
      new Image().src = 'https://example.com/a.png';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      try { document.body.insertAdjacentHTML('beforeend', '<b id="markup"></b>'); } catch {}
      try {
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
      } catch {}
      try { (0, eval)('window.injected = true'); } catch {}
      await new Promise((done) => { setTimeout(done, 300); });
      return { refused, injected: Boolean(window.injected || document.getElementById('markup')) };
    })()` });
  equal(result.value.injected, false, 'injected');
  for (const [directive, times] of [['connect-src', 2], ['img-src', 1], ['frame-src', 1],
    ['require-trusted-types-for', 2]]) {
    const seen = result.value.refused.filter((name) => name === directive).length;
    truthy(seen >= times, `${directive} refused ${seen} times (${result.value.refused})`);
  }
  await page.context().close();
});

test("the browser's own copy of the live page starts clean", async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('前の入力');
  await page.keyboard.press('Tab');
  await settled(page);
  const live = await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
  await page.context().close();
  const copy = join(temporary_folder(), 'copy.html');
  writeFileSync(copy, live);
  const again = await (await browser.newContext()).newPage();
  const problems = [];
  again.on('pageerror', (error) => problems.push(String(error)));
  await again.goto(pathToFileURL(copy).href);
  await painted(again);
  equal(problems, [], 'errors of the page');
  equal(await again.getByRole('main').count(), 1, 'main');
  equal(await field(again, words.name).count(), 1, words.name);
  await field(again, words.name).fill('写しでも動く');
  equal(await field(again, words.name).inputValue(), '写しでも動く');
  await again.context().close();
});

test('the licences of what the page contains are in it', async () => {
  const page = await open_page(browser);
  const summary = page.locator('summary', { hasText: 'ライセンス' });
  await summary.click();
  const text = page.getByRole('region', { name: 'Licences' });
  await page.waitForFunction(() => document.getElementById('licence-text').textContent !== '');
  for (const name of ['Uwanose', 'Dear ImGui', 'Emscripten', 'LLVM', 'JSON for Modern C++', 'musl']) {
    truthy((await text.textContent()).includes(name), name);
  }
  await page.context().close();
});

await run(() => browser.close());
