// node tests/e2e/pictures.mjs [FOLDER]: pictures of the page's states in both languages, at both
// sizes, in usual and in double type, to look at.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { button, field, press, words } from './lib/form.mjs';

const folder = process.argv[2] ?? 'build/pictures';
mkdirSync(folder, { recursive: true });
const browser = await launch_chromium();

const show = async (page, locator, block = 'start') => {
  await locator.evaluate((element, at) => element.scrollIntoView({ block: at }), block);
  await settled(page);
};

async function keys(page, ...names) {
  for (const name of names) {
    await page.keyboard.press(name);
    await settled(page);
  }
}

// Also where it is folded into the tools, or behind a question.
async function press_by_id(page, id) {
  await page.evaluate(async (at) => {
    const element = (name) => document.getElementById(`n.${name}`);
    if (!element(at)) element('tools.open')?.click();
    await new Promise((done) => { setTimeout(done, 100); });
    element(at)?.click();
  }, id);
  await settled(page);
}

const states = {
  empty: async () => {},
  sample: (page) => press(page, words.sample),
  'sample-form': async (page) => {
    await press(page, words.sample);
    await show(page, field(page, words.name), 'center');
  },
  'sample-months': async (page) => {
    await press(page, words.sample);
    await show(page, field(page, words.month), 'center');
  },
  'sample-expenses': async (page) => {
    await press(page, words.sample);
    await show(page, button(page, '経費を追加'), 'center');
  },
  'sample-answer': async (page) => {
    await press(page, words.sample);
    await show(page, page.locator('[id="n.result.heading"]'));
  },
  'step-start': async (page) => {
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await settled(page);
    await show(page, page.getByRole('group', { name: '入力のしかた' }));
  },
  'step-question': async (page) => {
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await button(page, '質問を始める').click();
    await settled(page);
  },
  'step-check': async (page) => {
    await press(page, words.sample);
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await settled(page);
    await show(page, page.getByRole('heading', { name: '答えの確認' }));
  },
  'step-months': async (page) => {
    await press(page, words.sample);
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await button(page, '2019年 売上高を変更').click();
    await settled(page);
  },
  doubts: async (page) => {
    await press(page, words.sample);
    await field(page, '経費1 金額（税抜）').fill('22,000,000（税込）');
    await field(page, '経費2 金額（税抜）').fill('1,100,000');
    await field(page, words.employees).fill('12000');
    await page.keyboard.press('Tab');
    await settled(page);
    await show(page, button(page, '経費を追加'), 'center');
  },
  error: async (page) => {
    await field(page, words.employees).fill('じゅうはちにん');
    await page.keyboard.press('Tab');
    await settled(page);
    await show(page, field(page, words.employees), 'center');
  },
  focus: async (page) => {
    await field(page, words.name).click();
    await page.keyboard.type('信州テスト');
    await settled(page);
  },
  question: async (page) => {
    await field(page, words.name).fill('消す前に');
    await page.keyboard.press('Tab');
    await press(page, words.reset);
    await show(page, page.getByRole('dialog'), 'center');
  },
  help: (page) => page.keyboard.press('?'),
  'seminar-covered': async (page) => {
    await keys(page, 'p', '1', 'n', 'n');
    await show(page, page.locator('[id="n.result.heading"]'));
  },
  seminar: async (page) => {
    await keys(page, 'p');
    await settled(page);
  },
  'seminar-field': async (page) => {
    await keys(page, 'p', '1');
    await page.locator('[id="n.applicant.employees"]').focus();
    await settled(page);
  },
  text: async (page) => {
    await press(page, words.sample);
    await press(page, words.text_view);
  },
};

// Sizes of windows, and the type of a browser that is set to 200 %.
const windows = [['1280', 1280, 800, 1, 16], ['390', 390, 844, 2, 16], ['1280-200', 1280, 800, 1, 32],
  ['390-200', 390, 844, 2, 32]];

for (const language of ['ja', 'en']) {
  for (const [place, width, height, density, type] of windows) {
    for (const [name, prepare] of Object.entries(states)) {
      const page = await open_page(browser, { width, height, density });
      try {
        if (type !== 16) {
          await page.evaluate((px) => { document.documentElement.style.fontSize = px; }, `${type}px`);
          await settled(page);
        }
        // The words by which things are found are Japanese: the language changes last.
        await prepare(page);
        if (language === 'en') await press_by_id(page, 'tool.language');
        await page.mouse.move(5, 5);
        await settled(page);
        await page.screenshot({ path: join(folder, `${language}-${place}-${name}.png`) });
      } catch (error) {
        console.error(`${language} ${place} ${name}: ${String(error.message).split('\n')[0]}`);
      }
      await page.context().close();
    }
  }
}
await browser.close();
console.log(folder);
