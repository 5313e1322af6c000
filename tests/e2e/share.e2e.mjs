// Taken away: copies of the page with the answers inside, links and their QR codes, and nothing that
// leaves without being asked for.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import jsQR from 'jsqr';
import { chosen, downloaded, launch_chromium, open_page, page_path, painted, settled } from './lib/browser.mjs';
import { equal, run, test, truthy } from './lib/check.mjs';
import { button, field, press, saved_case, words } from './lib/form.mjs';
import { serve } from './lib/serve.mjs';
import { temporary_folder } from '../lib/folder.mjs';

const browser = await launch_chromium();
const folder = temporary_folder();
const source = readFileSync(page_path, 'utf8');
const site = await serve(dirname(page_path));
const binary = process.env.UWANOSE_BINARY ?? fileURLToPath(new URL('../../build/uwanose', import.meta.url));
const strange = '髙﨑𠮷</script><!--\u2028&amp;';

const copy_button = '入力ごと写しを保存（HTML）';
const make_link = 'リンクを作る';
const link_field = (page) => page.getByRole('textbox', { name: /^リンク（\d+文字）$/ });

// By its name, without asking the browser for every element's role: of 1,000 rows that takes long.
const click = (page, label) => page.evaluate((name) => [...document.querySelectorAll('#tree button')]
  .find((element) => element.textContent === name).click(), label);

const saved = (page, label) => downloaded(page, () => click(page, label));
const saved_copy = (page) => saved(page, copy_button);

async function open_url(url, { offline = false, patience = 15000, width = 1280, before } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 },
    locale: 'ja-JP', acceptDownloads: true, offline });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.problems.push(message.text()); });
  if (before) await page.addInitScript(before);
  await page.goto(url);
  await painted(page, patience);
  await settled(page);
  return page;
}

function write(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const open_case = (page, text) =>
  chosen(page, write('case.json', text), () => press(page, words.open));

const assessed = (path) => execFileSync(binary, ['assess', path],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const inside_of = (text) => /<script type="application\/json" id="case-inside">([^]*?)<\/script>/.exec(text)[1];
const with_inside = (text, inside) => text.replace(
  /(<script type="application\/json" id="case-inside">)[^]*?(<\/script>)/, (_, open, close) => open + inside + close);

// Parsers drop blanks between the outermost elements.
const bare = (text) => with_inside(text, '').replace(/\s+(?=<head>|<\/body>|<\/html>)/g, '')
  .replaceAll(' hidden=""', ' hidden').trim();
function is_source(text) {
  const [copy, original] = [bare(text), bare(source)];
  const at = [...copy].findIndex((c, i) => c !== original[i]);
  truthy(copy === original, `differs at ${at}: ${copy.slice(at - 40, at + 60)}`);
}

const thousand = JSON.stringify({ format: 'uwanose-case', version: 1, applicant: { name: strange },
  expenses: Array.from({ length: 1000 }, (_, i) => ({ category: 'machinery', item: `${strange} ${i}`, amount_yen: 1000 + i })),
  unheard_of: { note: '</script>' } });

const small = JSON.stringify({ format: 'uwanose-case', version: 1, applicant: { employees: 18 } });

test('a copy is the delivered page with the case inside, and nothing else', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill(strange);
  await page.keyboard.press('Tab');
  await settled(page);
  const { name, text } = await saved_copy(page);
  truthy(/^うわのせ試算_\d{4}-\d\d-\d\d\.html$/.test(name), name);
  const inside = inside_of(text);
  truthy(!inside.includes('<'), inside);
  equal(JSON.parse(inside).applicant.name, strange);
  is_source(text);
  equal(page.problems, [], 'problems');
  await page.context().close();
});

test('a copy with 1,000 expenses opens offline, filled in; a copy of it is the same', async () => {
  const first = with_inside(source, thousand.replaceAll('<', '\\u003c'));
  const copy = await open_url(pathToFileURL(write('写し 1.html', first)).href,
    { offline: true, patience: 60000 });
  const given = JSON.parse((await saved(copy, words.save)).text);
  equal(given.applicant.name, strange);
  equal(given.expenses, JSON.parse(thousand).expenses, 'expenses');
  equal(given.unheard_of, { note: '</script>' }, 'what nobody knows');
  const second = await saved_copy(copy);
  equal(JSON.parse(inside_of(second.text)), given, 'the case inside the copy');
  is_source(second.text);
  equal(copy.problems, [], 'problems');
  await copy.context().close();
});

test('a copy of a copy is the same page, with what was entered there', async () => {
  const page = await open_page(browser);
  await field(page, words.name).fill(strange);
  await page.keyboard.press('Tab');
  await settled(page);
  const first = await saved_copy(page);
  await page.context().close();
  const copy = await open_url(pathToFileURL(write('first.html', first.text)).href, { offline: true });
  equal(await field(copy, words.name).inputValue(), strange);
  equal((await saved_copy(copy)).text === first.text, true, 'unchanged');
  await field(copy, words.name).fill('別の会社');
  await copy.keyboard.press('Tab');
  await settled(copy);
  const second = await saved_copy(copy);
  equal(JSON.parse(inside_of(second.text)).applicant.name, '別の会社');
  equal(second.text.match(/<script type="application\/json"/g).length, 1, 'blocks');
  equal(copy.problems, [], 'problems');
  await copy.context().close();
});

test('a copy holds every scenario, a link the edited one', async () => {
  const page = await open_page(browser);
  await press(page, words.sample);
  await press(page, 'いまの入力を複製して比べる');
  const copy = await open_url(pathToFileURL(write('scenarios.html', (await saved_copy(page)).text)).href,
    { offline: true });
  equal(await copy.getByRole('columnheader', { name: '案2（編集中）', exact: true }).count(), 1, 'scenarios');
  const given = JSON.parse((await saved(copy, words.save)).text);
  equal(given.scenarios.length, 2);
  equal(copy.problems, [], 'problems');
  await copy.context().close();
  await page.context().close();
  const there = await open_url(`${site.origin}/index.html`);
  await open_case(there, JSON.stringify(given));
  await button(there, make_link).click();
  const linked = await open_url(await link_field(there).inputValue());
  const received = JSON.parse((await saved(linked, words.save)).text);
  equal([received.scenarios, received.monthly], [undefined, given.monthly], 'what the link brings');
  await linked.context().close();
  await there.context().close();
});

test('a copy has the policy of the page and fetches nothing', async () => {
  const page = await open_url(pathToFileURL(write('copy.html', with_inside(source, small))).href);
  const refused = await page.evaluate(() => fetch('https://example.com/').then(() => 'fetched', () => 'refused'));
  equal(refused, 'refused');
  equal(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.hash]), [0, 0, '', '']);
  await page.context().close();
});

test('an edited case inside is refused with its place', async () => {
  const page = await open_url(pathToFileURL(write('edited.html',
    with_inside(source, '{"format":"uwanose-case","version":1,"expenses":[{"amount_yen":-5}]}'))).href);
  await page.getByText('expenses[0].amount_yen').first().waitFor();
  await page.context().close();
});

test("the browser's own copy of a copy in use still starts, and its copies hold nothing of that use", async () => {
  const page = await open_url(pathToFileURL(write('in use.html', with_inside(source, ''))).href);
  await field(page, words.name).fill('前の入力');
  await page.keyboard.press('Tab');
  await press(page, 'English');
  await settled(page);
  const live = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
  await page.context().close();
  truthy(live.length > source.length && live.includes('lang="en"'), 'nothing was left behind');
  const again = await open_url(pathToFileURL(write('live.html', live)).href);
  equal(await again.getByRole('main').count(), 1, 'main');
  equal(await field(again, words.name).inputValue(), '');
  is_source((await saved_copy(again)).text);
  // Styles that the first use left in the elements are refused, and were not wanted.
  equal(again.problems.filter((text) => !text.includes('inline style')).slice(0, 3), [], 'problems');
  await again.context().close();
});

test('opened from a file, the page offers no link and says why', async () => {
  const page = await open_page(browser);
  equal(await button(page, make_link).count(), 0);
  await page.getByText('リンクは作れません').waitFor();
  await page.context().close();
});

test('opened from a file, a page that was told its address makes links to it', async () => {
  const told = source.replace('<meta name="referrer"', '<meta name="uwanose-address" content="https://uwanose.example/">\n$&');
  const page = await open_url(pathToFileURL(write('told.html', told)).href);
  await button(page, make_link).click();
  truthy((await link_field(page).inputValue()).startsWith('https://uwanose.example/#case='), 'its link');
  equal(page.problems, [], 'problems');
  await page.context().close();
});

test('link: there and back, the same assessment as the command line gives, byte for byte', async () => {
  const sample = readFileSync(new URL('../../assets/samples/01-factory-met.json', import.meta.url), 'utf8');
  const page = await open_url(`${site.origin}/index.html`);
  await open_case(page, sample);
  const case_text = (await saved_case(page)).text;
  const assessment = (await saved_case(page, words.save_assessment)).text;
  equal(assessment, assessed(write('given.json', case_text)), 'page and command line');
  equal(assessment, assessed(write('inside.json', inside_of((await saved_copy(page)).text))), 'copy and command line');

  await page.getByRole('checkbox', { name: /^会社名、法人番号/ }).click();
  await button(page, make_link).click();
  const link = await link_field(page).inputValue();
  truthy(link.startsWith(`${site.origin}/index.html#case=`), link.slice(0, 80));
  truthy(link.length < 1100, `${link.length} characters`);
  equal(new URL(page.url()).hash, '', 'the address bar of who shares');
  equal(page.problems, [], 'problems');

  const other = await open_url(link);
  equal(other.url(), `${site.origin}/index.html`, 'the address bar of who opens');
  await field(other, words.name).waitFor();
  equal((await saved_case(other)).text, case_text, 'the case');
  equal((await saved_case(other, words.save_assessment)).text, assessment, 'the assessment');
  truthy(site.asked.every((url) => !url.includes('case')), 'the server saw it');
  equal(other.problems, [], 'problems');
  await other.context().close();
  await page.context().close();
});

test('link: without name and number unless wanted; gone when an entry changes', async () => {
  const page = await open_url(`${site.origin}/index.html`);
  await field(page, words.name).fill('秘密の会社');
  await field(page, words.employees).fill('18');
  await page.keyboard.press('Tab');
  await settled(page);
  await button(page, make_link).click();
  const link = await link_field(page).inputValue();
  await field(page, words.employees).fill('19');
  await page.keyboard.press('Tab');
  await settled(page);
  equal(await link_field(page).count(), 0, 'a link to what is no longer so');
  await page.context().close();
  const other = await open_url(link);
  equal([await field(other, words.name).inputValue(), await field(other, words.employees).inputValue()], ['', '18']);
  await other.context().close();
});

test('link: cut, foreign or endless ones are refused in words', async () => {
  const page = await open_url(`${site.origin}/index.html#case=abc`);
  await page.getByText('途中で切れている').waitFor();
  equal(new URL(page.url()).hash, '');
  for (const [hash, said] of [['#case=%%%', '途中で切れている'], ['#case10=99', '途中で切れている'],
    [`#case=${'A'.repeat(200001)}`, '大きすぎます']]) {
    await page.evaluate((next) => { location.hash = next; }, hash);
    await page.getByText(said).first().waitFor();
  }
  // 3 MB of spaces in a few letters.
  const bomb = await page.evaluate(async () => {
    const stream = new Blob([' '.repeat(3e6)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  });
  await page.evaluate((next) => { location.hash = `#case=${next}`; }, bomb);
  await page.getByText('大きすぎます').first().waitFor();
  equal(page.problems, [], 'problems');
  await page.context().close();
});

for (const [how, before] of Object.entries({
  'does not compress': () => { delete window.CompressionStream; delete window.DecompressionStream; },
  'does not know the format': () => {
    window.CompressionStream = window.DecompressionStream = class {
      constructor(format) { throw new TypeError(`Unsupported compression format: '${format}'`); }
    };
  },
})) {
  test(`a browser that ${how}: no link is offered or read, in words, and a copy is`, async () => {
    const page = await open_url(`${site.origin}/index.html#case=abc`, { before });
    await page.getByText('このブラウザーでは、リンクに入っている入力を読めません').first().waitFor();
    equal(await page.getByText('途中で切れている').count(), 0, 'blames the link');
    equal(new URL(page.url()).hash, '');
    equal(await button(page, make_link).count(), 0, 'the button');
    await page.getByText('このブラウザーでは、リンクを作ることも開くこともできません').waitFor();
    truthy((await saved_copy(page)).text.includes('case-inside'), 'no copy');
    equal(page.problems, [], 'problems');
    await page.context().close();
  });
}

// What a phone makes of the picture: the pixels, decoded by another program.
async function decoded(page, png) {
  const { data, width, height } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return { data: [...context.getImageData(0, 0, bitmap.width, bitmap.height).data],
      width: bitmap.width, height: bitmap.height };
  }, png.toString('base64'));
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

// A sheet of paper: PGM, one byte a pixel.
function grey_decoded(file) {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 60).toString('latin1'));
  const pixels = new Uint8ClampedArray(width * height * 4);
  file.subarray(head.length).forEach((grey, i) => pixels.fill(grey, i * 4, i * 4 + 4));
  return jsQR(pixels, Number(width), Number(height))?.data;
}

for (const [view, width] of [['', 1280], ['?view=text', 1280], ['', 390]]) {
  test(`QR code ${view || 'painted'} at ${width} px: read back, it opens the same case`, async () => {
    const sample = readFileSync(new URL('../../assets/samples/01-factory-met.json', import.meta.url), 'utf8');
    const page = await open_url(`${site.origin}/index.html${view}`, { width });
    await open_case(page, sample);
    const given = (await saved_case(page, words.save_assessment)).text;
    await button(page, make_link).click();
    await link_field(page).waitFor();
    await page.getByRole('button', { name: 'QRコード', exact: true }).click();
    const picture = page.getByRole('img', { name: /^この入力で試算を開くQRコード/ });
    await picture.scrollIntoViewIfNeeded();
    await settled(page);
    const { x, y, width: wide, height } = await picture.boundingBox();
    const png = await page.screenshot({ clip: { x, y, width: wide, height } });
    const link = await decoded(page, png);
    truthy(link?.startsWith(`${site.origin}/index.html#case10=`), `read: ${String(link).slice(0, 80)}`);
    const other = await open_url(link);
    equal((await saved_case(other, words.save_assessment)).text, given, 'the assessment');
    await other.context().close();
    await page.context().close();
  });
}

test('QR code on paper: read back from the print', async () => {
  const page = await open_url(`${site.origin}/index.html`);
  await field(page, words.employees).fill('18');
  await page.keyboard.press('Tab');
  await settled(page);
  await button(page, make_link).click();
  await link_field(page).waitFor();
  await page.getByRole('button', { name: 'QRコード', exact: true }).click();
  await settled(page);
  const pdf = join(folder, 'print.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await page.context().close();
  execFileSync('pdftoppm', ['-gray', '-r', '120', pdf, join(folder, 'print')]);
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
  const read = sheets.map((name) => grey_decoded(readFileSync(join(folder, name)))).filter(Boolean);
  equal(read.length, 1, `codes on ${sheets.length} sheets`);
  truthy(read[0].startsWith(`${site.origin}/index.html#case10=`), read[0]);
});

test('nothing is in the address bar, in storage or on the wire until it is asked for', async () => {
  const page = await open_url(`${site.origin}/index.html`);
  const before = site.asked.length;
  await field(page, words.name).fill('秘密の会社');
  await page.keyboard.press('Tab');
  await page.getByRole('checkbox', { name: /^会社名、法人番号/ }).click();
  await button(page, make_link).click();
  await settled(page);
  await saved_copy(page);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, location.href.includes('case'), history.length]);
  equal(kept.slice(0, 5), [0, 0, '', 0, false]);
  equal(site.asked.slice(before), [], 'requests');
  await page.context().close();
});

truthy(existsSync(binary), `${binary} is missing: run ./dev build first`);
await run(async () => {
  await browser.close();
  site.close();
});
