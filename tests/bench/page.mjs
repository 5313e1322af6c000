// node tests/bench/page.mjs: how soon the page is there. First contentful paint and the first
// painted form, from navigation, medians of 10 cold pages opened from disk in Chromium.

import { launch_chromium, open_page } from '../e2e/lib/browser.mjs';

const rounds = 10;
const limits = { paint: 100, form: 400 };
const times = { paint: [], form: [] };

const browser = await launch_chromium();
await (await open_page(browser)).context().close();  // the browser itself gets warm
for (let i = 0; i < rounds; ++i) {
  const page = await open_page(browser);
  const [paint, form] = await page.evaluate(() => ['first-contentful-paint', 'uwanose-form']
    .map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN));
  times.paint.push(paint);
  times.form.push(form);
  await page.context().close();
}
await browser.close();

for (const [name, values] of Object.entries(times)) {
  values.sort((a, b) => a - b);
  const median = (values[rounds / 2 - 1] + values[rounds / 2]) / 2;
  const what = name === 'paint' ? 'first contentful paint' : 'first painted form';
  console.log(`${what}: median ${median.toFixed(0)} ms, ${values[0].toFixed(0)} to ` +
    `${values[rounds - 1].toFixed(0)} ms (wanted: at most ${limits[name]} ms on an idle machine)`);
}
