// The printed report, as PDF: the answer on the first page, then why, what was entered and where to
// ask; every page calls itself an estimate and says its number.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { launch_firefox, open_firefox_page, settled_firefox } from './lib/firefox.mjs';
import { button, press, words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const folder = temporary_folder();
const browser = await launch_chromium();

// pdftotext ends every page with a form feed; Firefox writes radicals for characters (⾒ for 見).
const pages_of = (path) => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  .normalize('NFKC').split('\f').slice(0, -1);

async function printed(page, name) {
  const path = process.env.UWANOSE_KEEP ? `${process.env.UWANOSE_KEEP}/${name}.pdf` : join(folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  await settled(page);
  return pages_of(path);
}

const squeezed = (text) => text.normalize('NFKC').replace(/\s+/g, '');
function has(text, wanted, what) {
  truthy(squeezed(text).includes(squeezed(wanted)), `「${wanted}」 is not in ${what}`);
}
function has_not(text, unwanted, what) {
  truthy(!squeezed(text).includes(squeezed(unwanted)), `「${unwanted}」 is in ${what}`);
}
function in_order(text, passages) {
  const all = squeezed(text);
  const at = passages.map((passage) => all.indexOf(squeezed(passage)));
  passages.forEach((passage, i) => truthy(at[i] >= 0, `「${passage}」 is not in the report`));
  equal(at, [...at].sort((a, b) => a - b), `order of ${passages.join(', ')}`);
}
function every_page_says(pages, ...estimate) {
  pages.forEach((text, i) => {
    for (const word of estimate) has(text, word, `page ${i + 1}`);
    has(text, `${i + 1} / ${pages.length}`, `page ${i + 1}`);
  });
}

async function with_sample(label) {
  const page = await open_page(browser);
  await press(page, label);
  return page;
}

test('a complete case: the answer on page one, then why, inputs and where to ask', async () => {
  const page = await with_sample(words.sample);
  const pages = await printed(page, 'complete-ja');
  const all = pages.join('');
  every_page_says(pages, '試算（見込み）');
  for (const wanted of ['架空精密工業', '要件を満たす見込み', '国と県の合計', '国の補助',
    '県の上乗せ', '自己負担', '規則 nagano_plus_1 第2022-01-20.2版', '受付は終わっています',
    '印刷した日:']) has(pages[0], wanted, 'the first page');
  in_order(all, ['要件を満たす見込み', '国と県の合計', '月ごとの売上高', '注意', '入力した内容',
    '準備することと日程', '2. GビズIDプライ', '地域振興局 商工観光課', 'このページについて']);
  for (const wanted of ['2022年3月3日まで', '（締切の21日前）', '0265-76-6829', '出典:', '伊那市']) {
    has(all, wanted, 'the report');
  }
  for (const unwanted of ['ファイルを開く', '目次', 'わからない・選んでいない', 'この項目へ', '法人番号']) {
    has_not(all, unwanted, 'the report');
  }
  for (const once of ['9,734,000', '66,400,000', '規則 nagano_plus_1', '2023年9月29日まで、',
    '窓口の一覧']) equal(squeezed(all).split(squeezed(once)).length - 1, 1, once);
  truthy(pages.length <= 9, `${pages.length} pages`);
  equal(page.problems, [], 'errors of the page');
  await page.context().close();
});

test('after printing the form comes first again, and typing goes on', async () => {
  const page = await with_sample(words.sample);
  const order = () => page.evaluate(() => {
    const at = (id) => [...document.querySelectorAll('#tree *')].indexOf(document.getElementById(id));
    return at('n.form') < at('n.result');
  });
  const name = page.getByRole('textbox', { name: words.name, exact: true });
  await name.fill('打ちかけの会社');
  equal(await order(), true, 'the form stands first');
  const pages = await printed(page, 'typing');
  has(pages[0], '打ちかけの会社', 'the first page');
  equal(await order(), true, 'the form stands first after printing');
  equal(await name.inputValue(), '打ちかけの会社');
  equal(await name.evaluate((element) => element === document.activeElement), true, 'focus');
  await page.context().close();
});

test('in English', async () => {
  const page = await with_sample(words.sample);
  await press(page, 'English');
  const pages = await printed(page, 'complete-en');
  has(pages.join(''), 'Ina City', 'the report');
  every_page_says(pages, 'Estimate', '試算');
  in_order(pages.join(''), ['Uwanose: result of the estimate', 'Printed on', 'What was entered',
    '2. Get a gBizID', 'by 3 Mar', '0265-76-6829']);
  await page.context().close();
});

test('an incomplete case says what is missing, and makes nothing up', async () => {
  const page = await open_page(browser);
  const pages = await printed(page, 'empty');
  const all = pages.join('');
  every_page_says(pages, '試算（見込み）');
  has(pages[0], 'まだ判定できません', 'the first page');
  has(pages[0], 'まだ分からない項目', 'the first page');
  has(all, '未入力（答えに必要）', 'the report');
  has(all, '公募回を入れると、締切から数えた日付が出ます。', 'the report');
  has(all, '本社の所在地を選ぶと、担当する地域振興局が出ます。', 'the report');
  await page.context().close();
});

test('the municipality is chosen by name, and brings its regional bureau', async () => {
  const page = await open_page(browser);
  const office = page.getByRole('combobox', { name: '本社の所在地' });
  equal(await office.evaluate((select) => [...select.querySelectorAll('optgroup')].length), 11,
    'groups');
  await office.selectOption({ label: '松川村' });
  await settled(page);
  await page.getByText('本社の所在地（松川村）を担当するのは、北アルプス地域振興局 商工観光課です。').waitFor();
  await office.selectOption({ label: '松川町' });
  await settled(page);
  await page.getByText('本社の所在地（松川町）を担当するのは、南信州地域振興局 商工観光課です。').waitFor();
  equal(await button(page, '準備することと日程（11）').count(), 1, 'the steps of the frame');
  await page.context().close();
});

test('Firefox: every page calls itself an estimate, the answer first', async () => {
  const firefox = await launch_firefox();
  try {
    const page = await open_firefox_page(firefox);
    await settled_firefox(page);
    const path = join(process.env.UWANOSE_KEEP ?? folder, 'firefox.pdf');
    await page.pdf({ path, format: 'a4' });
    const pages = pages_of(path);
    pages.forEach((text, i) => has(text, '試算（見込み）', `page ${i + 1}`));
    in_order(pages.join(''), ['うわのせ試算 試算の結果', 'まだ判定できません', '入力した内容', '相談先']);
  } finally {
    await firefox.close();
  }
});

await run(() => browser.close());
