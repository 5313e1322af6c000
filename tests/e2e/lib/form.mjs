// The words of the form that the tests look for, as people and screen readers find them.

export const words = {
  title: 'うわのせ試算',
  name: '会社名・屋号',
  employees: '常時使用する従業員の数',
  kind: '事業者の形',
  sole_proprietor: '個人事業主',
  industry: '主な業種',
  manufacturing: '製造業・建設業・運輸業',
  deemed_large: 'みなし大企業',
  month: '2021年1月 売上高',
  months_table: '月別売上高（円）',
  save: '保存',
  open: '開く',
  reset: 'はじめからやり直す',
};

export const field = (page, label) => page.getByRole('textbox', { name: label });

// What C++ holds, read back through the only way out that a user has: the saved file.
export async function saved_case(page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: words.save, exact: true }).click();
  const download = await coming;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}
