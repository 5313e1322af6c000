// Files in and out: save, open by picker and by drop, paste, print.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosen, launch_chromium, open_page, page_url, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, press, saved_case, words } from './lib/form.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_chromium();
const folder = temporary_folder();

const case_of = (name) => JSON.stringify({ format: 'uwanose-case', version: 1, applicant: { name } });

const holds = (page, name) => page.waitForFunction(([label, wanted]) =>
  [...document.querySelectorAll('#tree label')].some((element) =>
    element.textContent === label && element.control.value === wanted), [words.name, name]);

test('save offers a file under a name', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('保存する会社');
  const saved = await saved_case(page);
  truthy(saved.name.endsWith('.json'), saved.name);
  truthy(JSON.parse(saved.text), 'no JSON');
  await page.context().close();
});

test('open by the file picker', async () => {
  const page = await open_page(browser);
  const path = join(folder, 'picked.json');
  writeFileSync(path, case_of('選んだファイル'));
  await chosen(page, path, () => press(page, words.open));
  await holds(page, '選んだファイル');
  await page.context().close();
});

test('open by drop', async () => {
  const page = await open_page(browser);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json'));
    return data;
  }, case_of('落としたファイル'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await holds(page, '落としたファイル');
  await page.context().close();
});

test('what was being typed when the tab crashed is offered by the next', async () => {
  const page = await open_page(browser);
  await press(page, 'この端末に残す');
  await field(page, words.employees).fill('18');
  await field(page, words.name).click();
  await page.keyboard.type('とちゅうの会社');
  await settled(page);
  const context = page.context();
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => {});  // nobody is left to answer
  await crashed;
  const again = await context.newPage();
  await again.goto(page_url());
  await painted(again);
  await press(again, '取り込む');
  await holds(again, 'とちゅうの会社');
  equal(await field(again, words.employees).inputValue(), '18', 'employees');
  await context.close();
});

test('a faulty file is refused with its places, and nothing is lost', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('残る会社');
  await page.keyboard.press('Tab');
  const path = join(folder, 'faulty.json');
  writeFileSync(path, '{"format":"uwanose-case","version":1,"expenses":[{"category":"machinery","amount_yen":-5}]}');
  await chosen(page, path, () => press(page, words.open));
  await page.getByText('expenses[0].amount_yen').first().waitFor();
  equal(await field(page, words.name).inputValue(), '残る会社');
  await page.context().close();
});

test('print: an ordinary document on A4, without the canvas', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill('印刷する会社');
  await page.keyboard.press('Tab');
  await settled(page);
  const path = join(folder, 'print.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  for (const wanted of [words.title, words.name, '印刷する会社', words.employees]) {
    truthy(text.includes(wanted), `「${wanted}」 is not in the print: ${text.slice(0, 400)}`);
  }
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  truthy(/Page size:\s+59\d(\.\d+)? x 84\d/.test(info), info);
  equal(await page.evaluate(() => document.documentElement.dataset.view), 'canvas', 'view after print');
  await page.context().close();
});

test('find in page meets words across a painted line break', async () => {
  const page = await open_page(browser, { width: 390, height: 844 });
  const lead = page.locator('#tree p.broken').first();
  const [text, at] = await lead.evaluate((element) =>
    [element.textContent, element.querySelector('.line').textContent.length]);
  const across = text.slice(at - 3, at + 3);
  equal(await page.evaluate((words) => window.find(words), across), true, `find 「${across}」`);
  equal(await page.evaluate(() => getSelection().toString()), across, 'what was found');
  equal(await lead.evaluate((element) =>
    Math.round(element.scrollHeight / parseFloat(getComputedStyle(element).lineHeight))),
  await lead.locator('.line').count(), 'lines');
  await page.context().close();
});

await run(() => browser.close());
