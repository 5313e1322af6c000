// node tests/e2e/pictures.mjs [FOLDER [PATTERN]]: pictures of the page's states and of every step in
// both languages, at both sizes, in usual and in double type, to look at. PATTERN picks some by name.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { button, field, press, words } from './lib/form.mjs';

const [folder = 'build/pictures', pattern = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const show = async (page, locator, block = 'start') => {
  await locator.evaluate((element, at) => element.scrollIntoView({ block: at }), block);
  await settled(page);
  page.shown = { locator, block };
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

// Everything that is folded, but for long tables that look as shorter ones do.
async function unfold(page) {
  for (let round = 0; round < 3; ++round) {
    await page.evaluate(() => {
      const long = ['n.monthly.chart.figures', 'n.contacts.others.open'];
      for (const button of document.querySelectorAll('#tree main [aria-expanded=false]')) {
        if (!long.includes(button.id)) button.click();
      }
    });
    await settled(page);
  }
}

// The page from top to bottom, in windows as high as a canvas can be.
const tall = 2400;
async function whole(page, take) {
  await page.setViewportSize({ width: page.viewportSize().width, height: tall });
  await unfold(page);
  const bar = await page.evaluate(() => {
    const { top, width } = document.getElementById('pinned').getBoundingClientRect();
    return width < document.documentElement.clientWidth ? 0 : innerHeight - top;
  });
  for (let top = 0, number = 1; ; top += tall - bar, ++number) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await settled(page);
    await take(String(number).padStart(2, '0'));
    if (await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight)) return;
  }
}

// The questions one after the other, none answered.
async function questions(page, take) {
  const progress = page.locator('[id="n.step.progress"]');
  for (let number = 1; await progress.count() > 0; ++number) {
    await show(page, progress);
    await take(String(number).padStart(2, '0'));
    const open = await page.locator('[id="n.step.unknown"]').count() > 0;
    await press_by_id(page, open ? 'step.unknown' : 'step.next');
  }
}

const states = {
  empty: async () => {},
  sample: (page) => press(page, words.sample),
  'sample-form': async (page) => {
    await press(page, words.sample);
    await show(page, field(page, words.name), 'center');
  },
  'step-start': async (page) => {
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await settled(page);
    await show(page, page.getByRole('group', { name: '入力のしかた' }));
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
  import: async (page) => {
    await press(page, words.sample);
    await field(page, words.month).focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '売上高（千円）\t付加価値額（千円）\r\n5,200\t1,800\r\n4,900\t\r\n約3千\t1\r\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste',
        { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const preview = page.locator('[id="n.import.heading"]');
    await preview.waitFor({ state: 'attached' });
    await show(page, preview);
  },
  compare: async (page) => {
    await press(page, words.sample);
    await press_by_id(page, 'scenarios.add');
    await field(page, words.employees).fill('210');
    await page.keyboard.press('Enter');
    await settled(page);
    await press_by_id(page, 'scenarios.add');
    await show(page, page.locator('[id="n.scenarios.side"]'));
  },
  'what-if': async (page) => {
    await press(page, words.sample);
    await field(page, '経費の合計を数字で').fill('4500万円');
    await page.keyboard.press('Enter');
    await settled(page);
    await show(page, page.locator('[id="n.scenarios.heading"]'));
  },
  // On a phone; where there is no bar, as it is.
  bar: async (page) => {
    await press(page, words.sample);
    await page.evaluate(() => document.getElementById('n.answer.open')?.click());
    await settled(page);
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

// What takes more than one picture.
const series = {
  whole: [(page) => press(page, words.sample), whole],
  questions: [async (page) => {
    await press_by_id(page, 'mode.step');
    await press_by_id(page, 'step.next');
  }, questions],
};

// Sizes of windows, and the type of a browser that is set to 200 %.
const windows = [['1280', 1280, 800, 1, 16], ['390', 390, 844, 2, 16], ['1280-200', 1280, 800, 1, 32],
  ['390-200', 390, 844, 2, 32]];

async function make(browser, { language, place, name }, [, width, height, density, type]) {
  const [prepare, shoot = (_, take) => take()] = series[name] ?? [states[name]];
  const page = await open_page(browser, { width, height, density: shoot === whole ? 1 : density });
  if (type !== 16) {
    await page.evaluate((px) => { document.documentElement.style.fontSize = px; }, `${type}px`);
    await settled(page);
  }
  // The words by which things are found are Japanese: the language changes last.
  await prepare(page);
  if (language === 'en') {
    const shown = page.shown && await page.shown.locator.elementHandle();
    await press_by_id(page, 'tool.language');
    await shown?.evaluate((element, at) => element.scrollIntoView({ block: at }), page.shown.block);
  }
  await page.mouse.move(5, 5);
  await settled(page);
  await shoot(page, (number) => page.screenshot(
    { path: join(folder, `${[language, place, name, number].filter(Boolean).join('-')}.png`) }));
}

let browser = null, missing = 0;

// A browser that hangs is replaced once.
async function attempt(picture, window, last = false) {
  browser ??= await launch_chromium();
  try {
    await make(browser, picture, window);
    for (const context of browser.contexts()) await context.close();
  } catch (error) {
    await browser.close();
    browser = null;
    if (!last) return attempt(picture, window, true);
    ++missing;
    console.error(`${Object.values(picture).join('-')}: ${String(error.message).split('\n')[0]}`);
  }
}

for (const window of windows) {
  for (const language of ['ja', 'en']) {
    for (const name of Object.keys({ ...states, ...series })) {
      const picture = { language, place: window[0], name };
      if (Object.values(picture).join('-').match(pattern)) await attempt(picture, window);
    }
  }
}
await browser?.close();
console.log(folder);
process.exit(missing > 0 ? 1 : 0);
