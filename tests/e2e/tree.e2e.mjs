// What a screen reader is given, in words: the whole form and answer, in order, against trees/*.txt.
// node tests/e2e/tree.e2e.mjs --update writes them anew; read what has changed before it is committed.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { press, words } from './lib/form.mjs';
import { tree_in_words } from './lib/tree.mjs';

const update = process.argv.includes('--update');
const folder = new URL('./trees/', import.meta.url);
mkdirSync(folder, { recursive: true });
const browser = await launch_chromium();

// The build's own number changes with every build.
const steady = (lines) => lines.map((line) => line.replace(/\([0-9a-f]{12}\)|\b\d+\.\d+\.\d+\b/g, '…'));

// The first line in which two lists part.
function first_difference(found, wanted) {
  for (let i = 0; i < Math.max(found.length, wanted.length); ++i) {
    if (found[i] !== wanted[i]) return `line ${i + 1}: 「${found[i]}」, expected 「${wanted[i]}」`;
  }
  return '';
}

const trees = {};
for (const language of ['ja', 'en']) {
  for (const state of ['empty', 'sample']) {
    test(`the tree in words: ${language}, ${state}`, async () => {
      const page = await open_page(browser);
      if (state === 'sample') await press(page, words.sample);
      if (language === 'en') await press(page, 'English');
      await page.mouse.move(5, 5);
      await page.evaluate(() => {
        document.activeElement.blur();
        // What they say comes after a pause.
        for (const id of ['status', 'alert']) document.getElementById(id).remove();
      });
      await settled(page);
      const found = steady(await tree_in_words(page));
      trees[`${language}-${state}`] = found;
      const path = new URL(`${language}-${state}.txt`, folder);
      if (update) writeFileSync(path, `${found.join('\n')}\n`);
      const wanted = readFileSync(path, 'utf8').trimEnd().split('\n');
      equal(first_difference(found, wanted), '', 'the tree');
      await page.context().close();
    });
  }
}

test('it tells form and answer in order', () => {
  const lines = trees['ja-sample'];
  const passages = ['heading 「うわのせ試算」', '「会社名・屋号」', '「常時使用する従業員の数」 = 18',
    'table 「2021年」', '「経費1 金額（税抜）」', 'heading 「試算の結果」', '要件を満たす見込み',
    'heading 「使いやすさについて'];
  let at = -1;
  for (const passage of passages) {
    const next = lines.findIndex((line, i) => i > at && line.includes(passage));
    truthy(next > at, `「${passage}」 does not come after line ${at + 1}`);
    at = next;
  }
  truthy(lines.some((line) => line.includes('24,000,000円')), 'the sum is not said');
});

test('in English nothing is Japanese but what is marked so', async () => {
  const page = await open_page(browser);
  await press(page, words.sample);
  await press(page, 'English');
  const unmarked = await page.evaluate(() => [...document.querySelectorAll('#tree *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 &&
      /[ぁ-んァ-ヶ一-龠]/.test(node.data)) && element.closest('[lang]').lang !== 'ja')
    .map((element) => element.textContent.slice(0, 40)));
  equal(unmarked, [], 'Japanese words that are not marked');
  equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await press(page, '日本語');
  equal(await page.locator('#tree [lang=ja]').count(), 0, 'marks left on the Japanese page');
  equal(await page.getByRole('button', { name: 'English', exact: true }).getAttribute('lang'), 'en');
  await page.context().close();
});

await run(() => browser.close());
