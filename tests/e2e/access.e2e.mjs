// axe-core finds nothing, in Japanese; and it would find something.

import { launch_chromium, open_page } from './lib/browser.mjs';
import { axe_tests, violations } from './lib/axe.mjs';
import { run, test, truthy } from './lib/check.mjs';

const browser = await launch_chromium();

axe_tests(browser, 'ja');

test('axe would find a control without a name', async () => {
  const page = await open_page(browser);
  await page.evaluate(() => document.querySelector('#tree label').remove());
  truthy((await violations(page)).some((text) => text.startsWith('label:')), 'it did not');
  await page.context().close();
});

await run(() => browser.close());
