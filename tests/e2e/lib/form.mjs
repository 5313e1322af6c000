import { downloaded, settled } from './browser.mjs';

// The words of the form that the tests look for, as people and screen readers find them.

export const words = {
  title: 'うわのせ試算',
  first_section: '申請する会社・事業主',
  name: '会社名・屋号',
  employees: '常時使用する従業員の数',
  kind: '事業者の形',
  sole_proprietor: '個人事業主',
  industry: '主な業種',
  manufacturing: '製造業・建設業・運輸業',
  deemed_large: 'みなし大企業に当たるか',
  yes: 'はい',
  no: 'いいえ',
  unknown: 'わからない',
  months_table: '2021年',
  month_row: '2021年1月',
  month: '2021年1月 売上高',
  sample: '架空精密工業（見本）',
  folded: ['保存・表示', '見本を入れる'],  // what may hide a button
  save: '入力を保存（JSON）',
  save_assessment: '試算を保存（JSON）',
  open: 'ファイルを開く',
  print: '印刷する',
  reset: 'すべて消す',
  text_view: 'テキスト表示にする',
};

export const field = (page, label) => page.getByRole('textbox', { name: label, exact: true });
export const group = (page, label) => page.getByRole('group', { name: label, exact: true });
export const button = (page, label) => page.getByRole('button', { name: label, exact: true });

// Presses a button, and what it is folded into first.
export async function press(page, label) {
  for (const folded of words.folded) {
    if (await button(page, label).count() > 0) break;
    const cover = page.getByRole('button', { name: folded, exact: true, expanded: false });
    if (await cover.count() > 0) await cover.click();
    await settled(page);
  }
  await button(page, label).click();
  await settled(page);
}

// What C++ holds, read back through the only way out that a user has: the saved file.
export const saved_case = (page, label = words.save) => downloaded(page, () => press(page, label));
