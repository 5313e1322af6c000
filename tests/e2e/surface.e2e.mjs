// The painted canvas: glued to the document, drawn on demand, at every density and width.

import { launch_chromium, open_page, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { field, press, words } from './lib/form.mjs';
import { column_of, drifts_of, mark_fields } from './lib/picture.mjs';

const browser = await launch_chromium();
const to_middle = async (page, target) => {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settled(page);
};
const frames = (page) => page.evaluate(() => window.uwanose.frames());

test('what the window shows of the form is there first, the rest before anything is painted', async () => {
  const page = await open_page(browser, { height: 1200, before: (fresh) => fresh.addInitScript(() => {
    const fields = () => [...document.querySelectorAll('#tree input')].map(({ id }) => id);
    const mark = performance.mark.bind(performance);
    window.fields_at = {};
    performance.mark = (name) => {
      window.fields_at[name] = fields();
      return mark(name);
    };
  }) });
  const { 'uwanose-form': first, 'uwanose-painted': all } = await page.evaluate(() => window.fields_at);
  const name = await field(page, words.name).evaluate(({ id }) => id);
  const month = await field(page, words.month).evaluate(({ id }) => id);
  equal([first.includes(name), first.includes(month)], [true, false], 'fields of the first tree');
  equal([all.includes(name), all.includes(month)], [true, true], 'fields when painted');
  await page.context().close();
});

test('no frame is drawn while nothing happens', async () => {
  const page = await open_page(browser);
  await field(page, words.name).click();
  await settled(page);
  await page.waitForTimeout(700);
  const before = await frames(page);
  truthy(before > 0, 'frames are not counted');
  await page.waitForTimeout(3000);
  equal(await frames(page) - before, 0, 'frames in three seconds');
  await page.keyboard.type('a');
  await settled(page);
  truthy(await frames(page) - before >= 1, 'no frame after typing');
  truthy(await frames(page) - before <= 4, 'too many frames after typing');
  await page.context().close();
});

// Elements that do not stand where their node is: its place, from the corners of the boxes around it.
const astray = (page) => page.evaluate(() => {
  const boxes = ['section', 'table', 'row'];
  const nodes_around = (element) => {
    const around = [];
    for (let at = element.parentElement; at; at = at.parentElement) if (at.node) around.push(at.node);
    return around;
  };
  return [...document.querySelectorAll('#tree *')].filter(({ node }) => {
    if (!node?.geometry || node.target.matches('.visually-hidden, .print-only')) return false;
    const shown = node.own_text ?? node.target;
    const around = nodes_around(node.outer);
    const [rect] = node.geometry.rects;
    if (!shown.matches('.at') || !(rect.width > 0)) return false;
    const fixed = [node, ...around].some(({ content }) => content.flags.pinned);
    const corners = around.filter(({ role, geometry }) =>
      boxes.includes(role) && geometry.rects[0].width > 0).map(({ geometry }) => geometry.rects[0]);
    const sum = (side) => corners.reduce((total, corner) => total + corner[side], rect[side]);
    const { x, y } = shown.getBoundingClientRect();
    return Math.abs(x + (fixed ? 0 : scrollX) - sum('x')) > 0.5 ||
      Math.abs(y + (fixed ? 0 : scrollY) - sum('y')) > 0.5;
  }).map(({ id }) => id);
});

for (const [width, height] of [[1280, 800], [390, 844]]) {
  test(`every element stands where its node is, ${width} × ${height}`, async () => {
    const page = await open_page(browser, { width, height });
    equal(await astray(page), [], 'empty');
    await press(page, words.sample);
    equal(await astray(page), [], 'a sample');
    for (const [label, value] of [[words.employees, 'たくさん'], ['経費1 金額（税抜）', '1100000']]) {
      await field(page, label).fill(value);
      await page.keyboard.press('Tab');
      await settled(page);
      equal(await astray(page), [], `「${value}」 in ${label}`);
    }
    // Twice: what is unfolded may have folds of its own.
    for (const round of ['outer', 'inner']) {
      const found = await page.evaluate(() => {
        const folds = [...document.querySelectorAll('#tree [aria-expanded=false]')];
        for (const fold of folds) fold.click();
        return folds.length;
      });
      truthy(found > 0 || round === 'inner', 'nothing to unfold');
      await settled(page);
    }
    equal(await astray(page), [], 'unfolded');
    await page.getByRole('radio', { name: '順番に答える' }).click();
    await settled(page);
    equal(await astray(page), [], 'one question at a time');
    await page.context().close();
  });
}

for (const density of [1, 1.25, 1.5, 2, 3]) {
  test(`paint and elements lie in the same place at density ${density}`, async () => {
    const page = await open_page(browser, { density });
    await mark_fields(page);
    await to_middle(page, field(page, words.name));
    const { x, width } = await field(page, words.name).boundingBox();
    const png = await page.screenshot();
    const found = drifts_of(await column_of(page, png, Math.round((x + width / 2) * density)));
    truthy(found.length >= 1, 'no field in the picture');
    truthy(found.every((drift) => Math.abs(drift) <= 2), `apart by ${found}`);
    equal(await page.evaluate(() => document.getElementById('canvas').width),
      Math.floor(await page.evaluate(() => document.documentElement.clientWidth) * density),
      'width of the canvas in device pixels');
    await page.context().close();
  });
}

test('they scroll as one: no frame shows them apart', async () => {
  const page = await open_page(browser);
  const reader = await (await browser.newContext()).newPage();
  await mark_fields(page);
  const { x, width } = await field(page, words.month).boundingBox();
  await to_middle(page, field(page, words.name));
  const cdp = await page.context().newCDPSession(page);
  const pictures = [];
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, 'base64'));
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await page.mouse.move(400, 400);
  for (const step of [40, 120, 240, 240, 240, 240, -120, 300, 300, 300, 300, -240, -240, -300]) {
    for (let i = 0; i < 3; ++i) {
      await page.mouse.wheel(0, step);
      await settled(page);
    }
  }
  await page.waitForTimeout(200);
  await cdp.send('Page.stopScreencast');
  truthy(pictures.length >= 20, `only ${pictures.length} frames were seen`);
  let seen = 0;
  for (const png of pictures) {
    const found = drifts_of(await column_of(reader, png, Math.round(x + width / 2)));
    seen += found.length;
    truthy(found.every((drift) => Math.abs(drift) <= 2), `apart by ${found}`);
  }
  truthy(seen >= 20, `only ${seen} fields were seen`);
  console.log(`      ${pictures.length} frames, ${seen} fields, none apart`);
  await reader.context().close();
  await page.context().close();
});

test('the canvas stays within its limits and around the window wherever one scrolls', async () => {
  const page = await open_page(browser);
  for (const share of [0, 0.3, 0.5, 0.9, 1, 0]) {
    await page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), share);
    await settled(page);
    const at = await page.evaluate(() => {
      const { top, bottom, height } = document.getElementById('canvas').getBoundingClientRect();
      return { top, bottom, height, offset: uwanose.surface.top,
        end: document.getElementById('stage').getBoundingClientRect().bottom };
    });
    truthy(at.top <= 0 && (at.bottom >= 800 || at.bottom >= at.end), `uncovered at ${share}`);
    equal(at.offset % 8, 0, 'offset in steps of 8');
    truthy(at.height <= 2000, `height ${at.height}`);
  }
  await page.context().close();
});

for (const [width, height] of [[390, 844], [320, 256]]) {
  test(`at ${width} × ${height} everything fits in one column`, async () => {
    const page = await open_page(browser, { width, height });
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      outside: [...document.querySelectorAll('#tree .at')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
      }).map((element) => element.id || element.textContent),
    }));
    equal(wide, { page: 0, outside: [] }, 'too wide');
    await field(page, words.employees).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Tab');
    await settled(page);
    equal(await field(page, words.employees).inputValue(), '7');
    await page.context().close();
  });
}

test('what has the focus is not under the pinned answer', async () => {
  const page = await open_page(browser, { width: 390, height: 700 });
  for (let i = 0; i < 14; ++i) {
    await page.keyboard.press('Tab');
    await settled(page);
    const covered = await page.evaluate(() => {
      const active = document.activeElement;
      const bar = document.getElementById('pinned');
      if (bar.hidden || !active.closest('#tree') || active.closest('.pinned')) return false;
      const box = active.getBoundingClientRect();
      return box.bottom > bar.getBoundingClientRect().top || box.top < 0;
    });
    equal(covered, false, `stop ${i}: covered`);
  }
  await page.context().close();
});

test('a change of density redraws the canvas', async () => {
  const page = await open_page(browser);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride',
    { width: 1280, height: 800, deviceScaleFactor: 2, mobile: false });
  // The emulation alone causes no frame; the change is noticed with the next one.
  await field(page, words.name).hover();
  await page.waitForFunction(() => document.getElementById('canvas').width > 2000, null, { timeout: 5000 });
  await page.context().close();
});

test('a lost context comes back; lost twice, the text view stays', async () => {
  const page = await open_page(browser);
  const lose = () => page.evaluate(async () => {
    const context = document.getElementById('canvas').getContext('webgl2');
    const extension = context.getExtension('WEBGL_lose_context');
    extension.loseContext();
    await new Promise((done) => { setTimeout(done, 100); });
    extension.restoreContext();
    await new Promise((done) => { setTimeout(done, 300); });
  });
  const before = await page.screenshot();
  await lose();
  await settled(page);
  const ink = async (png) => {
    const column = await column_of(page, png, 60);
    return column.filter(([r, g, b]) => r + g + b < 400).length;
  };
  const wanted = await ink(before);
  truthy(wanted > 20, 'the picture is empty at first');
  equal(await ink(await page.screenshot()), wanted, 'dark pixels after the context came back');
  equal(await page.evaluate(() => document.documentElement.dataset.view), 'canvas');
  await lose();
  equal(await page.evaluate(() => document.documentElement.dataset.view), 'text');
  await field(page, words.name).fill('文字の画面');
  equal(await field(page, words.name).inputValue(), '文字の画面');
  await page.context().close();
});

test('larger text of the browser makes larger type', async () => {
  const page = await open_page(browser, { before: async (fresh) => {
    const cdp = await fresh.context().newCDPSession(fresh);
    await cdp.send('Emulation.setDeviceMetricsOverride',
      { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
    await fresh.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        document.documentElement.style.fontSize = '32px';
      });
    });
  } });
  await painted(page);
  await page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
  await page.waitForFunction(() => uwanose.surface.text_scale === 2, null, { timeout: 5000 });
  await settled(page);
  equal(await field(page, words.name).evaluate((element) => getComputedStyle(element).fontSize), '32px');
  await page.context().close();
});

await run(() => browser.close());
