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
  await painted_firefox(page);
  return page;
}

// Asked again and again: what waits within the page is code from a text, which its policy refuses
// in some versions of Firefox.
export async function painted_firefox(page, patience = 30000) {
  const until = Date.now() + patience;
  while (await page.evaluate(() => performance.getEntriesByName('uwanose-painted').length) === 0) {
    if (Date.now() > until) throw new Error('the page was not painted');
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

export const settled_firefox = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));
}));
