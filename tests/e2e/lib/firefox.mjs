// Firefox by BiDi. Headless it has no WebGL; the preference makes sure of it.

import puppeteer from 'puppeteer-core';
import { page_url } from './browser.mjs';

export const launch_firefox = () => puppeteer.launch({
  browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true,
  extraPrefsFirefox: { 'webgl.disabled': true, 'intl.accept_languages': 'ja',
    'datareporting.policy.dataSubmissionEnabled': false, 'app.update.auto': false } });

export async function open_firefox_page(browser, query = '') {
  const page = await browser.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  await page.goto(page_url(query));
  await page.waitForFunction(
    () => performance.getEntriesByName('uwanose-painted').length > 0, { timeout: 20000 });
  return page;
}

export const settled_firefox = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));
}));
