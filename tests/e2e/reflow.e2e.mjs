// Zoom, type size, density, spacing, orientation, cut-outs, touch and the phone's keyboard.

import { launch_chromium, open_page, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, press, words } from './lib/form.mjs';
import { column_of, drifts_of, mark_fields } from './lib/picture.mjs';

const browser = await launch_chromium();

// Elements that leave the window at a side, and words that their box cuts off.
const lost = (page) => page.evaluate(() => {
  const seen = (element) => element.getClientRects().length > 0 && !element.closest('.print-only') &&
    !element.matches('.unpainted, .unit, .visually-hidden');
  const all = [...document.querySelectorAll('#tree .at')].filter(seen);
  const blank_end = (element) =>
    (/[）」』】。、]$/.test(element.textContent) ? parseFloat(getComputedStyle(element).fontSize) / 2 : 0);
  return {
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    outside: all.filter((element) => {
      // In the text view a table scrolls by itself.
      if (element.closest('table') && document.documentElement.dataset.view === 'text') return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
    }).map((element) => element.id || element.textContent).slice(0, 5),
    // In a cell the button's name says more than is painted; what is not painted has no height.
    // Of a full-width bracket at the end of a line the blank half may stand over.
    cut: all.filter((element) => element.clientHeight > 0 && !element.matches('td button') && element.matches('p, h1, h2, h3, a, button, label, legend, .own') &&
      (element.scrollWidth > element.clientWidth + 2.5 + blank_end(element) || element.scrollHeight > element.clientHeight + 2.5))
      .map((element) => `${element.textContent} ${element.scrollWidth - element.clientWidth} ` +
        `${element.scrollHeight - element.clientHeight}`).slice(0, 5),
  };
});
const nothing_lost = { page: 0, outside: [], cut: [] };

async function with_type_of(page, size) {
  await page.evaluate((px) => { document.documentElement.style.fontSize = px; }, size);
  await page.waitForFunction((scale) => uwanose.surface.text_scale === scale, parseFloat(size) / 16);
  await settled(page);
}

for (const [width, height, zoom] of [[1280, 1024, 1], [640, 512, 2], [320, 256, 4]]) {
  test(`zoom ${zoom * 100} %: ${width} × ${height}, nothing is lost`, async () => {
    const page = await open_page(browser, { width, height, density: zoom });
    await press(page, words.sample);
    equal(await lost(page), nothing_lost, 'lost');
    await page.context().close();
  });
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const language of ['ja', 'en']) {
    test(`type alone at 200 %, ${width} × ${height}, ${language}: nothing is lost`, async () => {
      const page = await open_page(browser, { width, height });
      await press(page, words.sample);
      if (language === 'en') await press(page, 'English');
      await with_type_of(page, '32px');
      equal(await lost(page), nothing_lost, 'lost');
      const size = await field(page, language === 'ja' ? words.name : /name/i).first()
        .evaluate((element) => getComputedStyle(element).fontSize);
      equal(size, '32px', 'type of a field');
      await page.context().close();
    });
  }
}

test('density 1, 1.25, 1.5, 2, 3 and back while open: paint and elements stay together', async () => {
  const page = await open_page(browser);
  const reader = await open_page(browser);
  const cdp = await page.context().newCDPSession(page);
  await press(page, words.sample);
  await field(page, words.name).scrollIntoViewIfNeeded();
  await mark_fields(page);
  for (const density of [1, 1.25, 1.5, 2, 3, 1]) {
    await cdp.send('Emulation.setDeviceMetricsOverride',
      { width: 1280, height: 800, deviceScaleFactor: density, mobile: false });
    // The emulation alone causes no frame.
    await page.mouse.move(300 + 10 * density, 300);
    await field(page, words.name).hover();
    await page.waitForFunction((wanted) => uwanose.surface.density === wanted &&
      document.getElementById('canvas').width === Math.floor(document.documentElement.clientWidth * wanted), density);
    await settled(page);
    await settled(page);
    const { x, width } = await field(page, words.name).boundingBox();
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
    const drifts = drifts_of(await column_of(reader, Buffer.from(data, 'base64'),
      Math.round((x + width / 2) * density)));
    truthy(drifts.length > 0, `no field in the picture at ${density}`);
    truthy(drifts.every((drift) => Math.abs(drift) <= Math.ceil(density)), `${density}: apart by ${drifts}`);
  }
  await page.context().close();
  await reader.context().close();
});

test('text spacing as WCAG 1.4.12 has it loses nothing in the text view', async () => {
  for (const width of [1280, 390]) {
    const page = await open_page(browser, { query: '?view=text', width, context: { bypassCSP: true } });
    await press(page, words.sample);
    const height = () => page.evaluate(() => document.getElementById('tree').offsetHeight);
    const before = await height();
    await page.addStyleTag({ content: `* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; } p { margin-bottom: 2em !important; }` });
    truthy(await height() > before, 'the spacing has no effect');
    equal(await lost(page), nothing_lost, `lost at ${width} px`);
    await page.context().close();
  }
});

test('both orientations: what was typed stays, and nothing is lost', async () => {
  const page = await open_page(browser, { width: 390, height: 844, context: { isMobile: true, hasTouch: true } });
  await field(page, words.name).tap();
  await page.keyboard.type('回す');
  await page.setViewportSize({ width: 844, height: 390 });
  await settled(page);
  equal(await field(page, words.name).inputValue(), '回す');
  equal(await field(page, words.name).evaluate((element) => element === document.activeElement), true, 'focus');
  equal(await lost(page), nothing_lost, 'lost, lying');
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  equal(await lost(page), nothing_lost, 'lost, upright');
  await page.context().close();
});

test('cut-outs of the screen: nothing stands under them, the ground reaches the edge', async () => {
  for (const [width, height, insets] of [[390, 844, { bottom: 34, bottomMax: 34 }],
    [844, 390, { left: 47, leftMax: 47, right: 47, rightMax: 47, bottom: 21, bottomMax: 21 }]]) {
    const page = await open_page(browser, { width, height, context: { isMobile: true } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await page.waitForFunction((wanted) => uwanose.surface.insets[2] === wanted, insets.bottom);
    await settled(page);
    const under = await page.evaluate(({ left = 0, right = 0, bottom }) => [...document.querySelectorAll('#tree .at')]
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.print-only') &&
        !element.matches('.unpainted, .unit, .visually-hidden'))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return false;
        return box.left < left || box.right > innerWidth - right + 0.5 ||
          (element.closest('.pinned') && box.bottom > innerHeight - bottom + 0.5);
      }).map((element) => element.textContent), insets);
    equal(under, [], 'under a cut-out');
    const bar = page.locator('#pinned');
    if (await bar.isVisible()) {
      const box = await bar.boundingBox();
      equal(box.y + box.height, height, 'the bar ends with the window');
    }
    await page.context().close();
  }
});

test('touch: a tap focuses the real field within the gesture, in type that no phone zooms into', async () => {
  const page = await open_page(browser, { width: 390, height: 844, context: { isMobile: true, hasTouch: true } });
  await page.evaluate(() => {
    window.focused_in_gesture = [];
    document.addEventListener('focusin', () => window.focused_in_gesture.push(navigator.userActivation.isActive));
  });
  for (const [label, mode] of [[words.name, null], [words.employees, 'numeric']]) {
    const box = field(page, label);
    await box.tap();
    await settled(page);
    equal(await box.evaluate((element) => element === document.activeElement), true, label);
    equal(await box.getAttribute('inputmode'), mode, `keyboard of ${label}`);
  }
  equal(await page.evaluate(() => window.focused_in_gesture.every(Boolean)), true, 'focus outside of a gesture');
  const small = await page.evaluate(() => [...document.querySelectorAll('#tree :is(input[type=text], select)')]
    .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 16).map((element) => element.id));
  equal(small, [], 'fields in type under 16 px');
  equal(await page.evaluate(() => visualViewport.scale), 1, 'zoomed');
  const targets = await page.evaluate(() => [...document.querySelectorAll(
    '#tree :is(button, select, input)')].filter((element) => element.getClientRects().length > 0 &&
    !element.closest('.print-only')).map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width < 43.5 || height < 43.5).length);
  equal(targets, 0, 'targets under 44 px');
  await page.context().close();
});

const field_under_bar = (page) => page.evaluate(() => {
  const bar = document.getElementById('pinned');
  const box = document.activeElement.getBoundingClientRect();
  const shown = !bar.hidden && getComputedStyle(bar).display !== 'none';
  return { covered: shown && box.bottom > bar.getBoundingClientRect().top,
    outside: box.top < 0 || box.bottom > innerHeight };
});

test('the bar never covers the field that is typed in, also when the keyboard lowers the window', async () => {
  const page = await open_page(browser, { width: 390, height: 844, context: { isMobile: true, hasTouch: true } });
  for (const label of [words.name, words.employees, words.month]) {
    await page.setViewportSize({ width: 390, height: 844 });
    const box = field(page, label);
    await box.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await box.focus();
    await settled(page);
    for (const height of [844, 700, 520]) {
      await page.setViewportSize({ width: 390, height });
      await settled(page);
      await settled(page);
      await settled(page);
      equal(await field_under_bar(page), { covered: false, outside: false }, `${label} at ${height} px`);
    }
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
  }
  await page.context().close();
});

test('a keyboard that covers the window takes the bar away until the field is left', async () => {
  const page = await open_page(browser, { width: 390, height: 844, context: { isMobile: true, hasTouch: true } });
  await field(page, words.employees).tap();
  const bar = page.locator('#pinned');
  equal(await bar.isVisible(), true, 'the bar without a keyboard');
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { configurable: true, value: 500 });
    visualViewport.dispatchEvent(new Event('resize'));
  });
  equal(await bar.isVisible(), false, 'the bar beside the keyboard');
  await page.evaluate(() => document.activeElement.blur());
  equal(await bar.isVisible(), true, 'the bar after the field was left');
  await page.context().close();
});

test('nothing stands on hover alone', async () => {
  const page = await open_page(browser);
  await painted(page);
  const say = () => page.locator('#tree').evaluate((element) => element.textContent);
  const before = await say();
  for (const label of [words.name, words.employees]) {
    await field(page, label).hover();
    await settled(page);
    equal(await say(), before, `words that come with the pointer over ${label}`);
  }
  equal(await page.locator('#tree [title]').count(), 0, 'titles');
  await page.context().close();
});

await run(() => browser.close());
