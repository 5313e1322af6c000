// node tests/bench/input.mjs: what an input costs the main thread, from the event to the painted
// answer: processor time of its tasks (script, style, layout, paint), in Chromium's trace. A complete case
// of 50 months, 20 expenses and every frame; and one of 1,000 expenses.

import { readFileSync } from 'node:fs';
import { launch_chromium, open_page, settled } from '../e2e/lib/browser.mjs';
import { words } from '../e2e/lib/form.mjs';

const rounds = Number(process.env.ROUNDS ?? 60);

function case_of(months, expenses) {
  const made = JSON.parse(readFileSync('assets/samples/01-factory-met.json', 'utf8'));
  const pattern = made.monthly;
  made.monthly = Array.from({ length: months }, (_, i) => {
    const month = 12 * 2018 + i;
    const like = pattern[i % pattern.length];
    return { ...like, month: `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}` };
  });
  const amount_yen = 30000000 / expenses | 0;
  made.expenses = Array.from({ length: expenses }, (_, i) => ({
    category: ['machinery', 'building', 'outsourcing'][i % 3], item: `経費 ${i + 1}`,
    amount_yen, unit_price_yen: Math.min(amount_yen, 1000000) }));
  return JSON.stringify(made);
}

async function open_case(page, text) {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'case.json'));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.waitForFunction(([label]) => [...document.querySelectorAll('#tree label')].some(
    (element) => element.textContent === label && element.control.value === '18'),
  [words.employees]);
  await settled(page);
}

// Roles and names of thousands of elements take too long to compute: looked up by label alone.
const field = (page, label) => page.evaluateHandle((wanted) => [...document.querySelectorAll(
  '#tree label')].find((element) => element.textContent === wanted).control, label);

const at_share = (values, share) =>
  values.sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

// Inputs as the browser reports them, one after the other; each is done when two frames were drawn.
const inputs = (element, kind, values) => element.evaluate(async (input, [type, all]) => {
  const drawn = () => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));
  });
  input.focus({ preventScroll: true });
  await drawn();
  for (const value of all) {
    performance.mark('input-begins');
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    if (type === 'commit') input.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    performance.mark('input-ends');
    await drawn();
  }
}, [kind, values]);

// The processor time of the page's main thread between the marks, for each input, in milliseconds;
// and the time from the first to the last of it.
async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter(({ name }) => name === 'input-begins' || name === 'input-ends')
    .sort((a, b) => a.ts - b.ts);
  const { pid, tid } = marks[0];
  const tasks = traceEvents.filter((event) => event.pid === pid && event.tid === tid &&
    event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask');
  const times = [];
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [from, to] = [marks[i].ts, marks[i + 1].ts];
    times.push(tasks.filter(({ ts, dur }) => ts + dur > from && ts < to)
      .reduce((sum, { tdur, dur }) => sum + (tdur ?? dur) / 1000, 0));
  }
  return times;
}

async function measure(browser, what, text, limit) {
  const page = await open_page(browser);
  await open_case(page, text);
  const fields = {
    'a month': [await field(page, words.month), (i) => String(9000000 + i * 1000)],
    'an expense': [await field(page, '経費1 金額（税抜）'), (i) => String(1500000 + i * 1000)],
    'the employees': [await field(page, words.employees), (i) => String(18 + i % 30)],
  };
  const all = { type: [], commit: [] };
  for (const [name, [element, value]] of Object.entries(fields)) {
    for (const kind of ['type', 'commit']) {
      const values = Array.from({ length: rounds / 3 }, (_, i) => value(i + (kind === 'type' ? 500 : 0)));
      await inputs(element, kind, values.slice(0, 3));  // warming up
      const times = await traced(browser, page, () => inputs(element, kind, values.slice(3)));
      all[kind].push(...times);
      console.log(`  ${kind} ${name}: median ${at_share(times, 0.5).toFixed(1)} ms`);
    }
  }
  console.log(`${what}: input to painted answer ${at_share(all.commit, 0.95).toFixed(1)} ms at the ` +
    `95th percentile, median ${at_share(all.commit, 0.5).toFixed(1)}; a key while typing ` +
    `${at_share(all.type, 0.95).toFixed(1)} ms; wanted: at most ${limit} on an idle machine`);
  await page.context().close();
}

const browser = await launch_chromium();
await measure(browser, '50 months, 20 expenses, every frame', case_of(50, 20), 16);
await measure(browser, '1,000 expenses', case_of(50, 1000), 50);
await browser.close();
