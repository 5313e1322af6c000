// node tests/bench/page.mjs: how soon the page is there. First contentful paint and the first
// painted form, from navigation, medians of 10 cold pages opened from disk in Chromium, each in a
// tab of its own that has come to rest: what the browser does to open a tab is not the page's.

import { launch_chromium, page_url } from '../e2e/lib/browser.mjs';

const rounds = 10;
const rest = 1000;  // milliseconds
const steps = [
  ['first-contentful-paint', 'first contentful paint', 100],
  ['uwanose-module', 'module compiled'],
  ['uwanose-started', 'rules ready'],
  ['uwanose-form', 'first painted form', 400],
  ['uwanose-painted', 'painted by Dear ImGui'],
];
const times = steps.map(() => []);

// Nothing polls the page while it starts.
const marks = (names) => new Promise((done) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName(names.at(-1)).length === 0) return;
    done(names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN));
  }).observe({ type: 'mark', buffered: true });
});

const browser = await launch_chromium();
for (let i = -1; i < rounds; ++i) {  // before the first, the browser itself gets warm
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.waitForTimeout(rest);
  await page.goto(page_url());
  const found = await page.evaluate(marks, steps.map(([name]) => name));
  if (i >= 0) found.forEach((time, step) => times[step].push(time));
  await context.close();
}
await browser.close();

steps.forEach(([, what, limit], step) => {
  const values = times[step].sort((a, b) => a - b);
  const median = (values[rounds / 2 - 1] + values[rounds / 2]) / 2;
  console.log(`${what}: median ${median.toFixed(0)} ms (${values[0].toFixed(0)} to ` +
    `${values[rounds - 1].toFixed(0)})${limit ? `, wanted: at most ${limit} on an idle machine` : ''}`);
});
