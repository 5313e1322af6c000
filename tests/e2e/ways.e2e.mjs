// Three ways to one assessment: by pointer, by keyboard alone, and by accessible names alone with
// the picture taken away.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { saved_case, words } from './lib/form.mjs';
import { sheet } from './lib/sheet.mjs';

const browser = await launch_chromium();

async function assessed(page) {
  equal(page.problems, [], 'errors of the page');
  return (await saved_case(page, words.save_assessment)).text;
}

const control_of = (page, label, value) => (value === 'press'
  ? page.getByRole('button', { name: label, exact: true })
  : page.getByRole('textbox', { name: label, exact: true })
    .or(page.getByRole('combobox', { name: label, exact: true }))
    .or(page.getByRole('group', { name: label, exact: true })));

// Presses the mouse in the middle of what is seen there.
async function press_at(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  await settled(page);
  const { x, y, width, height } = await locator.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await settled(page);
}

async function by_pointer(page) {
  for (const [label, value] of sheet) {
    const control = control_of(page, label, value);
    const kind = await control.evaluate((element) => element.tagName);
    if (kind === 'FIELDSET') {
      await press_at(page, control.getByText(value, { exact: true }));
    } else if (kind === 'SELECT') {
      // The list itself is the browser's window.
      await press_at(page, control);
      await page.keyboard.press('Escape');
      await control.selectOption({ label: value });
    } else {
      await press_at(page, control);
      if (value !== 'press') await page.keyboard.type(value);
    }
    await settled(page);
  }
  await page.mouse.click(5, 5);
  await settled(page);
  return assessed(page);
}

async function by_names(page) {
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll('canvas')) canvas.remove();
  });
  equal(await page.locator('canvas').count(), 0, 'canvases left');
  for (const [label, value] of sheet) {
    const control = control_of(page, label, value);
    const kind = await control.evaluate((element) => element.tagName);
    if (kind === 'FIELDSET') await control.getByRole('radio', { name: value, exact: true }).click();
    else if (kind === 'SELECT') await control.selectOption({ label: value });
    else if (kind === 'BUTTON') await control.click();
    else await control.fill(value);
    await settled(page);
  }
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  return assessed(page);
}

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

async function by_keyboard(page) {
  for (const [label, value] of sheet) {
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
  return assessed(page);
}

let wanted = '';

test('by pointer: from an empty form to the yen', async () => {
  const page = await open_page(browser);
  wanted = await by_pointer(page);
  const normal = JSON.parse(wanted).frames.find(({ id }) => id === 'saikouchiku.normal');
  equal([normal.verdict, normal.national.yen, normal.prefectural.yen, normal.total_yen],
    ['met', 20000000, 4000000, 24000000], 'assessment');
  const shown = await page.getByRole('region', { name: '試算の結果' }).first().innerText();
  truthy(shown.includes('24,000,000円'), `the answer says: ${shown.slice(0, 300)}`);
  await page.context().close();
});

for (const [width, height] of [[1280, 800], [390, 844]]) {
  test(`by keyboard alone, at ${width} × ${height}: the same`, async () => {
    const page = await open_page(browser, { width, height });
    equal(await by_keyboard(page), wanted, 'assessment');
    await page.context().close();
  });
}

test('by names alone, without a canvas: the same', async () => {
  const page = await open_page(browser);
  equal(await by_names(page), wanted, 'assessment');
  await page.context().close();
});

await run(() => browser.close());
