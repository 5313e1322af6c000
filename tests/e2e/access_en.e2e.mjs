// axe-core finds nothing, in English.

import { launch_chromium } from './lib/browser.mjs';
import { axe_tests } from './lib/axe.mjs';
import { run } from './lib/check.mjs';

const browser = await launch_chromium();
axe_tests(browser, 'en');
await run(() => browser.close());
