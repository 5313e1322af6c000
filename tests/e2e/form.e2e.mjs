// The form in a real browser, found by role and name only, filled in by typing and by keyboard.

import { downloaded, launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, group, press, saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();

test('every control has its role and name', async () => {
  const page = await open_page(browser);
  equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'headings of level 1');
  equal(await page.getByRole('main').count(), 1, 'main');
  for (const name of [words.name, words.employees]) {
    equal(await field(page, name).count(), 1, name);
  }
  equal(await group(page, words.deemed_large).getByRole('radio').count(), 3,
    'radios in a named group');
  for (const name of [words.kind, words.industry]) {
    equal(await page.getByRole('combobox', { name }).count(), 1, name);
  }
  const nameless = await page.evaluate(() => [...document.querySelectorAll(
    '#tree :is(input, select, button, a)')].filter((element) => !(element.textContent.trim() ||
    [...element.labels ?? []].some((label) => label.textContent.trim()))).map((e) => e.id));
  equal(nameless, [], 'controls without a name');
  equal(page.problems, [], 'errors of the page');
  await page.context().close();
});

test('what is typed reaches C++ and comes back', async () => {
  const page = await open_page(browser);
  await field(page, words.name).click();
  await page.keyboard.type('髙﨑𠮷工業株式会社');
  await page.keyboard.press('Tab');
  await settled(page);
  truthy((await saved_case(page)).text.includes('髙﨑𠮷工業株式会社'), 'the name is not in the file');
  equal(await field(page, words.name).inputValue(), '髙﨑𠮷工業株式会社');
  await page.context().close();
});

test('Enter commits without leaving the field', async () => {
  const page = await open_page(browser);
  const box = field(page, words.name);
  await box.click();
  await page.keyboard.type('Enterの会社');
  await page.keyboard.press('Enter');
  await settled(page);
  truthy(await box.evaluate((element) => element === document.activeElement), 'focus was lost');
  truthy((await saved_case(page)).text.includes('Enterの会社'), 'not committed');
  await page.context().close();
});

test('a link leads to the section that it names', async () => {
  const page = await open_page(browser);
  await page.getByRole('link', { name: '理由と数字を見る' }).click();
  await settled(page);
  const top = await page.locator('#tree').getByRole('heading', { name: '試算の結果' }).last()
    .evaluate((element) => element.getBoundingClientRect().top);
  truthy(top >= 0 && top < 400, `the heading of the answer lies at ${top} px`);
  await page.context().close();
});

test('a radio, a choice of a list', async () => {
  const page = await open_page(browser);
  const radio = group(page, words.deemed_large).getByRole('radio', { name: words.no });
  await radio.click();
  await settled(page);
  truthy(await radio.isChecked(), 'the radio is not chosen');
  equal(await group(page, words.deemed_large).getByRole('radio', { checked: true }).count(), 1,
    'chosen radios');
  const list = page.getByRole('combobox', { name: words.industry });
  await list.selectOption({ label: words.manufacturing });
  await settled(page);
  equal(await list.evaluate((element) => element.selectedOptions[0].textContent),
    words.manufacturing);
  const { applicant } = JSON.parse((await saved_case(page)).text);
  equal([applicant.deemed_large, applicant.industry], [false, 'manufacturing'], 'in the file');
  await page.context().close();
});

test('a change of the answer is spoken, once, after a pause', async () => {
  const page = await open_page(browser);
  const status = page.getByRole('status');
  await press(page, words.sample);
  await page.waitForFunction(() => document.getElementById('status').textContent !== '');
  await page.evaluate(() => { document.getElementById('status').textContent = ''; });
  await group(page, words.deemed_large).getByRole('radio', { name: words.yes }).click();
  await settled(page);
  equal(await status.textContent(), '', 'spoken too soon');
  await page.waitForFunction(() => document.getElementById('status').textContent !== '', null,
    { timeout: 3000 });
  truthy(/変わりました/.test(await status.textContent()), await status.textContent());
  await page.context().close();
});

test('a sample is answered to the yen', async () => {
  const page = await open_page(browser);
  await press(page, words.sample);
  const answer = page.getByRole('region', { name: '試算の結果' });
  for (const figure of ['24,000,000円', '20,000,000円', '4,000,000円']) {
    truthy(await answer.getByText(figure, { exact: true }).count() > 0, `${figure} is missing`);
  }
  const { frames } = JSON.parse((await saved_case(page, words.save_assessment)).text);
  const normal = frames.find(({ id }) => id === 'saikouchiku.normal');
  equal([normal.verdict, normal.total_yen], ['met', 24000000], 'in the exported assessment');
  await page.context().close();
});

test('figures typed the Japanese way become plain ones', async () => {
  const page = await open_page(browser);
  for (const [typed, shown] of [['１億２,５００万円', '125,000,000'], ['5200000', '5,200,000']]) {
    await field(page, words.month).fill(typed);
    await page.keyboard.press('Enter');
    await settled(page);
    equal(await field(page, words.month).inputValue(), shown, typed);
  }
  await page.context().close();
});

test('the table has a caption, headers and named fields', async () => {
  const page = await open_page(browser);
  const table = page.getByRole('table', { name: words.months_table, exact: true });
  equal(await table.count(), 1, 'table');
  truthy(await table.getByRole('columnheader').count() >= 2, 'column headers');
  truthy(await table.getByRole('row').count() >= 4, 'rows');
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.month_row, exact: true }) });
  equal(await row.count(), 1, 'a row by its header');
  equal(await table.getByRole('textbox', { name: words.month }).count(), 1, words.month);
  await page.context().close();
});

test('Tab visits every control once, in reading order, and back', async () => {
  const page = await open_page(browser);
  const wanted = await page.evaluate(() => {
    const seen = new Set();
    return [...document.querySelectorAll('#tree :is(input, select, button, a[href])')]
      .filter((element) => {
        if (element.type !== 'radio') return true;
        // One stop for a group: the chosen radio, or the first and the last if none is.
        if (seen.has(element.name)) return false;
        seen.add(element.name);
        return true;
      }).map((element) => (element.type === 'radio' ? element.name : element.id));
  });
  const walk = async (key) => {
    const visited = [];
    for (let i = 0; i < wanted.length; ++i) {
      await page.keyboard.press(key);
      visited.push(await page.evaluate(() => {
        const element = document.activeElement;
        return element.type === 'radio' ? element.name : element.id;
      }));
    }
    return visited;
  };
  await page.evaluate(() => document.activeElement.blur());
  equal(await walk('Tab'), wanted, 'order');
  await page.keyboard.press('Tab');
  equal(await walk('Shift+Tab'), [...wanted].reverse(), 'order backwards');
  await page.context().close();
});

test('the keyboard alone fills in a field, chooses a radio and presses a button', async () => {
  const page = await open_page(browser);
  const to = async (target) => {
    for (let i = 0; i < 500; ++i) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('not reached by Tab');
  };
  await to(field(page, words.name));
  await page.keyboard.type('キーボードだけ');
  const radios = group(page, words.deemed_large).getByRole('radio');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 50 && !await page.evaluate(() => document.activeElement.type === 'radio'); ++i) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowUp');
  await settled(page);
  equal(await radios.nth(1).isChecked(), true, 'the radio above');
  await to(button(page, words.save));
  await downloaded(page, () => page.keyboard.press('Enter'));
  await page.context().close();
});

test('reset asks first, and the focus is never lost', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('消す前に聞く');
  const reset = button(page, words.reset);
  await reset.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const dialog = page.getByRole('dialog');
  equal(await dialog.count(), 1, 'dialog');
  truthy(await dialog.evaluate((element) => element.contains(document.activeElement)),
    'the focus is not in the dialog');
  equal(await field(page, words.name).evaluate((element) => Boolean(element.closest('[inert]'))),
    true, 'the rest is not inert');
  await page.keyboard.press('Enter');
  await settled(page);
  await settled(page);
  equal(await dialog.count(), 0, 'dialog after the answer');
  truthy(await page.evaluate(() => document.activeElement.closest('#tree') !== null),
    'the focus is nowhere');
  equal(await field(page, words.name).inputValue(), '消す前に聞く', 'the harmless answer kept it');
  equal(await page.locator('[inert]').count(), 0, 'inert elements left');
  await page.context().close();
});

test('the focused element survives a change of everything around it', async () => {
  const page = await open_page(browser);
  const box = field(page, words.name);
  await box.click();
  await page.evaluate(() => { window.kept = document.activeElement; });
  await page.keyboard.type('残る');
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await settled(page);
  truthy(await page.evaluate(() => window.kept === document.activeElement && kept.isConnected),
    'made again or lost the focus');
  equal(await box.inputValue(), '残る', 'the draft');
  await page.context().close();
});

await run(() => browser.close());
