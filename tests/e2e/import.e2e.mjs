// What others wrote comes in by paste, drop and file, after a preview; what the user asks for is
// kept on this device, and nothing else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosen, launch_chromium, open_page, page_url, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, press, words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_chromium();
const folder = temporary_folder();

const preview = (page, source) =>
  page.getByRole('region', { name: `「${source}」を取り込む前に、確かめてください` });
const month = (name) => `${name} 売上高`;
const value = (page, label) => field(page, label).inputValue();
const holds = (page, label, wanted) => page.waitForFunction(([name, text]) =>
  [...document.querySelectorAll('#tree input')].some((input) => input.value === text &&
    (input.labels?.[0]?.textContent ?? input.ariaLabel ?? '').startsWith(name)), [label, wanted]);

async function paste(page, label, text) {
  await field(page, label).focus();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste',
      { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(([file, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], file));
    return data;
  }, [name, [...bytes]]);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const stored = (page) => page.evaluate(() => Object.entries(localStorage));

test('cells pasted from a spreadsheet: preview with the focus in it, taken in, undone', async () => {
  const page = await open_page(browser);
  await paste(page, month('2021年1月'), '売上高（千円）\t付加価値額（千円）\r\n5,200\t1,800\r\n4,900\t\r\n約3千\t1\r\n');
  const region = preview(page, '貼り付けた内容');
  await region.waitFor({ state: 'attached' });
  truthy(await region.evaluate((element) => element.contains(document.activeElement)), 'focus');
  equal(await value(page, month('2021年1月')), '', 'before');
  equal(await region.getByRole('combobox', { name: '数字の単位' }).inputValue(), '1000');
  truthy((await region.textContent()).includes('4行目・1列目'), await region.textContent());
  await button(page, '取り込む').click();
  await region.waitFor({ state: 'detached' });
  equal(await value(page, month('2021年1月')), '5,200,000');
  equal(await value(page, '2021年2月 付加価値額'), '', 'a blank cell');
  await press(page, '元に戻す');
  await settled(page);
  equal(await value(page, month('2021年1月')), '');
  equal(page.problems, [], 'problems');
  await page.context().close();
});

// 科目,4月,5月,6月,合計 / 売上高,"1,000","2,000",△5,2995 in Shift_JIS.
const shift_jis = Buffer.from('89c896da2c348c8e2c358c8e2c368c8e2c8d878c760d0a' +
  '94848fe38d822c22312c303030222c22322c303030222c81a2352c323939350d0a', 'hex');

test('a CSV in Shift_JIS is dropped; the year is asked, the faulty cell named', async () => {
  const page = await open_page(browser);
  await drop(page, 'suii.csv', shift_jis);
  const region = preview(page, 'suii.csv');
  await region.waitFor({ state: 'attached' });
  const account = region.getByRole('combobox', { name: 'どれを売上高にしますか' });
  truthy((await account.locator('option:checked').textContent()).startsWith('売上高'), 'account');
  truthy(await button(page, '取り込む').isDisabled(), 'taken without the year');
  await region.getByRole('combobox', { name: '最初の月は何年ですか' }).selectOption({ label: '2021年4月' });
  await settled(page);
  truthy((await region.textContent()).includes('2行目・4列目'), await region.textContent());
  await button(page, '取り込む').click();
  await region.waitFor({ state: 'detached' });
  equal(await value(page, month('2021年5月')), '2,000');
  equal(await value(page, month('2021年6月')), '');
  await page.context().close();
});

test('a case is opened over entries: preview, no, yes, undo', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('川の会社');
  await page.keyboard.press('Tab');
  const path = join(folder, 'yama.json');
  writeFileSync(path, JSON.stringify({ format: 'uwanose-case', version: 1, applicant: { name: '山の会社' } }));
  const open = async () => {
    await chosen(page, path, () => press(page, words.open));
    await preview(page, 'yama.json').waitFor({ state: 'attached' });
  };
  await open();
  truthy((await preview(page, 'yama.json').getByRole('table').textContent()).includes('山の会社'), 'table');
  await preview(page, 'yama.json').getByRole('button', { name: 'やめる' }).click();
  await settled(page);
  equal(await value(page, words.name), '川の会社');
  await open();
  await button(page, '取り込む').click();
  await holds(page, words.name, '山の会社');
  await press(page, '元に戻す');
  await holds(page, words.name, '川の会社');
  await page.context().close();
});

test('an Excel workbook and a file too large are refused in words on the page', async () => {
  const page = await open_page(browser);
  await drop(page, 'book.xlsx', Buffer.from('504b0304140006000800', 'hex'));
  await page.getByText('CSV で保存し直すか').first().waitFor();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(21e6)], 'large.csv'));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByText('20MBを超える').first().waitFor();
  await page.context().close();
});

test('kept on this device only when asked; offered after a reload; erased without a trace', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('残す会社');
  await page.keyboard.press('Tab');
  await settled(page);
  equal(await stored(page), [], 'before');
  await button(page, 'この端末に残す').click();
  await settled(page);
  equal((await stored(page)).length, 1, 'switched on');
  await field(page, words.name).fill('残した会社');
  await page.keyboard.press('Tab');
  await settled(page);
  truthy((await stored(page))[0][1].includes('残した会社'), 'the change');

  // As after a crash: no word of farewell.
  const again = await page.context().newPage();
  await again.goto(page_url());
  await painted(again);
  const region = preview(again, 'この端末に残した入力');
  await region.waitFor({ state: 'attached' });
  equal(await value(again, words.name), '', 'silently replaced');
  await button(again, '取り込む').click();
  await holds(again, words.name, '残した会社');
  await button(again, '残した入力を消して、残すのをやめる').click();
  await settled(again);
  equal(await stored(again), [], 'erased');
  await field(again, words.name).fill('もう残らない会社');
  await again.keyboard.press('Tab');
  await settled(again);
  equal(await stored(again), [], 'after erasing');
  await page.context().close();
});

test('numbers and months typed the Japanese way are shown in one', async () => {
  const page = await open_page(browser);
  const typed = async (label, text) => {
    await field(page, label).fill(text);
    await page.keyboard.press('Tab');
    await settled(page);
    return value(page, label);
  };
  const capital = '資本金の額または出資の総額';
  for (const text of ['１億２，５００万円', '1.25億', '￥125,000,000', '125000千円', '一億二千五百万']) {
    equal(await typed(capital, text), '125,000,000', text);
  }
  await page.getByText('＝ 1億2,500万円').waitFor();
  for (const text of ['▲3万円', '△30,000', '（30,000）', '－３００００']) {
    equal(await typed('2021年1月 付加価値額', text), '−30,000', text);
  }
  for (const text of ['令和4年3月', 'R4.3', '2022/3', '2022-03', '２０２２年３月']) {
    equal(await typed('国への申請の月', text), '2022年3月', text);
  }
  await typed(capital, '1.250');
  await button(page, '1,250円').click();
  await settled(page);
  equal(await value(page, capital), '1,250', 'the reading that was chosen');
  await page.context().close();
});

test('a browser that refuses storage is reported, and nothing else changes', async () => {
  const page = await open_page(browser, { before: (fresh) => fresh.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  }) });
  await field(page, words.name).fill('残らない会社');
  await page.keyboard.press('Tab');
  await button(page, 'この端末に残す').click();
  await page.getByText('この端末に残せませんでした').first().waitFor();
  equal(await value(page, words.name), '残らない会社');
  equal(await button(page, 'この端末に残す').count(), 1, 'off again');
  await page.context().close();
});

await run(() => browser.close());
