// Japanese input by scripted compositions: no character lost, doubled or in another order.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();

async function composing_page() {
  const page = await open_page(browser);
  const keyboard = await page.context().newCDPSession(page);
  const box = field(page, words.name);
  await box.click();
  return {
    page, box,
    // The input method swallows the key (229), then shows what it would write.
    async compose(text, from = text.length, to = from) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process',
        windowsVirtualKeyCode: 229 });
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: from, selectionEnd: to });
      await settled(page);
    },
    async commit(text) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter',
        windowsVirtualKeyCode: 229 });
      await keyboard.send('Input.insertText', { text });
      await settled(page);
    },
    async ends_as(text) {
      await page.keyboard.press('Tab');
      await settled(page);
      equal(await box.inputValue(), text, 'in the field');
      truthy((await saved_case(page)).text.includes(`"${text}"`), 'the file has something else');
      equal(page.problems, [], 'errors of the page');
      await page.context().close();
    },
  };
}

test('start, update, convert, commit', async () => {
  const ime = await composing_page();
  for (const text of ['し', 'しn', 'しん', 'しんs', 'しんしゅう', '信州']) await ime.compose(text);
  await ime.commit('信州');
  await ime.ends_as('信州');
});

test('two compositions, then plain letters, then another one', async () => {
  const ime = await composing_page();
  await ime.compose('しんしゅう');
  await ime.commit('信州');
  await ime.compose('てすと');
  await ime.commit('テスト');
  await ime.page.keyboard.type('ABC');
  await ime.compose('こうぎょう');
  await ime.commit('工業');
  await ime.ends_as('信州テストABC工業');
});

test('re-segmented clauses', async () => {
  const ime = await composing_page();
  await ime.compose('きょうはいしゃ');
  await ime.compose('今日は医者', 0, 3);
  await ime.compose('今日歯医者', 2, 5);
  await ime.commit('今日歯医者');
  await ime.ends_as('今日歯医者');
});

test('cancelled: nothing is left, and what stood there stays', async () => {
  const ime = await composing_page();
  await ime.page.keyboard.type('前');
  await ime.compose('けす');
  await ime.compose('消す');
  await ime.compose('');
  await ime.page.keyboard.type('後');
  await ime.ends_as('前後');
});

test('in the middle of a word', async () => {
  const ime = await composing_page();
  await ime.page.keyboard.type('長野社');
  await ime.page.keyboard.press('ArrowLeft');
  await ime.compose('けんのかい');
  await ime.compose('県の会');
  await ime.commit('県の会');
  await ime.ends_as('長野県の会社');
});

test('frames drawn while composing change nothing', async () => {
  const ime = await composing_page();
  await ime.compose('まつもと');
  for (let i = 0; i < 5; ++i) {
    await ime.page.mouse.move(100 + 60 * i, 200 + 40 * i);
    await ime.page.setViewportSize({ width: 1280 - i * 10, height: 800 });
    await settled(ime.page);
  }
  equal(await ime.box.inputValue(), 'まつもと', 'while composing');
  await ime.compose('松本');
  await ime.commit('松本');
  await ime.ends_as('松本');
});

test('left by Tab while composing', async () => {
  const ime = await composing_page();
  await ime.compose('うえだ');
  await ime.compose('上田');
  await ime.ends_as('上田');
});

test('left by a click elsewhere while composing', async () => {
  const ime = await composing_page();
  await ime.compose('いいだ');
  await ime.compose('飯田');
  await field(ime.page, words.employees).click();
  await settled(ime.page);
  await ime.ends_as('飯田');
});

test('the window loses the focus while composing', async () => {
  const ime = await composing_page();
  await ime.compose('すわ');
  await ime.compose('諏訪');
  await ime.page.evaluate(() => document.activeElement.blur());
  await settled(ime.page);
  await ime.box.focus();
  await ime.ends_as('諏訪');
});

test('full-width figures by composition', async () => {
  const ime = await composing_page();
  const box = field(ime.page, words.employees);
  await box.click();
  await ime.compose('１８');
  await ime.commit('１８');
  await ime.page.keyboard.press('Tab');
  await settled(ime.page);
  truthy(['18', '１８'].includes(await box.inputValue()), `became ${await box.inputValue()}`);
  await ime.page.context().close();
});

await run(() => browser.close());
