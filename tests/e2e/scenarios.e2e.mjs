// Scenarios side by side and the sliders that try other figures, on a wide window and on a phone,
// by hand and by keyboard.

import { chosen, launch_chromium, open_page, page_url, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, press, saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();

const said = {
  add: 'いまの入力を複製して比べる',
  another: '編集中の案を複製する',
  table: '案の比較',
  amount: '経費1 金額（税抜）',
  taxed: '経費1 金額（税込10%）',
  keep: 'このままで正しい',
  name: '編集中の案の名前',
  expense: '経費の合計（税抜）',
  expense_number: '経費の合計を数字で',
  take_over: 'この値を入力に反映',
  tried: '試した場合',
};

async function sample(options) {
  const page = await open_page(browser, options);
  await press(page, words.sample);
  return page;
}

const table = (page, name) => page.getByRole('table', { name, exact: true });
const row = (page, name, header) => table(page, name)
  .getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) });
// Not innerText: rows out of sight are not rendered.
const cells = (page, name, header) => row(page, name, header).getByRole('cell').allTextContents();
const slider = (page) => page.getByRole('slider', { name: said.expense, exact: true });

async function enter(page, label, text) {
  await field(page, label).fill(text);
  await page.keyboard.press('Enter');
  await settled(page);
}

async function compare(page) {
  await press(page, said.add);
  await enter(page, said.amount, '1億円');
}

for (const [where, options] of Object.entries({
  'a wide window': {}, 'a phone': { width: 390, height: 844 }, 'the text view': { query: '?view=text' },
})) {
  test(`scenarios in ${where}: duplicate, change, compare, switch, rename, drop, undo`, async () => {
    const page = await sample(options);
    equal(await table(page, said.table).count(), 0, 'tables before');
    const before = await field(page, said.amount).inputValue();
    await compare(page);
    equal((await cells(page, said.table, said.amount)).map((text) => text.trim()),
      [`${before}円`, '◆ 100,000,000円'], 'the expense');
    truthy((await cells(page, said.table, '国の補助'))[1].startsWith('◆'), 'nothing is marked');
    await enter(page, said.name, '大きな計画');
    equal(await table(page, said.table).getByRole('columnheader', { name: '大きな計画（編集中）' })
      .count(), 1, 'columns of that name');
    await press(page, '「案1」を編集する');
    equal(await field(page, said.amount).inputValue(), before, 'after switching');
    await press(page, '「大きな計画」を比較から外す');
    equal(await table(page, said.table).count(), 0, 'tables after dropping');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('Control+z');
    await settled(page);
    equal(await table(page, said.table).count(), 1, 'tables after undo');
    equal(page.problems, [], 'errors of the page');
    await page.context().close();
  });
}

test('four scenarios at most, and nothing is wider than a phone', async () => {
  const page = await sample({ width: 390, height: 844 });
  await compare(page);
  await press(page, said.another);
  await press(page, said.another);
  equal(await button(page, said.another).getAttribute('aria-disabled'), 'true', 'a fifth');
  equal(await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'too wide by');
  await page.context().close();
});

test('a slider by keyboard: it says its figure, amounts follow, and the entries stay', async () => {
  const page = await sample();
  const before = await field(page, said.amount).inputValue();
  await slider(page).focus();
  const first = await slider(page).getAttribute('aria-valuetext');
  truthy(first.endsWith('円'), first);
  await page.keyboard.press('PageUp');
  await settled(page);
  const second = await slider(page).getAttribute('aria-valuetext');
  truthy(second !== first && second.endsWith('円'), `${first} → ${second}`);
  equal(await table(page, said.tried).count(), 1, 'tables');
  truthy((await cells(page, said.tried, '国の補助'))[1] !== (await cells(page, said.tried, '国の補助'))[0],
    'the amounts do not follow');
  equal(await field(page, said.amount).inputValue(), before, 'the entry');
  await page.keyboard.press('Home');
  await settled(page);
  equal(await slider(page).getAttribute('aria-valuetext'), '0円', 'at its beginning');
  await page.context().close();
});

test('a slider by pointer: the painted handle is where the real one is', async () => {
  const page = await sample();
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  truthy(box.height >= 44, `only ${box.height} px high`);
  await page.mouse.move(box.x + 14, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await settled(page);
  equal(await slider(page).inputValue(), '100', 'half way while it is held');
  await page.mouse.up();
  await settled(page);
  equal(await slider(page).inputValue(), '100', 'half way');
  const number = (await field(page, said.expense_number).inputValue()).replaceAll(',', '');
  equal(await slider(page).getAttribute('aria-valuetext'),
    `${Number(number).toLocaleString('en')}円`, 'figure beside it');
  await page.context().close();
});

test('an exact figure beside the slider, taken over and undone', async () => {
  const page = await sample({ width: 390, height: 844 });
  const before = await field(page, said.amount).inputValue();
  await enter(page, said.expense_number, '４，５００万円');
  equal(await slider(page).getAttribute('aria-valuetext'), '45,000,000円', 'slider');
  await press(page, said.take_over);
  equal(await table(page, said.tried).count(), 0, 'still trying');
  truthy(await field(page, said.amount).inputValue() !== before, 'the entry did not change');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+z');
  await settled(page);
  equal(await field(page, said.amount).inputValue(), before, 'after undo');
  await page.context().close();
});

test('the bar of a phone opens to the answer and closes by Escape', async () => {
  const page = await sample({ width: 390, height: 844 });
  const more = page.getByRole('button', { name: 'くわしく', exact: true });
  await more.click();
  await settled(page);
  const less = page.getByRole('button', { name: '閉じる', exact: true });
  equal(await less.getAttribute('aria-expanded'), 'true', 'aria-expanded');
  const shares = page.getByRole('img', { name: /^国・県・自己負担の割合/ }).last();
  truthy((await shares.boundingBox()).y > 200, 'the bar is not at the bottom');
  truthy(await page.getByText(/^次に有利な枠: /).last().isVisible(), 'no next frame');
  await page.keyboard.press('Escape');
  await settled(page);
  equal(await more.getAttribute('aria-expanded'), 'false', 'after Escape');
  await page.context().close();
});

// Two scenarios, in the edited one an amount with tax and an odd figure that is right.
async function filled() {
  const page = await sample();
  await press(page, said.add);
  await enter(page, said.name, '大きな計画');
  await enter(page, said.amount, '税込1億1,000万円');
  await enter(page, words.employees, '9000');
  await press(page, said.keep);
  await is_there(page);
  return page;
}

async function is_there(page) {
  equal(await table(page, said.table).getByRole('columnheader').allTextContents(),
    ['項目', '案1', '大きな計画（編集中）'], 'scenarios');
  equal(await field(page, said.taxed).inputValue(), '110,000,000', 'with tax');
  equal(await field(page, words.employees).inputValue(), '9,000', 'the odd figure');
  equal(await button(page, said.keep).count(), 0, 'asked again');
}

test('a saved file brings back scenarios, tax and confirmations; the preview says so', async () => {
  const page = await filled();
  const { text } = await saved_case(page);
  equal(JSON.parse(text).scenarios.map(({ name, case: of }) => [name, of?.expenses[0].amount_yen]),
    [[undefined, JSON.parse(text).scenarios[0].case.expenses[0].amount_yen], ['大きな計画', undefined]]);
  const file = { name: '例.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const open = (where) => chosen(where, file, () => press(where, words.open));
  await page.reload();
  await painted(page);
  equal(await table(page, said.table).count(), 0, 'tables of a new page');
  await open(page);
  await is_there(page);
  equal((await saved_case(page)).text === text, true, 'saved again');
  await press(page, '「案1」を編集する');
  equal(await button(page, said.keep).count(), 0, 'asked in the other');
  await open(page);
  equal(await page.getByText('比べる案が2つ入っています。').count(), 1, 'said in the preview');
  equal(page.problems, [], 'errors of the page');
  await page.context().close();
});

test('a file with a wrong figure in a scenario is refused with its place', async () => {
  const page = await filled();
  const wrong = JSON.parse((await saved_case(page)).text);
  wrong.scenarios[0].case.expenses[0].amount_yen = -1;
  await chosen(page, { name: '例.json', mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(wrong)) }, () => press(page, words.open));
  equal(await page.getByText('scenarios[0].case.expenses[0].amount_yen: 0以上でなければなりません。').count(), 1,
    'the place');
  await is_there(page);
  await page.context().close();
});

test('what this device keeps are the scenarios, too', async () => {
  const page = await filled();
  await press(page, 'この端末に残す');
  const again = await page.context().newPage();
  await again.goto(page_url());
  await painted(again);
  await press(again, '取り込む');
  await is_there(again);
  await page.context().close();
});

await run(() => browser.close());
