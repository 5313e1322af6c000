// Keys of the page: the list of them, and a presentation by keys; what the machine asks of the look.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, press, words } from './lib/form.mjs';

const browser = await launch_chromium();
const key = async (page, ...keys) => {
  for (const one of keys) {
    await page.keyboard.press(one);
    await settled(page);
  }
};
const answer = (page) => page.getByRole('region', { name: '試算の結果', exact: true });

test('? lists the keys; Esc closes the list and goes back to where one was', async () => {
  const page = await open_page(browser);
  await field(page, words.employees).focus();
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => document.activeElement.blur());
  await page.getByRole('link', { name: '事業計画' }).first().focus();
  await page.evaluate(() => scrollTo(0, 300));
  await settled(page);
  await key(page, '?');
  const dialog = page.getByRole('dialog', { name: 'キーの一覧' });
  equal(await dialog.count(), 1, 'dialog');
  truthy(await dialog.evaluate((element) => element.contains(document.activeElement)), 'focus in the list');
  truthy(await dialog.getByRole('rowheader').count() >= 8, 'keys');
  equal(await page.locator('[id="n.applicant.name"]').evaluate((element) =>
    element.closest('[inert]') !== null), true, 'fields behind the list are inert');
  await key(page, 'Escape');
  equal(await dialog.count(), 0, 'dialog after Esc');
  equal(await page.evaluate(() => document.activeElement.textContent.startsWith('事業計画')), true, 'focus');
  equal(await page.evaluate(() => scrollY), 300, 'scrolled to');
  await page.context().close();
});

test('keys of one letter do nothing in fields and lists, with modifiers, or when switched off', async () => {
  const page = await open_page(browser);
  await field(page, words.name).click();
  await page.keyboard.type('?pn1');
  await settled(page);
  equal(await field(page, words.name).inputValue(), '?pn1');
  equal(await page.getByRole('dialog').count(), 0, 'a dialog while typing');
  await page.getByRole('combobox', { name: words.kind }).focus();
  await key(page, 'p');
  await page.evaluate(() => document.activeElement.blur());
  await key(page, 'Alt+p', 'Control+Shift+ArrowDown');
  equal(await page.getByRole('region', { name: '発表' }).count(), 0, 'presentation');
  await key(page, '?');
  await page.getByRole('checkbox', { name: /1文字のキー/ }).click();
  await settled(page);
  await key(page, 'Escape', 'p', '?');
  equal([await page.getByRole('dialog').count(), await page.getByRole('region', { name: '発表' }).count()],
    [0, 0], 'keys that were switched off');
  await page.context().close();
});

test('P, a digit, N: a sample with its answer covered, then verdict, nation, prefecture, reasons', async () => {
  const page = await open_page(browser, { width: 1920, height: 1080 });
  await field(page, words.name).fill('自分の会社');
  await page.keyboard.press('Tab');
  await page.evaluate(() => document.activeElement.blur());
  await key(page, 'p', '1');
  equal(await page.getByRole('dialog').count(), 0, 'a question');
  equal(await field(page, words.employees).inputValue(), '18');
  const shown = () => Promise.all(['要件を満たす見込み', '20,000,000円', '4,000,000円', '24,000,000円']
    .map(async (text) => await page.getByText(text, { exact: true }).count() > 0));
  equal(await shown(), [false, false, false, false], 'before N');
  await key(page, 'n');
  equal((await shown())[0], true, 'verdict');
  equal((await shown())[1], false, 'nation too early');
  await key(page, 'n');
  truthy((await answer(page).innerText()).includes('20,000,000円'), 'nation');
  truthy(!(await answer(page).innerText()).includes('4,000,000円'), 'prefecture too early');
  await key(page, 'n');
  truthy((await answer(page).innerText()).includes('4,000,000円'), 'prefecture');
  await key(page, 'b', 'n', 'n');
  truthy((await answer(page).innerText()).includes('24,000,000円'), 'everything');
  await key(page, 'p');
  equal(await field(page, words.name).inputValue(), '自分の会社', 'one’s own work came back');
  equal(page.problems, [], 'errors of the page');
  await page.context().close();
});

test('eight samples on eight keys show eight firms', async () => {
  const page = await open_page(browser);
  await key(page, 'p');
  const names = new Set();
  for (let i = 1; i <= 8; ++i) {
    await key(page, String(i));
    names.add(await field(page, words.name).inputValue());
  }
  equal(names.size, 8, 'firms');
  await page.context().close();
});

test('nothing of a presentation is kept', async () => {
  const page = await open_page(browser);
  await key(page, 'p', '2', 'n', 'n');
  equal(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, location.hash]), [0, 0, '', 0, '']);
  await page.context().close();
});

const pixels = (page, locator) => locator.evaluate((element) => getComputedStyle(element).color);

test('more contrast is taken up, and given back', async () => {
  const page = await open_page(browser, { context: { contrast: 'more' } });
  const taken = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 400 } });
  await page.emulateMedia({ contrast: 'no-preference' });
  await settled(page);
  await settled(page);
  const usual = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 400 } });
  truthy(!taken.equals(usual), 'the picture is the same');
  await page.context().close();
  const text = await open_page(browser, { query: '?view=text', context: { contrast: 'more' } });
  equal(await pixels(text, text.getByRole('heading', { level: 1 })), 'rgb(0, 0, 0)', 'text view');
  await text.context().close();
});

test('nothing moves by itself, so there is nothing to reduce', async () => {
  const page = await open_page(browser, { context: { reducedMotion: 'no-preference' } });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 ||
      style.scrollBehavior === 'smooth';
  }).length);
  equal(moving, 0, 'elements that move');
  equal(await page.evaluate(() => document.getAnimations().length), 0, 'animations');
  await page.context().close();
});

await run(() => browser.close());
