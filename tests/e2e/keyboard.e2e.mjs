// A case of one's own, from an empty form to the right answer, by keyboard alone.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();

// In the order of the form; of a group the radio, of a list the option, of a button "press".
const answers = [
  ['会社名・屋号', '髙﨑製作所'],
  ['事業者の形', '会社（資本金または出資金がある法人）'],
  ['本社の所在地', '20209'],
  ['主な業種', '製造業・建設業・運輸業'],
  ['資本金の額または出資の総額', '2千万円'],
  ['常時使用する従業員の数', '１８'],
  ['みなし大企業に当たるか', 'いいえ'],
  ['国への申請の月', '令和4年3月'],
  ['事業再構築補助金の公募回', '5'],
  ['2019年10月 売上高', '1000万'],
  ['2019年11月 売上高', '10,000,000'],
  ['2019年12月 売上高', '１０００万円'],
  ['2020年10月 売上高', '500万'],
  ['2020年11月 売上高', '5,000,000'],
  ['2020年12月 売上高', '5000千円'],
  ['計画の年数', '5'],
  ['基準年度 計画の付加価値額', '6200万'],
  ['1年目 計画の付加価値額', '6500万'],
  ['2年目 計画の付加価値額', '6800万'],
  ['3年目 計画の付加価値額', '7100万'],
  ['4年目 計画の付加価値額', '7400万'],
  ['5年目 計画の付加価値額', '7800万'],
  ['経費を追加', 'press'],
  ['経費1 経費の区分', '機械装置・システム構築費'],
  ['経費1 金額（税抜）', '3,000万円'],
  ['認定支援機関と計画を作る', 'はい'],
  ['事業再構築指針に沿う計画', 'はい'],
];

// What has the focus: its label, of a radio that of its group.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const label = element.type === 'radio' ? element.closest('fieldset')?.querySelector('legend')
    : element.labels?.[0] ?? element;
  return { label: label?.textContent.trim() ?? '', type: element.type ?? '',
    chosen: element.type === 'radio' ? element.labels[0].textContent
      : element.selectedOptions?.[0].textContent };
});

async function reach(page, wanted) {
  for (let i = 0; i < 400; ++i) {
    const at = await focused(page);
    if (at.label === wanted) return at;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} is not reached by Tab`);
}

async function answer(page, label, value) {
  const at = await reach(page, label);
  if (value === 'press') {
    await page.keyboard.press('Enter');
  } else if (at.type === 'text') {
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  } else {
    for (let i = 0; i < 40; ++i) {
      const { chosen } = await focused(page);
      if (chosen === value) {
        // The radio that is already chosen as the first of its group counts once it is pressed.
        if (at.type === 'radio') await page.keyboard.press('Space');
        break;
      }
      truthy(i < 39, `${label} has no ${value}`);
      await page.keyboard.press('ArrowDown');
      await settled(page);
    }
  }
  await settled(page);
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  test(`from an empty form to the yen, by keyboard alone, at ${width} × ${height}`, async () => {
    const page = await open_page(browser, { width, height });
    for (const [label, value] of answers) await answer(page, label, value);
    const shown = await page.getByRole('region', { name: '試算の結果' }).first().innerText();
    truthy(shown.includes('24,000,000円'), `the answer says: ${shown.slice(0, 300)}`);
    equal(page.problems, [], 'errors of the page');
    const { frames } = JSON.parse((await saved_case(page, words.save_assessment)).text);
    const normal = frames.find(({ id }) => id === 'saikouchiku.normal');
    equal([normal.verdict, normal.national.yen, normal.prefectural.yen, normal.total_yen],
      ['met', 20000000, 4000000, 24000000], 'assessment');
    await page.context().close();
  });
}

await run(() => browser.close());
