// 順番に答える: a sample's case sheet from an empty page to the right answer, by keyboard alone and by
// touch; what is wrong, passed or unsaved on the way.

import { readFileSync } from 'node:fs';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();
const path = new URL('../../assets/samples/01-factory-met.json', import.meta.url);
const sample = JSON.parse(readFileSync(path, 'utf8'));

// The case sheet, by what the fields are called.
const yes_no = (value) => (value ? 'はい' : 'いいえ');
const month = (text) => `${text.slice(0, 4)}年${Number(text.slice(5))}月`;
const categories = { machinery: '機械装置・システム構築費', technology: '技術導入費',
  expert: '専門家経費・専門家謝金', building: '建物費', transport: '運搬費',
  outsourcing: '外注費', training: '研修費', advertising: '広告宣伝・販売促進費/広報費' };
const { applicant, application, plan, answers } = sample;
equal(applicant.head_office, '20209', 'the code of 伊那市');
const sheet = new Map([
  ['事業者の形', '会社（資本金または出資金がある法人）'],
  ['本社の所在地', '伊那市'],
  ['主な業種', '製造業・建設業・運輸業'],
  ['資本金の額または出資の総額', applicant.capital_yen],
  ['常時使用する従業員の数', applicant.employees],
  ['みなし大企業に当たるか', yes_no(applicant.deemed_large)],
  ['国への申請の月', application.month],
  ['事業再構築補助金の公募回', application.rounds.saikouchiku],
  ['計画の年数', plan.years],
  ['基準年度 計画の付加価値額', plan.base.value_added_yen],
  ['基準年度 計画の従業員数', plan.base.employees],
  ['売上高の中の協力金・補助金・給付金', '含めていない'],
  ['認定支援機関と計画を作る', yes_no(answers.plan_with_support_institution)],
  ['事業再構築指針に沿う計画', yes_no(answers.restructuring_guideline)],
]);
for (const row of sample.monthly) sheet.set(`${month(row.month)} 売上高`, row.sales_yen);
plan.yearly.forEach((year, i) => {
  sheet.set(`${i + 1}年目 計画の付加価値額`, year.value_added_yen);
  sheet.set(`${i + 1}年目 計画の従業員数`, year.employees);
});
sample.expenses.forEach((row, i) => {
  sheet.set(`経費${i + 1} 経費の区分`, categories[row.category]);
  sheet.set(`経費${i + 1} 金額（税抜）`, row.amount_yen);
});

const title = (page) =>
  page.getByRole('region', { name: '入力', exact: true }).getByRole('heading', { level: 2 });

const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const label = element.type === 'radio' ? element.closest('fieldset')?.querySelector('legend')
    : element.labels?.[0] ?? element;
  return { label: label?.textContent.trim() ?? '', type: element.type ?? element.tagName,
    chosen: element.type === 'radio' ? element.labels[0].textContent
      : element.selectedOptions?.[0].textContent };
});

async function reach(page, wanted) {
  for (let i = 0; i < 60; ++i) {
    if ((await focused(page)).label === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} is not reached by Tab`);
}

// What has the focus gets its answer from the sheet; whether it has one.
async function type_answer(page, at) {
  const value = sheet.get(at.label);
  if (value === undefined) return false;
  if (at.type === 'text') {
    await page.keyboard.type(String(value));
  } else {
    for (let i = 0; (await focused(page)).chosen !== value; ++i) {
      truthy(i < 40, `${at.label} has no ${value}`);
      await page.keyboard.press('ArrowDown');
      await settled(page);
    }
    if (at.type === 'radio') await page.keyboard.press('Space');
  }
  return true;
}

async function answer_by_keyboard(page) {
  let answered = false, rows = 0;
  equal((await focused(page)).label, await title(page).innerText(), 'focus after going on');
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.label === '次へ') break;
    if (at.label === '経費を追加' && rows < sample.expenses.length) {
      rows += 1;
      await page.keyboard.press('Enter');
      await settled(page);
      answered = await type_answer(page, await focused(page)) || answered;
    } else {
      answered = await type_answer(page, at) || answered;
    }
  }
  const asked = await title(page).innerText();
  if (!answered && await button(page, 'わからない').count() > 0) await reach(page, 'わからない');
  await page.keyboard.press('Enter');
  await settled(page);
  // A doubtful value is asked about once; it is meant.
  if (await title(page).innerText() !== asked) return;
  await reach(page, '次へ');
  await page.keyboard.press('Enter');
  await settled(page);
}

async function answer_by_touch(page) {
  const region = page.getByRole('region', { name: '入力', exact: true });
  let answered = false;
  if (await button(page, '経費を追加').count() > 0) {
    for (let i = 0; i < sample.expenses.length; ++i) {
      await button(page, '経費を追加').tap();
      await settled(page);
    }
  }
  for (const text of await region.getByRole('textbox').all()) {
    const label = await text.evaluate((element) => element.labels[0].textContent);
    if (!sheet.has(label)) continue;
    await text.tap();
    // The tap becomes one after the touch; a phone's keyboard then inserts text.
    await text.evaluate((element) => element === document.activeElement ||
      new Promise((done) => { element.addEventListener('focus', done, { once: true }); }));
    await page.keyboard.insertText(String(sheet.get(label)));
    answered = true;
  }
  for (const list of await region.getByRole('combobox').all()) {
    const label = await list.evaluate((element) => element.labels[0].textContent);
    if (!sheet.has(label)) continue;
    await list.selectOption({ label: sheet.get(label) });
    answered = true;
  }
  for (const group of await region.getByRole('group').all()) {
    const label = await group.evaluate((element) => element.querySelector('legend').textContent);
    if (!sheet.has(label)) continue;
    await group.getByRole('radio', { name: sheet.get(label), exact: true }).tap();
    answered = true;
  }
  const asked = await title(page).innerText();
  const leave = button(page, 'わからない');
  await (!answered && await leave.count() > 0 ? leave : button(page, '次へ')).tap();
  await settled(page);
  if (await title(page).innerText() !== asked) return;
  await button(page, '次へ').tap();
  await settled(page);
}

async function to_the_end(page, answer) {
  for (let i = 0; i < 60; ++i) {
    if (await title(page).innerText() === '答えの確認') return i;
    await answer(page);
  }
  throw new Error('no end of questions');
}

async function until_employees(page) {
  for (let i = 0; await field(page, words.employees).count() === 0; ++i) {
    truthy(i < 20, 'the employees are asked for');
    const leave = button(page, 'わからない');
    await (await leave.count() > 0 ? leave : button(page, '次へ')).click();
    await settled(page);
  }
}

async function check_answer(page) {
  const shown = await page.getByRole('region', { name: '試算の結果' }).first().innerText();
  truthy(shown.includes('24,000,000円'), `the answer says: ${shown.slice(0, 300)}`);
  const { frames } = JSON.parse((await saved_case(page, words.save_assessment)).text);
  const normal = frames.find(({ id }) => id === 'saikouchiku.normal');
  equal([normal.verdict, normal.national.yen, normal.prefectural.yen],
    ['met', 20000000, 4000000], 'assessment');
  equal(page.problems, [], 'errors of the page');
}

test('a case sheet by keyboard alone, one question at a time, at 1280 × 800', async () => {
  const page = await open_page(browser, { width: 1280, height: 800 });
  await reach(page, '入力のしかた');
  await page.keyboard.press('ArrowUp');
  await settled(page);
  await reach(page, '枠ごとに選ぶ');
  await page.keyboard.press('Enter');
  await settled(page);
  await reach(page, '通常枠');
  await page.keyboard.press('Space');
  await settled(page);
  await reach(page, '質問を始める');
  await page.keyboard.press('Enter');
  await settled(page);
  const questions = await to_the_end(page, answer_by_keyboard);
  truthy(questions > 10 && questions < 25, `${questions} questions`);
  await check_answer(page);
  await page.context().close();
});

test('a case sheet by touch, one question at a time, at 390 × 844', async () => {
  const page = await open_page(browser, { width: 390, height: 844, context: { hasTouch: true } });
  await page.getByRole('radio', { name: '順番に答える' }).tap();
  await button(page, '枠ごとに選ぶ').tap();
  await page.getByRole('group', { name: '事業再構築補助金' })
    .getByRole('checkbox', { name: '通常枠', exact: true }).tap();
  await settled(page);
  await button(page, '質問を始める').tap();
  await settled(page);
  await to_the_end(page, answer_by_touch);
  await check_answer(page);
  await page.context().close();
});

test('a fault keeps the question, and its summary has the focus and leads to the field', async () => {
  const page = await open_page(browser);
  await page.getByRole('radio', { name: '順番に答える' }).click();
  await page.getByRole('checkbox', { name: 'IT導入補助金' }).click();
  await button(page, '質問を始める').click();
  await settled(page);
  await until_employees(page);
  const asked = await title(page).innerText();
  await field(page, words.employees).fill('たくさん');
  await page.keyboard.press('Tab');
  await settled(page);
  await reach(page, '次へ');
  await page.keyboard.press('Enter');
  await settled(page);
  equal(await title(page).innerText(), asked, 'the question');
  const summary = page.getByRole('region', { name: '入力を確かめてください（1件）' });
  truthy(await summary.evaluate((element) => element === document.activeElement), 'the focus');
  await summary.getByRole('link').click();
  await settled(page);
  truthy(await field(page, words.employees).evaluate((element) =>
    element === document.activeElement), 'the field has the focus');
  await page.context().close();
});

test('closing the page asks while something is unsaved, and not after saving', async () => {
  const page = await open_page(browser);
  await page.getByRole('radio', { name: '順番に答える' }).click();
  await button(page, '質問を始める').click();
  await settled(page);
  await until_employees(page);
  await field(page, words.employees).fill('18');
  await page.keyboard.press('Tab');
  await settled(page);
  let asked = 0;
  page.on('dialog', async (dialog) => {
    asked += dialog.type() === 'beforeunload' ? 1 : 0;
    await dialog.dismiss();
  });
  await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  await settled(page);
  equal(asked, 1, 'questions before closing');
  equal(await field(page, words.employees).inputValue(), '18', 'the field');
  await saved_case(page);
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  equal(asked, 1, 'questions after saving');
  await page.context().close();
});

await run(() => browser.close());
