// Find in page, selection and copy: the elements' words stand where they are painted.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { press, words } from './lib/form.mjs';

const browser = await launch_chromium();

// What find marks: its text, and where that is in the document.
const find = (page, text) => page.evaluate((wanted) => {
  getSelection().removeAllRanges();
  if (!window.find(wanted)) return null;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  return { text: getSelection().toString(), left: box.left, top: box.top + scrollY,
    width: box.width, height: box.height, seen: box.top >= 0 && box.bottom <= innerHeight };
}, text);

test('find reaches labels, hints, the answer and its reasons, and scrolls to them', async () => {
  const page = await open_page(browser);
  await press(page, words.sample);
  await page.getByRole('region', { name: '試算の結果', exact: true })
    .getByRole('button', { expanded: false }).first().click();
  await settled(page);
  for (const wanted of [words.employees, '2021年1月 売上高'.slice(0, 7), '24,000,000円',
    '要件を満たす見込み', '出典', '適合を宣言するものではありません']) {
    const found = await find(page, wanted);
    truthy(found, `「${wanted}」 is not found`);
    equal(found.text, wanted, 'what is marked');
    truthy(found.seen && found.width > 8 && found.height > 8,
      `「${wanted}」 is marked at ${JSON.stringify(found)}`);
  }
  await page.context().close();
});

// The width that the browser gives the words, against that of the paint, which C++ reports as the
// rectangle of what it paints at its own width: links, and figures at the right.
for (const density of [1, 1.25, 1.5, 2, 3]) {
  test(`words of elements are as long as the painted ones at density ${density}`, async () => {
    const page = await open_page(browser, { density });
    await press(page, words.sample);
    for (const language of ['ja', 'en']) {
      const apart = await page.evaluate((dpr) => {
        const range = document.createRange();
        return [...document.querySelectorAll('#tree p.at.align-right:not(.broken), #tree a.at:not(.broken)')]
          .map((element) => {
            range.selectNodeContents(element);
            const { width } = range.getBoundingClientRect(), box = element.getBoundingClientRect();
            // A link is at least 24 px wide, and a whole number of pixels.
            const slack = element.tagName === 'A' ? 1 + 1 / dpr : 1 / dpr;
            return { text: element.textContent, by: box.width - width, slack,
              shown: box.width > 24.5 && !element.closest('.print-only') };
          }).filter(({ shown, by, slack }) => shown && Math.abs(by) > slack);
      }, density);
      equal(apart, [], `${language}: apart`);
      if (language === 'ja') await press(page, 'English');
    }
    await page.context().close();
  });
}

test('a figure within a line is marked where it is painted, within 2 px', async () => {
  const page = await open_page(browser);
  await press(page, words.sample);
  await press(page, 'English');
  // Latin text is where fractions of pixels add up: every line's natural length is off by more.
  const lines = await page.evaluate(() => {
    const range = document.createRange();
    const all = [...document.querySelectorAll('#tree .broken .line')];
    return all.map((line) => {
      range.selectNodeContents(line);
      const fitted = range.getBoundingClientRect().width;
      const { style } = line;
      const kept = style.getPropertyValue('--fit');
      style.setProperty('--fit', '0px');
      const natural = range.getBoundingClientRect().width;
      style.setProperty('--fit', kept);
      return Math.abs(fitted - natural);
    });
  });
  truthy(lines.length > 40, `only ${lines.length} lines`);
  truthy(Math.max(...lines) > 2, 'nothing had to be fitted');
  await page.context().close();
});

async function copied(page, select) {
  return page.evaluate((choose) => {
    const [from, to] = new Function('return (' + choose + ')()')();
    getSelection().removeAllRanges();
    const range = document.createRange();
    range.setStartBefore(from);
    range.setEndAfter(to ?? from);
    getSelection().addRange(range);
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    (from.parentElement ?? from).dispatchEvent(event);
    return event.defaultPrevented ? data.getData('text/plain') : getSelection().toString();
  }, select.toString());
}

test('an amount is copied as a plain figure, a sentence as it stands', async () => {
  const page = await open_page(browser, { context: { bypassCSP: true } });
  await press(page, words.sample);
  equal(await copied(page, () => [[...document.querySelectorAll('#tree p')]
    .find((element) => element.textContent === '24,000,000円').firstChild]), '24000000');
  const sentence = await copied(page, () => [[...document.querySelectorAll('#tree p')]
    .find((element) => element.textContent.includes('24,000,000円の見込み')).firstChild]);
  truthy(sentence.includes('24,000,000円'), sentence);
  await page.context().close();
});

test('cells of a table are copied as a table', async () => {
  const page = await open_page(browser, { context: { bypassCSP: true } });
  await press(page, words.sample);
  const text = await copied(page, () => {
    const table = [...document.querySelectorAll('#tree table')].find((element) =>
      element.caption.textContent.startsWith('枠の比較'));
    const cells = [...table.rows[1].cells];
    return [cells[0].querySelector('.own'), cells[3].querySelector('.own')];
  });
  const cells = text.split('\t');
  equal(cells.length, 4, text);
  truthy(cells[0].includes('通常枠'), text);
  equal(cells.slice(2), ['24000000', '6000000'], text);
  await page.context().close();
});

test('the debug view shows both layers', async () => {
  const page = await open_page(browser, { query: '?debug=nodes' });
  equal(await page.locator('#canvas').isVisible(), true, 'the canvas');
  const [colour, shadow] = await page.getByRole('heading', { level: 1 }).evaluate((element) => {
    const style = getComputedStyle(element);
    return [style.color, style.boxShadow];
  });
  equal(colour, 'rgba(206, 0, 0, 0.7)', 'words of the elements');
  truthy(shadow.includes('rgba(0, 128, 255, 0.6)'), `edges of the elements: ${shadow}`);
  await page.context().close();
});

await run(() => browser.close());
