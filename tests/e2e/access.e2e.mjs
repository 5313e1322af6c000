// axe-core in both views: every rule but, over the canvas, those that read colours.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, press, words } from './lib/form.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch_chromium();

// Through the debugger's protocol, since the page's policy lets no other script in.
async function violations(page, disabled = []) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axe });
  const rules = Object.fromEntries(disabled.map((id) => [id, { enabled: false }]));
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: `axe.run(document, { rules: ${JSON.stringify(rules)} }).then((result) =>
      JSON.stringify({ passes: result.passes.length, violations: result.violations.map((v) =>
        v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 4).join(' | ')) }))`,
    awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  const found = JSON.parse(result.value);
  truthy(found.passes > 15, `only ${found.passes} rules had something to check`);
  return found.violations;
}

const states = {
  empty: async () => {},
  'filled in': async (page) => {
    await press(page, words.sample);
    equal(await field(page, words.employees).inputValue(), '18', words.employees);
  },
  'with an error': async (page) => {
    await field(page, words.employees).fill('abc');
    await page.keyboard.press('Tab');
    await settled(page);
    equal(await field(page, words.employees).getAttribute('aria-invalid'), 'true', 'aria-invalid');
    const description = await field(page, words.employees).evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ')
        .map((id) => document.getElementById(id)?.textContent).join(' '));
    truthy(/エラー|field\.error/.test(description), `described by 「${description}」`);
  },
  'with a question open': async (page) => {
    await field(page, words.name).fill('消す前に聞く');
    await press(page, words.reset);
    equal(await page.getByRole('dialog').count(), 1, 'dialog');
  },
};

for (const view of ['canvas', 'text']) {
  for (const [state, prepare] of Object.entries(states)) {
    test(`axe finds nothing: ${view} view, ${state}`, async () => {
      const page = await open_page(browser, { query: `?view=${view}` });
      equal(await page.evaluate(() => document.documentElement.dataset.view), view, 'view');
      await prepare(page);
      equal(await violations(page, view === 'canvas' ? ['color-contrast', 'color-contrast-enhanced'] : []),
        [], 'violations');
      await page.context().close();
    });
  }
}

test('axe would find a control without a name', async () => {
  const page = await open_page(browser);
  await page.evaluate(() => document.querySelector('#tree label').remove());
  truthy((await violations(page)).some((text) => text.startsWith('label:')), 'it did not');
  await page.context().close();
});

await run(() => browser.close());
