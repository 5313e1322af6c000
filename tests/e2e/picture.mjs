// node tests/e2e/picture.mjs: the README's picture of the page, docs/picture.png.

import { mkdirSync } from 'node:fs';
import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { press, words } from './lib/form.mjs';

mkdirSync('docs', { recursive: true });
const browser = await launch_chromium();
const page = await open_page(browser);
await press(page, words.sample);
await page.getByRole('heading', { name: words.first_section, exact: true }).evaluate((element) => {
  document.activeElement.blur();
  scrollTo(0, element.getBoundingClientRect().top + scrollY - 24);
});
await page.mouse.move(5, 5);
await settled(page);
await page.screenshot({ path: 'docs/picture.png' });
await browser.close();
console.log('docs/picture.png');
