// axe-core finds nothing on any step of 順番に答える: every question gone by as not known, and the
// answers that are checked at the end.

import { launch_chromium, open_page, settled } from './lib/browser.mjs';
import { violations } from './lib/axe.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { press } from './lib/form.mjs';

const browser = await launch_chromium();
const node = (page, id) => page.locator(`[id="n.${id}"]`);

for (const [language, view] of [['ja', 'canvas'], ['en', 'text']]) {
  test(`axe finds nothing on every step: ${language}, ${view} view`, async () => {
    const page = await open_page(browser, { query: `?view=${view}` });
    await node(page, 'mode.step').click();
    await settled(page);
    if (language === 'en') await press(page, 'English');
    const seen = [];
    for (;;) {
      const title = await page.locator('#tree h2').nth(0).textContent();
      const found = await violations(page,
        view === 'canvas' ? ['color-contrast', 'color-contrast-enhanced'] : []);
      equal(found, [], `step ${seen.length + 1}, 「${title}」`);
      seen.push(title);
      truthy(seen.length < 80, 'the steps have no end');
      const on = node(page, await node(page, 'step.unknown').count() > 0 ? 'step.unknown' : 'step.next');
      if (await on.count() === 0) break;
      await on.click();
      await settled(page);
    }
    truthy(seen.length >= 8, `only ${seen.length} steps`);
    console.log(`      ${seen.length} steps`);
    await page.context().close();
  });
}

await run(() => browser.close());
