// Japanese input by scripted compositions: no character lost, doubled or in another order.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, saved_case, words } from './lib/form.mjs';

const browser = await launch_chromium();

async function composing_page(label = words.name) {
  const page = await open_page(browser);
  const keyboard = await page.context().newCDPSession(page);
  const box = field(page, label);
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

// Figures, in a field of the form and in a cell of a table: what is composed, and what is shown
// once it is taken over.
const figures = [
  ['a field', words.employees, '１８', '18'],
  ['a cell', words.month, '１億２，５００万', '125,000,000'],
];
for (const [where, label, written, shown] of figures) {
  const compose = async () => {
    const ime = await composing_page(label);
    await ime.compose(written.slice(0, 1));
    await ime.compose(written);
    return ime;
  };
  const finish = async (ime) => {
    await settled(ime.page);
    equal(await ime.box.inputValue(), shown, 'in the field');
    equal(ime.page.problems, [], 'errors of the page');
    await ime.page.context().close();
  };

  test(`${where}: figures composed, Enter commits the composition and not the field`, async () => {
    const ime = await compose();
    await ime.commit(written);
    equal(await ime.box.inputValue(), written, 'taken over too soon');
    await ime.page.keyboard.press('Enter');
    await finish(ime);
  });

  test(`${where}: figures composed, left by Tab`, async () => {
    const ime = await compose();
    await ime.page.keyboard.press('Tab');
    await finish(ime);
  });

  test(`${where}: figures composed, left by a click elsewhere`, async () => {
    const ime = await compose();
    await field(ime.page, words.name).click();
    await finish(ime);
  });

  test(`${where}: figures composed, the window changes and comes back`, async () => {
    const ime = await compose();
    const other = await ime.page.context().newPage();
    await other.bringToFront();
    await other.waitForTimeout(50);
    await ime.page.bringToFront();
    await other.close();
    await ime.page.evaluate(() => document.activeElement.blur());
    await finish(ime);
  });

  test(`${where}: figures re-segmented, cancelled, and typed anew`, async () => {
    const ime = await compose();
    await ime.compose(written, 0, 1);
    await ime.compose('');
    await ime.page.keyboard.type(written);
    await ime.page.keyboard.press('Enter');
    await finish(ime);
  });
}

test('in a field that has a value: composed at its end, cancelled, the value stays', async () => {
  const ime = await composing_page(words.employees);
  await ime.page.keyboard.type('18');
  await ime.page.keyboard.press('Enter');
  await settled(ime.page);
  await ime.page.keyboard.press('End');
  await ime.compose('０');
  await ime.compose('');
  await ime.page.keyboard.press('Tab');
  await settled(ime.page);
  equal(await ime.box.inputValue(), '18');
  await ime.page.context().close();
});

test('keys that convert are no shortcuts, and Esc cancels the composition only', async () => {
  const ime = await composing_page();
  await ime.compose('すわ');
  for (const key of ['?', 'p', '1', 'Escape']) {
    await ime.page.evaluate((name) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
      { key: name, keyCode: 229, isComposing: true, bubbles: true, cancelable: true })), key);
  }
  await settled(ime.page);
  equal(await ime.page.getByRole('dialog').count(), 0, 'dialog');
  await ime.compose('諏訪');
  await ime.commit('諏訪');
  await ime.ends_as('諏訪');
});

await run(() => browser.close());
