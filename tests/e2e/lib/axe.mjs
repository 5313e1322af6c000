// axe-core in both views, through the states of the page in one language: every rule but, over the
// canvas, those that read colours.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { open_page, settled } from './browser.mjs';
import { equal, test, truthy } from './check.mjs';
import { press, words } from './form.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Through the debugger's protocol, since the page's policy lets no other script in.
export async function violations(page, disabled = []) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: `window.axe ?? (() => { ${axe} })()` });
  const rules = Object.fromEntries(disabled.map((id) => [id, { enabled: false }]));
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: `axe.run(document, { rules: ${JSON.stringify(rules)}, resultTypes: ['violations'] })
      .then((result) => JSON.stringify({ passes: result.passes.length, violations: result.violations.map((v) =>
        v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 4).join(' | ')) }))`,
    awaitPromise: true, returnByValue: true });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  const found = JSON.parse(result.value);
  truthy(found.passes > 15, `only ${found.passes} rules had something to check`);
  return found.violations;
}

const employees = (page) => page.locator('[id="n.applicant.employees"]');

async function commit_employees(page, text) {
  await employees(page).fill(text);
  await page.keyboard.press('Tab');
  await settled(page);
}

// Opens everything that is folded, and what was folded within.
async function open_all(page) {
  for (let round = 0; round < 3; ++round) {
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('#tree [aria-expanded=false]')].map(({ id }) => id));
    if (ids.length === 0) return;
    for (const id of ids) await page.evaluate((at) => document.getElementById(at)?.click(), id);
    await settled(page);
  }
}

// Each goes on from the one before.
const states = [
  ['empty', async () => {}],
  ['filled in', async (page, language) => {
    if (language === 'en') await press(page, '日本語');
    await press(page, words.sample);
    if (language === 'en') await press(page, 'English');
    equal(await employees(page).inputValue(), '18', 'employees');
  }],
  ['with an error', async (page) => {
    await commit_employees(page, 'abc');
    equal(await employees(page).getAttribute('aria-invalid'), 'true', 'aria-invalid');
    const description = await employees(page).evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ')
        .map((id) => document.getElementById(id)?.textContent).join(' '));
    truthy(/エラー|Error/.test(description), `described by 「${description}」`);
  }],
  ['with everything open', async (page) => {
    await open_all(page);
    equal(await page.locator('#tree [aria-expanded=false]').count(), 0, 'folded parts');
  }],
  ['with a question open', async (page) => {
    await page.locator('[id="n.tool.reset"]').click();
    await settled(page);
    equal(await page.getByRole('dialog').count(), 1, 'dialog');
  }],
  ['with the list of keys', async (page) => {
    await page.keyboard.press('Escape');
    await settled(page);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('?');
    await settled(page);
    equal(await page.getByRole('dialog').count(), 1, 'list of keys');
  }],
  ['before a room, half shown', async (page) => {
    for (const key of ['Escape', 'p', '2', 'n', 'n']) {
      await page.keyboard.press(key);
      await settled(page);
    }
    equal(await page.locator('[id="n.result.next"]').count(), 1, 'the button for the next part');
  }],
];

export function axe_tests(browser, language) {
  for (const view of ['canvas', 'text']) {
    let page = null;
    for (const [state, prepare] of states) {
      test(`axe finds nothing: ${language}, ${view} view, ${state}`, async () => {
        if (!page) {
          page = await open_page(browser, { query: `?view=${view}` });
          equal(await page.evaluate(() => document.documentElement.dataset.view), view, 'view');
          if (language === 'en') await press(page, 'English');
        }
        await prepare(page, language);
        equal(await page.evaluate(() => document.documentElement.lang), language, 'language');
        equal(await violations(page,
          view === 'canvas' ? ['color-contrast', 'color-contrast-enhanced'] : []), [], 'violations');
        if (state === states.at(-1)[0]) await page.context().close();
      });
    }
  }
}

