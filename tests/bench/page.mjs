// node tests/bench/page.mjs: how soon the page is there. First contentful paint and the first
// painted form, from navigation, medians of 10 cold pages opened from disk in Chromium.

import { launch_chromium, open_page } from '../e2e/lib/browser.mjs';

const rounds = 10;
const steps = [
  ['first-contentful-paint', 'first contentful paint', 100],
  ['uwanose-module', 'module compiled'],
  ['uwanose-started', 'rules ready'],
  ['uwanose-form', 'first painted form', 400],
  ['uwanose-painted', 'painted by Dear ImGui'],
];
const times = steps.map(() => []);

const browser = await launch_chromium();
await (await open_page(browser)).context().close();  // the browser itself gets warm
for (let i = 0; i < rounds; ++i) {
  const page = await open_page(browser);
  const marks = await page.evaluate((names) => names.map((name) =>
    performance.getEntriesByName(name)[0]?.startTime ?? NaN), steps.map(([name]) => name));
  marks.forEach((time, step) => times[step].push(time));
  await page.context().close();
}
await browser.close();

steps.forEach(([, what, limit], step) => {
  const values = times[step].sort((a, b) => a - b);
  const median = (values[rounds / 2 - 1] + values[rounds / 2]) / 2;
  console.log(`${what}: median ${median.toFixed(0)} ms (${values[0].toFixed(0)} to ` +
    `${values[rounds - 1].toFixed(0)})${limit ? `, wanted: at most ${limit} on an idle machine` : ''}`);
});
