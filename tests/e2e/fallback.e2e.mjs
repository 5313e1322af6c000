// Where something is missing the page is usable all the same, or says honestly why not.

import { launch_chromium, open_page, page_url, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, group, saved_case, words } from './lib/form.mjs';

const view_of = (page) => page.evaluate(() => document.documentElement.dataset.view);
const browser = await launch_chromium();

test('without WebGL the text view stands in, and the form works', async () => {
  const plain = await launch_chromium({ webgl: false });
  const page = await open_page(plain);
  equal(await page.evaluate(() => uwanose.painting()), false, 'painting');
  equal(await view_of(page), 'text');
  await field(page, words.name).fill('画面だけの会社');
  const radio = group(page, words.deemed_large).getByRole('radio', { name: words.no });
  await radio.click();
  await settled(page);
  truthy((await saved_case(page)).text.includes('画面だけの会社'), 'the file lacks the name');
  truthy(await radio.isChecked(), 'radio');
  equal(page.problems.filter((text) => !/webgl/i.test(text)), [], 'errors of the page');
  await plain.close();
});

test('the text view can be asked for', async () => {
  const page = await open_page(browser, { query: '?view=text' });
  equal(await view_of(page), 'text');
  equal(await page.locator('#canvas').isVisible(), false, 'canvas visible');
  const colour = await page.getByRole('heading', { level: 1 })
    .evaluate((element) => getComputedStyle(element).color);
  equal(colour, 'rgb(26, 26, 26)', 'colour of the heading');
  await page.context().close();
});

test('forced colours get the text view', async () => {
  const page = await open_page(browser, { context: { forcedColors: 'active' } });
  equal(await view_of(page), 'text');
  await page.emulateMedia({ forcedColors: 'none' });
  await settled(page);
  equal(await view_of(page), 'canvas', 'after forced colours were switched off');
  await page.context().close();
});

for (const width of [1280, 390, 320]) {
  test(`the text view is never wider than ${width} px`, async () => {
    const page = await open_page(browser, { query: '?view=text', width });
    equal(await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'too wide by');
    const small = await page.evaluate(() => [...document.querySelectorAll(
      '#tree :is(button, select, input[type=text])')].filter((element) =>
      element.getBoundingClientRect().height < 43.5).map((element) => element.id));
    equal(small, [], 'lower than 44 px');
    await page.context().close();
  });
}

test('in the text view nothing keeps the place that it has on the canvas', async () => {
  const page = await open_page(browser, { query: '?view=text' });
  const moved = await page.evaluate(() => [...document.querySelectorAll('#tree [style*="top"]')]
    .filter((element) => {
      const { position, top, left } = getComputedStyle(element);
      const still = position === 'static' || [top, left].every((by) => by === 'auto' || by === '0px');
      return !still && element.getClientRects().length > 0;
    }).map((element) => element.id));
  equal(moved, [], 'moved');
  await page.context().close();
});

test('without WebAssembly it says so in words', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => { delete window.WebAssembly; });
  await page.goto(page_url());
  await page.waitForTimeout(300);
  equal(await page.evaluate(() => typeof WebAssembly), 'undefined', 'WebAssembly');
  const text = await page.locator('body').innerText();
  truthy(text.includes('WebAssembly が必要です') && text.includes('WebAssembly is needed'), text);
  await page.context().close();
});

test('without JavaScript it says so in words', async () => {
  const page = await open_page(browser, { context: { javaScriptEnabled: false } });
  const text = await page.locator('body').innerText();
  truthy(text.includes('JavaScript を有効にして') && text.includes('allow JavaScript'), text);
  truthy(!text.includes('準備しています'), 'it promises to start');
  await page.context().close();
});

test('without a Japanese font it says so', async () => {
  const page = await open_page(browser);
  equal(await page.locator('#notice').isVisible(), false, 'notice with a font');
  await page.context().close();
  const bare = await open_page(browser, { before: (fresh) => fresh.addInitScript(() => {
    const measure = CanvasRenderingContext2D.prototype.measureText;
    CanvasRenderingContext2D.prototype.measureText = function measured(text) {
      return measure.call(this, /[漢の円髙]/.test(text) ? '\u{10FFFD}' : text);
    };
  }) });
  equal(await bare.locator('#notice').isVisible(), true, 'notice without a font');
  await bare.context().close();
});

await run(() => browser.close());
