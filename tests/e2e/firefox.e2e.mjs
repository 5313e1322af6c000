// Firefox without WebGL: the text view of the same form, typed into.

import { equal, run, test, truthy } from './lib/check.mjs';
import { launch_firefox, open_firefox_page, settled_firefox } from './lib/firefox.mjs';
import { words } from './lib/form.mjs';

const browser = await launch_firefox();
const page = await open_firefox_page(browser);

test('the page starts without WebGL, in the text view', async () => {
  equal(await page.evaluate(() => [uwanose.painting(), document.documentElement.dataset.view]),
    [false, 'text']);
  equal(page.problems, [], 'errors of the page');
});

test('a field is found by its label and takes Japanese text', async () => {
  const box = await page.waitForSelector(`aria/${words.name}[role="textbox"]`);
  await box.click();
  await page.keyboard.type('髙﨑𠮷商店');
  await page.keyboard.press('Tab');
  await settled_firefox(page);
  equal(await box.evaluate((element) => element.value), '髙﨑𠮷商店');
});

test('a radio answers a click and shows what the application chose', async () => {
  const radio = await page.waitForSelector(`aria/${words.no}[role="radio"]`);
  await radio.click();
  await settled_firefox(page);
  equal(await radio.evaluate((element) => element.checked), true, 'chosen');
  equal(await page.evaluate(() =>
    document.querySelector('#tree fieldset').querySelectorAll(':checked').length), 1, 'chosen');
});

test('nothing is fetched, and the policy refuses it', async () => {
  const refused = await page.evaluate(() => fetch('https://example.com/').then(() => 'fetched',
    () => 'refused'));
  equal(refused, 'refused');
  truthy(await page.evaluate(() => performance.getEntriesByType('resource').length === 0),
    'something was fetched');
});

await run(() => browser.close());
