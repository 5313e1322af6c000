// Charts outside the canvas: the same pictures as SVG in the text view, in forced colours and in
// print, each with its name and its table.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { press, words } from './lib/form.mjs';

const browser = await launch_chromium();

const charts = {
  months: { name: /^月ごとの売上高を/, table: '月ごとの売上高と、コロナ前の同じ月' },
  plan: { name: /^計画の付加価値額を/, table: '計画の付加価値額と、年率3%の線' },
  amounts: { name: /^補助の対象になる経費（横）/, table: '経費と補助額' },
  shares: { name: /^国・県・自己負担の割合/ },
};

async function sample(options) {
  const page = await open_page(browser, options);
  await press(page, words.sample);
  return page;
}

const picture = (page, name) => page.getByRole('img', { name }).first();
const drawn = (page, name) => picture(page, name).evaluate((element) => {
  const svg = element.querySelector('svg');
  const { width, height } = svg.getBoundingClientRect();
  return { width, height, shapes: svg.children.length, words: svg.textContent,
    hidden: svg.getAttribute('aria-hidden'), wide: document.documentElement.clientWidth };
});

for (const [where, options] of Object.entries({
  'the text view': { query: '?view=text' },
  'the text view of a phone': { query: '?view=text', width: 390, height: 844 },
  'forced colours': { context: { forcedColors: 'active' } },
})) {
  test(`${where} shows every chart as a picture with its table`, async () => {
    const page = await sample(options);
    for (const [key, { name, table }] of Object.entries(charts)) {
      const { width, height, shapes, hidden, wide } = await drawn(page, name);
      truthy(width > 150 && width <= wide && height > 15, `${key}: ${width} × ${height}`);
      truthy(shapes > 4, `${key}: ${shapes} shapes`);
      equal(hidden, 'true', `${key}: aria-hidden`);
      if (table) {
        truthy(await page.getByRole('table', { name: table, exact: true }).isVisible(),
          `${key}: no table`);
      }
    }
    const { words: amounts } = await drawn(page, charts.amounts.name);
    for (const word of ['いま', '国の上限', '県の上限', '下限']) truthy(amounts.includes(word), word);
    equal(page.problems, [], 'errors of the page');
    await page.context().close();
  });
}

test('over the canvas the pictures are there for assistive tools, and not drawn twice', async () => {
  const page = await sample();
  for (const [key, { name }] of Object.entries(charts)) {
    equal(await picture(page, name).locator('svg').count(), 0, key);
    truthy((await picture(page, name).boundingBox()).width > 150, `${key}: no place`);
  }
  await page.context().close();
});

test('they are drawn when the text view is chosen', async () => {
  const page = await sample();
  await page.emulateMedia({ forcedColors: 'active' });
  await settled(page);
  for (const [key, { name }] of Object.entries(charts)) {
    truthy((await drawn(page, name)).width > 150, key);
  }
  await page.context().close();
});

test('print has the pictures', async () => {
  const page = await sample();
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  for (const [key, { name }] of Object.entries(charts)) {
    const { width, height } = await drawn(page, name);
    truthy(width > 150 && height > 15, `${key}: ${width} × ${height}`);
  }
  await page.context().close();
});

test('a picture follows the figures', async () => {
  const page = await sample({ query: '?view=text' });
  const before = await drawn(page, charts.shares.name);
  await page.getByRole('textbox', { name: '経費1 金額' }).fill('1000万円');
  await page.keyboard.press('Tab');
  await settled(page);
  const rects = (svg) => [...svg.querySelectorAll('rect')].map((rect) => rect.getAttribute('width'));
  truthy(before.shapes > 0, 'nothing was drawn');
  const shown = await picture(page, charts.amounts.name).getAttribute('aria-label');
  truthy(shown.includes('いまの経費は18,000,000円'), shown);
  truthy((await picture(page, charts.shares.name).evaluate(rects)).length > 2, 'shares');
  await page.context().close();
});

await run(() => browser.close());
